"""Sources with their translations, one pair a row: tab-separated or JSON Lines."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from normalize.cleaner import Cleaner
from normalize.cli.inout import Input
from normalize.model import Document, EditScript, Finding, InputError, Result, Span
from normalize.text import read

COLUMNS = ("source", "target")
_BREAKS = str.maketrans("\r\n", "  ")  # one row stays one line, every offset stays


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: its number in the file from 1, its id ("" without one), the source and its translation."""

    row: int
    id: str
    source: str
    target: str


def read_pairs(given: Input) -> Iterator[Pair]:
    r"""Yield the pairs of a file; blank rows are passed over. Raises InputError that names the row.

    Rows that begin with `{` are JSON objects with "source" and "target" (and "id"); all others are separated by a
    tab, source first. A first row of the words "source" and "target" says another order. Quotation marks are text:
    corpora are written so.

    >>> list(read_pairs(Input("p.tsv", "Привет.\tHello.\n")))
    [Pair(row=1, id='', source='Привет.', target='Hello.')]
    """
    order: tuple[str, ...] = COLUMNS
    for row, line in enumerate(given.text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            continue
        if line.startswith("{"):
            yield _object(line, given.name, row)
            continue
        cells = line.split("\t")
        if row == 1 and set(COLUMNS) <= set(header := tuple(cell.strip().lower() for cell in cells)):
            order = header
            continue
        if len(cells) < 2 or len(cells) < len(order):
            raise InputError(f"{given.name}:{row}: a row needs a source and its translation with a tab between")
        values = dict(zip(order, cells, strict=False))
        yield Pair(row, values.get("id", ""), values["source"], values["target"])


def _object(line: str, name: str, row: int) -> Pair:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"{name}:{row}: not JSON: {error}") from None
    if missing := [key for key in COLUMNS if not isinstance(data.get(key), str)]:
        raise InputError(f"{name}:{row}: no text in {missing[0]!r}; a pair has a source and a target")
    return Pair(row, str(data.get("id") or ""), data["source"], data["target"])


def check_pairs(engine: Cleaner, pairs: list[Pair], name: str) -> tuple[Document, tuple[Finding, ...]]:
    """Check each translation, also against its source; return all as one document whose lines are the file's rows.

    So the place of a finding is `file:row:column of the translation` in every report.
    """
    targets = {pair.row: pair for pair in pairs}
    lines, found, start = [], [], 0
    for row in range(1, max(targets, default=0) + 1):
        line = ""
        if pair := targets.get(row):
            line = pair.target.translate(_BREAKS)
            found += [_moved(finding, start) for finding in engine.check(pair.target, pair.source)]
        lines.append(line)
        start += len(line) + 1
    return read("\n".join(lines), "und", id=name), tuple(found)


def by_pair(pairs: list[Pair], document: Document, found: tuple[Finding, ...]) -> Iterator[dict[str, object]]:
    """Yield JSON-ready data for each pair, the offsets of its findings counted from the start of the translation.

    A pair without an id of its own is called `file:row`.
    """
    rows: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in found:
        row = document.line_at(finding.span.start)
        rows[row + 1].append(_moved(finding, -document.lines[row].start))
    for pair in pairs:
        result = Result(document, EditScript(), (), tuple(rows[pair.row]))
        named = pair.id or f"{document.id}:{pair.row}"
        yield {"id": named, "row": pair.row, "findings": result.to_dict()["findings"]}


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, span=Span(finding.span.start + by, finding.span.end + by), edits=())
