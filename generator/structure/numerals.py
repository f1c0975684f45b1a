"""Numbers as speeches print them: 十二, 12, １２, ⑫."""

from __future__ import annotations

import unicodedata

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_TEN = 10


def value(numeral: str) -> int | None:
    """What `numeral` counts, from 0 to 99 in Han, any size in digits; None where it is no number.

    >>> [value(numeral) for numeral in ("三", "十", "十二", "二十", "三十一", "１２", "⑫", "两", "百")]
    [3, 10, 12, 20, 31, 12, 12, 2, None]
    """
    plain = unicodedata.normalize("NFKC", numeral)
    if plain.isdecimal():
        return int(plain)
    tens, ten, ones = numeral.rpartition("十")
    if not set(tens + ones) <= _DIGITS.keys() or len(tens) > 1 or len(ones) > 1 or not numeral:
        return None
    if not ten:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens else 1) * _TEN + (_DIGITS[ones] if ones else 0)


def year(numeral: str) -> int | None:
    """A year of four digits, in Han or not.

    >>> year("二〇二〇"), year("２０２０"), year("2020"), year("二十")
    (2020, 2020, 2020, None)
    """
    digits = "".join(str(_DIGITS.get(character, character)) for character in numeral)
    plain = unicodedata.normalize("NFKC", digits)
    return int(plain) if len(numeral) == len("2020") and plain.isdecimal() else None


def han(number: int) -> str:
    """`number` (1 to 99) in Han numerals.

    >>> han(3), han(10), han(12), han(20), han(31)
    ('三', '十', '十二', '二十', '三十一')
    """
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, _TEN)
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")
