"""The bytes of a YAML file as text: the right encoding, and no character that cannot be seen."""

import codecs
import re
from itertools import islice

from generator.finding import Finding, Place

MOST_BYTES = 20 * 1024 * 1024
_MOST_FINDINGS = 20

_SAVE_AS = "请用记事本打开，选“另存为”，把“编码”改为“UTF-8”后保存"
_OTHER_ENCODINGS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# What generator.text.forbidden_character names, and the characters that YAML alone takes for a line break or a mark.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Unreadable(Exception):
    """The file is no text that can be read; `finding` says why."""

    def __init__(self, finding: Finding):
        self.finding = finding
        super().__init__(str(finding))


def decode(content: bytes, file: str) -> tuple[str, list[Finding]]:
    """The text of a UTF-8 file, its lines ended by newlines only, and what was wrong with single characters.

    Such characters are replaced one for one, so that columns stay right. Raises Unreadable when the file is too
    large, or is not UTF-8.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_finding(file, 1, 1, f"文件超过{MOST_BYTES // 1024 // 1024}兆字节", "请分成几个文件"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_wrong_encoding(content, error.start, file)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = [_invisible(text, match, file) for match in islice(_INVISIBLE.finditer(text), _MOST_FINDINGS)]
    return _INVISIBLE.sub(" ", text) if findings else text, findings


def _wrong_encoding(content: bytes, start: int, file: str) -> Finding:
    for mark, encoding in _OTHER_ENCODINGS:
        if content.startswith(mark):
            return _finding(file, 1, 1, f"文件的编码是{encoding.upper()}，不是UTF-8", _SAVE_AS)
    before = content[:start].decode("utf-8", errors="replace").removeprefix("\ufeff")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return _finding(file, line, column, "文件的编码不是UTF-8，从这里起读不出文字", _SAVE_AS)


def _invisible(text: str, match: re.Match[str], file: str) -> Finding:
    start = match.start()
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    name = f"U+{ord(match.group()):04X}"
    remedy = "多半是从网页、PDF或其他软件复制来的，请删去它，或把这一行重新打一遍"
    return _finding(file, line, column, f"这里有一个看不见的控制字符（{name}）", remedy)


def _finding(file: str, line: int, column: int, message: str, remedy: str) -> Finding:
    return Finding("yaml", "error", message, remedy=remedy, place=Place(file=file, line=line, column=column))
