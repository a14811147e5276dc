"""The content of one paragraph of a Word file, in order: text with its type, page breaks, boxes, notes."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.reading.doubts import MISSING
from generator.reading.parts import MARGINS
from generator.reading.symbols import symbol
from generator.reading.word.fields import Fields
from generator.reading.word.markup import MC, A, M, V, W, switch
from generator.reading.word.styles import Look, Styles

PAGE_BREAK = "page"


@dataclass(frozen=True)
class Text:
    """Characters of one type."""

    text: str
    look: Look


@dataclass(frozen=True)
class Box:
    """A text box anchored here: its content (w:txbxContent), or the words of a WordArt."""

    content: etree._Element | str


@dataclass(frozen=True)
class Note:
    """A reference to a footnote or endnote."""

    kind: str  # footnote, endnote
    key: str
    look: Look


Piece = Text | Box | Note | str  # a plain str is PAGE_BREAK


@dataclass
class Tally:
    """What was left out or could not be read, counted for the doubts."""

    counts: Counter = field(default_factory=Counter)
    samples: dict[str, str] = field(default_factory=dict)

    def add(self, sort: str, sample: str = "") -> None:
        self.counts[sort] += 1
        if sample:
            self.samples[sort] = self.samples.get(sort, "") + sample


class Runs:
    """Reads paragraphs of one story (the body, a header, a note), whose fields may run on from one to the next."""

    def __init__(self, styles: Styles, tally: Tally, where: str, own_mark: str = ""):
        self._styles, self._tally, self._own_mark = styles, tally, own_mark
        self._fields = Fields(hides_pages=where in MARGINS)
        self._style = ""
        self._readers: dict[str, Callable[[etree._Element, Look], Iterator[Piece]]] = {
            **dict.fromkeys(_CONTAINERS, self._inside),
            f"{W}del": self._deleted,
            f"{W}ins": self._inserted,
            f"{W}r": self._run,
            f"{W}fldSimple": self._simple_field,
            f"{W}fldChar": self._field_mark,
            f"{W}instrText": self._instruction,
            f"{W}t": self._text,
            f"{W}sym": self._symbol,
            f"{W}br": self._break,
            f"{W}ruby": self._ruby,
            f"{MC}AlternateContent": self._alternate,
            **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), self._note),
            **dict.fromkeys((f"{W}footnoteRef", f"{W}endnoteRef"), self._mark),
            **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), self._drawing),
            **dict.fromkeys((f"{M}oMath", f"{M}oMathPara"), self._formula),
            f"{W}commentReference": self._comment,
        }

    def pieces(self, paragraph: etree._Element, style: str) -> list[Piece]:
        """The content of a paragraph of this style."""
        self._style = style
        return list(self._inside(paragraph, self._styles.look(style, None)))

    def _inside(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        for child in element:
            reader = self._readers.get(child.tag)
            if reader is not None:
                yield from reader(child, look)
            elif child.tag in _CHARACTERS:
                yield from self._shown(_CHARACTERS[child.tag], look)

    def _shown(self, text: str, look: Look) -> Iterator[Piece]:
        text = self._fields.taken(text)
        if text and look.hidden:
            self._tally.add("隐藏文字", text)
        elif text:
            yield Text(text, look)

    def _run(self, run: etree._Element, _: Look) -> Iterator[Piece]:
        yield from self._inside(run, self._styles.look(self._style, run.find(f"{W}rPr")))

    def _text(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        text = element.text or ""
        if any("\uf000" <= char <= "\uf0ff" for char in text):
            fonts = element.getparent().find(f"{W}rPr/{W}rFonts")
            font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
            text = "".join(self._known(ord(char), font) if "\uf000" <= char <= "\uf0ff" else char for char in text)
        yield from self._shown(text, look)

    def _symbol(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            code = 0xFFFF
        yield from self._shown(self._known(code, element.get(f"{W}font", "")), look)

    def _known(self, code: int, font: str) -> str:
        char = symbol(code, font)
        if char is None:
            self._tally.add("认不出的符号", f"{font} U+{code:04X} ")
        return char or MISSING

    def _break(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        if element.get(f"{W}type") == "page":
            yield PAGE_BREAK
        else:
            yield from self._shown("\n", look)

    def _deleted(self, element: etree._Element, _: Look) -> Iterator[Piece]:
        self._tally.add("已删除的修订", "".join(part.text or "" for part in element.iter(f"{W}delText", f"{W}t")))
        yield from ()

    def _inserted(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        self._tally.add("新插入的修订")
        yield from self._inside(element, look)

    def _simple_field(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        self._fields.simple(element.get(f"{W}instr", ""))
        yield from self._inside(element, look)
        yield from self._closed_field(look)

    def _field_mark(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        match element.get(f"{W}fldCharType"):
            case "begin":
                box = element.find(f"{W}ffData/{W}checkBox")
                checked = None if box is None else bool(_first(switch(box, "checked"), switch(box, "default")))
                self._fields.begin(checked)
            case "separate":
                self._fields.separate()
            case "end":
                yield from self._closed_field(look)

    def _closed_field(self, look: Look) -> Iterator[Piece]:
        formulas = self._fields.formulas
        text = self._fields.end()
        if self._fields.formulas > formulas:
            self._tally.add("公式")
        if text:
            yield Text(text, look)

    def _instruction(self, element: etree._Element, _: Look) -> Iterator[Piece]:
        self._fields.instruct(element.text or "")
        yield from ()

    def _ruby(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        """The characters, then their reading in brackets."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "（", "）")):
            part = element.find(f"{W}{name}")
            if part is not None:
                yield from self._shown(before, look)
                yield from self._inside(part, look)
                yield from self._shown(after, look)

    def _alternate(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        """The same content in a new form and an old one: the first that has any."""
        for form in element.iterfind("*"):
            seen = self._tally.counts.total()
            pieces = list(self._inside(form, look))
            yield from pieces
            if pieces or self._tally.counts.total() > seen:
                return

    def _note(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        yield Note(etree.QName(element).localname.removesuffix("Reference"), element.get(f"{W}id", ""), look)

    def _mark(self, _: etree._Element, look: Look) -> Iterator[Piece]:
        yield from self._shown(self._own_mark, look)

    def _drawing(self, element: etree._Element, _: Look) -> Iterator[Piece]:
        boxes = list(_outermost(element, {f"{W}txbxContent", f"{V}textpath"}))
        for box in boxes:
            content = box if box.tag == f"{W}txbxContent" else box.get("string", "")
            if not isinstance(content, str) or content.strip():
                yield Box(content)
        data = next(element.iter(f"{A}graphicData"), None)
        if data is not None and data.get("uri", "").endswith(("/chart", "/diagram")):
            self._tally.add("图示")
        elif next(element.iter(f"{A}blip", f"{V}imagedata"), None) is not None and not boxes:
            self._tally.add("嵌入的对象" if element.tag == f"{W}object" else "图片")

    def _formula(self, element: etree._Element, look: Look) -> Iterator[Piece]:
        self._tally.add("公式")
        yield from self._shown("".join(part.text or "" for part in element.iter(f"{M}t", f"{W}t")), look)

    def _comment(self, element: etree._Element, _: Look) -> Iterator[Piece]:
        self._tally.add("批注")
        yield from ()


_CONTAINERS = (
    *(f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "moveTo", "dir", "bdo")),
    *(f"{MC}{name}" for name in ("Choice", "Fallback")),
)
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


def _first(*values: bool | None) -> bool | None:
    return next((given for given in values if given is not None), None)


def _outermost(element: etree._Element, tags: set[str]) -> Iterator[etree._Element]:
    """The elements of these tags that stand in no other of them; of alternatives only the first that has any."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from next((found for form in child if (found := list(_outermost(form, tags)))), [])
        else:
            yield from _outermost(child, tags)


def is_deleted(properties: etree._Element | None) -> bool:
    """Whether the mark that ends a paragraph was deleted as a revision, so that it runs on into the next."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None
