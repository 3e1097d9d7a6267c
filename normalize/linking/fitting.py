"""Whether a form of the gazetteer may stand where it was found: its ends, its language, its capitals, what refuses it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.record import ANY
from normalize.linking.owners import Owners
from normalize.model import Alias, Document, Entity, Span
from normalize.text.chinese import stands

BARE_GENITIVE = frozenset(["de", "sv", "da", "no", "nb", "nn"])  # languages with a genitive s, and no apostrophe before
ARABIC_SCRIPT = frozenset(["ar", "fa", "ckb"])  # languages whose names the gazetteer tells apart
POSSESSIVE = frozenset(["en", "und", ""])  # languages with an s behind an apostrophe, or none known
ALSO_CHINESE = frozenset(["ja", "ko"])  # languages whose Chinese characters make other words
LISTS = frozenset(["geonames", "cldr"])  # of places everywhere
# languages that write a mark only where there is one
MARKED = frozenset(["de", "fr", "es", "it", "pt", "nl", "en", "tr"])
SHORTEST_OWNER = 4  # letters of a name with that s: Iran, Kiew
REMEMBERED = 1 << 12  # forms whose owners are kept
SUFFIXED = frozenset(["tr", "az", "uz"])  # languages that write their endings behind an apostrophe: Humus'ta
_GOES_ON = re.compile(r"['’](?!ll|re|ve)[^\W\d_]{2}")
LONG_ENOUGH = 5  # letters of a name behind which a possessive s without its apostrophe is believed


class Manner(NamedTuple):
    """How a text as a whole is written, as far as it decides what a form in it may be."""

    lang: str
    lost: bool  # its apostrophes


def manner_of(document: Document) -> Manner:
    """Return how a text is written."""
    text = document.text
    lost = document.lang in POSSESSIVE and len(text) >= 200 and "'" not in text and "’" not in text
    return Manner(document.lang, lost)


class Forms:
    """Whom the forms of a gazetteer may name. Thread-safe; remembers a bounded number of them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._fitting = lru_cache(maxsize=REMEMBERED)(self._named)

    def allowed(self, document: Document, span: Span, form: str) -> Owners:
        """Return those owners of a folded form that it may name where it stands."""
        return allowed(document, self.gazetteer, span, self._fitting(span.of(document.text), form, document.lang))

    def _named(self, surface: str, form: str, lang: str) -> Owners:
        return fitting(surface, self.gazetteer.named(form), lang)


def allowed(document: Document, gazetteer: Gazetteer, span: Span, owners: Owners) -> Owners:
    """Return those of the owners that fit a form which it may name where it stands."""
    if refused := gazetteer.refusing(document.folded, span.start, span.end):
        owners = Owners((e, alias) for e, alias in owners if e.id not in refused and ANY not in refused)
    if _before_hyphenated(document.text, span):  # "Hassan-Zadeh" is no Hassan; "Tehran-Doha" is Tehran
        owners = Owners((e, alias) for e, alias in owners if e.kind != "person" or " " in alias.form)
    return owners


def bounded(document: Document, span: Span, manner: Manner) -> bool:
    """Answer whether the stretch ends where a word does.

    Chinese, Japanese and Thai have no blanks between words; those of Chinese are known. In a text that lost its
    apostrophes, a name may be followed by the s of its possessive ("Assads regime"); German writes none ("Irans
    Regierung"). An Arabic name goes on behind an apostrophe: Qaa'ani is not of al-Qaa.
    """
    rest = document.text[span.end : span.end + 3]
    if (
        (last := document.text[span.end - 1]) > "\u2e7f"
        and manner.lang not in ALSO_CHINESE
        and not stands(document.text, span.start, span.end)
    ):
        return False
    if not rest[:1].isalnum() and rest[:1] != "_":
        return manner.lang in SUFFIXED or not _GOES_ON.fullmatch(rest)
    if last > "\u2e7f" and rest[0] > "\u2e7f":
        return True
    if rest[0] != "s" or rest[1:2].isalnum():
        return False
    if manner.lang in BARE_GENITIVE:
        return len(span) >= SHORTEST_OWNER
    if not manner.lost:
        return False
    # "Kurdish Peoples Protection Units" owns nothing: its name goes on
    form, goes_on = span.of(document.text), rest[1:2] == " " and rest[2:].isupper()
    return _tells(form) and not (goes_on and " " in form)


def _tells(form: str) -> bool:
    return len(form) >= LONG_ENOUGH or form.isupper()


def _before_hyphenated(text: str, span: Span) -> bool:
    rest = text[span.end : span.end + 2]
    return rest[:1] in ("-", "‐", "‑") and rest[1:].isupper()


def fitting(surface: str, owners: Iterable[tuple[Entity, Alias]], lang: str) -> Owners:
    """Return those owners of a form whose names a text in `lang` would write so."""
    written = [
        (entity, alias)
        for entity, alias in owners
        if _of_language(entity, alias, lang) and _cased_alike(surface, alias) and _accented_alike(surface, alias, lang)
    ]
    # Not the towns of a country of the same name: who writes Luxembourg need not say which.
    lands = [(entity, alias) for entity, alias in written if entity.type == "country"]
    own = {code for entity, _ in lands for code in entity.countries}
    called = any(alias.language == lang and alias.kind == "main" for _, alias in lands)  # Kuba in German
    return Owners(
        (entity, alias)
        for entity, alias in written
        if entity.kind != "place"
        or entity.type == "country"
        or (own.isdisjoint(entity.countries) and not (called and alias.kind == "alternative"))
    )


def _of_language(entity: Entity, alias: Alias, lang: str) -> bool:
    """Answer whether a text in `lang` would write this name.

    English forms stand in texts of every language, forms of other languages only where they are two words or more:
    "Eden" is Kurdish for Aden, and a given name in English. So in Arabic letters, where an entity has a name in the
    language of the text: يونان is Greece in Persian, and Yunnan in Arabic.
    """
    if alias.lang.endswith("Arab") and lang in ARABIC_SCRIPT:
        return " " in alias.form or alias.language in (lang, "und") or not _named_in(entity, f"{lang}-Arab")
    if not alias.lang.endswith("Latn") or alias.language in (lang, "en", "und"):
        return True
    return " " in alias.form


def _named_in(entity: Entity, tag: str) -> bool:
    return any(alias.lang == tag for alias in entity.names)


def _accented_alike(surface: str, alias: Alias, lang: str) -> bool:
    """Answer whether a word has no mark that a town, or a name in its own language, lacks: Länder is not Lander."""
    marked = any(letter.isalpha() and not letter.isascii() for letter in surface)
    if not marked or lang not in MARKED or (alias.source not in LISTS and alias.language != lang):
        return True
    return surface.lower() == alias.form.lower() or not alias.form.isascii()


def _cased_alike(surface: str, alias: Alias) -> bool:
    """Answer whether the capitals are those of the name: "US" is not "us", "May" is not "may".

    A word that has a capital in the name has one in the text; headlines may add more.
    """
    form = alias.form
    if alias.kind in ("acronym", "code") or (form.isupper() and len(form) <= 6):
        return surface.replace(".", "") == form.replace(".", "") or (surface == form)
    if surface.isupper():
        return len(surface) > 2
    words, own = surface.replace("-", " ").split(), form.replace("-", " ").split()
    return all(
        word[0].isupper() or not letter[0].isupper() or not letter[0].isascii()
        for word, letter in zip(words, own, strict=False)
    )
