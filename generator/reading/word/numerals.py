"""The numerals that automatic numbering shows: a number in one of Word's numbering formats (ECMA-376 17.18.59)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("〇一二三四五六七八九十百千零", "零壹贰叁肆伍陆柒捌玖拾佰仟零")
_LEGAL_TRADITIONAL = str.maketrans("〇一二三四五六七八九十百千萬零", "零壹貳參肆伍陸柒捌玖拾佰仟萬零")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def numeral(number: int, style: str) -> str | None:
    """The numeral of a number in the format, or None for a format that is not known here."""
    write = _FORMATS.get(style)
    return (write(number) if number >= 0 else str(number)) if write else None


def _counting(number: int, ten_thousand: str = "万") -> str:
    """一, 十, 十一, 二十, 一百零一: up to ninety-nine million, as one counts aloud."""
    if number >= 10000:
        high, low = divmod(number, 10000)
        gap = "零" if 0 < low < 1000 else ""
        return _counting(high) + ten_thousand + gap + (_counting(low) if low else "")
    text, pending = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if pending else "") + _DIGITS[digit] + _UNITS[place]
        pending = bool(text) and not digit
    return ("十" + text[2:] if text.startswith("一十") else text) or "〇"


def _japanese(number: int) -> str:
    """Counting without 一 before 十, 百, 千 and without 零."""
    text = _counting(number).replace("零", "")
    return text.replace("一百", "百").replace("一千", "千").replace("一十", "十")


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """a to z, then aa, bb, as Word counts."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if 0 < number <= 26 * 30 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_ONES):
        count, number = divmod(number, value)
        text += letters * count
    return text


def _series(first: str, count: int, more: str = "") -> Callable[[int], str]:
    """Numerals that stand one after another in Unicode; beyond their end the plain number."""

    def write(number: int) -> str:
        if 1 <= number <= count:
            return chr(ord(first) + number - 1)
        beyond = number - count - 1
        return more[beyond] if 0 <= beyond < len(more) else str(number)

    return write


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _sexagenary(number: int) -> str:
    return _cycle(_STEMS)(number) + _cycle(_BRANCHES)(number)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_CIRCLED = _series("①", 20, "㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": lambda number: _counting(number, "萬"),
    "koreanCounting": _counting,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "koreanDigital2": _digits,
    "chineseLegalSimplified": lambda number: _legal(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: _legal(number, "萬").translate(_LEGAL_TRADITIONAL),
    "japaneseLegal": lambda number: _legal(number, "萬").translate(_LEGAL_TRADITIONAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "none": lambda number: "",
}


def _legal(number: int, ten_thousand: str = "万") -> str:
    """Counting as on cheques: 壹拾, never 拾 alone."""
    text = _counting(number, ten_thousand)
    return f"一{text}" if text.startswith("十") else text
