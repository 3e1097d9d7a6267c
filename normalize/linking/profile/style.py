"""A house style for names: which form an entity has in it, how articles and the ayn are written, what stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from normalize.model import Document, Entity, Span
from normalize.text import fold
from normalize.text.language import UNKNOWN

ARTICLES = ("keep", "al-", "Al-", "al ", "Al ")  # as written in the gazetteer, or in this case and with this joint
AYNS = ("keep", "drop")
QUOTES = ("change", "keep")
# Countries whose languages are written in Arabic letters: an apostrophe in a name from there stands for ayn or hamza.
# Elsewhere it parts syllables (Xi'an) or belongs to the letters (Lukyanenko's soft sign, O'Brien).
ARABIC_LETTERS = frozenset("AE AF BH DJ DZ EG IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE".split())

# An article of Arabic. "Al Saud", with a capital and a blank, is the House of Saud: another word, and never changed.
ARTICLE = re.compile(r"(?<![\w'’-])(?![AE]\w{1,2} )([AaEe])(l|s|sh|d|n|r|t|th|z)[ -](?=[A-Z'’])")
AYN = re.compile(r"(?<=\w)['’‘`ʿʾʻʼ](?=\w)(?!s\b)|(?<=[^\Ws])['’‘`ʿʾʻʼ](?!\w)")  # and no possessive
LONGEST_QUOTATION = 2000  # characters: a long paragraph
# From an opening mark to the next closing one of its kind, in one line.
_QUOTED = re.compile(
    "|".join(
        f"{first}[^{first}{last}\\n]{{1,{LONGEST_QUOTATION}}}[{last}]"
        for first, last in ("“”", "«»", ("„", "“”"), '""')
    )
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a house writes one entity: `name`, in force from `since` to `until` (ISO dates, "" open).

    `exceptions` are phrases that keep their own spelling ("chicken Kiev").
    """

    entity: str
    name: str
    since: str = ""
    until: str = ""
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """A house style, for texts in `lang`. What it does not name is written as the gazetteer has it.

    >>> from normalize.model import Alias
    >>> house = Profile("house", article="Al-", forms=(Form("gaddafi", "Moammar Gadhafi"),))
    >>> gaddafi = Entity("gaddafi", "person", (Alias("Muammar Gaddafi", "en-Latn", "main", "curated"),))
    >>> assad = Entity("assad", "person", (Alias("Bashar al-Assad", "en-Latn", "main", "curated"),))
    >>> house.canonical(gaddafi, "en"), house.canonical(assad, "en"), house.canonical(assad, "de")
    ('Moammar Gadhafi', 'Bashar Al-Assad', 'Bashar al-Assad')
    """

    name: str = "base"
    lang: str = "en"
    about: str = ""
    article: str = "keep"
    ayn: str = "keep"
    quotes: str = "change"
    forms: tuple[Form, ...] = ()

    @cached_property
    def by_entity(self) -> dict[str, Form]:
        """The form in force of each entity the profile names."""
        return {form.entity: form for form in self.forms}

    def holds(self, lang: str) -> bool:
        """Answer whether this is the style of texts in `lang`, or of one too short to tell its language."""
        return lang in (self.lang, UNKNOWN)

    def canonical(self, entity: Entity, lang: str) -> str:
        """Return how this house writes `entity` in a text in `lang`."""
        if not self.holds(lang):
            return entity.canonical(lang)
        if form := self.by_entity.get(entity.id):
            return form.name
        name = entity.canonical(lang)
        if entity.kind not in ("person", "place"):
            return name
        if self.article != "keep":
            name = ARTICLE.sub(self._article, name)
        if self.ayn == "drop" and ARABIC_LETTERS.intersection(entity.countries):
            name = AYN.sub("", name)
        return name

    def _article(self, found: re.Match[str]) -> str:
        first = found[1].upper() if self.article[0].isupper() else found[1].lower()
        return first + found[2] + self.article[-1]

    def excepts(self, document: Document, span: Span, entity: Entity) -> bool:
        """Answer whether the mention at `span` is part of a phrase that keeps its spelling, or of a quotation."""
        form = self.by_entity.get(entity.id)
        phrases = map(fold, form.exceptions) if form else ()
        if any(_inside(document.folded, span, phrase) for phrase in phrases):
            return True
        return self.quotes == "keep" and _quoted(document.text, span)


BASE = Profile()


def _inside(folded: str, span: Span, phrase: str) -> bool:
    """Answer whether the phrase stands around `span`."""
    start = folded.find(phrase, max(0, span.end - len(phrase)), span.start + len(phrase))
    return 0 <= start <= span.start and span.end <= start + len(phrase)


def _quoted(text: str, span: Span) -> bool:
    """Answer whether a quotation that begins and ends in this line holds `span`."""
    low, high = max(0, span.start - LONGEST_QUOTATION), min(len(text), span.end + LONGEST_QUOTATION)
    line, end = text.rfind("\n", low, span.start) + 1, text.find("\n", span.end, high)
    quotations = _QUOTED.finditer(text, line or low, high if end < 0 else end)
    return any(quotation.start() < span.start and span.end < quotation.end() for quotation in quotations)
