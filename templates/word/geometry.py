"""The page of GB/T 9704-2012 in twips, with margins of 37, 35, 28 and 26 mm around a text area of 156 × 225 mm."""

LINE = 579
"""22 lines of 28.95 pt fill the 225 mm of the text area; 580 twips would leave room for 21 only."""

CONDENSED = -5
"""28 characters of 16 pt need 158 mm; −0.25 pt on each fits them into 156 mm."""

TITLE_LINE = 720
"""Clause 3.2: the height of a character (22 pt) and 7/8 of a size-3 character."""

CHAR = 315
"""One condensed size-3 character (15.75 pt)."""

TEXT_WIDTH, TEXT_HEIGHT = 8844, 12756

PORTRAIT = {
    "size": {"w": 11906, "h": 16838},
    "margins": {"top": 2098, "right": 1474, "bottom": 1984, "left": 1588},
}

LANDSCAPE = {
    "size": {"w": 16838, "h": 11906, "orient": "landscape"},
    "margins": {"top": 1588, "right": 2098, "bottom": 1474, "left": 1984},
}
"""Clause 8: the sheet turned a quarter, so that a table's head lies at the left of the upright sheet."""

FOOTER = 1425
"""Puts the dashes of the page number 7 mm below the text area (clause 7.5)."""
