"""The source form: which files there are, their columns, and one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from normalize.model import Alias, Entity

# File stem to the kind of entity it holds. "terms" are offices, peoples, religions, events: never people.
FILES = {"people": "person", "organisations": "organisation", "places": "place", "terms": "term"}

ENTITY_COLUMNS = ("id", "type", "countries", "gender", "ids", "about", "source")
NAME_COLUMNS = ("id", "lang", "kind", "name", "since", "until", "source")
REFUSED_COLUMNS = ("name", "lang", "id", "reason", "source")
JUDGEMENT_COLUMNS = ("a", "b", "verdict", "reason", "source")
REDIRECT_COLUMNS = ("old", "new", "reason", "source")
BACKGROUND_COLUMNS = ("name", "lang", "bearers", "source")
SOURCE_COLUMNS = ("key", "title", "licence", "url")

ANY = "*"  # in refused.tsv: the name links to nobody at all
VERDICTS = ("same", "different", "unsure")


class Row(NamedTuple):
    """One line of a source file, with where it stands: for messages that can be acted on."""

    path: str
    line: int
    fields: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line itself."""
        return "\t".join(self.fields)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A name that must not link: to `id`, or to anybody when that is ANY."""

    name: str
    lang: str
    id: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision somebody made on two entities: "same", "different" or "unsure"."""

    a: str
    b: str
    verdict: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """Everything one gazetteer folder says, in memory."""

    entities: tuple[Entity, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    background: tuple[str, ...] = ()  # names of people that no entity here is


def to_entity(fields: tuple[str, ...], kind: str, names: tuple[Alias, ...]) -> Entity:
    """Build an entity from the fields of its row (ENTITY_COLUMNS)."""
    id_, type_, countries, gender, ids, about, _ = fields
    return Entity(
        id=id_,
        kind=kind,
        names=names,
        ids=tuple(sorted(_pair(item) for item in ids.split(";") if item)),
        type=type_,
        countries=tuple(code for code in countries.split(",") if code),
        gender=gender,
        about=about,
    )


def _pair(item: str) -> tuple[str, str]:
    key, _, value = item.partition("=")
    return key, value


def to_alias(fields: tuple[str, ...]) -> Alias:
    """Build an alias from the fields of its row (NAME_COLUMNS)."""
    _, lang, kind, name, since, until, source = fields
    return Alias(form=name, lang=lang, kind=kind, source=source, since=since, until=until)
