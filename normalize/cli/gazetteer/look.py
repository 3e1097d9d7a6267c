"""`normalize gazetteer search` and `explain`: what is there, and why it is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import gazetteer as opened
from normalize.cli.codes import DONE, FOUND
from normalize.cli.gazetteer.source import As, Format
from normalize.cli.inout import write_stdout
from normalize.gazetteer import Gazetteer
from normalize.gazetteer.compiled import Compiled
from normalize.gazetteer.record import ANY
from normalize.model import Alias, Candidate, Entity
from normalize.text import fold

Name = Annotated[str, typer.Argument(help="A name, in any script.")]


def search(
    name: Name,
    k: Annotated[int, typer.Option("--number", "-n", help="How many entities to show.", min=1)] = 5,
    kind: Annotated[str | None, typer.Option(help="person, organisation or place.")] = None,
    prefix: Annotated[bool, typer.Option("--prefix", help="List the names that begin so.")] = False,
    format: As = Format.TEXT,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    config: o.Config = None,
) -> int:
    """Find who has a name, or one like it. Ends with 1 when nobody has."""
    layers = opened(o.gather(config, gazetteer=gazetteer, shipped_gazetteer=shipped_gazetteer))
    if prefix:
        rows = sorted({(entity.id, alias.form) for entity, alias in _beginning(layers, fold(name))})[:k]
        write_stdout("".join(f"{id_}\t{form}\n" for id_, form in rows))
        return DONE if rows else FOUND
    found = layers.search(name, k, kind)
    if format is Format.JSON:
        write_stdout(json.dumps([_record(candidate) for candidate in found], ensure_ascii=False, indent=2) + "\n")
    else:
        write_stdout("".join(f"{line}\n" for candidate in found for line in _lines(candidate)))
    return DONE if found else FOUND


def _beginning(layers: Gazetteer, folded: str) -> Iterator[tuple[Entity, Alias]]:
    for layer in layers.layers:
        for form in layer.forms(folded):
            yield from layers.named(form)


def _record(candidate: Candidate) -> dict[str, object]:
    return {
        "id": candidate.entity.id,
        "kind": candidate.entity.kind,
        "canonical": candidate.entity.canonical(),
        "name": candidate.alias.form,
        "lang": candidate.alias.lang,
        "score": round(candidate.score, 4),
        "reasons": candidate.reasons,
    }


def _lines(candidate: Candidate) -> list[str]:
    entity, alias = candidate.entity, candidate.alias
    said = entity.about or entity.canonical()
    return [
        f"{candidate.score:.2f} {entity.id} ({entity.kind}: {said})",
        f"     as {alias.form} [{alias.lang}, {alias.kind}]",
    ]


def explain(
    what: Annotated[str, typer.Argument(metavar="ID|NAME", help="An id, or a name as it is written.")],
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    config: o.Config = None,
) -> int:
    """Show everything known of an entity, or everybody who has a name. Ends with 1 when there is nothing."""
    layers = opened(o.gather(config, gazetteer=gazetteer, shipped_gazetteer=shipped_gazetteer))
    entity = layers.entity(what)
    lines = [*_of_entity(layers, what, entity)] if entity else [*_of_name(layers, what)]
    write_stdout("\n".join(lines or [f"{what}: no id and no name of the gazetteer"]) + "\n")
    return DONE if lines else FOUND


def _of_entity(layers: Gazetteer, asked: str, entity: Entity) -> Iterator[str]:
    if entity.id != asked:
        yield f"{asked} leads to {entity.id}"
    facts = (entity.type, ",".join(entity.countries), entity.gender, *(f"{key}={value}" for key, value in entity.ids))
    yield f"{entity.id}  {entity.kind}  {'  '.join(fact for fact in facts if fact)}"
    if entity.about:
        yield f"  {entity.about}"
    for alias in entity.names:
        dates = f"  {alias.since}-{alias.until}" if alias.since or alias.until else ""
        yield f"  {alias.lang:<8} {alias.kind:<15} {alias.form}{dates}  ({alias.source})"
    for layer in layers.layers:
        yield from _decided(layer, entity.id)


def _decided(layer: Compiled, id_: str) -> Iterator[str]:
    """Yield what one layer says was decided on an entity: merges, judgements, refusals."""
    yield from (f"  merged: {old}" for old, new in layer.redirects.items() if new == id_)
    for judgement in layer.judgements:
        if id_ in (judgement.a, judgement.b):
            yield f"  judged: {judgement.a} and {judgement.b} {judgement.verdict}: {judgement.reason}"
    yield from (f"  refused: {refusal.name} ({refusal.reason})" for refusal in layer.refusals if refusal.id == id_)


def _of_name(layers: Gazetteer, name: str) -> Iterator[str]:
    folded = fold(name)
    for layer in layers.layers:
        for refusal in layer.refusals:
            if fold(refusal.name) == folded:
                whom = "everybody" if refusal.id == ANY else refusal.id
                yield f"refused for {whom}: {refusal.reason} ({refusal.source})"
    for entity, alias in layers.named(folded):
        yield f"{entity.id} ({entity.kind}: {entity.about or entity.canonical()})"
        yield f"  as {alias.form} [{alias.lang}, {alias.kind}, source: {alias.source}]"
