"""People whom a text names in full, named again by the last word only, in scripts without capitals.

Where names have capitals, every run of them is looked at; here nothing marks a name, so the words of those who were
named in full are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from normalize.linking.entries import CASELESS, PREFIXES
from normalize.linking.singles import shortened
from normalize.linking.written import Shorter
from normalize.model import Document, Link, Mention, Span

_HAS_CASELESS = re.compile(f"[{CASELESS}]")
_WORD = re.compile(rf"[\w{CASELESS}]+")
_WORN = re.compile(PREFIXES)
_NOUN = re.compile(r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)\w+ $")  # Arabic: a noun with its article
_OF_A_COUNTRY = re.compile(r"ال\w+ي")  # al-Sudani: somebody of that name, or whatever is Sudanese
BEFORE = 24  # characters in which the word before is looked for
WORDS = 3  # of the longest surname that is looked for


def named_again(document: Document, links: Iterable[Link], short: Shorter) -> Iterator[Link]:
    """Yield the links of surnames without capitals to the one person who is named in full by a name that ends so."""
    owners = {tail: owner for tail, (owner, *more) in short.items() if not more and _HAS_CASELESS.match(tail)}
    if not owners:
        return
    taken = {place for link in links for place in range(link.mention.span.start, link.mention.span.end)}
    words = [match.span() for match in _WORD.finditer(document.folded)]
    for place, (first, last) in enumerate(words):
        ends = [end for _, end in words[place : place + WORDS]]
        found = _surname(document.folded, first, last, ends, owners)
        if found and taken.isdisjoint(range(*found[0])) and not _describes(document.folded, Span(*found[0])):
            taken.update(range(*found[0]))
            span = Span(*found[0])
            yield shortened(Mention(span, span.of(document.text)), owners[found[1]])


def _surname(
    folded: str, first: int, last: int, ends: list[int], owners: Container[str]
) -> tuple[tuple[int, int], str] | None:
    """Return where in a word a surname begins and at which of the ends it ends, and how its owner is listed."""
    worn = _WORN.match(folded, first, last)
    for start in range(first, (worn.end() if worn else first) + 1):
        for end in reversed(ends):
            form = folded[start:end]
            for listed in (form, form.removeprefix("ال")):
                if listed in owners:
                    return (start, end), listed
    return None


def _describes(folded: str, span: Span) -> bool:
    """Answer whether a word is an adjective of the noun before it: ash-shab as-sudani, the people of Sudan."""
    noun = _NOUN.search(folded, max(0, span.start - BEFORE), span.start)
    return noun is not None and _OF_A_COUNTRY.fullmatch(span.of(folded)) is not None
