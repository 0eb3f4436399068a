"""What meetings and activities share: what took place, what it was called, who did what there."""
