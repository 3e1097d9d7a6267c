"""What is wrong in a source file, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from normalize.gazetteer.record import Row
from normalize.model import GazetteerError


class Severity(StrEnum):
    """An error keeps a gazetteer from being used; a warning is for its keeper to look at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `line` and `column` count from 1, columns in characters; `text` is the line itself."""

    check: str
    message: str
    path: str
    line: int = 0
    column: int = 0
    text: str = ""
    severity: Severity = Severity.ERROR

    @property
    def key(self) -> tuple[str, str, str]:
        """What the fault is wherever it stands: the same fault some lines further down has the same key."""
        return self.check, self.message, self.text

    def error(self) -> GazetteerError:
        """Return the fault as what the loader raises.

        >>> str(Problem("kind", "unknown kind 'mian'", "people.names.tsv", 7, 15).error())
        "people.names.tsv:7:15: unknown kind 'mian' [kind]"
        """
        said = f"{self.message} [{self.check}]"
        return GazetteerError(said, path=self.path, line=self.line, column=self.column, text=self.text)


Problems = Iterator[Problem]


def fault(row: Row, field: int, check: str, message: str, severity: Severity = Severity.ERROR, at: int = 0) -> Problem:
    r"""Build the problem for one field (from 0) of a row, `at` characters into it, counting as editors do.

    >>> fault(Row("p.tsv", 2, ("qaani", "en-Latn")), 1, "tag", "odd").column
    7
    """
    column = sum(len(value) + 1 for value in row.fields[:field]) + 1 + at
    return Problem(check, message, row.path, row.line, column, row.text, severity)


def warning(row: Row, field: int, check: str, message: str) -> Problem:
    """Build a fault that blocks nothing."""
    return fault(row, field, check, message, Severity.WARNING)
