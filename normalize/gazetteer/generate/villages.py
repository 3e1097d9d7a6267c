"""Small places of countries at war, out of GeoNames: those alone whose name nobody bears and nothing else has.

News of a war names villages that no list of towns has. A village whose name is a person's, a word or another
place's says nothing by itself, so it is left out: what stays are names of one word that GeoNames has once in the
world, in the languages that form them from endings, and names of several words ("Kafr Saghir") in the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from normalize.text import fold
from normalize.text.lexicon import words

# Where a single word is a village's name and hardly anything else. Of Ukraine the regions with a front or a border
# under fire (admin1 of GeoNames): Donetsk, Luhansk, Kharkiv, Kherson, Zaporizhzhia, Sumy, Chernihiv, Dnipropetrovsk
# and Mykolaiv.
_SINGLE = frozenset({"AM", "AZ", "UA"})
_REGIONS = {"UA": frozenset({"02", "04", "05", "07", "08", "14", "16", "21", "26"})}
_HONOURING = frozenset({"AM", "AZ"})  # whose villages of two words bear people's names: Paruyr Sevak
# Where a single word is a given name, a surname or a noun as often ("Rawdah", "Hasan"): two words or more.
_SEVERAL = frozenset({"AF", "PS", "SY"})
SHORTEST = 6  # letters of a single word
# First words that make a person of a name, or an office, a quarter, a junction of what follows; articles.
_OTHERS = frozenset(
    "abu abd ibn bin bani banu umm um sheikh shaykh sayyid mulla haji hajji ghulam mir khwajah imtidad markaz mihala "
    "muthallath nahiyat qaryat taxa taxe village".split()
)
_PARTICLES = frozenset("al ar as at ash ad an az adh ath el il ye e i".split())


def villages(places: Iterable[Mapping[str, Any]], bearers: Container[str]) -> Iterator[Mapping[str, Any]]:
    """Yield those of `places` (of any size) that are kept; `bearers` are the folded words of people's names."""
    places = list(places)
    named = Counter(fold(place["name"]) for place in places)
    for place in places:
        name = fold(place["name"])
        if named[name] == 1 and _here(place) and (_several(name, place, bearers) or _single(name, place, bearers)):
            others = [form for form in place["alternatenames"] if not common(fold(form), bearers)]
            yield {**place, "alternatenames": others}


def common(name: str, bearers: Container[str]) -> bool:
    """Answer whether a folded name is somebody's, too, or an English word."""
    return name in bearers or name in words()


def _here(place: Mapping[str, Any]) -> bool:
    country = place["countrycode"]
    within = _REGIONS.get(country)
    return country in _SINGLE | _SEVERAL and (within is None or place["admin1code"] in within)


def _parts(name: str) -> list[str]:
    """Return the words of a folded name without articles and marks."""
    pieces = ("".join(filter(str.isalpha, part)) for part in name.replace("-", " ").split())
    return [part for part in pieces if part and part not in _PARTICLES]


def _several(name: str, place: Mapping[str, Any], bearers: Container[str]) -> bool:
    parts = _parts(name)
    if len(parts) < 2 or parts[0] in _OTHERS or place["countrycode"] in _HONOURING:
        return False
    return not all(common(part, bearers) for part in parts)


def _single(name: str, place: Mapping[str, Any], bearers: Container[str]) -> bool:
    one = place["countrycode"] in _SINGLE and name.isalpha() and len(name) >= SHORTEST
    return one and not common(name, bearers)
