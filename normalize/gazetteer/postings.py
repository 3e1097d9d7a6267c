"""Tables of whole numbers in mapped files: nothing is read before it is asked for."""

from __future__ import annotations

import mmap
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_ALONE = 1 << 31  # set in an offset: the row is the one number in the other bits


def mapped(path: Path) -> memoryview:
    """Return the bytes of a file, mapped and not read; an empty file gives no bytes."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class Postings:
    """For each number a row of whole numbers below 2**31, not empty.

    A u32 a row first: its number, where it has but one (most have), or where its length and numbers lie.
    """

    def __init__(self, path: Path) -> None:
        self._table = mapped(path).cast("I")

    def __getitem__(self, number: int) -> Sequence[int]:
        place = self._table[number]
        if place & _ALONE:
            return (place ^ _ALONE,)
        return self._table[place + 1 : place + 1 + self._table[place]]

    @staticmethod
    def write(path: Path, rows: Iterable[Sequence[int]], many: int) -> None:
        """Write as many rows in their order."""
        heads, flat = array("I"), array("I")
        for row in rows:
            heads.append(row[0] | _ALONE if len(row) == 1 else many + len(flat))
            if len(row) != 1:
                flat.append(len(row))
                flat.extend(iter(row))
        with path.open("wb") as file:
            file.write(heads.tobytes())
            file.write(flat.tobytes())


def grouped(row_of: array[int], rows: int) -> Iterator[Sequence[int]]:
    """Yield for each row the numbers that are in it, in order; `row_of` tells of each number its row.

    >>> [list(row) for row in grouped(array("I", [1, 0, 1]), 2)]
    [[1], [0, 2]]
    """
    starts = array("I", bytes(4 * (rows + 1)))
    for row in row_of:
        starts[row + 1] += 1
    for row in range(rows):
        starts[row + 1] += starts[row]
    filled, flat = array("I", starts), array("I", bytes(4 * len(row_of)))
    for number, row in enumerate(row_of):
        flat[filled[row]] = number
        filled[row] += 1
    view = memoryview(flat)
    for row in range(rows):
        yield view[starts[row] : starts[row + 1]]


def gathered(pairs: tuple[array[int], array[int]], rows: int) -> Iterator[tuple[int, ...]]:
    """Yield for each row the second numbers of the pairs whose first one it is, in order.

    >>> list(gathered((array("I", [1, 0, 1]), array("I", [7, 8, 9])), 2))
    [(8,), (7, 9)]
    """
    firsts, seconds = pairs
    for row in grouped(firsts, rows):
        yield tuple([seconds[pair] for pair in row])


class Rows:
    """For each number a row of whole numbers, short and maybe empty.

    All rows first, one behind the other; then where every 256th begins; then how far behind that each begins, in 16 bits.
    """

    _RUN = 256

    def __init__(self, path: Path, many: int) -> None:
        data = mapped(path)
        runs, steps = 4 * (many // self._RUN + 1), 2 * (many + 1)
        self._rows = data[: len(data) - runs - steps].cast("I")
        self._runs = data[len(data) - runs - steps : len(data) - steps].cast("I")
        self._steps = data[len(data) - steps :].cast("H")

    def __getitem__(self, number: int) -> Sequence[int]:
        return self._rows[self._start(number) : self._start(number + 1)]

    def _start(self, number: int) -> int:
        return self._runs[number // self._RUN] + self._steps[number]

    @classmethod
    def write(cls, path: Path, flat: array[int], ends: array[int]) -> None:
        """Write the rows that stand one behind the other in `flat`, and end there."""
        starts = array("I", [0, *ends])
        runs = starts[:: cls._RUN]
        steps = array("H", [start - runs[number // cls._RUN] for number, start in enumerate(starts)])
        path.write_bytes(flat.tobytes() + runs.tobytes() + steps.tobytes())


class Numbering:
    """The names of all entities in one row: a name is one number, which tells its entity and its place there."""

    def __init__(self, path: Path) -> None:
        self._firsts = mapped(path).cast("I")

    def __getitem__(self, name: int) -> tuple[int, int]:
        """Return the number of the entity and the place of the name among its names."""
        entity = bisect_right(self._firsts, name) - 1
        return entity, name - self._firsts[entity]

    @staticmethod
    def write(path: Path, counts: Iterable[int]) -> None:
        """Write it from the number of names of each entity; every one has at least one."""
        firsts, total = array("I"), 0
        for count in counts:
            firsts.append(total)
            total += count
        path.write_bytes(firsts.tobytes())


class Choice:
    """Some of the whole numbers from 0, in order: the number-th of them. Kept as runs without a gap."""

    def __init__(self, path: Path) -> None:
        table = mapped(path).cast("I")
        half = len(table) // 2
        self._places, self._starts = table[:half], table[half:]

    def __getitem__(self, number: int) -> int:
        run = bisect_right(self._places, number) - 1
        return self._starts[run] + number - self._places[run]

    @staticmethod
    def write(path: Path, chosen: Sequence[int]) -> None:
        """Write numbers that rise."""
        places = [place for place, number in enumerate(chosen) if not place or number != chosen[place - 1] + 1]
        path.write_bytes(array("I", [*places, *(chosen[place] for place in places)]).tobytes())
