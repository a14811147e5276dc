"""Values as YAML that reads back as the same text, whatever stands in them."""

import re

_PLAIN = re.compile(
    r"(?:[\w（《“〔](?:[\w，。、；（）〔〕《》“”‘’·—－…/％%+.()\x20-]*[\w，。、；（）〔〕《》”’·…％%)])?)"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_UNSEEN = re.compile(r"[\xa0\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]")


def scalar(text: str) -> str:
    """The text on one line: bare where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and "\n" not in text:
        return text
    quoted = "".join(_ESCAPES.get(char, char) for char in text)
    return '"' + _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04X}", quoted) + '"'


def block(lines: list[str], indent: int) -> list[str]:
    """The lines of a block of text (`|`), indented by this many spaces; empty lines stay empty."""
    return [f"{' ' * indent}{line}" if line else "" for line in lines]


def comment(text: str) -> str:
    """The text as the end of a comment: on one line, without what a YAML file cannot hold."""
    return " ".join(text.split())
