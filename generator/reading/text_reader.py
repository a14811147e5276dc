"""A text file's lines, as they are: every line is one Paragraph, blank lines too (`mend` makes paragraphs of them)."""

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from generator.errors import UsageError
from generator.finding import Finding
from generator.reading.doubts import MISSING, doubt, sample
from generator.reading.parts import Paragraph, Reading
from generator.reading.symbols import likely_symbol
from generator.text import forbidden_character

_SYMBOL = re.compile(r"[\uf020-\uf0ff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Of a Chinese text read in the wrong encoding far more characters are rare than this; of a right one hardly any.
_RARE_SHARE = 0.2
_NO_TEXT_SHARE = 0.002  # control characters in a text file: a few slip in, more make it no text
_MOST_NULS = 0.1  # of the bytes: a text that is not UTF-16 has none, or a stray one
_BROKEN_SHARE = 0.005  # of the characters: more than this is no slip but another encoding
_FEW = 4
_MENDED = "mended"
_REMEDY = "请用记事本打开，另存为编码 UTF-8 的文本文件再试"


def read_text(path: Path, data: bytes) -> Reading:
    """The lines of a text file in UTF-8 (with or without BOM), UTF-16 or GB18030.

    Raises UsageError for bytes that are no text in any of these.
    """
    text, doubts = decode(path, data)
    items, page = [], 1
    for line in _LINE_END.split(text):
        first, *later = line.split("\f")
        if first or not later:
            items.append(Paragraph(first, page=page))
        for part in later:
            page += 1
            items.append(Paragraph(part, page=page, new_page=True))
    return Reading(path, "txt", tuple(items), tuple(doubts))


def decode(path: Path, data: bytes) -> tuple[str, list[Finding]]:
    """The text of the bytes, without what no document can hold, and the doubts about it."""
    text, encoding = _decoded(path, data)
    broken = text.count(MISSING) if encoding == _MENDED else 0
    plain = text.removesuffix("\x1a")  # the end-of-file mark of old systems
    strange = {char for char in set(plain) - set("\n\r\t\f\x0b\x85") if forbidden_character(char)}
    count = sum(plain.count(char) for char in strange)
    if count > max(3, len(plain) * _NO_TEXT_SHARE):
        raise UsageError(f"{path}：不是文本文件（里面多是不能显示的字符）。请确认选对了文件，{_REMEDY}")
    doubts = []
    if broken:
        message = f"有{broken}处的字节已损坏，读不出来，以“{MISSING}”代替"
        doubts.append(doubt(path, message, "请对照原文补上", level="warning"))
    if count:
        plain = plain.translate(dict.fromkeys(map(ord, strange)))
        message = f"有{count}个不能显示的控制字符（{_codes(strange)}），已略去"
        doubts.append(doubt(path, message, "请对照原文看看该处是否缺字"))
    plain, private = _with_symbols(plain)
    rare = _rare_characters(plain) if encoding == "gb18030" else ""
    if rare:
        message = f"按国标编码（GB18030）读入，生僻字很多（如“{sample(rare)}”），编码可能认错了"
        doubts.append(doubt(path, message, f"若读出来是乱码，{_REMEDY}", level="warning"))
    elif private:
        message = f"有{len(private)}个字不是通用的编码（如{_codes(private)}），换一台电脑可能显示不出"
        doubts.append(doubt(path, message, "请对照原文改成通用的字", level="warning"))
    return plain, doubts


def _with_symbols(text: str) -> tuple[str, list[str]]:
    """The text with the ticks and bullets of symbol fonts as usual characters; and those that nobody can tell."""
    known = {char: likely_symbol(ord(char)) for char in set(_SYMBOL.findall(text))}
    plain = _SYMBOL.sub(lambda match: known.get(match.group()) or match.group(), text)
    return plain, _PRIVATE.findall(plain)


def _codes(characters: Iterable[str]) -> str:
    return "、".join(f"U+{ord(char):04X}" for char in sorted(set(characters))[:_FEW])


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded_as(path, data[len(mark) :], (encoding,))
    nothing = data.count(0)
    if nothing > len(data) * _MOST_NULS:  # no text but UTF-16; Chinese line ends show which half comes first
        return _utf_16(path, data)
    try:
        text, encoding = _decoded_as(path, data, ("utf-8", "gb18030"))
        sound = encoding == "utf-8" or not _rare_characters(text)
    except UsageError:
        sound = False
    if nothing and not sound:
        return _utf_16(path, data)
    return (text, encoding) if sound else _mended(data) or _decoded_as(path, data, ("utf-8", "gb18030"))


def _utf_16(path: Path, data: bytes) -> tuple[str, str]:
    low = data[1::2].count(0) >= data[::2].count(0)
    return _decoded_as(path, data, ("utf-16-le",) if low else ("utf-16-be",))


def _mended(data: bytes) -> tuple[str, str] | None:
    """The text of a file of which a few bytes are broken, or None."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace").replace("\ufffd", MISSING)
        broken = text.count(MISSING)
        if broken <= max(_FEW, len(text) * _BROKEN_SHARE) <= len(text) / 20 and not _rare_characters(text):
            return text, _MENDED
    return None


def _decoded_as(path: Path, data: bytes, encodings: tuple[str, ...]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{path}：读不出文字，既不是 UTF-8，也不是国标编码（GB18030）。{_REMEDY}")


def _rare_characters(text: str) -> str:
    """The Han characters outside GB 2312, where they are too many for a Chinese text; else nothing."""
    han = [char for char in text if "\u4e00" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff"]
    rare = "".join(char for char in han if not _common(char))
    return rare if len(rare) > len(han) * _RARE_SHARE else ""


def _common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
