"""Where signature and date stand: the geometry of GB/T 9704-2012, 7.3.5, in 字 from the right edge."""

from collections.abc import Iterator

from generator.rendering.blocks import Block, Run
from generator.text import cell_width

SIGNATURE, DATE = "署名", "日期"

ABOVE_UNSEALED, ABOVE_SEALED, BETWEEN_SEALS = 1, 2, 4
"""Blank lines above a signature. A seal of 42 mm is four lines high: on a pitch of five, two neither meet nor touch."""

LAST_CENTRE = 7.25
"""The middle of the last of several sealed signatures: that of a date such as 2024年8月28日 four 字 from the right."""

COLUMNS = {3: (8.0, 7.0), 2: (13.5, 13.0)}
"""For each number of sealed signatures in a row: the distance of their middles (8 字: 44 mm), the longest name."""


def signature_blocks(signatures: list[tuple[Run, ...]], date: tuple[Run, ...], *, sealed: bool) -> Iterator[Block]:
    """The lines of a signature, one for each issuer with the lead first, and the date."""
    names, dated = [_text(runs) for runs in signatures], _text(date)
    columns = _columns(names) if sealed else 1
    if columns > 1:
        yield from _sealed_rows(names, columns)
        yield Block(DATE, date, right=LAST_CENTRE - cell_width(dated) / 2)
        return
    indents, date_indent = signature_indents(names, dated, sealed=sealed)
    for number, (runs, indent) in enumerate(zip(signatures, indents, strict=True)):
        yield Block(SIGNATURE, runs, right=indent, above=_above(names, number, sealed=sealed))
    yield Block(DATE, date, right=date_indent)


def signature_indents(signatures: list[str], date: str, *, sealed: bool) -> tuple[list[float], float]:
    """The right indents of signature lines that stand one below another, and of the date.

    Sealed (7.3.5.1): the date stands four 字 from the right, each signature line is centred over it; where a line
    would leave the text area, all are moved left together. Unsealed (7.3.5.2): the longest signature line stands two
    字 from the right and the date begins two 字 to the right of it; a date at least as long as the signature stands
    two 字 from the right itself.
    """
    widths = [cell_width(line) for line in signatures]
    dated = cell_width(date)
    if sealed:
        centred = [4 - (width - dated) / 2 for width in widths]
        shift = max(0.0, -min(centred, default=0.0))
        return [indent + shift for indent in centred], 4 + shift
    longest = max(widths, default=0.0)
    first = 2.0 if dated < longest else 4 + dated - longest
    return [first + (longest - width) / 2 for width in widths], (longest - dated if dated < longest else 2.0)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _goes_on(name: str) -> bool:
    """Whether a line is an addition to the name above it, such as （代章）."""
    return name.startswith(("（", "("))


def _columns(names: list[str]) -> int:
    """How many sealed signatures share a row: as many as fit, of three at most; one where there is but one issuer."""
    if len(names) < 2 or any(map(_goes_on, names)):
        return 1
    longest = max(map(cell_width, names))
    return next((columns for columns, (_, most) in COLUMNS.items() if longest <= most), 1)


def _sealed_rows(names: list[str], columns: int) -> Iterator[Block]:
    """The names in rows from left to right; the last row ends over the date."""
    for start in range(0, len(names), columns):
        row = names[start : start + columns]
        cells = [*[""] * (columns - len(row)), *(name.replace("\t", " ") for name in row)]
        above = BETWEEN_SEALS if start else ABOVE_SEALED
        yield Block(SIGNATURE, (Run("\t".join(cells)),), above=above, columns=columns)


def _above(names: list[str], number: int, *, sealed: bool) -> int:
    if number == 0:
        return ABOVE_SEALED if sealed else ABOVE_UNSEALED
    return BETWEEN_SEALS if sealed and not _goes_on(names[number]) else 0
