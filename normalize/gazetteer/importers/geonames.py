"""GeoNames: the main table (allCountries, cities15000, IQ ...) and alternateNamesV2.

Columns as in the readme of download.geonames.org/export/dump. The second table has names alone; what it says
is joined to its places when the folder is written, so the two are read one after the other, each once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.gazetteer.importers.base import Name, Options, Reject, RowError, each, make
from normalize.model import Entity

_COLUMNS = 19
_NAME_COLUMNS = 10
BIG = 100_000  # inhabitants from which a populated place is called a city here; GeoNames has no such border

# The types this project uses, by feature class and code; see geonames.org/export/codes.html.
_BY_CODE = {
    "ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district", "PCLI": "country",
    "PCLD": "region", "PCLF": "country", "PCLS": "region", "TERR": "region", "ISL": "island", "ISLS": "island",
    "SEA": "sea", "OCN": "sea", "GULF": "sea", "STM": "river", "STRT": "strait", "MT": "mountain", "MTS": "mountain",
    "PPLC": "city", "PPLX": "district",
}  # fmt: skip
_BY_CLASS = {
    "A": "region",
    "H": "river",
    "L": "region",
    "T": "mountain",
    "S": "site",
    "R": "site",
    "V": "site",
    "U": "sea",
}

# What alternateNamesV2 holds beside names: links, post and airport codes, identifiers.
_CODES = frozenset({"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "fr_1793"})


def main_table(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read the table of places: 19 columns. Names without a language get "und" and their script."""
    return each(enumerate(lines, start=1), _place, options, reject)


def names_table(lines: Iterable[bytes], options: Options, reject: Reject) -> Iterator[Entity]:
    """Read alternateNamesV2: 10 columns, one name a row; each row gives a piece of an entity."""
    return each(enumerate(lines, start=1), _alternative, options, reject)


def _fields(row: bytes, number: int) -> list[str]:
    try:
        fields = row.decode("utf-8").split("\t")
    except UnicodeDecodeError:
        raise RowError("not UTF-8") from None
    if len(fields) != number:
        raise RowError(f"{len(fields)} columns, {number} wanted")
    return fields


def _place(row: bytes, options: Options) -> Entity | None:
    fields = _fields(row, _COLUMNS)
    number, name, ascii_name, others, country = fields[0], fields[1], fields[2], fields[3], fields[8]
    if not number.isdecimal():
        raise RowError(f"{number[:40]!r} is no geonameid")
    type_ = _type(fields[6], fields[7], fields[14])
    names = [Name(name)]
    if ascii_name and ascii_name != name:
        names.append(Name(ascii_name, "und", "orthographic"))
    names += [Name(other, "und", "alternative") for other in others.split(",") if other]
    countries = (country,) if country else ()
    return make(f"geonames-{number}", "place", names, options, type_=type_, countries=countries, geonames=number)


def _type(feature_class: str, code: str, population: str) -> str:
    if found := _BY_CODE.get(code):
        return found
    if feature_class == "P":
        return "city" if population.isdecimal() and len(population) < 12 and int(population) >= BIG else "town"
    return _BY_CLASS.get(feature_class, "site")


def _alternative(row: bytes, options: Options) -> Entity | None:
    _, number, lang, form, preferred, short, colloquial, historic, since, until = _fields(row, _NAME_COLUMNS)
    if not number.isdecimal():
        raise RowError(f"{number[:40]!r} is no geonameid")
    if lang in _CODES:
        return None
    marks = (historic, colloquial, short, preferred)
    kind = next((kind for kind, mark in zip(_KINDS, marks, strict=True) if mark == "1"), "alternative")
    name = Name(form, lang, "acronym" if lang == "abbr" else kind, since, until)
    # The filters by type and country were the main table's; here only ids and languages say anything.
    plain = Options(languages=options.languages, ids=options.ids, source=options.source)
    return make(f"geonames-{number}", "place", (name,), plain)


_KINDS = ("former", "nickname", "short", "main")
