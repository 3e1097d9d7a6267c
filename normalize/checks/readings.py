"""What the numbers of a text may stand for in another language: figures, words, Han and Roman numerals, eras.

Two numbers are compared by their cores, the figures without separators and noughts at the ends, so that 1,500 is 1.500
and 1500, and 60万 is 600,000.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Groups of three figures behind a separator, decimals; "4. 2022" and "4.2022" are two numbers.
NUMBER = re.compile(r"\d+(?:[.,٫٬'\u00a0\u202f ]\d{3}(?!\d))*(?:[.,٫·]\d+)?")
_HAN_DIGITS = {c: str(n % 10) for n, c in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")} | {
    "两": "2",
    "〇": "0",
    "零": "0",
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = re.compile(r"(\d{1,4})[万萬亿億兆](\d{1,4}(?:[.,・]\d{1,4})?)(千)?(?!\d)")  # 4億5000万, 5万7千, 3万1234・56
_DECIMAL = re.compile(r"(\d{1,9})・(\d{1,9})")  # 12・34 in Japanese newspapers
_HALF_HOUR = re.compile(r"\d[时時点點]半")
_ERA = re.compile(r"(明治|大正|昭和|平成|令和|民国|民國)(\d{1,3})年")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
_HAN = re.compile("[〇零一二三四五六七八九两十百千万亿]{1,12}")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVX]{1,6}(?![A-Za-z])")
_ROMAN_FIGURES = {"I": 1, "V": 5, "X": 10}
LONGEST = 20  # figures of a number read as a whole


def readings(text: str) -> frozenset[str]:
    """Return every way the numbers of a text may be read: "=" and a core, or the figures of a group alone.

    >>> sorted(readings("В IV квартале 2022 г."))
    ['2022', '4', '=2022', '=4']
    >>> "=57" in readings("５万７千人"), "=2021" in readings("令和3年度")
    (True, True)
    """
    plain = text if text.isascii() else "".join(map(_narrow, text))
    numbers = {match[0] for match in NUMBER.finditer(plain)}
    pieces = {piece for number in numbers for piece in re.findall(r"\d+", number)}
    decades = {f"{century}{piece}" for piece in pieces if len(piece) == 2 for century in (18, 19, 20)}
    spoken = {str(value) for value in _spoken(plain)}
    cores = {f"={core(number)}" for number in numbers | pieces | decades | spoken}
    raw = {str(int(piece)) for piece in pieces | spoken if len(piece) < LONGEST and piece.isdecimal()}
    return frozenset(cores | raw | _eastern(plain))


def _narrow(character: str) -> str:
    return chr(ord(character) - 0xFEE0) if "\uff10" <= character <= "\uff19" else character


def _spoken(text: str) -> set[int]:
    """Return the numbers of Roman numerals, of eras and of half hours."""
    found = {value for _, value in romans(text)}
    found |= {_ERAS[era] + int(year) for era, year in _ERA.findall(text)}
    return found | ({30} if _HALF_HOUR.search(text) else set())


def romans(text: str) -> Iterator[tuple[str, int]]:
    """Yield the Roman numerals of a text, up to a few dozen, and what they stand for."""
    return ((match[0], _roman(match[0])) for match in _ROMAN.finditer(text))


def _roman(letters: str) -> int:
    """Return the value of a Roman numeral.

    >>> _roman("XIV"), _roman("VII")
    (14, 7)
    """
    values = [_ROMAN_FIGURES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _eastern(text: str) -> set[str]:
    """Return the readings of the numbers only a Chinese or Japanese text writes so."""
    if text.isascii():
        return set()
    joined = {match[1] + _part(match[2], bool(match[3])) for match in _MYRIADS.finditer(text)}
    decimal = {match[1] + match[2] for match in _DECIMAL.finditer(text)}
    return {f"={core(figures)}" for figures in joined | decimal} | han(text)


def _part(figures: str, thousands: bool) -> str:
    """Return what stands behind 万 in four figures, and what stands behind its point."""
    whole, _, rest = re.sub("[.,・]", ".", figures).partition(".")
    return (f"{whole}000" if thousands else whole).zfill(4) + rest


def core(number: str) -> str:
    """Return the figures that tell a number apart: no separators, no noughts at its ends.

    >>> core("1,500"), core("1.5"), core("٢٠١٤")
    ('15', '15', '2014')
    """
    figures = "".join(
        str(unicodedata.digit(c)) for c in number if c.isdigit() and unicodedata.digit(c, None) is not None
    )
    return figures.strip("0") or "0"


def han(text: str) -> set[str]:
    """Return the readings of the numbers a Chinese or Japanese text spells with Han numerals.

    >>> sorted(han("第二十二届"))
    ['22', '=212', '=22']
    """
    found: set[str] = set()
    for match in _HAN.findall(text):
        figures = "".join(_HAN_DIGITS.get(c, "") for c in match)
        found.add(f"={core(''.join(_HAN_DIGITS.get(c, '0' if c != '十' else '1') for c in match))}")
        found.add(f"={core(figures or '1')}")
        value = _han_value(match)
        found |= {str(value), f"={core(str(value))}"}
    return found


def _han_value(numeral: str) -> int:
    """Return the value of a Han numeral below ten thousand; figures in a row are read as such.

    >>> _han_value("二十二"), _han_value("十五"), _han_value("三百零四"), _han_value("二〇一四")
    (22, 15, 304, 2014)
    """
    total = figure = 0
    for character in numeral:
        if unit := _HAN_UNITS.get(character):
            total, figure = total + max(figure, 1) * unit, 0
        elif character in _HAN_DIGITS:
            figure = figure * 10 + int(_HAN_DIGITS[character])
    return total + figure
