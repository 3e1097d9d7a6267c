"""`normalize gazetteer add`, `merge`, `split`, `judge`, `undo`: changes that apply whole or not at all."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from normalize.cli.build import say
from normalize.cli.codes import DONE
from normalize.cli.gazetteer.folders import Own, known_ids, to_change
from normalize.model import Alias, ConfigError, Entity

if TYPE_CHECKING:
    from normalize.gazetteer.upkeep.change import Change

Id = Annotated[str, typer.Argument(help="The id of an entity.")]
Source = Annotated[str, typer.Option(help="Where this comes from.")]
Reason = Annotated[str, typer.Option(help="Why.")]


class Verdict(StrEnum):
    """What somebody decided on two entities."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def add(
    id: Id,
    names: Annotated[
        list[str],
        typer.Option("--name", help="LANG:KIND:NAME, such as fa-Arab:main:قاآنی; may be given several times."),
    ],
    kind: Annotated[str, typer.Option(help="For a new entity: person, organisation, place or term.")] = "",
    type: Annotated[str, typer.Option(help="For a new entity: what it is, more closely.")] = "",
    countries: Annotated[str, typer.Option(help="For a new entity: codes such as IQ,IR.")] = "",
    gender: Annotated[str, typer.Option(help="For a new person: m, f or x.")] = "",
    about: Annotated[str, typer.Option(help="For a new entity: who or what, in a line.")] = "",
    source: Source = "curated",
    folder: Own = None,
) -> int:
    """Add an entity, or names to one. With --kind a new entity, without it the names go to the one with this id."""
    from normalize.gazetteer.upkeep.edit import Folder, add_entity, add_name

    place = to_change(folder)
    aliases = tuple(_alias(name, source) for name in names)
    if kind:
        codes = tuple(code for code in countries.split(",") if code)
        entity = Entity(id, kind, aliases, (), type or kind, codes, gender, about)
        return _done(place, add_entity(Folder(place), entity, source))
    for alias in aliases:
        _done(place, add_name(Folder(place), id, alias, kind_elsewhere(place, id)))
    return DONE


def _alias(said: str, source: str) -> Alias:
    lang, _, rest = said.partition(":")
    kind, _, form = rest.partition(":")
    if not form:
        raise ConfigError(f"--name must be LANG:KIND:NAME, not {said!r}")
    return Alias(form, lang, kind, source)


def kind_elsewhere(place: Path, id_: str) -> str:
    """Return the kind of an entity of the shipped gazetteer, "" when it has none of this id."""
    from normalize.gazetteer.cache import shipped_folder
    from normalize.gazetteer.upkeep.edit import Folder

    shipped = shipped_folder()
    return "" if shipped.resolve() == place.resolve() else Folder(shipped).kinds.get(id_, "")


def merge(
    old: Annotated[str, typer.Argument(help="The id that will lead to the other.")],
    new: Annotated[str, typer.Argument(help="The id that stays.")],
    reason: Reason = "the same",
    source: Source = "curated",
    folder: Own = None,
) -> int:
    """Make one entity of two: the names of OLD go to NEW, and its id leads there from now on."""
    from normalize.gazetteer.upkeep import edit

    place = to_change(folder)
    return _done(place, edit.merge(edit.Folder(place), old, new, reason, source))


def split(
    id: Id,
    new: Annotated[str, typer.Argument(help="The id of the new entity.")],
    names: Annotated[
        list[str], typer.Option("--name", help="A name that goes to the new entity; may be given several times.")
    ],
    about: Annotated[str, typer.Option(help="Who or what the new entity is, in a line.")] = "",
    source: Source = "curated",
    folder: Own = None,
) -> int:
    """Make two entities of one: some of its names go to a new one, and the two are judged different."""
    from normalize.gazetteer.upkeep import edit

    place = to_change(folder)
    return _done(place, edit.split(edit.Folder(place), id, new, names, about, source))


def judge(a: Id, b: Id, verdict: Verdict, reason: Reason = "", source: Source = "curated", folder: Own = None) -> int:
    """Keep a decision on two entities: the same, different, or unsure."""
    from normalize.gazetteer.upkeep import edit

    place = to_change(folder)
    return _done(place, edit.judge(edit.Folder(place), a, b, verdict.value, reason, source))


def undo(folder: Own = None) -> int:
    """Take the last change back."""
    from normalize.gazetteer.upkeep import edit

    place = to_change(folder)
    return _done(place, edit.undo(edit.Folder(place)))


def _done(place: Path, change: Change) -> int:
    from normalize.gazetteer.upkeep.change import apply

    apply(place, change, known_ids(place))
    say(f"{change.operation}: {len(change.added)} rows in, {len(change.removed)} out")
    return DONE
