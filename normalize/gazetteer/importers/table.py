"""Tables of one's own: CSV, TSV and JSON lines, with a map of columns.

The map says which column is what: {"name": "label", "name:ar": "arabic", "alias": "aka", "id": "key"}. Fields are id,
name, name:LANGUAGE, alias, weak (names that never match alone), lang, kind, type, country, gender, about. A
cell of aliases or countries may hold several, parted by ";" or "|". Without a map the columns are expected
under these names. Without an id column, the id is the place of the row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, repeat
from typing import Literal

from normalize.gazetteer.importers.base import Name, Options, Reject, Rejected, RowError, each, make
from normalize.gazetteer.importers.jsons import as_record, parse, texts
from normalize.gazetteer.record import FILES
from normalize.model import Entity, InputError

FIELDS = ("id", "name", "alias", "weak", "lang", "kind", "type", "country", "gender", "about")
_SEVERAL = re.compile(r"[;|]")
_KINDS = frozenset(FILES.values())
_WIDEST = 1 << 17  # characters of one cell; an unclosed quotation mark would swallow the file


def delimited(lines: Iterable[bytes], options: Options, reject: Reject, *, delimiter: str) -> Iterator[Entity]:
    """Read a table with a header; raise InputError when a column of the map is not in it."""
    for number, row in _rows(lines, delimiter, options, reject):
        try:
            entity = _entity(row, options, number)
        except RowError as error:
            reject(Rejected(number, str(error)))
        else:
            if entity is not None:
                yield entity


def _rows(
    lines: Iterable[bytes], delimiter: str, options: Options, reject: Reject
) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """Yield line and cells by column, each cell cut into its parts."""
    csv.field_size_limit(_WIDEST)
    encodings = chain(["utf-8-sig"], repeat("utf-8"))  # what a spreadsheet saves begins with a mark
    text = (line.decode(encoding, "surrogateescape") + "\n" for line, encoding in zip(lines, encodings, strict=False))
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
    reader = csv.reader(text, delimiter=delimiter, quoting=quoting, strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise InputError(f"no header: {error}") from None
    _check(header, options)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reject(Rejected(reader.line_num, str(error)))
            continue
        if len(cells) != len(header):
            reject(Rejected(reader.line_num, f"{len(cells)} columns, {len(header)} wanted"))
            continue
        yield reader.line_num, {column: _SEVERAL.split(cell) for column, cell in zip(header, cells, strict=True)}


def _check(header: list[str], options: Options) -> None:
    for field, column in options.columns.items():
        if field.partition(":")[0] not in FIELDS or column not in header:
            raise InputError(f"no column {column!r} for {field!r}; columns: {', '.join(header)[:200]}")
    for column in options.columns.values() or FIELDS:
        if header.count(column) > 1:
            raise InputError(f"the column {column!r} stands {header.count(column)} times in the header")


comma = partial(delimited, delimiter=",")
tabs = partial(delimited, delimiter="\t")


def json_lines(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read one JSON object a line; a field is a string or a list of strings."""
    number = 0

    def read(row: bytes, options: Options) -> Entity | None:
        nonlocal number
        number += 1
        record = as_record(parse(row))
        return _entity({key: texts(value) for key, value in record.items()}, options, number)

    return each(((n, line) for n, line in enumerate(lines, start=1) if line.strip()), read, options, reject)


def _entity(row: Mapping[str, list[str]], options: Options, number: int) -> Entity | None:
    named = (key for key in row if key.startswith("name:"))
    columns = options.columns or {field: field for field in (*FIELDS, *named)}

    def cells(field: str) -> list[str]:
        return [cell for cell in (part.strip() for part in row.get(columns.get(field, ""), ())) if cell]

    def cell(field: str) -> str:
        return next(iter(cells(field)), "")

    kind = cell("kind") or options.kind
    if kind not in _KINDS:
        raise RowError(f"unknown kind {kind[:40]!r}; known: {', '.join(sorted(_KINDS))}")
    lang = cell("lang") or "und"
    names = [Name(";".join(cells("name")), lang)] if cell("name") else []
    for field in columns:
        if field.startswith("name:"):
            names += [Name(form, field[5:], "main") for form in cells(field)]
    names += [Name(form, lang, "alternative") for form in cells("alias")]
    names += [Name(form, lang, "weak") for form in cells("weak")]
    id_ = cell("id") or f"row-{number}"
    facts = {"gender": cell("gender"), "about": cell("about")}
    return make(id_, kind, names, options, type_=cell("type"), countries=cells("country"), **facts)
