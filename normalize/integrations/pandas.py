"""pandas: a series of texts to a series of cleaned texts, or of the names in them."""

from __future__ import annotations

import pandas as pd

from normalize.cleaner import Cleaner


def clean(texts: pd.Series, cleaner: Cleaner) -> pd.Series:
    """Return the cleaned texts under the same index, name and type; what is missing stays missing."""
    cleaned = texts.map(lambda text: cleaner.clean(text).text, na_action="ignore")
    return cleaned.astype(texts.dtype)


def names(texts: pd.Series, cleaner: Cleaner) -> pd.Series:
    """Return for each text the list of canonical names in it, each once, in the order they come."""
    found = [None if pd.isna(text) else _names(cleaner, text) for text in texts]
    return pd.Series(found, index=texts.index, name=texts.name, dtype=object)


def _names(cleaner: Cleaner, text: str) -> list[str]:
    return list(dict.fromkeys(link.canonical for link in cleaner.names(text) if link.canonical))
