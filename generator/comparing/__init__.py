"""What changed between two campaigns or two notices, in the reader's words."""
