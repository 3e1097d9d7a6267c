"""Show every edit gained or lost between two runs over the same documents, rule by rule.

    normalize clean --format jsonl texts/*.txt > before.jsonl      # at one commit
    normalize clean --format jsonl texts/*.txt > after.jsonl       # at the other
    python scripts/edit_diff.py before.jsonl after.jsonl

Results are paired by their id, and by their place in the file where they have none. An edit is the same when its
place, its two texts and its rule are. Exits 1 when anything differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from normalize.report.lines import visible


class Row(NamedTuple):
    """One edit of one document; sorts by rule first."""

    rule: str
    document: str
    start: int
    end: int
    before: str
    after: str


def edits(path: Path) -> Counter[Row]:
    """Return the edits of a file of results; several results may share an id."""
    return Counter(row for number, line in enumerate(_lines(path), start=1) for row in _rows(line, number, path))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from file


def _rows(line: str, number: int, path: Path) -> Iterator[Row]:
    try:
        result: dict[str, Any] = json.loads(line)
        name = result["id"] or f"line {number}"
        for edit in result["edits"]:
            yield Row(edit["rule"], name, edit["start"], edit["end"], edit["before"], edit["after"])
    except (ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{path}:{number}: not a result of `normalize clean --format jsonl`: {error}") from None


def report(before: Counter[Row], after: Counter[Row]) -> Iterator[str]:
    """Yield the lines of the report: each rule with its counts, then what it lost (-) and gained (+)."""
    lost, gained = before - after, after - before
    for rule in sorted({row.rule for row in (*lost, *gained)}):
        minus, plus = _of(rule, lost), _of(rule, gained)
        kept = sum((before & after)[row] for row in before & after if row.rule == rule)
        yield f"{rule}: {len(minus)} lost, {len(plus)} gained, {kept} kept"
        for sign, row in sorted([*(("-", row) for row in minus), *(("+", row) for row in plus)], key=_place):
            change = f'"{visible(row.before)}" -> "{visible(row.after)}"'
            yield f"  {sign} {visible(row.document)}:{row.start}-{row.end} {change}"
    yield f"all: {lost.total()} lost, {gained.total()} gained, {(before & after).total()} kept"


def _of(rule: str, rows: Counter[Row]) -> list[Row]:
    return [row for row in rows.elements() if row.rule == rule]


def _place(item: tuple[str, Row]) -> tuple[str, int, int, bool]:
    return item[1].document, item[1].start, item[1].end, item[0] == "+"


def main() -> int:
    """Read the two files, print the report, answer with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args()
    before, after = edits(given.before), edits(given.after)
    sys.stdout.write("".join(line + "\n" for line in report(before, after)))
    return int(before != after)


if __name__ == "__main__":
    raise SystemExit(main())
