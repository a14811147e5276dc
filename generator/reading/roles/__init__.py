"""Which part of an official document each paragraph is."""
