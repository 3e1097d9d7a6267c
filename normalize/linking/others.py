"""Known forms that are other words where they stand: a noun of German, an acronym of something else, a word of Chinese.

They are told by what stands beside them, in this text: its other mentions are none then either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from normalize.linking.context import starts_sentence, word_after, word_before
from normalize.linking.owners import Owners
from normalize.linking.recognise import Known
from normalize.model import Document
from normalize.text import fold
from normalize.text.chinese import FREQUENT, SEATS

# Before the name of a town German writes none of these ("im Sinne", "die Favoriten", "des Adlers").
DETERMINERS = frozenset(
    "der die das des dem den ein eine einer eines einem einen im am vom zum zur beim kein keine keinen mein meine sein seine ihr ihre"
    " unser unsere alle viele einige mehrere diese dieser dieses diesem diesen jeder jede jedes aller vieler".split()
)
EAST = frozenset(["CN", "TW", "JP", "KR"])  # whose towns are called by words of the language
WELL_KNOWN = 7  # spellings in a list of towns of one that is known
SHORT = 2  # characters of a name that may be anything
WORDS = 8  # before an acronym in brackets, that it may be made of
PARTICLE = 3  # letters of words that give none to an acronym
ACRONYM = range(2, 7)  # letters of a word in capitals
_DOTS = frozenset("·•・")
_PART = re.compile("[·•・]([\u3400-\u9fff]{1,2})")
_PART_BEFORE = re.compile("([\u3400-\u9fff]{1,2})[·•・]\\Z")
_VALUE = re.compile(r" ?[=<>≤≥] ?\d|\) ?[=<>≤≥] ?\d")
SURNAME = 5  # letters of a surname that some write in capitals


def without_others(document: Document, known: Sequence[Known]) -> list[Known]:
    """Return the known forms but for those that are other words here."""
    another = {form.span.of(document.text) for form in known if _expanded(document, form)}
    return [
        form
        for form in known
        if form.span.of(document.text) not in another
        and document.text[form.span.end : form.span.end + 1] != "$"  # US$ is money
        and not _determined(document, form)
        and not (form.owners.listed and _word(document, form))
        and not _shouted(document, form)
        and not _opening(document, form)
        and not _measured(document, form)
        and not _dotted(document, form)
    ]


def _expanded(document: Document, form: Known) -> bool:
    """Answer whether an acronym stands in brackets behind other words that it is made of: random effects (RE)."""
    text, span = document.text, form.span
    surface = span.of(text)
    if len(surface) not in ACRONYM or not surface.isupper() or text[max(0, span.start - 2) : span.start] != " (":
        return False
    before = text[max(0, span.start - 200) : span.start - 1].split()[-WORDS:]
    said = [*takewhile(_plain, reversed(before))][::-1]
    spelt = next((said[place:] for place in reversed(range(len(said))) if _makes(said[place:], surface)), [])
    if not spelt or (document.lang != "en" and spelt[-1][0].isupper()):  # there the gazetteer may lack its name
        return False
    own = {word for entity, _ in form.owners for name in entity.names for word in fold(name.form).split()}
    return own.isdisjoint(fold(" ".join(spelt)).split())


def _plain(word: str) -> bool:
    return word[0].isalpha() and word.replace("-", "").isalnum()


def _makes(said: Sequence[str], acronym: str) -> bool:
    """Answer whether the letters of an acronym stand in words in their order, each word giving its first or being small."""
    if sorted(word[0].upper() for word in said if len(word) > PARTICLE) == sorted(acronym):  # in any order
        return True
    if said[0][0].upper() != acronym[0] or said[-1][0].upper() not in acronym:
        return False
    letters = iter("".join(said).upper())
    return len(said) <= len(acronym) + 1 and all(letter in letters for letter in acronym)


def _measured(document: Document, form: Known) -> bool:
    """Answer whether an acronym has a value, which no body has: ICC = 0.84."""
    return form.span.of(document.text).isupper() and _VALUE.match(document.text, form.span.end) is not None


def _dotted(document: Document, form: Known) -> bool:
    """Answer whether a Chinese form is one part of a name held by dots, and the others are of no owner's, however written."""
    text, span = document.text, form.span
    if span.of(text)[0] < "\u3400" or not _DOTS.isdisjoint(span.of(text)):
        return False
    before, after = _PART_BEFORE.search(text, max(0, span.start - 12), span.start), _PART.match(text, span.end)
    parts = [found[1] for found in (before, after) if found]
    own = [name.form for entity, _ in form.owners if entity.kind == "person" for name in entity.names]
    telling = [{*part} - FREQUENT or {*part} for part in parts]  # transcribed otherwise, 伊隆 is 埃隆
    return bool(parts) and not any(part.issubset(name) for part in telling for name in own)


def _determined(document: Document, form: Known) -> bool:
    """Answer whether German has an article before a word that is no German name: then it is a noun."""
    if document.lang != "de" or word_before(document, form.span).lower() not in DETERMINERS:
        return False
    return form.owners.listed or all(
        entity.kind == "place" and alias.language != "de" and alias.kind != "main" for entity, alias in form.owners
    )


def _word(document: Document, form: Known) -> bool:
    """Answer whether a Chinese word of two characters is a town's name as well, and nothing says that it is meant."""
    if len(form.span) > SHORT or form.span.of(document.text)[0] < "\u3400":
        return False
    told = document.text[form.span.end : form.span.end + 1] in SEATS
    return not told and all(EAST & {*entity.countries} and len(entity.names) < WELL_KNOWN for entity, _ in form.owners)


def _opening(document: Document, form: Known) -> bool:
    """Answer whether a word has its capital from the sentence alone, and stands small in the text elsewhere: Мали, мали."""
    surface = form.span.of(document.text)
    if not surface.isalpha() or not "\u0400" <= surface[0] < "\u0530" or not starts_sentence(document, form.span):
        return False
    return f" {surface.lower()} " in document.text


def _shouted(document: Document, form: Known) -> bool:
    """Answer whether a short word in capitals among small letters is an acronym, and no surname or town: FICO, OFFA."""
    surface = form.span.of(document.text)
    if len(surface) not in ACRONYM or not surface.isupper() or not surface.isascii():
        return False
    if starts_sentence(document, form.span) and document.text[form.span.start - 1 : form.span.start] != "(":
        return False
    beside = (word_before(document, form.span), word_after(document, form.span))
    return not any(word.isupper() and len(word) > 1 for word in beside) and _of_small_letters(form.owners, surface)


def _of_small_letters(owners: Owners, surface: str) -> bool:
    """Answer whether all names a form may be are written small: surnames that are as short, and towns of a list."""
    return all(
        alias.form != surface
        and (
            alias.source == "geonames" or (entity.kind == "person" and alias.kind == "short" and len(surface) < SURNAME)
        )
        for entity, alias in owners
    )
