"""Templates and plain values in, bytes out. Knows nothing of the models or of where data comes from."""
