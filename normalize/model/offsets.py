"""Code points to UTF-16 units and UTF-8 bytes: editors and other languages count differently."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Unit = Literal["utf-16", "utf-8"]
_CODEC = {"utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}


def convert(text: str, offsets: Iterable[int], unit: Unit) -> dict[int, int]:
    """Map each code-point offset into `text` to its offset in `unit`; one pass over the text.

    A lone surrogate counts as one UTF-16 unit and as three bytes.

    >>> convert("a😀b", [0, 1, 2, 3], "utf-16")
    {0: 0, 1: 1, 2: 3, 3: 4}
    >>> convert("قاآنی", [0, 5], "utf-8")
    {0: 0, 5: 10}
    """
    codec, width = _CODEC[unit]
    units, position, mapped = 0, 0, {}
    for offset in sorted(set(offsets)):
        units += len(text[position:offset].encode(codec, "surrogatepass")) // width
        position = offset
        mapped[offset] = units
    return mapped
