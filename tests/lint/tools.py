"""What the tests of the lint share."""

from generator.lint import lint

Found = tuple[str, str, str]


def found(text: str, year: int | None = None) -> list[Found]:
    """Item, what stands there and what is expected, of each remark."""
    return [(each.item.id, each.found, each.expected) for each in lint(text, year=year)]


def items(text: str, year: int | None = None) -> list[str]:
    """The items that the text breaks, in the order of the text."""
    return [each.item.id for each in lint(text, year=year)]
