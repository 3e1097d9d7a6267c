"""Source files to rows: bytes, lines, header and columns. What the rows say is looked at in `lint`."""

from __future__ import annotations

import gzip
import os
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from normalize.gazetteer import record
from normalize.gazetteer.problem import Problem, Severity, fault
from normalize.gazetteer.record import FILES, Row
from normalize.model import GazetteerError

# Role of a file by the end of its name, and its columns.
COLUMNS = {
    "entities": record.ENTITY_COLUMNS,
    "names": record.NAME_COLUMNS,
    "refused": record.REFUSED_COLUMNS,
    "judgements": record.JUDGEMENT_COLUMNS,
    "redirects": record.REDIRECT_COLUMNS,
    "sources": record.SOURCE_COLUMNS,
    "background": record.BACKGROUND_COLUMNS,
}
QUEUE_FILE = "queue.tsv"  # what `mine` found and `review` decides: work in progress, no part of the gazetteer
LARGEST = 1 << 30  # bytes of one packed file, unpacked
SHOWN = 20  # places of one kind of character fault in one file: more say nothing more
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_JOINERS = "\u200c\u200d"  # part of the spelling of Persian, Kurdish and Hindi names: judged name by name


@dataclass(frozen=True, slots=True)
class Table:
    """One source file: what it holds ("names" of "person", say) and its rows below the header."""

    path: str
    role: str
    kind: str
    rows: tuple[Row, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return COLUMNS[self.role]


def source_files(folder: Path, deep: bool = True) -> list[Path]:
    """Return the source files of a gazetteer folder, in a fixed order; `deep`: its sub-folders' included."""
    found = [
        Path(parent) / name
        for parent, _, names in os.walk(folder)  # which does not follow links to folders
        for name in names
        if name.endswith((".tsv", ".tsv.gz")) and name != QUEUE_FILE and (deep or Path(parent) == folder)
    ]
    return sorted(path for path in found if path.is_file())


def read_folder(folder: Path, deep: bool = True) -> tuple[list[Table], list[Problem]]:
    """Read every source file; a file with a fault in its bytes or its header gives no rows.

    Never raises for what a file holds. A link that leads out of the folder is a fault: a gazetteer from elsewhere
    must not make this program read a file it does not bring along.
    """
    tables: list[Table] = []
    problems: list[Problem] = []
    root = folder.resolve()
    for path in source_files(folder, deep):
        if not path.resolve().is_relative_to(root):
            problems.append(Problem("outside", "a link to a file outside the gazetteer folder", str(path)))
            continue
        shape = shape_of(path.name)
        if shape is None:
            problems.append(Problem("file", f"unknown file; known: {_known_files()}", str(path)))
            continue
        table, found = read_table(str(path), *shape, content(path))
        problems += found
        tables += [table] if table else []
    return tables, problems


def content(path: Path) -> bytes:
    """Return the bytes of a source file, unpacked; raise GazetteerError for an archive that is damaged or a bomb."""
    if path.suffix != ".gz":
        return path.read_bytes()
    try:
        with gzip.open(path) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise GazetteerError("the archive is damaged", path=str(path)) from None
    if len(data) > LARGEST:
        raise GazetteerError(f"the archive unpacks to more than {LARGEST >> 20} MB", path=str(path))
    return data


def packed(path: Path, data: bytes) -> bytes:
    """Return the bytes to write for the content of a source file: those of an archive, always the same, for a .gz."""
    return gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data


def shape_of(name: str) -> tuple[str, str] | None:
    """Return role and entity kind of a file by its name; None for a name that is none of a source file.

    >>> shape_of("people.names.tsv"), shape_of("redirects.tsv"), shape_of("poeple.names.tsv")
    (('names', 'person'), ('redirects', ''), None)
    """
    stem, _, role = name.removesuffix(".gz").removesuffix(".tsv").rpartition(".")
    if not stem:
        return (role, "") if role in COLUMNS and role not in ("names", "entities") else None
    return (role, FILES[stem]) if stem in FILES and role in ("names", "entities") else None


def _known_files() -> str:
    named = [f"{stem}.{role}.tsv" for stem in FILES for role in ("entities", "names")]
    return ", ".join([*named, *(f"{role}.tsv" for role in list(COLUMNS)[2:])])


def read_table(path: str, role: str, kind: str, data: bytes) -> tuple[Table | None, list[Problem]]:
    """Read the bytes of one file; a fault of the whole file leaves no table."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error)]
    problems = [*_whole(path, text)]
    if problems:
        return None, problems
    lines = text.split("\n")[:-1]
    columns = COLUMNS[role]
    if not lines or tuple(lines[0].split("\t")) != columns:
        said = f"the header must be {' '.join(columns)} (tab separated)"
        return None, [Problem("header", said, path, 1, 1, lines[0] if lines else "")]
    rows: list[Row] = []
    same: dict[str, str] = {}  # most fields stand in many rows: one object for all of them
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        row = Row(path, number, tuple(map(same.setdefault, fields, fields)))
        if len(row.fields) == len(columns):
            rows.append(row)
        else:
            said = f"{len(row.fields)} columns, {len(columns)} wanted: {' '.join(columns)}"
            problems.append(fault(row, min(len(row.fields), len(columns)) - 1, "columns", said))
    return Table(path, role, kind, tuple(rows)), problems


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    start = data.rfind(b"\n", 0, error.start) + 1
    line = data[start : (data.find(b"\n", start) + 1 or len(data) + 1) - 1].decode("utf-8", "backslashreplace")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem("encoding", "UTF-16; gazetteers are UTF-8", path, 1, 1, line)
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    said = f"not UTF-8: byte 0x{data[error.start]:02x}"
    return Problem("encoding", said, path, data.count(b"\n", 0, error.start) + 1, column, line)


def _whole(path: str, text: str) -> Iterator[Problem]:
    """Yield the faults of a file as a whole. Its distinct characters are judged, not each of its characters."""
    for match in _CONFLICT.finditer(text):
        yield _at(path, text, match.start(), "conflict", "a conflict marker: finish the merge")
    for character in sorted(set(text)):
        if said := character_fault(character):
            yield from _each(path, text, character, said)
    if text and not text.endswith("\n"):
        yield _at(path, text, len(text), "cut", "the last line has no end: the file was cut")


def _each(path: str, text: str, character: str, said: str) -> Iterator[Problem]:
    place = text.find(character)
    for _ in range(SHOWN):
        if place < 0:
            return
        yield _at(path, text, place, "character", said)
        place = text.find(character, place + 1)


def _at(path: str, text: str, place: int, check: str, said: str) -> Problem:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    return Problem(check, said, path, text.count("\n", 0, place) + 1, place - start + 1, line, Severity.ERROR)


_CATEGORIES = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Co": "a private-use character",
    "Cn": "a code point that is no character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
    "Zs": "a space that is not the plain one",
}
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPECIAL = {
    "\r": "a carriage return: lines end with a line feed alone",
    "\ufeff": "a byte order mark",
    "\ufffd": "a lost character",
}
_PLAIN = frozenset(" \n\t" + _JOINERS)


@lru_cache(maxsize=8192)
def character_fault(character: str) -> str:
    r"""Say what is wrong with a character wherever it stands in a source file, "" when nothing is.

    >>> character_fault("\u202e"), character_fault("ق")
    ('a bidirectional control (U+202E)', '')
    """
    if character in _PLAIN:
        return ""
    if character in _BIDI:
        said = "a bidirectional control"
    else:
        said = _SPECIAL.get(character) or _CATEGORIES.get(unicodedata.category(character), "")
    return f"{said} (U+{ord(character):04X})" if said else ""
