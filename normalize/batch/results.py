"""One text to its answer, in whatever process; and the answers of one part to a file."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from normalize.batch.parquet import write_results
from normalize.batch.part import part
from normalize.batch.tally import Tally
from normalize.cleaner import Cleaner
from normalize.report import dumps

Put = Callable[[Any], object]
State = tuple[Cleaner, str]  # and in which form results are wanted


@dataclass(frozen=True, slots=True)
class Answer:
    """What one document became. Small, because it travels between processes: a text that stays is not sent back."""

    cleaned: str | None = None
    result: Any = None
    tally: Tally = field(default_factory=Tally)
    reason: str = ""

    def text(self, original: str) -> str:
        """Return the cleaned text."""
        return original if self.cleaned is None else self.cleaned


def answer(state: State, text: tuple[str, str]) -> Answer:
    """Clean one text, given with its id. A document that makes the cleaner fail is a dead letter, not the end."""
    cleaner, form = state
    try:
        result = cleaner.clean(*text)
        return Answer(result.text if result.edits else None, _FORMS[form](result), Tally.of(result))
    except Exception as error:  # whatever it is, the other documents are still to be done
        return Answer(reason=f"{type(error).__name__}: {error}")


def _row(result: Any) -> dict[str, Any]:
    row: dict[str, Any] = result.to_dict()
    json.dumps(row, ensure_ascii=False).encode("utf-8")  # Parquet holds no lone surrogates: refused here, by document
    return row


@contextlib.contextmanager
def _no_results(path: Path) -> Iterator[Put]:  # noqa: ARG001  # one signature for all forms
    yield lambda _result: None


@contextlib.contextmanager
def _line_results(path: Path) -> Iterator[Put]:
    with part(path.with_suffix(".jsonl")) as file:
        yield file.write


@contextlib.contextmanager
def _parquet_results(path: Path) -> Iterator[Put]:
    rows: list[dict[str, Any]] = []
    yield rows.append
    write_results(path.with_suffix(".parquet"), rows)


_FORMS: dict[str, Callable[[Any], Any]] = {
    "jsonl": lambda result: dumps(result).encode("utf-8") + b"\n",
    "parquet": _row,
    "none": lambda _result: None,
}
RESULTS: dict[str, Callable[[Path], AbstractContextManager[Put]]] = {
    "jsonl": _line_results,
    "parquet": _parquet_results,
    "none": _no_results,
}
