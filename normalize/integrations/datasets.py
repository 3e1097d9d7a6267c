"""Hugging Face datasets: `dataset.map(clean_column(cleaner), batched=True)`.

The library names its cache by a hash of the function; that of `clean_column` is the same in every process, so what was
cleaned once is read from the cache, with several processes (`num_proc`) too.
"""

from __future__ import annotations

from normalize.cleaner import Cleaner
from normalize.integrations.batches import CleanColumn


def clean_column(cleaner: Cleaner | None = None, column: str = "text") -> CleanColumn:
    """Return the function to give to `map` with `batched=True`."""
    return CleanColumn(cleaner or Cleaner(), column)
