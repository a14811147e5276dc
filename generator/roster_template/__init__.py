"""An office's own roster, a workbook or a Word file, filled in place by its headings; nothing else of it changes."""
