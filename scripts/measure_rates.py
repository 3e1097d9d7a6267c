"""Measure how often each phrase rule fires in original, human-translated and machine-translated text.

    python scripts/measure_rates.py --original a.txt --human b.jsonl --machine c.jsonl.gz [--write]
    python scripts/measure_rates.py --lang de --rules my-rules --machine c.jsonl --column target --source-column lang

Samples are plain text, one passage a line, or JSON Lines (`.jsonl`, gzipped or not) with the text in one column; lines
without that column are passed over. Rates are occurrences per million words. A translation whose source language is
known (`--source-column`) counts only for the rules made for that language; a rule none of whose languages is in
the sample is measured on all of it. Prints a table, or with `--write` puts `rates` into the rule files, touching no
other line; `found` is the number of occurrences in translations that the rates stand on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from normalize.checks import Rule, Rulebook
from normalize.checks.rule import Rates
from normalize.checks.rulefile import load_rules
from normalize.text import read

SAMPLES = ("original", "human", "machine")
_WORD = re.compile(r"\w+")


@dataclass
class Sample:
    """Words by source language, and findings by rule (or phrase) and source language; "" where it is not known."""

    words: Counter[str] = field(default_factory=Counter)
    found: dict[str, Counter[str]] = field(default_factory=dict)

    def count(self, key: str, sources: Iterable[str] = ()) -> tuple[int, int]:
        """Return how often `key` was found in text from `sources`, or from any if there is none of these, and the words.

        >>> sample = Sample(Counter(ru=1000, zh=500), {"calque.recall": Counter(ru=2, zh=1)})
        >>> sample.count("calque.recall", ("ru", "uk")), sample.count("calque.recall", ("ar",))
        ((2, 1000), (3, 1500))
        """
        chosen = [lang for lang in sources if self.words[lang]] or list(self.words)
        found = self.found.get(key, Counter())
        return sum(found[lang] for lang in chosen), sum(self.words[lang] for lang in chosen)


def passages(path: Path, column: str, source_column: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a sample, each with its source language ("" where none is given)."""
    name = path.name.removesuffix(".gz")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if not name.endswith(".jsonl"):
                yield line.rstrip("\n"), ""
            elif isinstance(row := json.loads(line), dict) and isinstance(row.get(column), str):
                yield row[column], str(row.get(source_column) or "") if source_column else ""


def measure(book: Rulebook, texts: Iterable[tuple[str, str]], lang: str, phrases: bool = False) -> Sample:
    """Run `book` over `texts`; with `phrases` also count each wording that was found, as "rule: wording"."""
    sample = Sample()
    for text, source in texts:
        sample.words[source] += len(_WORD.findall(text))
        document = read(text, lang)
        for finding in book.check(document, every=True):  # a rule's rate is its own, whatever others find there
            keys = [finding.rule]
            if phrases:
                keys.append(f"{finding.rule}: {finding.span.of(document.folded).lower()}")
            for key in keys:
                sample.found.setdefault(key, Counter())[source] += 1
    return sample


def rates(samples: dict[str, Sample], key: str, sources: Iterable[str]) -> Rates:
    """Return the rates of one rule, to a tenth of an occurrence per million words."""
    of_languages = {"original": (), "human": tuple(sources), "machine": tuple(sources)}
    counts = {name: samples[name].count(key, of_languages[name]) for name in SAMPLES}
    per_million = {name: round(1e6 * found / max(1, words), 1) for name, (found, words) in counts.items()}
    return Rates(**per_million, found=counts["human"][0] + counts["machine"][0])


def line_of(measured: Rates) -> str:
    """Write rates as a line of a rule file.

    >>> line_of(Rates(0.0, 8.5, 53.0, 94))
    'rates = { original = 0, human = 8.5, machine = 53, found = 94 }'
    """
    numbers = [f"{name} = {getattr(measured, name):g}" for name in SAMPLES]
    return f"rates = {{ {', '.join(numbers)}, found = {measured.found} }}"


def written(text: str, key: str, lines_of: dict[str, str]) -> str:
    """Return the rule file `text` with the `key` line of its rules put before their hits, or in the place of the old.

    >>> print(written('[[rule]]\\nid = "a.b"\\nhits = []\\n', "rates", {"a.b": "rates = { found = 3 }"}), end="")
    [[rule]]
    id = "a.b"
    rates = { found = 3 }
    hits = []
    """
    lines, id_ = [], ""
    for line in text.split("\n"):
        if line == "[[rule]]":
            id_ = ""
        elif match := re.match(r'id\s*=\s*"([^"]+)"', line):
            id_ = match[1]
        if id_ in lines_of and re.match(rf"{key}\s*=", line):
            continue
        if id_ in lines_of and re.match(r"hits\s*=", line):
            lines.append(lines_of[id_])
        lines.append(line)
    return "\n".join(lines)


def table(samples: dict[str, Sample], rules: Iterable[Rule], phrases: bool) -> Iterator[str]:
    """Yield the lines of the report: rates, occurrences in translations, lift; the wordings below their rule."""
    yield f"{'original':>9}{'human':>9}{'machine':>9}{'found':>7}{'lift':>8}  rule"
    for rule in rules:
        wordings = {key for sample in samples.values() for key in sample.found if key.startswith(f"{rule.id}: ")}
        for key in (rule.id, *(sorted(wordings) if phrases else ())):
            r = rates(samples, key, rule.sources)
            shown = key if key == rule.id else "    " + key.removeprefix(f"{rule.id}: ")
            yield f"{r.original:>9.7g}{r.human:>9.7g}{r.machine:>9.7g}{r.found:>7}{r.lift:>8.1f}  {shown}"


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in SAMPLES:
        parser.add_argument(f"--{name}", nargs="+", type=Path, default=[], metavar="FILE", help=f"{name} text")
    parser.add_argument("--rules", type=Path, default=ROOT / "normalize" / "rules", help="rule file or folder")
    parser.add_argument("--only", default="", help="only rules whose id begins so")
    parser.add_argument("--lang", default="en", help="language of the samples (en)")
    parser.add_argument("--column", default="text", help="column of the text in JSON Lines (text)")
    parser.add_argument("--source-column", default="", help="column of the source language")
    parser.add_argument("--phrases", action="store_true", help="show every wording that was found")
    parser.add_argument("--write", action="store_true", help="put the rates into the rule files")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Measure, then print or write; 0 when done."""
    given = _arguments(words)
    rules = [
        rule
        for rule in load_rules(given.rules)
        if rule.kind != "check" and rule.id.startswith(given.only) and rule.applies(given.lang, "")
    ]
    book = Rulebook(rules)
    samples = {
        name: measure(
            book,
            (each for path in getattr(given, name) for each in passages(path, given.column, given.source_column)),
            given.lang,
            given.phrases,
        )
        for name in SAMPLES
    }
    if not given.write:
        print("\n".join(table(samples, rules, given.phrases)))
        return 0
    measured = {rule.id: line_of(rates(samples, rule.id, rule.sources)) for rule in rules if rule.origin}
    for path in sorted({Path(rule.path) for rule in rules if rule.id in measured}):
        text = path.read_text(encoding="utf-8")
        path.write_text(written(text, "rates", measured), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
