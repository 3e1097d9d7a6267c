"""Two lists of names drawn from news and Wikidata: ParaNames and JRC-Names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.gazetteer.importers.base import Name, Options, Reject, RowError, each, make
from normalize.model import Entity

_PARANAMES = ("wikidata_id", "eng", "label", "language", "type")
_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_JRC_KINDS = {"P": "person", "O": "organisation", "T": "organisation", "U": "person"}


def paranames(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read ParaNames: wikidata_id, eng, label, language, type; one label a row, so entities come in pieces."""
    rows = ((number, row) for number, row in enumerate(lines, start=1) if not row.startswith(b"wikidata_id\t"))
    return each(rows, _label, options, reject)


def jrc_names(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read the entities file of JRC-Names: id, type, language ("u": any), name with "+" for blanks."""
    rows = ((number, row) for number, row in enumerate(lines, start=1) if row and not row.startswith(b"#"))
    return each(rows, _variant, options, reject)


def _columns(row: bytes, number: int) -> list[str]:
    try:
        cells = row.decode("utf-8").split("\t")
    except UnicodeDecodeError:
        raise RowError("not UTF-8") from None
    if len(cells) != number:
        raise RowError(f"{len(cells)} columns, {number} wanted")
    return cells


def _label(row: bytes, options: Options) -> Entity | None:
    id_, english, label, lang, type_ = _columns(row, len(_PARANAMES))
    if not id_[1:].isdecimal() or type_ not in _KINDS:
        raise RowError("no Wikidata id, or a type other than PER, LOC, ORG")
    names = [Name(label, lang)]
    if lang != "en" and english:
        names.append(Name(english, "en"))
    return make(id_, _KINDS[type_], names, options, wikidata=id_)


def _variant(row: bytes, options: Options) -> Entity | None:
    number, type_, lang, name = _columns(row, 4)
    if not number.isdecimal() or type_ not in _JRC_KINDS:
        raise RowError("no number, or a type other than P, O, T, U")
    kind = _JRC_KINDS[type_]
    variant = Name(name.replace("+", " "), "und" if lang == "u" else lang, "spelling")
    return make(f"jrc-{number}", kind, [variant], options, jrc=number)
