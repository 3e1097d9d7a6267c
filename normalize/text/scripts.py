"""Which script a character is written in (ISO 15924 codes)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from normalize.model.characters import beyond_ascii

# First code point of each block and its script; "" where a block is shared (punctuation, digits, symbols) or not
# among the scripts this package knows. Source: Unicode Scripts.txt, blocks joined where letters are of one script.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, ""), (0x0041, "Latn"), (0x005B, ""), (0x0061, "Latn"), (0x007B, ""), (0x00AA, "Latn"), (0x00AB, ""),
    (0x00BA, "Latn"), (0x00BB, ""), (0x00C0, "Latn"), (0x00D7, ""), (0x00D8, "Latn"), (0x00F7, ""),
    (0x00F8, "Latn"), (0x02B9, ""), (0x0370, "Grek"), (0x037E, ""), (0x037F, "Grek"), (0x0387, ""),
    (0x0388, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, ""), (0x0620, "Arab"),
    (0x0640, ""), (0x0641, "Arab"), (0x0660, ""), (0x066E, "Arab"), (0x06D4, ""), (0x06D5, "Arab"), (0x06DD, ""),
    (0x06E5, "Arab"), (0x06F0, ""), (0x06FA, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, ""),
    (0x08A0, "Arab"), (0x0900, "Deva"), (0x0980, ""), (0x0E00, "Thai"), (0x0E80, ""), (0x10A0, "Geor"),
    (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, ""), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""),
    (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""), (0x2C60, "Latn"), (0x2C80, ""), (0x2D00, "Geor"),
    (0x2D30, ""), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x3040, "Hira"), (0x30A0, "Kana"), (0x3100, ""),
    (0x3130, "Hang"), (0x3190, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Hani"), (0x4DC0, ""),
    (0x4E00, "Hani"), (0xA000, ""), (0xA640, "Cyrl"), (0xA6A0, ""), (0xA720, "Latn"), (0xA800, ""),
    (0xAC00, "Hang"), (0xD7B0, ""), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB13, "Armn"), (0xFB1D, "Hebr"),
    (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""), (0xFF21, "Latn"), (0xFF3B, ""),
    (0xFF41, "Latn"), (0xFF5B, ""), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, ""), (0x20000, "Hani"),
    (0x32000, ""),
)  # fmt: skip
_NO_LETTERS = bytes(code for code in range(256) if not (code < 128 and chr(code).isalpha()))
_STARTS = [start for start, _ in _BLOCKS]


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the script of one character, "" for digits, punctuation, marks and scripts not known here.

    >>> script_of("Q"), script_of("ق"), script_of("ї"), script_of("7")
    ('Latn', 'Arab', 'Cyrl', '')
    """
    return _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1]


_IDEOGRAPHS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_OTHER = re.compile("[^\\x00-\u036f\u1e00-\u1eff\u2000-\u2bff]")


def is_latin(text: str) -> bool:
    """Answer whether no letter of `text` is of another script than the Latin one.

    >>> is_latin("Đoković, 7"), is_latin("Qani (قاآنی)")
    (True, False)
    """
    return text.isascii() or not _OTHER.search(text)


def scripts(text: str) -> Counter[str]:
    """Count the letters of each script in `text`.

    >>> scripts("Qaani قاآنی")
    Counter({'Latn': 5, 'Arab': 5})
    """
    counts: Counter[str] = Counter()
    if latin := len(text.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS)):
        counts["Latn"] = latin
    beyond = beyond_ascii(text)
    few = _IDEOGRAPHS.sub("\u4e00", beyond)  # hardly one is there twice: they are counted together
    for character, number in Counter(few).items():
        if script := script_of(character):
            counts[script] += number
    if len(few) < len(beyond):
        counts["Hani"] += len(beyond) - len(few)
    return counts


def main_script(text: str) -> str:
    """Return the script most letters of `text` are in, "" when it has none.

    >>> main_script("Qani (قاآنی) said so")
    'Latn'
    """
    most = scripts(text).most_common(1)
    return most[0][0] if most else ""
