"""Polars: expressions over a column of texts, eager or lazy.

frame.with_columns(clean(pl.col("text"), cleaner), names(pl.col("text"), cleaner).alias("names"))
"""

from __future__ import annotations

import polars as pl

from normalize.cleaner import Cleaner


def clean(texts: pl.Expr, cleaner: Cleaner) -> pl.Expr:
    """Return the expression of the cleaned texts; null stays null."""
    return texts.map_batches(
        lambda column: pl.Series(
            column.name, [None if text is None else cleaner.clean(text).text for text in column], pl.String
        ),
        return_dtype=pl.String,
        is_elementwise=True,
    )


def names(texts: pl.Expr, cleaner: Cleaner) -> pl.Expr:
    """Return the expression of the canonical names in each text, each once, in the order they come."""
    kind = pl.List(pl.String)
    return texts.map_batches(
        lambda column: pl.Series(
            column.name, [None if text is None else _names(cleaner, text) for text in column], kind
        ),
        return_dtype=kind,
        is_elementwise=True,
    )


def _names(cleaner: Cleaner, text: str) -> list[str]:
    return list(dict.fromkeys(link.canonical for link in cleaner.names(text) if link.canonical))
