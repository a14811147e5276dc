"""Names of titles that do not exist (初级记者, 中级编辑): which names there are the caller knows, here is only text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.lint.source import Source

# 高、中级编辑 and 正、副高级记者 list levels; behind it, 中级编辑人员 and 初级记者站 speak of people and places.
_LISTED = r"(?<![高中初正]、)(?<![高中初]级、)(?<![高中初]级[和及])"
_GOES_ON = r"(?!人员|专业|工作|岗位|队伍|部|站|室|团)"


class WrongTitle(NamedTuple):
    """A name that is no title, and where it stands in the text (characters from its beginning)."""

    offset: int
    found: str


def wrong_titles(text: str, forms: Iterable[str]) -> Iterator[WrongTitle]:
    """Each place of the text where one of the `forms` stands, the longer of two; what is quoted is left alone."""
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    if longest_first:
        pattern = re.compile(f"{_LISTED}(?:{'|'.join(longest_first)}){_GOES_ON}")
        yield from (WrongTitle(match.start(), match.group()) for match in pattern.finditer(Source(text).prose))
