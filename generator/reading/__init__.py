"""Any DOCX, PDF or text file, ours or a stranger's: neutral paragraphs and tables, then the parts of a document."""
