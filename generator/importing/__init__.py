"""An existing notice (DOCX, PDF, text) becomes a data file of the kind 公文 that prints the same words again."""
