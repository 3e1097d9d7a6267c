"""Popolo: parliaments as one JSON document of persons and organizations (EveryPolitician, many official sites)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.gazetteer.importers.base import Name, Options, Reject, RowError, each, make
from normalize.gazetteer.importers.jsons import as_record, parse, records, texts
from normalize.model import Entity

_PARTS = {
    "persons": ("person", "person"),
    "organizations": ("organisation", ""),
    "areas": ("place", "region"),
}
_TYPES = {"party": "party", "legislature": "parliament", "chamber": "parliament", "ministry": "ministry"}
_GENDERS = {"male": "m", "female": "f"}


def document(pieces: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read {"persons": [...], "organizations": [...], "areas": [...]}."""
    numbered = enumerate((item for item in records(pieces, 2) if item[0] and item[0][0] in _PARTS), start=1)
    rows = ((number, keys[0].encode() + b"\0" + text) for number, (keys, text) in numbered)
    return each(rows, _record, options, reject)


def _record(row: bytes, options: Options) -> Entity | None:
    part, _, text = row.partition(b"\0")
    kind, type_ = _PARTS[part.decode()]
    record = as_record(parse(text))
    id_ = record.get("id")
    if not isinstance(id_, str):
        raise RowError("no id")
    type_ = type_ or _TYPES.get(str(record.get("classification", "")).lower(), "group")
    names = [Name(form) for form in texts(record.get("name"))] + [*_others(record)]
    gender = _GENDERS.get(str(record.get("gender", "")).lower(), "")
    return make(id_, kind, names, options, type_=type_, gender=gender, **_identifiers(record))


def _others(record: dict[str, Any]) -> Iterator[Name]:
    others = record.get("other_names")
    for other in others if isinstance(others, list) else ():
        if not isinstance(other, dict):
            continue
        dates = [value if isinstance(value := other.get(key), str) else "" for key in ("start_date", "end_date")]
        lang = other.get("lang")
        kind = "former" if dates[1] else "alternative"
        for form in texts(other.get("name")):
            yield Name(form, lang if isinstance(lang, str) else "und", kind, *dates)


def _identifiers(record: dict[str, Any]) -> dict[str, str]:
    """Return the identifiers whose scheme is known to be public; others are a site's own."""
    found = {}
    listed = record.get("identifiers")
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and item.get("scheme") in ("wikidata", "viaf", "isni"):
            found.update({str(item["scheme"]): value for value in texts(item.get("identifier"))})
    return found
