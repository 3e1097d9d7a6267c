"""A gazetteer in the forms other programs read. Every writer yields text piece by piece: a million names fit."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator

from normalize.model import Alias, Entity

CSV_COLUMNS = ("id", "entity_kind", "type", "countries", "lang", "kind", "name", "since", "until", "source")
# What a spreadsheet takes for the start of a formula, also in full width, behind what some leave out before they look.
_FORMULA = re.compile(r"\A(?:[\s\u200b-\u200f\ufeff]{0,500}[=+@\-＝＋－＠]|[\t\r\n])")
_SCHEMA = {"person": "Person", "organisation": "Organization", "place": "Address", "term": "LegalEntity"}
_WEAK = frozenset(["short", "weak", "nickname", "demonym", "mistranslation"])


def to_csv(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield one row a name. A cell a spreadsheet would run as a formula begins with an apostrophe.

    >>> print(*to_csv([Entity("x", "term", (Alias("=1+1", "en-Latn", "main", "curated"),))]), sep="", end="")
    id,entity_kind,type,countries,lang,kind,name,since,until,source
    x,term,,,en-Latn,main,'=1+1,,,curated
    """
    yield _csv_line(CSV_COLUMNS)
    for entity in entities:
        own = (entity.id, entity.kind, entity.type, " ".join(entity.countries))
        for a in entity.names:
            yield _csv_line((*own, a.lang, a.kind, a.form, a.since, a.until, a.source))


def _csv_line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def to_jsonl(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield one entity a line with everything that is known of it."""
    for entity in entities:
        yield _json(
            {
                "id": entity.id,
                "kind": entity.kind,
                "type": entity.type,
                "countries": entity.countries,
                "gender": entity.gender,
                "ids": dict(entity.ids),
                "about": entity.about,
                "names": [_name(alias) for alias in entity.names],
            }
        )


def _name(alias: Alias) -> dict[str, str]:
    row = {"name": alias.form, "lang": alias.lang, "kind": alias.kind, "source": alias.source}
    return row | {key: value for key, value in (("since", alias.since), ("until", alias.until)) if value}


def to_ftm(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield FollowTheMoney entities, one a line: names that never match alone are weakAlias, acronyms abbreviations."""
    for entity in entities:
        properties: dict[str, list[str]] = {
            "name": [],
            "alias": [],
            "weakAlias": [],
            "abbreviation": [],
            "previousName": [],
        }
        for alias in entity.names:
            properties[_property(alias, entity.kind)].append(alias.form)
        properties["country"] = [code.lower() for code in entity.countries]
        properties["notes"] = [entity.about] if entity.about else []
        properties["wikidataId"] = [value for key, value in entity.ids if key == "wikidata"]
        if entity.kind == "person" and entity.gender in ("m", "f"):
            properties["gender"] = ["male" if entity.gender == "m" else "female"]
        kept = {key: [*dict.fromkeys(values)] for key, values in properties.items() if values}
        caption = entity.canonical()
        yield _json(
            {"id": entity.id, "schema": _SCHEMA.get(entity.kind, "Thing"), "caption": caption, "properties": kept}
        )


def _property(alias: Alias, kind: str) -> str:
    if alias.kind in _WEAK:
        return "weakAlias"
    if alias.kind in ("acronym", "code") and kind != "organisation":  # only organisations have abbreviations there
        return "weakAlias"
    by_kind = {"main": "name", "former": "previousName", "acronym": "abbreviation", "code": "abbreviation"}
    return by_kind.get(alias.kind, "alias")


def to_quickstatements(entities: Iterable[Entity]) -> Iterator[str]:
    r"""Yield Wikidata QuickStatements (version 1) that add names as labels and aliases.

    Only for entities with a Wikidata identifier; short, weak and mistranslated names are not what Wikidata keeps.

    >>> names = (Alias("Київ", "uk-Cyrl", "main", "curated"),)
    >>> [*to_quickstatements([Entity("kyiv", "place", names, (("wikidata", "Q1899"),))])]
    ['Q1899\tLuk\t"Київ"\n']
    """
    for entity in entities:
        item = dict(entity.ids).get("wikidata")
        for alias in entity.names if item else ():
            if alias.kind in _WEAK or alias.language in ("und", "mul"):
                continue
            letter = "L" if alias.kind == "main" else "A"
            yield f"{item}\t{letter}{_wikidata_language(alias)}\t{_quoted(alias.form)}\n"


def _wikidata_language(alias: Alias) -> str:
    return {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant"}.get(alias.lang, alias.language)


def _quoted(form: str) -> str:
    return '"' + form.replace('"', "”") + '"'  # the format has no escape for a quotation mark


def _json(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Iterable[Entity]], Iterator[str]]] = {
    "csv": to_csv,
    "jsonl": to_jsonl,
    "ftm": to_ftm,
    "quickstatements": to_quickstatements,
}
