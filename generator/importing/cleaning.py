"""What no document can hold is taken out of a reading, and counted: control characters, and places without meaning."""

import re
from dataclasses import replace

from generator.reading.parts import Cell, Paragraph, Reading, Table

# Odd line ends are line ends; the rest prints nothing. The noncharacters are those that wordings use for marks.
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def cleaned(reading: Reading) -> tuple[Reading, int]:
    """The reading with line ends of one kind and without what cannot be printed, and how many characters that were."""
    count = 0

    def clean(text: str) -> str:
        nonlocal count
        text = _LINE_END.sub("\n", text)
        count += len(_UNPRINTABLE.findall(text))
        return _UNPRINTABLE.sub("", text)

    def clean_item(item: Paragraph | Table) -> Paragraph | Table:
        if isinstance(item, Paragraph):
            return replace(item, text=clean(item.text))
        return replace(item, rows=tuple(tuple(_with_text(cell, clean(cell.text)) for cell in row) for row in item.rows))

    items = tuple(clean_item(item) for item in reading.items)
    return replace(reading, items=items), count


def _with_text(cell: Cell, text: str) -> Cell:
    return replace(cell, text=text)
