"""`normalize resolve`: who a name names, or nobody known, or one of several."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from normalize.cli import options as o
from normalize.cli.build import gazetteer as opened
from normalize.cli.codes import DONE
from normalize.cli.inout import STDIN, read_input, write_stdout
from normalize.cli.names import Format
from normalize.model import Candidate, InputError
from normalize.report.lines import visible

if TYPE_CHECKING:
    from normalize.gazetteer import Gazetteer

EXACT = 0.999  # a name that stands so in the gazetteer: as sure as `names.compare` gets of equal letters
CONSIDERED = 50  # candidates before --country leaves some out
SHOWN = 5


class Kind(StrEnum):
    """What is named."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TERM = "term"


def resolve(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Names; - or none: one a line of standard input. With --column: CSV files."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="Only entities of this kind.")] = None,
    country: Annotated[str | None, typer.Option(help="Only entities of this country (ISO 3166, two letters).")] = None,
    lang: o.Lang = None,
    column: Annotated[str | None, typer.Option(help="Read the names in this column of a CSV or TSV.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the candidates and what speaks for them.")] = False,
    format: Annotated[Format, typer.Option(help="How to write the answers.")] = Format.TEXT,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
) -> int:
    """Find the entity each name names: linked to one, nil (nobody known) or ambiguous."""
    settings = o.gather(config, lang=lang, gazetteer=gazetteer, shipped_gazetteer=shipped_gazetteer, encoding=encoding)
    asked = list(_asked(names or [STDIN], column, settings["encoding"]))
    known = opened(settings)
    answers = (_answer(known, name, kind, country, settings["lang"]) for name in asked)
    if not explain:
        answers = ({key: value for key, value in answer.items() if key != "candidates"} for answer in answers)
    _write(answers, format)
    return DONE


def _asked(words: Iterable[str], column: str | None, encoding: str) -> Iterator[str]:
    """Yield the names: the words themselves, the lines of standard input, or a column of tables."""
    for word in words:
        if column is not None:
            yield from _column(word, column, read_input(word, encoding).text)
        elif word == STDIN:
            yield from (line for line in read_input(STDIN, encoding).text.splitlines() if line.strip())
        else:
            yield word


def _column(source: str, column: str, text: str) -> Iterator[str]:
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max("\t;,", key=head.count) if any(mark in head for mark in "\t;,") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if column not in (rows.fieldnames or ()):
        raise InputError(f"{source}: no column {column!r}; it has {', '.join(rows.fieldnames or ()) or 'none'}")
    try:
        yield from (row[column] or "" for row in rows)
    except csv.Error as error:
        raise InputError(f"{source}: line {rows.line_num}: {error}") from None


def _candidates(known: Gazetteer, name: str, kind: str | None, country: str | None) -> list[Candidate]:
    """Return who may be meant, best first: who has exactly this name, then who has one like it."""
    from normalize.text import fold

    exact = [
        Candidate(entity, alias, EXACT, ("the gazetteer has this name",))
        for entity, alias in known.named(fold(name.strip()))
    ]
    found: dict[str, Candidate] = {}
    for candidate in [*exact, *known.search(name, CONSIDERED, kind)]:
        entity = candidate.entity
        if (kind is None or entity.kind == kind) and (not country or country.upper() in entity.countries):
            found.setdefault(entity.id, candidate)
    return sorted(found.values(), key=lambda candidate: -candidate.score)


def _answer(known: Gazetteer, name: str, kind: str | None, country: str | None, lang: str | None) -> dict[str, Any]:
    from normalize.gazetteer import Candidates

    found = _candidates(known, name, kind, country)
    decision = Candidates(found).decision
    best = found[0] if found and decision == "linked" else None
    return {
        "name": name,
        "decision": str(decision),
        "id": best.entity.id if best else None,
        "kind": best.entity.kind if best else None,
        "canonical": best.entity.canonical(lang or "en") if best else None,
        "score": round(found[0].score, 3) if found else 0.0,
        "candidates": [_shown(candidate, lang or "en") for candidate in found[:SHOWN]],
    }


def _shown(candidate: Candidate, lang: str) -> dict[str, Any]:
    entity, alias = candidate.entity, candidate.alias
    return {
        "id": entity.id,
        "kind": entity.kind,
        "canonical": entity.canonical(lang),
        "about": entity.about,
        "score": round(candidate.score, 3),
        "as": alias.form,
        "reasons": list(candidate.reasons),
    }


def _write(answers: Iterable[dict[str, Any]], format: Format) -> None:
    if format is Format.JSON:
        write_stdout(json.dumps(list(answers), ensure_ascii=False, indent=2) + "\n")
        return
    for answer in answers:
        write_stdout(json.dumps(answer, ensure_ascii=False) + "\n" if format is Format.JSONL else _text(answer))


def _text(answer: dict[str, Any]) -> str:
    whom = f"{visible(answer['canonical'])}\t{answer['id']}" if answer["id"] else "\t"
    lines = [f"{visible(answer['name'])}\t{answer['decision']}\t{whom}\t{answer['score']:.2f}"]
    for one in answer.get("candidates", ()):
        lines.append(
            f"  {one['score']:.2f} {visible(one['canonical'])} ({one['kind']} {one['id']}) as {visible(one['as'])!r}"
        )
        lines += [f"       {visible(reason)}" for reason in one["reasons"]]
    return "\n".join(lines) + "\n"
