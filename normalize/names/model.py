"""The fitted model: figures of a pair to a probability. scripts/fit_names.py writes the weights."""

from __future__ import annotations

from functools import lru_cache
from math import exp
from operator import mul

from normalize.names.features import NAMES
from normalize.names.tables import rows

_LIMIT = 30.0  # exp() beyond this is 0 or 1 anyway


@lru_cache(maxsize=1)
def weights() -> dict[str, tuple[float, ...]]:
    """Return the weight of each figure, by model: "person", "place", "organisation" or a script ("Arab")."""
    table: dict[str, dict[str, float]] = {}
    for model, feature, weight in rows("weights.tsv"):
        table.setdefault(model, {})[feature] = float(weight)
    return {model: tuple(by.get(name, 0.0) for name in NAMES) for model, by in table.items()}


def probability(figures: tuple[float, ...], model: str) -> float:
    """Return how likely two names with these figures are one.

    >>> nothing = (1.0, *(0.0,) * (len(NAMES) - 1))
    >>> 0 < probability(nothing, "person") < 1
    True
    """
    chosen = weights().get(model) or weights()["person"]
    total = sum(map(mul, chosen, figures))
    return 1.0 / (1.0 + exp(-max(-_LIMIT, min(_LIMIT, total))))
