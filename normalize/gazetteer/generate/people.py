"""Names people bear, out of Wikidata's labels: a background that no text is linked to.

The package has the names without identifiers, the Arabic ones folded: too little to say who somebody is, enough to say
that somebody else is called so. A full name here is a person the gazetteer does not hold; a surname here has more
bearers than the one it holds. People of the hand-written files are left out with all their spellings.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator

from normalize.gazetteer.generate.curated import Curated
from normalize.gazetteer.generate.packages import located
from normalize.gazetteer.importers.base import RowError, clean_form
from normalize.text import fold
from normalize.text.scripts import scripts

SOURCE = "wikidata-labels"
# People of one surname before it says little: some are one person, counted under two spellings.
BEARERS = 3
_SHORTEST = 4  # letters of a surname

Row = tuple[str, str, str, str]  # name, language and script, bearers, source


def _read(query: str) -> list[tuple[str, ...]]:
    path = located("arabic-name-romanizer", "arabic_name_romanizer/resources/names.sqlite3")
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as connection:
        return connection.execute(query).fetchall()


def full_names(curated: Curated) -> Iterator[Row]:
    """Yield the full names, Latin as written and Arabic as folded there."""
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    query = "SELECT arabic_key, country, latin FROM full_names WHERE source = 'wikidata' ORDER BY 1, 2, 3"
    for arabic, country, latin in _read(query):
        people[arabic, country].add(latin)
    bearers: Counter[str] = Counter()
    written: dict[str, str] = {}
    for (arabic, _), latins in sorted(people.items()):
        forms = {fold(form): form for form in (arabic, *sorted(latins)) if _usable(form)}
        if any(curated.taken(form) for form in forms):
            continue
        bearers.update(forms.keys())
        for folded, form in forms.items():
            written.setdefault(folded, form)
    for folded, form in written.items():
        yield form, _tag(form), str(bearers[folded]), SOURCE


def surnames() -> Iterator[Row]:
    """Yield the surnames with BEARERS or more."""
    query = (
        "SELECT latin, arabic_key, sum(count) FROM units WHERE source = 'wikidata' AND role = 'surname' GROUP BY 1, 2"
    )
    bearers: Counter[str] = Counter()
    written: dict[str, str] = {}
    for latin, arabic, count in sorted(_read(query)):
        for form in (latin, arabic):
            if len(form) >= _SHORTEST and " " not in form and set(scripts(form)) in ({"Latn"}, {"Arab"}):
                bearers[fold(form)] += int(count)
                written.setdefault(fold(form), form)
    for folded, form in written.items():
        if bearers[folded] >= BEARERS:
            yield form, _tag(form), str(bearers[folded]), SOURCE


def bearers() -> dict[str, int]:
    """Return how many people have a name in their name, by the folded Latin name."""
    found: Counter[str] = Counter()
    for latin, count in _read("SELECT latin, sum(count) FROM units WHERE source = 'wikidata' GROUP BY 1"):
        found[fold(latin)] += int(count)
    return dict(found)


def _usable(form: str) -> bool:
    """Answer whether a form is a name of two words or more, in one script."""
    try:
        return clean_form(form) == form and " " in form and set(scripts(form)) in ({"Latn"}, {"Arab"})
    except RowError:
        return False


def _tag(form: str) -> str:
    return "und-Arab" if scripts(form).get("Arab") else "und-Latn"
