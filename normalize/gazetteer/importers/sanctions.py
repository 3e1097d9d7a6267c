"""Sanctions lists: OFAC's sdn.csv and alt.csv, the consolidated XML of the UN Security Council.

OFAC's two tables are joined by ent_num when the folder is written. The XML is read by the standard library's
expat, which fetches nothing by itself; a document type, and with it every entity declaration, is refused at
its first character, before anything can expand. A package for that (defusedxml) would do the same with the
same parser.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from normalize.gazetteer.importers.base import QUOTED, Name, Options, Reject, Rejected, RowError, make
from normalize.model import Entity, InputError

_NULL = "-0-"
_SDN_KINDS = {"individual": ("person", "person"), _NULL: ("organisation", "group"), "vessel": ("term", "vessel"),
              "aircraft": ("term", "aircraft")}  # fmt: skip
_ALIAS_KINDS = {"aka": "alternative", "fka": "former", "nka": "alternative"}
_SDN_COLUMNS, _ALT_COLUMNS = 12, 5
_DEEPEST = 32  # levels; the UN's list has 5
_LONGEST_TOKEN = 1 << 20  # bytes without an event: older versions of expat read an endless tag again and again
_LONGEST_TEXT = 1 << 16  # characters within one person of the UN's list; the longest comments have some thousands


def ofac_names(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read sdn.csv: 12 columns, no header, "-0-" for nothing, "LAST, First" for people."""
    for number, cells in _csv(lines, _SDN_COLUMNS, reject):
        try:
            kind, type_ = _SDN_KINDS.get(cells[2].lower(), ("organisation", "group"))
            name = Name(_turned(cells[1]) if kind == "person" else cells[1], "und")
            entity = make(f"ofac-{cells[0]}", kind, [name], options, type_=type_, ofac=cells[0])
        except RowError as error:
            reject(Rejected(number, str(error), cells[1][:QUOTED]))
        else:
            if entity:
                yield entity


def ofac_aliases(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read alt.csv: ent_num, alt_num, alt_type, alt_name, alt_remarks; each row gives a piece of an entity."""
    plain = Options(ids=options.ids, source=options.source)
    for number, cells in _csv(lines, _ALT_COLUMNS, reject):
        try:
            # A low-quality name is marked as weak in the remarks.
            kind = "weak" if "weak" in cells[4].lower() else _ALIAS_KINDS.get(cells[2].lower(), "alternative")
            entity = make(f"ofac-{cells[0]}", "", [Name(_turned(cells[3]), "und", kind)], plain)
        except RowError as error:
            reject(Rejected(number, str(error), cells[3][:QUOTED]))
        else:
            if entity:
                yield entity


def _csv(lines: Iterable[bytes], columns: int, reject: Reject) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(1 << 17)
    # The files end in the end-of-file character of CP/M, and were Latin-1 before they were UTF-8.
    text = (line.decode("utf-8", "surrogateescape").rstrip("\x1a") + "\n" for line in lines)
    reader = csv.reader(text, strict=True)
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            reject(Rejected(reader.line_num, str(error)))
            continue
        if not any(cells):
            continue
        if len(cells) != columns or not cells[0].isdecimal():
            reject(Rejected(reader.line_num, f"{len(cells)} columns, {columns} wanted, the first a number"))
            continue
        yield reader.line_num, cells


def _turned(name: str) -> str:
    """Return "QAANI, Esmail" as "Esmail Qaani"."""
    last, comma, first = name.partition(", ")
    words = f"{first} {last}" if comma else name
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words.split())


def united_nations(pieces: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read the consolidated list; raise InputError at a document type, an entity, or XML that is none."""
    reader = _Xml()
    for piece in pieces:
        for number, row in reader.feed(piece):
            try:
                entity = _listed(row, options)
            except RowError as error:
                reject(Rejected(number, str(error)))
            else:
                if entity:
                    yield entity
    for _ in reader.feed(b"", last=True):
        pass


_Row = list[tuple[str, str]]  # (path below the person, text)


class _Xml:
    """Cuts INDIVIDUAL and ENTITY elements out of the list, one at a time."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._row: _Row = []
        self._text: list[str] = []
        self._size = self._start = self._silent = 0
        self._done: list[tuple[int, _Row]] = []
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._characters

    def feed(self, piece: bytes, last: bool = False) -> list[tuple[int, _Row]]:
        self._silent += len(piece)
        if self._silent > _LONGEST_TOKEN:
            raise InputError(f"a tag or comment of more than {_LONGEST_TOKEN >> 20} MB in the XML")
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: for an encoding it cannot read
            raise InputError(f"not XML: {error}") from None
        done, self._done = self._done, []
        return done

    def _refuse(self, *_: object) -> None:
        raise InputError("the XML declares a document type or entities: refused, the list of the UN has none")

    def _open(self, name: str, _: dict[str, str]) -> None:
        self._silent = 0
        self._path.append(name)
        self._text = []
        if len(self._path) > _DEEPEST:
            raise InputError(f"the XML is nested more than {_DEEPEST} levels deep")
        if name in ("INDIVIDUAL", "ENTITY"):
            self._row, self._size, self._start = [("", name)], 0, self._parser.CurrentLineNumber

    def _characters(self, text: str) -> None:
        self._silent = 0
        self._size += len(text)
        if self._size > _LONGEST_TEXT:
            if text.strip():
                raise InputError(f"more than {_LONGEST_TEXT} characters in one record of the XML")
            return
        self._text.append(text)

    def _close(self, name: str) -> None:
        if text := "".join(self._text).strip():
            self._row.append(("/".join(self._path[3:]), text))
        self._text = []
        self._path.pop()
        if name.endswith("_ALIAS"):
            self._row.append((name, ""))  # parts one alias from the next
        if name in ("INDIVIDUAL", "ENTITY"):
            self._done.append((self._start, self._row))
            self._row, self._size = [], 0
        elif not self._row:
            self._size = 0


_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def _listed(row: _Row, options: Options) -> Entity | None:
    kind, type_ = ("person", "person") if row[0][1] == "INDIVIDUAL" else ("organisation", "group")
    said = dict(reversed(row))  # the first of each
    number = said.get("DATAID", "")
    if not number.isdecimal():
        raise RowError("no DATAID")
    names = [Name(" ".join(said[part] for part in _PARTS if part in said))]
    names += [Name(form, "und") for path, form in row if path == "NAME_ORIGINAL_SCRIPT"]
    alias: dict[str, str] = {}
    for path, text in row:
        if path.endswith("_ALIAS"):
            names += _aliases(alias)
            alias = {}
        elif "_ALIAS/" in path:
            alias[path.rpartition("/")[2]] = text
    gender = {"male": "m", "female": "f"}.get(said.get("GENDER", "").lower(), "")
    return make(f"un-{number}", kind, names, options, type_=type_, gender=gender, un=number)


def _aliases(alias: dict[str, str]) -> Iterator[Name]:
    quality = alias.get("QUALITY", "").lower()
    kind = "weak" if quality == "low" else "former" if quality.startswith("f") else "alternative"
    if form := alias.get("ALIAS_NAME"):
        yield Name(form, "und", kind)
