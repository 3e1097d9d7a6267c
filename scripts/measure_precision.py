"""Measure how many findings of each rule touch an error that people marked in machine translations.

    python scripts/measure_precision.py ru-en.jsonl.gz zh-en.jsonl [--write]
    python scripts/measure_precision.py --text target --source source --errors spans sets/*.jsonl

Each file is JSON Lines, gzipped or not: a translation, its source, and the marked errors as [start, end, ...] in code
points of the translation. A row without a translation may name the languages of those below it (`lang`,
`source_lang`). Sets are added up; `chance` weighs each finding with the share of the characters of its own set that
stand in an error. Prints a table, or with `--write` puts `precision` into the rule files, touching no other line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from measure_rates import written

from normalize import Cleaner
from normalize.checks.rule import Precision


@dataclass
class Tally:
    """What each rule found in one set, and what of it touches a marked error; characters in errors and in all."""

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    marked: int = 0
    size: int = 0

    @property
    def base(self) -> float:
        """The precision of a character drawn at random."""
        return self.marked / max(1, self.size)


def rows(path: Path) -> Iterator[dict[str, object]]:
    """Yield the rows of a file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(path: Path, text: str, source: str, errors: str) -> Tally:
    """Check every translation of one set against its source."""
    tally, lang, source_lang, engine = Tally(), "", "", Cleaner()
    for row in rows(path):
        if not isinstance(row.get(text), str):
            lang, source_lang = str(row.get("lang") or ""), str(row.get("source_lang") or "")
            engine = Cleaner(lang=lang, source_lang=source_lang)
            continue
        target, original = str(row[text]), row.get(source)
        inside = bytearray(len(target) + 1)
        for start, end, *_ in row[errors]:  # type: ignore[attr-defined]
            inside[start : min(end, len(target))] = b"\1" * max(0, min(end, len(target)) - start)
        tally.marked += sum(inside)
        tally.size += len(target)
        for finding in engine.check(target, original if isinstance(original, str) else None):
            tally.found[finding.rule] += 1
            tally.right[finding.rule] += any(inside[finding.span.start : max(finding.span.end, finding.span.start + 1)])
    return tally


def precisions(tallies: Iterable[Tally]) -> dict[str, Precision]:
    """Add the sets up.

    >>> sets = [Tally(Counter(a=3), Counter(a=2), 10, 100), Tally(Counter(a=1), Counter(a=1), 40, 100)]
    >>> precisions(sets)
    {'a': Precision(found=4, right=3, chance=0.7)}
    """
    sets = list(tallies)
    return {
        rule: Precision(
            sum(each.found[rule] for each in sets),
            sum(each.right[rule] for each in sets),
            round(sum(each.found[rule] * each.base for each in sets), 1),
        )
        for rule in sorted({rule for each in sets for rule in each.found})
    }


def line_of(measured: Precision) -> str:
    """Write a precision as a line of a rule file.

    >>> line_of(Precision(4, 3, 0.7))
    'precision = { found = 4, right = 3, chance = 0.7 }'
    """
    return f"precision = {{ found = {measured.found}, right = {measured.right}, chance = {measured.chance:g} }}"


def main(words: list[str]) -> int:
    """Measure, then print or write; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--text", default="target", help="column of the translation (target)")
    parser.add_argument("--source", default="source", help="column of the source (source)")
    parser.add_argument("--errors", default="errors", help="column of the marked errors (errors)")
    parser.add_argument("--rules", type=Path, default=ROOT / "normalize" / "rules", help="folder of the rule files")
    parser.add_argument("--write", action="store_true", help="put the precisions into the rule files")
    given = parser.parse_args(words)
    measured = precisions(measure(path, given.text, given.source, given.errors) for path in given.sets)
    if not given.write:
        print(f"{'found':>7}{'right':>7}{'precision':>10}{'x chance':>9}  rule")
        for rule, p in sorted(measured.items(), key=lambda item: -item[1].found):
            print(f"{p.found:>7}{p.right:>7}{p.precision:>10.2f}{p.over_chance:>9.1f}  {rule}")
        return 0
    lines = {rule: line_of(precision) for rule, precision in measured.items()}
    for path in sorted(given.rules.rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(written(text, "precision", lines), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
