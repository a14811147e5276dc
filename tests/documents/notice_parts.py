"""The text of an annual notice by its parts, that is by what stands under each of its first-level headings."""

import re
from collections.abc import Iterable

from jinja2 import BaseLoader

from generator.catalog import Library
from generator.context import case_values
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rendering.blocks import Block
from generator.rendering.environment import FILLED
from generator.rendering.wording import render_blocks
from tests.documents.reading import words

WORDING = "documents/annual_notice/wording.md"


def blocks_of(campaign: Campaign, loader: BaseLoader | None = None) -> list[Block]:
    """The notice's blocks, without its attachments."""
    pages = {"附件号": "", "文件标题": "", "草稿": "", "版记另页": ""}
    values = {**case_values(Case(campaign), state=FILLED), **pages}
    return render_blocks(WORDING, values, loader or Library().loader)


def parts_of(campaign: Campaign) -> dict[str, str]:
    """The notice's text by first-level heading; what stands before the first one under the empty name."""
    parts = {"": ""}
    heading = ""
    for block in blocks_of(campaign):
        if block.style == "一级标题":
            heading = block.text
            parts[heading] = ""
        else:
            text = block.text.replace("\n", "") if block.style == "标题" else block.text  # its lines end at the sense
            parts[heading] += text + "\n"
    return parts


def cut_at(text: str, headings: Iterable[str]) -> dict[str, str]:
    """The same of the words of a file, as a reader of its format gives them; headings must come in this order."""
    parts, rest, last = {}, text, ""
    for heading in headings:
        if heading:
            before, found, rest = rest.partition(words(heading))
            assert found, f"没有“{heading}”"
            parts[last] = before
        last = heading
    return {**parts, last: rest}


def numbers(text: str) -> set[str]:
    """Every whole number in the text, written in Arabic digits."""
    return set(re.findall(r"\d+", text))


def days(text: str) -> set[str]:
    """Every 月日 in the text, as 9月5日."""
    return {re.sub(r"\s", "", day) for day in re.findall(r"\d{1,2}\s*月\s*\d{1,2}\s*日", text)}
