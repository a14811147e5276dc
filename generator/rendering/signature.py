"""Where signature and date stand: the geometry of GB/T 9704-2012, 7.3.5, in 字 from the right edge."""

from generator.text import cell_width


def signature_indents(signatures: list[str], date: str, *, sealed: bool) -> tuple[list[float], float]:
    """The right indents of the signature lines and of the date.

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
