"""What one row may not say, looked at without the other rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from normalize.gazetteer.lint.characters import name_doubts, name_faults
from normalize.gazetteer.lint.tags import tag_doubt, tag_fault
from normalize.gazetteer.problem import Problem, Severity, fault, warning
from normalize.gazetteer.record import ANY, VERDICTS, Row
from normalize.gazetteer.table import Table
from normalize.model import NAME_KINDS

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}")
_DATE = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_COUNTRIES = re.compile(r"(?:[A-Z]{2}(?:,[A-Z]{2})*)?")
_IDS = re.compile(r"(?:[A-Za-z][A-Za-z0-9_.-]{0,60}=[^;=\s]{1,200}(?:;[A-Za-z][A-Za-z0-9_.-]{0,60}=[^;=\s]{1,200})*)?")
_GENDERS = ("", "m", "f", "x")
_KINDS = frozenset(NAME_KINDS)


def names(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of a names file."""
    id_, lang, kind, form, since, until, source = row.fields
    if not _ID.fullmatch(id_):
        yield _bad_id(row, 0)
    if kind not in _KINDS:
        yield fault(row, 2, "kind", f"unknown kind {kind!r}; known: {', '.join(NAME_KINDS)}")
    yield from _name(row, 3, lang, kind, form, 1)
    if since or until:
        yield from _dates(row, since, until)
    if not source:
        yield fault(row, 6, "source", "no source: say where the name comes from")


def _name(row: Row, field: int, lang: str, kind: str, form: str, tag_field: int) -> Iterator[Problem]:
    if said := tag_fault(lang):
        yield fault(row, tag_field, "tag", said)
    elif said := tag_doubt(lang):
        yield warning(row, tag_field, "tag", said)
    for odd in name_faults(form, lang, kind):
        yield fault(row, field, odd.check, odd.message, at=odd.at)
    for odd in name_doubts(form, kind):
        yield fault(row, field, odd.check, odd.message, Severity.WARNING, odd.at)


def _dates(row: Row, since: str, until: str) -> Iterator[Problem]:
    for field, value in ((4, since), (5, until)):
        if value and not _DATE.fullmatch(value):
            yield fault(row, field, "date", f"{value!r} is no date; write 2014, 2014-06 or 2014-06-29")
    if since and until and since[:4] > until[:4]:
        yield fault(row, 5, "date", f"it ends ({until}) before it begins ({since})")


def entities(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of an entities file."""
    id_, _, countries, gender, ids, about, source = row.fields
    if not _ID.fullmatch(id_):
        yield _bad_id(row, 0)
    if not _COUNTRIES.fullmatch(countries):
        yield fault(row, 2, "countries", f"{countries!r} is no list of two-letter country codes such as IQ,IR")
    if gender not in _GENDERS:
        yield fault(row, 3, "gender", f"unknown gender {gender!r}; known: m, f, x or nothing")
    if not _IDS.fullmatch(ids):
        yield fault(row, 4, "ids", f"{ids!r} is no list such as wikidata=Q1;geonames=2")
    if not source:
        yield fault(row, 6, "source", "no source: say where this comes from")
    if not about and not ids:
        yield warning(row, 5, "about", "nothing says who or what this is: no line about it, no outside identifier")


def refused(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of refused.tsv."""
    form, lang, id_, reason, _ = row.fields
    # What is refused may be a code or a single letter; it may not be what no text can hold.
    yield from (problem for problem in _name(row, 0, lang, "code", form, 1) if problem.check != "short")
    if id_ != ANY and not _ID.fullmatch(id_):
        yield _bad_id(row, 2)
    if not reason:
        yield fault(row, 3, "reason", "no reason: say why the name must not link")


def judgements(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of judgements.tsv."""
    a, b, verdict, _, _ = row.fields
    for field in (0, 1):
        if not _ID.fullmatch(row.fields[field]):
            yield _bad_id(row, field)
    if verdict not in VERDICTS:
        yield fault(row, 2, "verdict", f"unknown verdict {verdict!r}; known: {', '.join(VERDICTS)}")
    if a == b:
        yield fault(row, 1, "judgement", f"{a!r} is judged against itself")


def redirects(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of redirects.tsv."""
    for field in (0, 1):
        if not _ID.fullmatch(row.fields[field]):
            yield _bad_id(row, field)


def sources(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of sources.tsv."""
    if not row.fields[0]:
        yield fault(row, 0, "source", "a source without its key")
    if not row.fields[2]:
        yield warning(row, 2, "licence", "a source without its licence")


def _bad_id(row: Row, field: int) -> Problem:
    value = row.fields[field]
    said = f"{value[:40]!r} is no id: letters, digits and . _ : / - (at most 120)" if value else "an empty id"
    return fault(row, field, "id", said)


def background(row: Row) -> Iterator[Problem]:
    """Yield the faults of a row of a background file: names as others publish them, never linked to."""
    if not row.fields[0].strip():
        yield fault(row, 0, "short", "an empty name")
    if not row.fields[2].isdigit():
        yield fault(row, 2, "bearers", f"{row.fields[2]!r} is no number of bearers")
    if not row.fields[3]:
        yield fault(row, 3, "source", "no source: say where the name comes from")


CHECKS: dict[str, Callable[[Row], Iterator[Problem]]] = {
    "background": background,
    "names": names,
    "entities": entities,
    "refused": refused,
    "judgements": judgements,
    "redirects": redirects,
    "sources": sources,
}


def in_order(table: Table) -> Iterator[Problem]:
    """Yield the rows that stand twice or before the row they follow (code point order of whole lines)."""
    before = ""
    for row in table.rows:
        if row.text <= before:
            if row.text == before:
                yield fault(row, 0, "twice", "the same row twice; `normalize gazetteer fmt` drops one")
            else:
                yield fault(row, 0, "order", "out of order; `normalize gazetteer fmt` sorts")
        before = row.text
