"""Learn what an edit between two spellings of one name costs.

    python scripts/train_names.py FOLDER

FOLDER holds the token pairs of NETransliteration-COLING2018
(github.com/steveash/NETransliteration-COLING2018; the data
are CC0): files `wd_LANGUAGE_80` with an English word, the letters of the source word and a count,
separated by tabs.
Writes normalize/names/data/costs.tsv and rarity.tsv: figures, no names.
"""

from __future__ import annotations

import collections
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.distance import Levenshtein

from normalize.names.letters import plain, sounds
from normalize.names.romanise import romanise
from normalize.names.romanise.characters import transcribed

DATA = Path(__file__).resolve().parent.parent / "normalize" / "names" / "data"
LANGUAGES = {
    "arabic": "Arab",
    "hebrew": "Hebr",
    "russian": "Cyrl",
    "chinese": "Hani",
    "korean": "Hang",
    "katakana": "Kana",
}
ALPHABET = "abcdefghijklmnopqrstuvwyzSCXGZTDWEO"
CHEAPEST = 0.6  # nats: below this an edit would say nothing at all
ROUNDS = 5
BY_HAND = 2.2  # nats: `Abd al-` and `-al-Din` are left out about as often as a vowel
SMOOTHING = 0.3
Table = dict[tuple[str, str], float]


def read(folder: Path, language: str) -> list[tuple[str, str, int]]:
    """Read (English, source word, count) of one language."""
    rows = []
    for line in (folder / f"wd_{language}_80").read_text("utf-8").splitlines():
        english, source, count = line.split("\t")
        rows.append((plain(english), source.replace(" ", ""), int(count)))
    return rows


def latin_pairs(folder: Path) -> list[tuple[str, str]]:
    """English spellings of one source word are spellings of one another; far ones are noise."""
    pairs = set()
    for language in ("arabic", "hebrew", "russian", "katakana"):
        by_source = collections.defaultdict(set)
        for english, source, _ in read(folder, language):
            if len(english) > 2:
                by_source[source].add(sounds(english))
        for spellings in by_source.values():
            words = sorted(spellings)[:12]
            pairs |= {
                (a, b)
                for i, a in enumerate(words)
                for b in words[i + 1 :]
                if Levenshtein.normalized_similarity(a, b) > 0.55
            }
    return sorted(pairs)


def cross_pairs(folder: Path, language: str) -> list[tuple[str, str]]:
    """Pair the English word with the romanised source word."""
    pairs = []
    for english, source, _ in read(folder, language)[:40000]:
        a, b = sounds(english), sounds(plain(transcribed(source) if language == "chinese" else romanise(source)))
        if a and b and Levenshtein.normalized_similarity(a, b) > 0.3:
            pairs.append((a, b))
    return pairs


def start() -> Table:
    """Return the costs the first round begins with."""
    costs = {}
    vowels = "aeiouyEO"
    for a in ALPHABET:
        costs[a, ""] = costs["", a] = 2.5 if a in vowels else 4.0
        for b in ALPHABET:
            costs[a, b] = 0.0 if a == b else 2.0 if a in vowels and b in vowels else 4.0
    return costs


def align(a: str, b: str, costs: Table) -> list[tuple[str, str]]:
    """Return the edits of the cheapest alignment, last first."""
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    back = [[("", "")] * (len(b) + 1) for _ in range(len(a) + 1)]
    for j, y in enumerate(b, 1):
        rows[0][j], back[0][j] = rows[0][j - 1] + costs.get(("", y), 9), ("", y)
    for i, x in enumerate(a, 1):
        rows[i][0], back[i][0] = rows[i - 1][0] + costs.get((x, ""), 9), (x, "")
        for j, y in enumerate(b, 1):
            rows[i][j], back[i][j] = min(
                (rows[i - 1][j - 1] + costs.get((x, y), 9), (x, y)),
                (rows[i - 1][j] + costs.get((x, ""), 9), (x, "")),
                (rows[i][j - 1] + costs.get(("", y), 9), ("", y)),
            )
    i, j, operations = len(a), len(b), []
    while i or j:
        x, y = back[i][j]
        operations.append((x, y))
        i, j = i - bool(x), j - bool(y)
    return operations


def learn(pairs: list[tuple[str, str]], symmetric: bool) -> tuple[Table, Table]:
    """Return the costs anywhere, and those of the first sounds."""
    costs = start()
    for _ in range(ROUNDS):
        counts: collections.Counter[tuple[str, str]] = collections.Counter()
        first: collections.Counter[tuple[str, str]] = collections.Counter()
        for a, b in pairs:
            operations = align(a, b, costs)
            count(operations, counts, symmetric)
            count(operations[-1:], first, symmetric)
        costs = from_counts(counts)
    return costs, from_counts(first)


def count(operations: list[tuple[str, str]], counts: collections.Counter[tuple[str, str]], symmetric: bool) -> None:
    """Add edits to the counts."""
    for x, y in operations:
        counts[x, y] += 1
        if symmetric:
            counts[y, x] += 1


def from_counts(counts: collections.Counter[tuple[str, str]]) -> Table:
    """Return what an edit makes less likely than letters that stay: -log p(x, y) / sqrt(p(x, x) p(y, y))."""
    kept = {a: counts[a, a] + 20.0 for a in ALPHABET}
    costs = {}
    for a in ALPHABET:
        for b in ALPHABET:
            edited = counts[a, b] + SMOOTHING
            costs[a, b] = 0.0 if a == b else max(CHEAPEST, -math.log(edited / math.sqrt(kept[a] * kept[b])))
        costs[a, ""] = max(CHEAPEST, -math.log((counts[a, ""] + SMOOTHING) / kept[a]))
        costs["", a] = max(CHEAPEST, -math.log((counts["", a] + SMOOTHING) / kept[a]))
    return costs


def write_costs(tables: dict[str, Table]) -> None:
    """Write the table of costs."""
    lines = [
        "# Cost of an edit between sounds (nats), by the script the right side is from; - is no sound.",
        "# A script with ^ has the costs of a first sound. # and $ (Abd al-, -al-Din) are set by hand.",
        "# Learned from NETransliteration-COLING2018 (CC0) by: python scripts/train_names.py FOLDER",
    ]
    for script, costs in tables.items():
        for (a, b), cost in sorted(costs.items()):
            if a != b and cost < 9 and not (script.endswith("Latn") and a > b):
                lines.append(f"{script}\t{a or '-'}\t{b or '-'}\t{cost:.2f}")
    for script in tables:
        lines += [
            f"{script}\t{left}\t{right}\t{BY_HAND:.2f}" for mark in "#$" for left, right in (("-", mark), (mark, "-"))
        ]
    (DATA / "costs.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def write_rarity(folder: Path) -> None:
    """Count how often a word is part of a person's name, by its sounds; only frequent ones get a row."""
    counts: collections.Counter[str] = collections.Counter()
    seen = collections.Counter()
    for language in LANGUAGES:
        for english, _, count in read(folder, language):
            seen[english] = max(seen[english], count)
    for english, count in seen.items():
        counts[sounds(english)] += count
    lines = [
        "# Sounds of a word and how often it was met among 400,000 people, 2 ** n times; others are rarer.",
        "# Counted in NETransliteration-COLING2018 (CC0) by: python scripts/train_names.py FOLDER",
    ]
    lines += [f"{code}\t{int(math.log2(n))}" for code, n in sorted(counts.items()) if n >= 8 and code]
    (DATA / "rarity.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn everything there is to learn."""
    folder = Path(sys.argv[1])
    write_rarity(folder)
    tables: dict[str, Table] = {}
    tables["Latn"], tables["^Latn"] = learn(latin_pairs(folder), symmetric=True)
    for language, script in LANGUAGES.items():
        tables[script], tables["^" + script] = learn(cross_pairs(folder, language)[:15000], symmetric=False)
    write_costs(tables)


if __name__ == "__main__":
    main()
