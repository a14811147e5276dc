"""One field of Word's mail merge as written: `MERGEFIELD 姓名 \\* MERGEFORMAT`, and the tag that does the same.

Fields and their switches are those of ECMA-376 part 1, 17.16.5.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

MERGEFIELD = "MERGEFIELD"

NameReader = Callable[[str], str]
"""From a bare name to the expression that it means. Raises Unfilled."""

_DELETE = "请在 Word 里删去这个域"
_ONE_EACH = f"{_DELETE}；要把几个人排在一份里的，请用花名册"
_NO_NUMBER = f"{_DELETE}；要编号的，请用花名册"
_NEVER_ASKS = f"{_DELETE}，把要填的内容写进数据"
_WRITE_FIELDS = f"{_DELETE}，改插入“姓名”“单位名称”等合并域"
UNSUPPORTED = {
    **dict.fromkeys(("NEXT", "NEXTIF", "SKIPIF"), ("这里每人生成一份，不在一份里接着排下一个人", _ONE_EACH)),
    **dict.fromkeys(("MERGEREC", "MERGESEQ"), ("这里没有记录号", _NO_NUMBER)),
    **dict.fromkeys(("ASK", "FILLIN"), ("生成时不能提问", _NEVER_ASKS)),
    **dict.fromkeys(("ADDRESSBLOCK", "GREETINGLINE", "DATABASE"), ("它要用 Word 自己的数据源", _WRITE_FIELDS)),
}
"""The other fields of mail merge: why each cannot be filled, and what to do."""

_PARTS = re.compile(r"\s*(?P<kind>=|[A-Za-z]+)\s*(?P<name>\"[^\"]*\"|[^\\]*)(?P<rest>.*)", re.DOTALL)
_SWITCH = re.compile(r"\\(?P<letter>\S)\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\\\"]+))?")
_NO_EFFECT = ("MERGEFORMAT", "MERGEFORMATINET", "CHARFORMAT")
_CASES = {"UPPER": "upper", "LOWER": "lower"}
_MARKS_OF_TAGS = re.compile(r"[{}]")


class Unfilled(Exception):
    """Why a field cannot be filled, and what to do about it."""

    def __init__(self, message: str, remedy: str):
        self.message, self.remedy = message, remedy
        super().__init__(message)


@dataclass(frozen=True)
class Instruction:
    """What a field is told to do: its kind in capitals, the name behind it, and its switches."""

    kind: str
    name: str
    switches: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str) -> "Instruction":
        """The instruction in the text of a field."""
        plain = text.replace("“", '"').replace("”", '"')
        match = _PARTS.match(plain)
        if match is None:
            return cls("", "")
        switches = tuple(
            (switch["letter"].lower(), switch["quoted"] or switch["bare"] or "")
            for switch in _SWITCH.finditer(match["rest"])
        )
        return cls(match["kind"].upper(), match["name"].strip().strip('"').strip(), switches)

    def tag(self, read: NameReader) -> str:
        """The tag that prints what the field would. Raises Unfilled."""
        if not self.name:
            raise Unfilled("合并域没有写名称", _DELETE)
        expression = read(self.name)
        printed, before, after = expression, "", ""
        for letter, argument in self.switches:
            if letter in "bf":
                before, after = (argument, after) if letter == "b" else (before, argument)
            else:
                printed += self._filter(letter, argument)
        if _MARKS_OF_TAGS.search(before + after):
            raise Unfilled(f"合并域“{self.name}”前后的文字里有大括号", "请去掉大括号，或把这些文字写在域的外面")
        if not (before or after):
            return f"{{{{ {printed} }}}}"
        return f"{{% if {expression} %}}{before}{{{{ {printed} }}}}{after}{{% endif %}}"

    def _filter(self, letter: str, argument: str) -> str:
        """What a switch adds to the expression. \\m, \\v and \\! change nothing here."""
        if letter in "mv!" or (letter == "*" and argument.upper() in _NO_EFFECT):
            return ""
        if letter == "*" and argument.upper() in _CASES:
            return f"|{_CASES[argument.upper()]}"
        if letter == "@" and argument and not _MARKS_OF_TAGS.search(argument):
            return f"|日期格式({_quoted(argument)})"
        written = f"\\{letter} {argument}".strip()
        remedy = "请在 Word 里右键点这个域，选“切换域代码”，删去这个开关"
        raise Unfilled(f"合并域“{self.name}”的开关“{written}”不支持", remedy)


def _quoted(text: str) -> str:
    """The text as a constant of the template; a date picture of Word has no use for a backslash at its end."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
