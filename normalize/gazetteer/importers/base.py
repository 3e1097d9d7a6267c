"""What every importer is: lines of bytes in, entities out, and the rows it could not use reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Protocol

from normalize.model import Alias, Entity
from normalize.text.scripts import main_script, script_of

LONGEST_NAME = 500  # characters, as in the source form
MOST_NAMES = 5_000  # of one entity; the best named item of Wikidata has about 1,000 labels and aliases
QUOTED = 160  # characters of a rejected row that are kept for the report

_MARKS = re.compile("[\u00ad\u200e\u200f\u061c\u2060\ufeff]")  # invisible, harmless, frequent
_LOOSE = re.compile(r"(?<!\S)[\u200c\u200d]|[\u200c\u200d](?!\S)")  # joiners that join nothing
_UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ID = re.compile(r"[\w.:@+/-]{1,120}")
_TAG = re.compile(r"[A-Za-z]{2,3}")


class RowError(Exception):
    """Why one row is of no use. The reading goes on with the next."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row left out: its line (from 1; the number of the record in formats that have no lines), and why."""

    line: int
    reason: str
    text: str = ""


class Name(NamedTuple):
    """A name as an importer finds it; `lang` may be a bare language, the script is read off the form."""

    form: str
    lang: str = "und"
    kind: str = "main"
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What to keep, and how the input says it. An empty filter keeps everything.

    `types` are kinds or types of entities ("person", "city"); `languages` ISO 639 codes; `countries` ISO 3166
    codes, each by the word the input uses for it (so {"Q796": "IQ"} reads Wikidata's); `ids` those of the
    entities; `source` the key written beside each name; `columns` field to column, for tables.
    """

    types: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    countries: Mapping[str, str] = field(default_factory=dict)
    ids: Container[str] | None = None
    source: str = "imported"
    columns: Mapping[str, str] = field(default_factory=dict)
    kind: str = "person"

    def wants(self, kind: str, type_: str) -> bool:
        """Answer whether an entity of this kind and type is wanted."""
        return not self.types or type_ in self.types or kind in self.types

    def wants_id(self, id_: str) -> bool:
        """Answer whether the entity with this id is wanted."""
        return self.ids is None or id_ in self.ids

    def in_countries(self, said: Iterable[str]) -> tuple[str, ...] | None:
        """Return ISO codes for the countries `said`; None when none of them is wanted.

        >>> Options(countries={"Q796": "IQ"}).in_countries(["Q796"]), Options().in_countries(["iq"])
        (('IQ',), ('IQ',))
        """
        found = []
        for word in said:
            if word in self.countries or word.upper() in self.countries:
                found.append(self.countries.get(word) or self.countries[word.upper()])
            elif len(word) == 2 and word.isalpha():
                found.append(word.upper())
        if self.countries and not set(found) & set(self.countries.values()):
            return None
        return tuple(dict.fromkeys(found))


Reject = Callable[[Rejected], None]


class Importer(Protocol):
    """One format. Constant memory: it holds one record at a time."""

    def __call__(self, lines: Iterable[bytes], options: Options, reject: Reject, /) -> Iterator[Entity]:
        """Yield the entities of `lines`, tell `reject` the rows that are none.

        An entity may come in several pieces, anywhere in the input: what writes them joins them.
        """


def each(
    rows: Iterable[tuple[int, bytes]],
    read: Callable[[bytes, Options], Entity | None],
    options: Options,
    reject: Reject,
) -> Iterator[Entity]:
    """Yield what `read` makes of each row, None left out, errors rejected."""
    for number, row in rows:
        try:
            entity = read(row, options)
        except RowError as error:
            reject(Rejected(number, str(error), row[:QUOTED].decode("utf-8", "replace")))
        else:
            if entity is not None:
                yield entity


def clean_form(form: str) -> str:
    r"""Return a name on one line, composed, without invisible marks; raise RowError when it cannot be one.

    >>> clean_form(" Esmail\u200e  Qaani ")
    'Esmail Qaani'
    """
    if (
        form.isprintable()
        and (form.isascii() or (len(form) <= LONGEST_NAME and unicodedata.is_normalized("NFC", form)))
        and (" " not in form or not ("  " in form or form[0] == " " or form[-1] == " "))
    ):  # nearly all names; the rest takes ten times as long
        clean = form
    else:
        clean = _mended(form)
    if len(clean) > LONGEST_NAME:
        raise RowError(f"a name of {len(clean)} characters; the limit is {LONGEST_NAME}")
    return clean


def _mended(form: str) -> str:
    if len(form) <= 4 * LONGEST_NAME:  # longer ones are refused anyhow; composing them would be slow
        form = unicodedata.normalize("NFC", _LOOSE.sub("", _MARKS.sub("", form)))
    form = " ".join(form.split())
    if bad := _UNUSABLE.search(form):
        raise RowError(f"U+{ord(bad[0]):04X} in a name" if bad[0] < "\ud800" else "not UTF-8")
    return form


def tag(lang: str, form: str) -> str:
    """Return the BCP 47 language-script tag for `form` in `lang`.

    >>> tag("fa", "قاآنی"), tag("", "Qaani"), tag("zh-hans", "北京")
    ('fa-Arab', 'und-Latn', 'zh-Hans')
    """
    return _tag_of_first(lang, "" if form.isascii() else form[0]) or _tag(lang, main_script(form) or "Zyyy")


@lru_cache(maxsize=1 << 16)
def _tag_of_first(lang: str, first: str) -> str:
    """Return the tag by the first character ("": the name is ASCII); "" where that has no script of its own."""
    script = script_of(first) if first else "Latn"
    return _tag(lang, script) if script else ""


def _tag(lang: str, found: str) -> str:
    language, _, script = lang.replace("_", "-").partition("-")
    language = language.lower() if _TAG.fullmatch(language) else "und"
    if len(script) == 4 and script.isalpha():
        return f"{language}-{script.title()}"
    return f"{language}-{_SCRIPTS.get((language, found), found)}"


_SCRIPTS = {("ja", "Hani"): "Jpan", ("ja", "Hira"): "Jpan", ("ja", "Kana"): "Jpan", ("ko", "Hang"): "Kore",
            ("und", "Hang"): "Kore", ("und", "Kana"): "Jpan", ("und", "Hira"): "Jpan"}  # fmt: skip


def make(
    id_: str,
    kind: str,
    names: Iterable[Name],
    options: Options,
    *,
    type_: str = "",
    countries: Iterable[str] = (),
    **facts: str,
) -> Entity | None:
    """Build the entity a row speaks of; None when a filter leaves it out; RowError when it has no usable name.

    `countries` is what the row says; `facts` are gender, about, and outside identifiers by their key.
    """
    if not options.wants(kind, type_) or not options.wants_id(id_):
        return None
    if (codes := options.in_countries(countries)) is None:
        return None
    if not _ID.fullmatch(id_):
        raise RowError(f"{id_[:40]!r} is no id")
    aliases = _aliases(names, options)
    if not aliases:
        if options.languages:
            return None
        raise RowError("no name")
    gender, about = facts.pop("gender", ""), clean_form(facts.pop("about", "")[:LONGEST_NAME])
    ids = tuple(sorted((key, value) for key, value in facts.items() if value and _ID.fullmatch(value)))
    return Entity(id_, kind, aliases, ids, type_, codes, gender, about)


def _aliases(names: Iterable[Name], options: Options) -> tuple[Alias, ...]:
    if wanted := options.languages:
        names = (name for name in names if name.lang.partition("-")[0].partition("_")[0] in wanted)
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for form, lang, kind, since, until in names:
        if clean := clean_form(form):
            found.setdefault((clean, tag(lang, clean)), (kind, since, until))
            if len(found) > MOST_NAMES:
                raise RowError(f"more than {MOST_NAMES} names")
    source = options.source
    return tuple(Alias(form, lang, kind, source, since, until) for (form, lang), (kind, since, until) in found.items())
