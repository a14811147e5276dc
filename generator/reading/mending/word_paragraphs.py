"""Paragraphs of a Word file made good: blank ones gone, soft line ends that part paragraphs, hard ones in a sentence.

In Word a paragraph mark is the writer's will; it is overruled only where the sentence itself proves it a mistake.
"""

from dataclasses import replace

from generator.reading.mending.lines import (
    begins_item,
    begins_part,
    closes_bracket,
    ends_sentence,
    joined,
    never_begins_line,
)
from generator.reading.parts import BODY, Paragraph, Table


def word_paragraphs(items: tuple[Paragraph | Table, ...]) -> tuple[list[Paragraph | Table], int]:
    """The paragraphs, and how many line breaks in mid-sentence were closed."""
    found: list[Paragraph | Table] = []
    closed, new_page = 0, False
    for item in items:
        for part in _parts(item) if isinstance(item, Paragraph) else [item]:
            if isinstance(part, Table):
                found.append(part)
                new_page = False
            elif not part.text:
                new_page |= part.new_page
            elif found and isinstance(found[-1], Paragraph) and _was_cut(found[-1], part):
                found[-1] = replace(found[-1], text=joined(found[-1].text, part.text))
                closed += 1
            else:
                found.append(replace(part, new_page=part.new_page or new_page))
                new_page = False
    return found, closed


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph without the space around it; in two or more where soft line ends stand between paragraphs."""
    lines = [""]
    for line in paragraph.text.split("\n"):
        if lines[-1].strip() and (begins_item(line) or begins_part(line) or ends_sentence(lines[-1])):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]}\n{line}" if lines[-1].strip() else line
    parts = []
    for index, text in enumerate(lines):
        space = len(text) - len(text.lstrip())
        lead = max(paragraph.lead - space, 0) if index == 0 and paragraph.lead < len(text) else 0
        new_page = paragraph.new_page and index == 0
        parts.append(replace(paragraph, text=text.strip(), lead=lead, new_page=new_page))
    return parts


def _was_cut(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph mark stands inside a sentence: a bracket is open, or a mark begins that cannot."""
    plain = last.where == paragraph.where == BODY and not paragraph.new_page
    if not plain or last.level or paragraph.level or "center" in (last.align, paragraph.align):
        return False
    if never_begins_line(paragraph.text):
        return True
    return (
        closes_bracket(last.text, paragraph.text)
        and not ends_sentence(last.text)
        and not begins_item(paragraph.text)
        and not begins_part(paragraph.text)
    )
