"""Ray Data: `dataset.map_batches(RayCleaner, fn_constructor_kwargs={"column": "body"}, concurrency=4)`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from normalize.cleaner import Cleaner, Options
from normalize.gazetteer import Gazetteer
from normalize.integrations.batches import CleanColumn


class RayCleaner:
    """Cleans one column of each batch. Built once for each actor, on its own machine.

    `gazetteer` names folders that every machine can read; `options` are the fields of `normalize.Options`. Each
    machine compiles a gazetteer once and all its actors map the same file.
    """

    def __init__(
        self, column: str = "text", gazetteer: Iterable[str] = (), shipped: bool = True, **options: Any
    ) -> None:
        cleaner = Cleaner(Gazetteer.load(*gazetteer, shipped=shipped), options=Options(**options))
        self._clean = CleanColumn(cleaner, column)

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """Return the batch with its column cleaned."""
        return self._clean(batch)
