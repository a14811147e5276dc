"""PDF files: lines, margins and tables, to neutral parts."""
