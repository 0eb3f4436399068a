"""newsie: who met whom, who holds which post, what was honoured, reached and promised."""
