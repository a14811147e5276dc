"""Leaves out what cannot even be imported here."""

from tests.support import has_pango

collect_ignore = [] if has_pango() else ["test_pdf_justify.py"]
