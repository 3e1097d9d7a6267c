"""OpenSanctions: FollowTheMoney entities, one JSON object a line (entities.ftm.json)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.gazetteer.importers.base import Name, Options, Reject, RowError, each, make
from normalize.gazetteer.importers.jsons import as_record, parse, texts
from normalize.model import Entity

# Schemata that name somebody or something a text may name; the others (Address, Passport, Sanction) are left
# out.
_SCHEMATA = {
    "Person": ("person", "person"), "Organization": ("organisation", "group"), "Company": ("organisation", "company"),
    "PublicBody": ("organisation", "government"), "LegalEntity": ("organisation", "group"),
    "Vessel": ("term", "vessel"), "Airplane": ("term", "aircraft"),
}  # fmt: skip
# A weak alias ("the Engineer") or an abbreviation is shared by many: it never links on its own.
_NAMES = {
    "name": "main",
    "alias": "alternative",
    "previousName": "former",
    "weakAlias": "weak",
    "abbreviation": "weak",
}
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction")
_GENDERS = {"male": "m", "female": "f"}


def lines(rows: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read FollowTheMoney entities. Their names have no language: each gets "und" and its script."""
    return each(((n, row) for n, row in enumerate(rows, start=1) if row.strip()), _entity, options, reject)


def _entity(row: bytes, options: Options) -> Entity | None:
    record = as_record(parse(row))
    schema, id_ = record.get("schema"), record.get("id")
    if not isinstance(schema, str) or not isinstance(id_, str):
        raise RowError("no FollowTheMoney entity: id and schema are missing")
    if schema not in _SCHEMATA:
        return None
    kind, type_ = _SCHEMATA[schema]
    properties = as_record(record.get("properties"))
    names, scripts = [], set()
    for key, meaning in _NAMES.items():
        for form in texts(properties.get(key)):
            first = meaning == "main" and form.isascii() not in scripts  # later names are others, not the canonical one
            scripts.add(form.isascii())
            names.append(Name(form, "und", meaning if first or meaning != "main" else "alternative"))
    countries = [code for key in _COUNTRIES for code in texts(properties.get(key))]
    gender = next((_GENDERS[word] for word in texts(properties.get("gender")) if word in _GENDERS), "")
    wikidata = next(iter(texts(properties.get("wikidataId"))), "")
    return make(
        id_,
        kind,
        names,
        options,
        type_=type_,
        countries=countries,
        gender=gender,
        opensanctions=id_,
        wikidata=wikidata,
    )
