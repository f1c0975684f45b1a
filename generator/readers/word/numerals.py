"""Numbers as word processors print them: the formats of ST_NumberFormat (ECMA-376, 17.18.59) that Chinese uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CYCLE = 60
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_LARGEST = 9999


def counted(number: int, digits: str = "零一二三四五六七八九", units: str = "千百十") -> str:
    """A number from 1 to 9999 in words, 十 to 十九 without 一.

    >>> [counted(number) for number in (7, 10, 12, 20, 35, 105, 110, 1010)]
    ['七', '十', '十二', '二十', '三十五', '一百零五', '一百一十', '一千零一十']
    """
    if not 1 <= number <= _LARGEST:
        return str(number)
    figures = f"{number:04}"
    words = "".join(
        digits[int(figure)] + (unit if figure != "0" else "")
        for figure, unit in zip(figures, (*units, ""), strict=True)
    )
    words = words.strip(digits[0]).replace(digits[0] * 2, digits[0])
    return words[1:] if _TEN <= number < _TWENTY else words


def digits(number: int, figures: str = _DIGITS) -> str:
    """Each figure by itself: 一〇五."""
    return "".join(figures[int(figure)] for figure in str(number))


def _counting(number: int) -> str:
    """As counted up to 99, each figure by itself from there."""
    return counted(number) if number < _HUNDRED else digits(number, "○一二三四五六七八九")


def _one_of(characters: str) -> Callable[[int], str]:
    """The character with that number; beyond the last the number in figures."""
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else str(number)


def _run(first: str, last: str) -> Callable[[int], str]:
    """The same for all characters from `first` to `last`."""
    return _one_of("".join(map(chr, range(ord(first), ord(last) + 1))))


def roman(number: int) -> str:
    """In small Roman numerals."""
    words = ""
    for value, sign in (*_ROMAN, *_ROMAN_ONES):
        times, number = divmod(number, value)
        words += sign * times
    return words


def letter(number: int) -> str:
    """A to z, then aa, bb and so on."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if number > 0 else str(number)


def _sexagenary(number: int) -> str:
    """甲子, 乙丑 and on to the sixtieth."""
    at = (number - 1) % _CYCLE
    return _STEMS[at % len(_STEMS)] + _BRANCHES[at % len(_BRANCHES)]


def _legal(figures: str, units: str) -> Callable[[int], str]:
    """The numerals that are safe on cheques; 10 is 壹拾."""
    return lambda number: ("" if not _TEN <= number < _TWENTY else figures[1]) + counted(number, figures, units)


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _run("①", "⑳"),
    "decimalEnclosedCircleChinese": _run("①", "⑳"),
    "decimalEnclosedParen": _run("⑴", "⒇"),
    "decimalEnclosedFullstop": _run("⒈", "⒛"),
    "ideographEnclosedCircle": _run("㊀", "㊉"),
    "chineseCounting": _counting,
    "chineseCountingThousand": counted,
    "chineseLegalSimplified": _legal("零壹贰叁肆伍陆柒捌玖", "仟佰拾"),
    "ideographLegalTraditional": _legal("零壹貳參肆伍陸柒捌玖", "仟佰拾"),
    "ideographDigital": digits,
    "japaneseDigitalTenThousand": digits,
    "taiwaneseDigital": lambda number: digits(number, "○一二三四五六七八九"),
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": lambda number: counted(number).replace("零", "").replace("一百", "百").replace("一千", "千"),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}

#: Signs of the fonts Symbol and Wingdings, which have places of their own; the rest is shown as a point.
SYMBOLS: Final = {
    0xA7: "▪", 0xB7: "•", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xA8: "□", 0x6C: "●", 0x6E: "■",
    0x75: "◆", 0x76: "❖", 0x71: "❑", 0x70: "□", 0x6F: "□", 0xB2: "★", 0xAB: "★", 0xE0: "→", 0xB0: "°", 0x52: "☑",
}  # fmt: skip


def symbol(code: int) -> str:
    """The sign that a symbol font has at `code` (U+F0xx, or the byte alone).

    >>> symbol(0xF0B7), symbol(0x6C), symbol(0x2460)
    ('•', '●', '①')
    """
    if 0xF000 <= code <= 0xF0FF or code <= 0xFF:  # noqa: PLR2004 - the private places of symbol fonts
        return SYMBOLS.get(code & 0xFF, "•")
    return chr(code)
