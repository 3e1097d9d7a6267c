"""Wikidata: the JSON dump (one item a line), an answer of wbgetentities, and SPARQL results as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.gazetteer.importers.base import Name, Options, Reject, RowError, each, make
from normalize.gazetteer.importers.jsons import as_record, parse, records
from normalize.model import Entity

# Classes (P31) by what they are here; an item of other classes is a term.
_CLASSES = {
    "Q5": ("person", "person"), "Q515": ("place", "city"), "Q1549591": ("place", "city"),
    "Q486972": ("place", "town"), "Q6256": ("place", "country"), "Q3624078": ("place", "country"),
    "Q43229": ("organisation", "group"), "Q7278": ("organisation", "party"), "Q4830453": ("organisation", "company"),
}  # fmt: skip
_GENDERS = {"Q6581097": "m", "Q6581072": "f"}
_COUNTRIES = ("P27", "P17", "P495")  # citizenship, country, country of origin
_CODE = "P297"  # ISO 3166 alpha-2, on countries


def dump(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read the dump: "[", one item a line with a comma behind it, "]"."""
    rows = ((number, line.strip().rstrip(b",")) for number, line in enumerate(lines, start=1))
    return each(((number, row) for number, row in rows if row not in (b"", b"[", b"]")), _item, options, reject)


def answer(pieces: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read an answer of wbgetentities: {"entities": {"Q1": {...}}}."""
    found = (text for keys, text in records(pieces, 2) if keys[:1] == ("entities",))
    return each(enumerate(found, start=1), _item, options, reject)


def sparql(pieces: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read SPARQL results: ?item, its names in ?itemLabel, ?itemAltLabel or ?name, ?countryCode, ?kind."""
    found = (text for keys, text in records(pieces, 3) if keys == ("results", "bindings"))
    return each(enumerate(found, start=1), _binding, options, reject)


def _item(row: bytes, options: Options) -> Entity | None:
    item = as_record(parse(row))
    id_ = item.get("id")
    if not isinstance(id_, str) or not id_[1:].isdecimal():
        raise RowError("no item: it has no id")
    if "missing" in item or id_[0] != "Q":  # properties and lexemes are no entities
        return None
    claims = item.get("claims")
    claims = claims if isinstance(claims, dict) else {}  # an empty object is written as [] there
    kind, type_ = next((_CLASSES[value] for value in _values(claims, "P31") if value in _CLASSES), ("term", ""))
    countries = [value for claim in (_CODE, *_COUNTRIES) for value in _values(claims, claim)]
    gender = next((_GENDERS[value] for value in _values(claims, "P21") if value in _GENDERS), "")
    about = next((form for form, lang in _terms(item, "descriptions") if lang == "en"), "")
    return make(
        id_,
        kind,
        _names(item),
        options,
        type_=type_,
        countries=countries,
        gender=gender,
        about=about,
        wikidata=id_,
    )


def _names(item: dict[str, Any]) -> Iterator[Name]:
    for form, lang in _terms(item, "labels"):
        yield Name(form, lang, "main")
    for form, lang in _terms(item, "aliases"):
        yield Name(form, lang, "alternative")


def _terms(item: dict[str, Any], part: str) -> Iterator[tuple[str, str]]:
    """Yield (form, language) of the labels, aliases or descriptions: one a language, or a list of them."""
    by_language = item.get(part)
    for group in by_language.values() if isinstance(by_language, dict) else ():
        for term in group if isinstance(group, list) else [group]:
            form, lang = (term.get("value"), term.get("language")) if isinstance(term, dict) else (None, None)
            if isinstance(form, str) and isinstance(lang, str):
                yield form, lang


def _values(claims: dict[str, Any], name: str) -> Iterator[str]:
    """Yield the values of the claims `name`: an item's id or a string."""
    statements = claims.get(name)
    for statement in statements if isinstance(statements, list) else ():
        try:
            if statement["rank"] == "deprecated":
                continue
            value = statement["mainsnak"]["datavalue"]["value"]
            yield value if isinstance(value, str) else value["id"]
        except (KeyError, TypeError):  # "unknown value" and "no value" have none
            continue


def _binding(row: bytes, options: Options) -> Entity | None:
    cells = {key: cell for key, cell in as_record(parse(row)).items() if isinstance(cell, dict)}

    def cell(*keys: str) -> str:
        found = (cells[key].get("value") for key in keys if key in cells)
        return next((value.rpartition("/")[2] for value in found if isinstance(value, str)), "")

    id_ = cell("item", "person", "place", "organisation")
    if not id_[1:].isdecimal():
        raise RowError("no ?item in this row")
    names = []
    for key, kind in (("itemLabel", "main"), ("name", "alternative"), ("itemAltLabel", "alternative")):
        value = cells.get(key, {}).get("value")
        lang = cells.get(key, {}).get("xml:lang", "und")
        # An item without a label is called by its id.
        if isinstance(value, str) and isinstance(lang, str) and value != id_:
            forms = value.split(", ") if key == "itemAltLabel" else [value]
            names += [Name(form, lang, kind) for form in forms]
    countries = [code for code in (cell("countryCode"), cell("country")) if code]
    return make(id_, cell("kind") or options.kind, names, options, countries=countries, wikidata=id_)
