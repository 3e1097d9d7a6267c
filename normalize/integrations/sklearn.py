"""scikit-learn: a transformer in front of a vectoriser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from sklearn.base import BaseEstimator, TransformerMixin

from normalize.cleaner import Cleaner, Options
from normalize.linking import DEFAULT


class TextCleaner(TransformerMixin, BaseEstimator):
    """Cleans a column of texts. Learns nothing; its parameters are those of `Options` and can be searched over.

    `cleaner` takes the place of all of them, for a gazetteer or rules of one's own.
    """

    def __init__(
        self, lang: str = "", source_lang: str = "", names: str = DEFAULT, *, cleaner: Cleaner | None = None
    ) -> None:
        self.lang = lang
        self.source_lang = source_lang
        self.names = names
        self.cleaner = cleaner

    def fit(self, X: Iterable[str], y: object = None) -> Self:  # noqa: ARG002, N803  # the names sklearn uses
        """Open the gazetteer."""
        self.cleaner_ = self.cleaner or Cleaner(options=Options(self.lang, self.source_lang, self.names))
        return self

    def transform(self, X: Iterable[str]) -> list[str]:  # noqa: N803
        """Return the cleaned texts."""
        if not hasattr(self, "cleaner_"):
            self.fit(X)
        return [self.cleaner_.clean(text).text for text in X]

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags
