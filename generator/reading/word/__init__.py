"""DOCX files: paragraphs, tables, notes and what else a Word file holds, to neutral parts."""
