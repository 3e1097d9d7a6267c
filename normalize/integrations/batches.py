"""Columns of texts: what datasets, Ray, Spark and the frames have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from normalize.cleaner import Cleaner
from normalize.version import __version__


@dataclass(frozen=True, slots=True)
class CleanColumn:
    """A function from a batch of columns to the same batch with one column cleaned; None stays None.

    It pickles small and equal for equal cleaners: the rules, the options, and the place of a gazetteer that is named
    by what it holds. The version is part of it, so a newer one is not taken for what is cached.

    >>> from normalize import Gazetteer
    >>> clean = CleanColumn(Cleaner(Gazetteer.from_names([("qaani", "Esmail Qaani")])), "body")
    >>> clean({"id": [7], "body": ["Esmail Qaani left the the capital."]})
    {'id': [7], 'body': ['Esmail Qaani left the capital.']}
    """

    cleaner: Cleaner
    column: str = "text"
    version: str = __version__

    def __call__(self, batch: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
        """Return the batch with its column cleaned."""
        return {**batch, self.column: [self._clean(text) for text in batch[self.column]]}

    def _clean(self, text: str | None) -> str | None:
        return None if text is None else self.cleaner.clean(text).text
