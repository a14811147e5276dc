"""Lists of applicants as tables: workbooks, delimited text and information sheets, cell by cell."""
