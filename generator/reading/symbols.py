"""Characters that a file holds as the picture of a symbol font, and as formula fields: in Unicode."""

import re


def _row(codes: str, characters: str) -> dict[int, str]:
    """Code points (two hexadecimal digits each) and their characters."""
    return dict(zip(bytes.fromhex(codes), characters, strict=True))


# Code points in the fonts that offices use for ticks and bullets; the fonts' own tables hold hundreds more.
_WINGDINGS = {
    **_row("2228292a466c6d6e6f707172737475767781828384858687", "✂☎✆✉☞●❍■□❐❑❒⬧⧫◆❖◆①②③④⑤⑥⑦"),
    **_row("88898a8c8d8e8f9091929394959e9fa1a2a3a4a7a8abb2d8", "⑧⑨⑩❶❷❸❹❺❻❼❽❾❿·•○○○◎▪□★◇➢"),
    **_row("dfe0e1e2e8eff0fbfcfdfe", "←→↑↓➔⇦⇨✗✓☒☑"),
}
_WINGDINGS_2 = {
    **_row("2a4f50515253546a6b6c6d6e6f7071727375767778797a7b", "☑✗✓☒☑☒☒①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼"),
    **_row("7c7d7e9798999a9ba0a1a2a3a4aeafb0", "❽❾❿●•●○○▪■■□□◆◆◇"),
}
_SYMBOL = {
    **_row("57616264676c6d70a2a3a5aeb0b1b2b3b4b6b7b8b9bbbcd2", "Ωαβδγλμπ′≤∞→°±″≥×∂•÷≠≈…®"),
    **_row("d3d4d6e5", "©™√∑"),
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_CIRCLES = "○◯〇"
_CIRCLED = {
    **{str(number): chr(0x2460 + number - 1) for number in range(1, 21)},
    **dict(zip("一二三四五六七八九十", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", strict=True)),
}
_OVERSTRIKE = re.compile(r"\\o(?:\\a[lcr])?\s*\((.*)\)\s*$", re.IGNORECASE | re.DOTALL)
_EQ_SWITCH = re.compile(r"\\(?:[a-z]{1,2}\d*|[(),;\\])", re.IGNORECASE)


def symbol(code: int, font: str) -> str | None:
    """The Unicode character of a symbol font's character, or None where it is not known here."""
    own = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get(font.strip().lower())
    if table is not None and own in table:
        return table[own]
    if 0xE000 <= code <= 0xF8FF or table is not None or not 0x20 <= code <= 0x10FFFF:
        return None
    return chr(code)


def likely_symbol(code: int) -> str | None:
    """The same where the font is not known: the character that all fonts having it agree on, or None."""
    own = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    found = {table[own] for table in _FONTS.values() if own in table}
    return found.pop() if len(found) == 1 else None


def bullet(text: str, font: str) -> str:
    """The bullet of a list, whatever font draws it."""
    shown = []
    for char in text:
        private = 0xE000 <= ord(char) <= 0xF8FF
        shown.append(symbol(ord(char), font) or "•" if private or font.strip().lower() in _FONTS else char)
    return "".join(shown)


def equation(instruction: str) -> str:
    """What an EQ field shows in plain text: 带圈字符 as ① or ㊀, of other formulas the characters in order."""
    body = re.sub(r"^\s*EQ\s*", "", instruction, flags=re.IGNORECASE)
    match = _OVERSTRIKE.search(body)
    if match:
        parts = [_EQ_SWITCH.sub("", part).strip(" ()") for part in re.split(r"[,;]", match.group(1))]
        if len(parts) == 2 and parts[0] in _CIRCLES and parts[1] in _CIRCLED:
            return _CIRCLED[parts[1]]
    return re.sub(r"[(),;]", "", _EQ_SWITCH.sub("", body)).strip()
