"""Words around a name that tell what it names, by language; data in `linking/data/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib import resources

from normalize.text import fold


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words and word groups of one language."""

    titles: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    spelling: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    geography: frozenset[str] = frozenset()
    divides: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    monuments: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    vessels: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of names in some case: of the nominative


@lru_cache(maxsize=32)
def cues(lang: str) -> Cues:
    """Return the cues of `lang`; a language without a file has none, and its names are judged without them.

    >>> "sheikh" in cues("en").titles, cues("xx") == Cues()
    (True, True)
    """
    file = resources.files("normalize.linking") / "data" / f"{lang}.toml"
    if not lang.isalpha() or not file.is_file():
        return Cues()
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    endings = {ending: tuple(others) for ending, others in data.pop("endings", {}).items()}
    data["words"] = map(fold, data.get("words", ()))
    words = {one.name: frozenset(data.get(one.name, ())) for one in fields(Cues) if one.name != "endings"}
    return Cues(**words, endings=endings)
