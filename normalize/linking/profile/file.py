"""Profiles as TOML: read, joined with what they extend, cut to a date; every fault is named with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

from normalize.gazetteer.lint.tags import LANGUAGES
from normalize.linking.profile.style import ARTICLES, AYNS, QUOTES, Form, Profile
from normalize.model import ConfigError, ProfileError
from normalize.text.language import code
from normalize.toml import TomlFile

_CHOICES = {"article": ARTICLES, "ayn": AYNS, "quotes": QUOTES}
_TEXTS = ("about", "lang", "extends", *_CHOICES)
_FORM = {"entity": str, "name": str, "since": date, "until": date, "except": list}
_JOINERS = str.maketrans("", "", "\u200c\u200d")  # of Persian and Indic spellings
_DEEPEST = 8  # profiles that extend one another


def shipped() -> tuple[str, ...]:
    """Return the names of the profiles that come with this package.

    >>> "base" in shipped()
    True
    """
    folder = resources.files("normalize.profiles")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def load_profile(name: str, on: str = "") -> Profile:
    """Return the profile called `name`, or the one in the file of that path, as in force `on` a day (ISO).

    Without a day the latest forms hold, whatever day it is: the same text gets the same answer tomorrow. Raises
    ConfigError for a name or a day that is none, ProfileError for a faulty file.
    """
    if on:
        try:
            date.fromisoformat(on)
        except ValueError:
            raise ConfigError(f"date must be a day as 2019-08-14, not {on!r}") from None
    profile = read_profile(_path(name))
    return replace(profile, forms=tuple(_in_force(profile.forms, on)))


def _path(name: str) -> Path:
    if name.endswith(".toml"):
        return Path(name)
    if name not in shipped():
        raise ConfigError(f"no profile {name!r}; shipped: {', '.join(shipped())}; a file of your own ends in .toml")
    return Path(str(resources.files("normalize.profiles"))) / f"{name}.toml"


def _in_force(forms: tuple[Form, ...], on: str) -> Iterator[Form]:
    """Yield for each entity the form of that day; without a day the one that begins last."""
    latest = {form.entity: form for form in sorted(forms, key=lambda form: form.since)}
    for form in forms:
        if form is latest[form.entity] if not on else (form.since or on) <= on < (form.until or "9999"):
            yield form


def read_profile(path: Path, depth: int = 0) -> Profile:
    """Read a profile with all its forms, and what it extends."""
    file = TomlFile(path, ProfileError, "entity")
    _shape(file)
    data = file.data
    base = Profile()
    if "extends" in data:
        if depth == _DEEPEST:
            raise file.error("profiles extend one another without end", key="extends")
        base = read_profile(_extended(file), depth + 1)
    own = tuple(_form(file, table) for table in data.get("form", ()))
    _apart(file, own)
    named = {form.entity for form in own}
    kept = tuple(form for form in base.forms if form.entity not in named)
    values = {key: data[key] for key in ("about", "lang", *_CHOICES) if key in data}
    return replace(base, name=path.stem, forms=(*kept, *own), **values)


def _extended(file: TomlFile) -> Path:
    name = file.data["extends"]
    try:
        return file.path.parent / name if name.endswith(".toml") else _path(name)
    except ConfigError as error:
        raise file.error(str(error), key="extends") from None


def _shape(file: TomlFile) -> None:
    """Raise unless the keys at the top, their types and their values are right."""
    for key, value in file.data.items():
        if key not in (*_TEXTS, "form"):
            raise file.error(f"unknown key {key!r}; known: {', '.join((*_TEXTS, 'form'))}", key=key)
        if key in _TEXTS and not isinstance(value, str):
            raise file.error(f"{key} must be text, not {value!r}", key=key)
        if key == "lang" and value and code(value) not in LANGUAGES:
            raise file.error(f"lang must be a language as en or ckb, not {value!r}", key=key)
        if value not in _CHOICES.get(key, (value,)):
            raise file.error(f"{key} must be one of {', '.join(map(repr, _CHOICES[key]))}, not {value!r}", key=key)
    forms = file.data.get("form", [])
    if not isinstance(forms, list) or not all(isinstance(table, dict) for table in forms):
        raise file.error("forms are written [[form]], with two brackets", key="form")


def _form(file: TomlFile, table: dict[str, Any]) -> Form:
    entity = table.get("entity")
    if not isinstance(entity, str) or not entity:
        raise file.error(f"a form needs the id of its entity, not {entity!r}", key="entity")
    for key, value in table.items():
        if key not in _FORM:
            raise file.error(f"{entity}: unknown key {key!r}; known: {', '.join(_FORM)}", entity, key)
        if type(value) is not _FORM[key]:
            called = {str: "text", date: "a day as 2019-08-14, without quotes", list: "a list of texts"}[_FORM[key]]
            raise file.error(f"{entity}: {key} must be {called}, not {value!r}", entity, key)
    name, exceptions = table.get("name", ""), table.get("except", [])
    if not name.strip() or name != " ".join(name.split()) or not _shows(name):
        raise file.error(f"{entity}: a form needs a name, without blanks at its ends, not {name!r}", entity, "name")
    if not all(isinstance(phrase, str) and phrase.strip() for phrase in exceptions):
        raise file.error(f"{entity}: except must be a list of texts", entity, "except")
    since, until = (table[key].isoformat() if key in table else "" for key in ("since", "until"))
    if since and until and since >= until:
        raise file.error(f"{entity}: until {until} is not after since {since}", entity, "until")
    return Form(entity, name, since, until, tuple(exceptions))


def _shows(name: str) -> bool:
    """Answer whether all of a name can be seen: a control or mark of direction would be written into texts unseen."""
    return name.translate(_JOINERS).isprintable()


def _apart(file: TomlFile, forms: tuple[Form, ...]) -> None:
    """Raise when two forms of one entity are in force on one day."""
    for left, right in pairwise(sorted(forms, key=lambda form: (form.entity, form.since))):
        if left.entity == right.entity and (left.until or "9999") > right.since:
            raise file.error(f"{left.entity}: {left.name!r} and {right.name!r} hold on the same days", left.entity)
