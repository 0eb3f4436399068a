"""What is read around a verb of honouring: the honour's name, who received it, who conferred it."""
