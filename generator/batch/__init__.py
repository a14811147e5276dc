"""Many applicants at once: a list in, everybody's documents and an honest receipt out."""
