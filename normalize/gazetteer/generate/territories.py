"""Territories and languages as Unicode CLDR names them, in the languages of the news this project reads."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from normalize.gazetteer.generate.curated import Curated
from normalize.gazetteer.generate.doubtful import weak
from normalize.gazetteer.generate.packages import located
from normalize.gazetteer.importers.base import tag
from normalize.model import Alias, Entity
from normalize.text import fold
from normalize.text.scripts import main_script

SOURCE = "cldr"
LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "ru", "uk", "be", "ar", "fa", "ps", "ur", "ku", "ckb", "he", "tr", "az"),
    *("hy", "ka", "kk", "uz", "zh_Hans", "zh_Hant", "ja", "ko", "hi", "cs", "pl"),
)
# No places: private codes, "outlying islands" of convenience, organisations, "the world"; and Jersey, which in news
# is the end of New Jersey.
_NOT_PLACES = frozenset(
    {"ZZ", "XA", "XB", "QO", "EU", "EZ", "UN", "001", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "JE"}
)
_TYPES = frozenset({"country", "region", "island", "city"})
_BRACKET = re.compile(r"\s{0,9}[(（].*")
SHORTEST = 4  # letters of a language's name; Ga, Vai, Kom are words in too many languages


def _locale(code: str) -> Any:
    located("babel")
    return importlib.import_module("babel").Locale.parse(code)


def territories(curated: Curated) -> Iterator[Entity]:
    """Yield countries, dependencies and regions of the world; of those in the hand-written files, the further names."""
    by_language = {code: _locale(code).territories for code in LANGUAGES}
    for code in sorted(by_language["en"]):
        if code in _NOT_PLACES:
            continue
        names = list(_names(code, by_language))
        country = code if code.isalpha() else ""
        english = [alias.form for alias in names if alias.language == "en"]
        known = curated.find(english, "place", country, _TYPES)
        if known is not None:
            yield Entity(known.id, "", tuple(curated.fresh(known, names)))
        elif not any(curated.taken(form) for form in english):
            ids = (("iso3166", code),) if country else (("m49", code),)
            own = tuple(alias for alias in names if not curated.taken(alias.form))
            type_ = "country" if country else "region"
            yield Entity(f"territory-{code.lower()}", "place", own, ids, type_, (country,) if country else ())


def _names(code: str, by_language: Mapping[str, Mapping[str, str]]) -> Iterator[Alias]:
    mains: set[str] = set()
    for language, names in by_language.items():
        form = _bare(names.get(code, ""))
        if len(form) < 2 or not main_script(form) or " - " in form:
            continue
        tagged = tag(language, form)
        for way in _in_news(form) if language == "en" else (form,):
            kind = "weak" if weak(language[:2], way) else "main" if tagged not in mains else "alternative"
            mains.add(tagged)
            yield Alias(way, tagged, kind, SOURCE)


def _in_news(form: str) -> Iterable[str]:
    """Return an English name as news writes it, and as CLDR does.

    >>> [*_in_news("St. Kitts & Nevis")]
    ['Saint Kitts and Nevis', 'St. Kitts & Nevis']
    """
    return dict.fromkeys((form.replace("&", "and").replace("St.", "Saint"), form))


def _bare(form: str) -> str:
    """Return a name without its bracket, and without the blank or joiner that then ends it."""
    return _BRACKET.sub("", form).strip(" \u200c\u200d")


def languages(curated: Curated) -> Iterator[Entity]:
    """Yield the official languages of the world.

    What a language is called is an adjective first ("Arabic", "russisch"): it says nothing on its own, and has the
    kind of a people's adjective, which is known in order not to be taken for a name.
    """
    by_language = {code: _locale(code).languages for code in LANGUAGES}
    official: set[str] = set()
    get = importlib.import_module("babel.languages").get_official_languages
    for code in _locale("en").territories:
        official.update(get(code, regional=True, de_facto=True) if len(code) == 2 else ())
    for code in sorted(official):
        english = by_language["en"].get(code, "")
        if not english or curated.taken(f"{english} language"):
            continue
        forms = {tag(at, form): form for at in LANGUAGES if (form := _bare(by_language[at].get(code, "")))}
        names = [Alias(f"{english} language", "en-Latn", "main", SOURCE)]
        names += [
            Alias(form, tagged, "demonym", SOURCE)
            for tagged, form in forms.items()
            if (len(form) >= SHORTEST or not form.isascii()) and not curated.taken(form) and main_script(form)
        ]
        yield Entity(f"language-{fold(code)}", "term", tuple(names), (("iso639", code),), "language")
