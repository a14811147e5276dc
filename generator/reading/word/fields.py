"""Fields of a Word file: of PAGE, TOC and their like the result is text, the instruction is not."""

import re
from dataclasses import dataclass, field

from generator.reading.symbols import equation, symbol

_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_CHECKBOX = {True: "☑", False: "□"}


@dataclass
class _Field:
    instruction: str = ""
    result: bool = False  # past the separator
    shown: bool = False  # some of its result was seen
    checked: bool | None = None


@dataclass
class Fields:
    """The fields that are open at a place of the text; they may run over several paragraphs."""

    hides_pages: bool = False  # in a margin, where a page number is no text
    stack: list[_Field] = field(default_factory=list)
    formulas: int = 0

    def begin(self, checked: bool | None = None) -> None:
        self.stack.append(_Field(checked=checked))

    def instruct(self, text: str) -> None:
        """A piece of instruction."""
        if self.stack:
            self.stack[-1].instruction += text

    def separate(self) -> None:
        if self.stack:
            self.stack[-1].result = True

    def end(self) -> str:
        """Closes the innermost field; the text it shows where Word stores no result."""
        if not self.stack:
            return ""
        done = self.stack.pop()
        return "" if done.shown else self.taken(self._own_text(_name(done.instruction), done))

    def taken(self, text: str) -> str:
        """The text as far as it shows: nothing of a page number, and inside an instruction it is part of that."""
        for open_field in reversed(self.stack):
            if not open_field.result:
                open_field.instruction += text
                return ""
            if self.hides_pages and _name(open_field.instruction) in _PAGE_FIELDS:
                return ""
            open_field.shown |= bool(text)
        return text

    def simple(self, instruction: str) -> None:
        """Opens a field whose instruction is known."""
        self.stack.append(_Field(instruction, result=True))

    def _own_text(self, name: str, done: _Field) -> str:
        if done.checked is not None:
            return _CHECKBOX[done.checked]
        if name == "EQ":
            self.formulas += 1
            return equation(done.instruction)
        if name == "SYMBOL":
            return _symbol(done.instruction)
        if name == "MACROBUTTON":
            return " ".join(done.instruction.split()[2:])
        return ""


def _name(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _symbol(instruction: str) -> str:
    """SYMBOL 254 \\f Wingdings → ☑"""
    match = re.match(r"\s*SYMBOL\s+(0x[0-9a-f]+|\d+)", instruction, re.IGNORECASE)
    font = re.search(r'\\f\s+(?:"([^"]*)"|(\S+))', instruction)
    if match is None:
        return ""
    return symbol(int(match.group(1), 0), (font.group(1) or font.group(2)) if font else "") or ""
