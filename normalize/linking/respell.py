"""A mention in the canonical spelling, part by part: a short form stays short, a title stays, case and quotes survive.

Only parts that are spellings of one another are exchanged. A part of the name that the mention leaves out is never
put in (the article of a whole name apart), and a mention with a part of its own stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from normalize.model import Alias
from normalize.names import Token, align, tokens
from normalize.text.scripts import script_of

# Names of these kinds are other words for the entity, not other spellings of it.
OTHER_WORDS = frozenset(["acronym", "nickname", "code", "demonym", "mistranslation"])
# Languages whose names stand in one form wherever they stand ("und": a short text in Latin letters). In the others a
# name has endings (Россия, России) that no gazetteer lists, and in those without an alphabet spelling is no question.
UNINFLECTED = frozenset(["de", "en", "es", "fr", "it", "nl", "pt", "und"])
# Least probability that two parts spell one name, for a form the gazetteer knows: Kharkov and Kharkiv have 0.48.
ALIKE = 0.45

_ARTICLES = frozenset(["al", "el", "as", "ash", "ar", "ad", "an", "at", "az", "ez", "es", "ed", "ul"])
_APOSTROPHES = "'’‘ʼʻʾʿ`´"
_ENDING = re.compile(r"(?<=\w{3})(?:e[mnrs]?|[ns])$")


@dataclass(frozen=True, slots=True)
class _Unit:
    """Tokens `first` to `last` of the mention that spell tokens `low` to `high` of the canonical name."""

    first: int
    last: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Place:
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
    mine, theirs = tokens(surface), tokens(canonical)
    if units := _units(surface, canonical, mine, kind):
        new = _composed(surface, canonical, mine, theirs, units)
        if len(units) > 1 and not place.counted:
            new = _with_article(new, canonical, theirs[: units[0].low])
    elif kind == "place" and _as_one(mine, theirs) >= ALIKE:
        new = canonical
    else:
        return None
    if kind == "organisation" and " " in new and " " not in surface:  # how a brand writes itself: TRTWorld
        return None
    new = _styled(new, surface, place)
    # German, and English that lost its apostrophe; "Donbass" is a form of its own.
    genitive = surface == new + "s" and alias.form.lower() != surface.lower()
    declined = place.lang == "de" and _stems(surface) == _stems(new)
    return surface if genitive or declined or _plain(new) == _plain(surface) else new


def _with_article(new: str, canonical: str, before: tuple[Token, ...]) -> str:
    """Return a whole name with the article that begins it; a short form does without."""
    if len(before) != 1 or before[0].text not in _ARTICLES:
        return new
    article = canonical[before[0].start :].partition(new)[0]
    return article + new if canonical.endswith(article + new) else new


def _as_one(mine: tuple[Token, ...], theirs: tuple[Token, ...]) -> float:
    """Return how likely two names are one when each is read as one word: Deir Ezzur, Deir ez-Zor.

    An article may be written onto its word; a word more (Washington, DC) is another form.
    """
    if len({sum(token.text not in _ARTICLES for token in side) for side in (mine, theirs)}) > 1:
        return 0.0
    one, other = ("".join(token.text for token in side) for side in (mine, theirs))
    return align(one, other, "place")[0][2]


def _stems(name: str) -> list[str]:
    """Return the words of a German name without the endings of their cases: in den Niederlanden, des Roten Kreuzes.

    >>> _stems("Vereinigten Arabischen Emiraten") == _stems("Vereinigte Arabische Emirate")
    True
    """
    return [_ENDING.sub("", word) for word in name.split()]


def _units(surface: str, canonical: str, mine: tuple[Token, ...], kind: str) -> list[_Unit]:
    """Pair the parts of the two names, in order; [] when a part of the mention has no partner."""
    units: list[_Unit] = []
    partners: dict[int, list[int]] = {}
    for i, j, likely in align(surface, canonical, kind):
        if i is not None and j is not None and likely >= ALIKE:
            partners.setdefault(i, []).append(j)
    for number, token in enumerate(mine):
        if number not in partners:
            if token.text in _ARTICLES:
                continue
            return []
        low, high = min(partners[number]), max(partners[number])
        if units and units[-1].high == low == high and units[-1].last == number - 1:  # two tokens spell one
            units[-1] = _Unit(units[-1].first, number, units[-1].low, high)
        elif units and low <= units[-1].high:
            return []  # another order is another convention, not another spelling
        else:
            units.append(_Unit(number, number, low, high))
    return units


def _composed(
    surface: str, canonical: str, mine: tuple[Token, ...], theirs: tuple[Token, ...], units: list[_Unit]
) -> str:
    """Put the canonical parts in; parts that stand side by side in both bring their canonical joint along."""
    out = [surface[: mine[units[0].first].start]]
    for number, unit in enumerate(units):
        out.append(canonical[theirs[unit.low].start : theirs[unit.high].end])
        if number + 1 == len(units):
            out.append(surface[mine[unit.last].end :])
            break
        follows = units[number + 1]
        between = theirs[unit.high + 1 : follows.low]
        if all(token.text in _ARTICLES for token in between):
            out.append(canonical[theirs[unit.high].end : theirs[follows.low].start])
        else:
            out.append(surface[mine[unit.last].end : mine[follows.first].start])
    return "".join(out)


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
    if place.opens and surface[0].isupper():
        return new[0].upper() + new[1:]
    return new
