"""A mention in the canonical spelling, part by part: a short form stays short, a title stays, case and quotes survive.

Only parts that are spellings of one another are exchanged. A part of the name that the mention leaves out is never
put in (the article of a whole name apart), and a mention with a part of its own stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from normalize.linking.exchange import exchanged
from normalize.model import Alias
from normalize.names.attested import UNSEEN
from normalize.text import fold
from normalize.text.scripts import script_of

# Names of these kinds are other words for the entity, not other spellings of it.
OTHER_WORDS = frozenset(["acronym", "nickname", "code", "demonym", "mistranslation"])
# Languages whose names stand in one form wherever they stand ("und": a short text in Latin letters). In the others a
# name has endings (Россия, России) that no gazetteer lists, and in those without an alphabet spelling is no question.
UNINFLECTED = frozenset(["de", "en", "es", "fr", "it", "nl", "pt", "und"])


_APOSTROPHES = "'’‘ʼʻʾʿ`´"
_LED = re.compile(r"(?:bin|ibn) ")
_ENDING = re.compile(r"(?<=\w{3})(?:e[mnrs]?|[ns])$")


class Place(NamedTuple):
    """Where a mention stands: the language and the apostrophe of its text, whether it opens a sentence, or follows "a"."""

    lang: str = "en"
    apostrophe: str = "'"
    opens: bool = False
    counted: bool = False


def respell(surface: str, canonical: str, kind: str, alias: Alias, place: Place) -> str | None:
    """Return `surface` in the `canonical` spelling of an entity of `kind`, None where the mention has to stay.

    >>> respell("Ismail Qani", "Esmail Qaani", "person", Alias("Ismail Qani", "en-Latn", "transliteration", ""), Place())
    'Esmail Qaani'
    >>> respell("Qani", "Esmail Qaani", "person", Alias("Qani", "en-Latn", "short", ""), Place())
    'Qaani'
    >>> respell("Nusra Front", "al-Nusra Front", "organisation", Alias("Nusra Front", "en-Latn", "spelling", ""), Place())
    'al-Nusra Front'
    """
    if alias.kind in OTHER_WORDS or (alias.kind in ("short", "weak") and kind in ("organisation", "term")):
        return None
    if place.lang not in UNINFLECTED or script_of(surface[0]) != "Latn":
        return None
    if canonical == surface:
        return surface
    new = exchanged(surface, canonical, kind, counted=place.counted)
    if new is None or _other_form(surface, new, kind):
        return None
    new = _styled(new, surface, place)
    # German, and English that lost its apostrophe; "Donbass" is a form of its own.
    genitive = surface == new + "s" and (alias.source == UNSEEN or alias.form.lower() != surface.lower())
    declined = place.lang == "de" and _stems(surface) == _stems(new)
    return surface if genitive or declined or _plain(new) == _plain(surface) else new


def _other_form(surface: str, new: str, kind: str) -> bool:
    """Answer whether two spellings differ on purpose: a brand that is one word, Iran's and the Iranian Judiciary, one Alawite and many."""
    if kind == "organisation":
        return (" " in new and " " not in surface) or (_owned(new) != _owned(surface) and _bare(new) != _bare(surface))
    return kind == "term" and new != surface and new.lower().removesuffix("s") == surface.lower().removesuffix("s")


def _owned(name: str) -> bool:
    return "'s " in fold(name)


def _bare(name: str) -> str:
    return fold(name).replace("'", "")


def _stems(name: str) -> list[str]:
    """Return the words of a German name without the endings of their cases: in den Niederlanden, des Roten Kreuzes.

    >>> _stems("Vereinigten Arabischen Emiraten") == _stems("Vereinigte Arabische Emirate")
    True
    """
    return [_ENDING.sub("", word) for word in name.split()]


def _plain(name: str) -> str:
    """Return the name without its diacritics: Erdogan and Erdoğan are one spelling with and without them."""
    letters = unicodedata.normalize("NFD", name.replace("ı", "i")) if not name.isascii() else name
    return "".join("'" if c in _APOSTROPHES else c for c in letters if not unicodedata.combining(c))


def _styled(new: str, surface: str, place: Place) -> str:
    """Give `new` the case and the apostrophe of the place it goes to."""
    mark = next((character for character in surface if character in _APOSTROPHES), place.apostrophe)
    if mark != "'":
        new = new.replace("'", mark)
    if len(surface) > 3 and surface.isupper():
        return new.upper()
    # "Bin Salman" for short; an article has its capital from the sentence alone
    led = _LED.match(new) is not None and " " not in surface.partition(" ")[2]
    if (place.opens or led) and surface[0].isupper():
        return new[0].upper() + new[1:]
    return new
