"""How much likelier a word is in one language than in another."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib import resources


def leaning(word: str, lang: str, other: str) -> float:
    """Return how much likelier `word` is in `lang` than in `other`: the mean log ratio of its three-letter runs.

    The counts are langdetect's profiles; 0 where it has none.
    """
    first, second = _profile(lang), _profile(other)
    if not first or not second:
        return 0.0
    runs = [f" {word} "[n : n + 3] for n in range(len(word))]
    return sum(math.log((first.get(r, 0) + 1e-6) / (second.get(r, 0) + 1e-6)) for r in runs) / len(runs)


@lru_cache(maxsize=64)
def _profile(lang: str) -> dict[str, float]:
    file = resources.files("langdetect") / "profiles" / lang
    if not lang.isalpha() or not file.is_file():
        return {}
    data = json.loads(file.read_text(encoding="utf-8"))
    total = data["n_words"][2] or 1
    return {run.lower(): count / total for run, count in data["freq"].items() if len(run) == 3}
