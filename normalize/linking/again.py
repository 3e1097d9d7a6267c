"""People whom a text names in full, named again by the last word only, in scripts without capitals.

Where names have capitals, every run of them is looked at; here nothing marks a name, so the words of those who were
named in full are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.linking.entries import CASELESS, PREFIXES
from normalize.linking.singles import shortened
from normalize.linking.written import Shorter
from normalize.model import Document, Link, Mention, Span

_HAS_CASELESS = re.compile(f"[{CASELESS}]")
_BOUND = rf"[\w{CASELESS}]"
_NOUN = re.compile(r"(?<!\w)[وفبلك]{0,2}(?:ال|لل)\w+ $")  # Arabic: a noun with its article
_OF_A_COUNTRY = re.compile(r"ال\w+ي")  # al-Sudani: somebody of that name, or whatever is Sudanese
BEFORE = 24  # characters in which the word before is looked for


def named_again(document: Document, links: Iterable[Link], short: Shorter) -> Iterator[Link]:
    """Yield the links of surnames without capitals to the one person who is named in full by a name that ends so."""
    owners = {tail: owner for tail, (owner, *more) in short.items() if not more and _HAS_CASELESS.match(tail)}
    if not owners:
        return
    taken = {place for link in links for place in range(link.mention.span.start, link.mention.span.end)}
    tails = "|".join(map(re.escape, sorted(owners, key=len, reverse=True)))
    for found in re.finditer(rf"(?<!{_BOUND})(?:{PREFIXES})?((?:ال)?({tails}))(?!{_BOUND})", document.folded):
        span = Span(*found.span(1))
        if not taken.isdisjoint(range(*found.span())) or _describes(document.folded, span):
            continue
        yield shortened(Mention(span, span.of(document.text)), owners[found[2]])


def _describes(folded: str, span: Span) -> bool:
    """Answer whether a word is an adjective of the noun before it: ash-shab as-sudani, the people of Sudan."""
    noun = _NOUN.search(folded, max(0, span.start - BEFORE), span.start)
    return noun is not None and _OF_A_COUNTRY.fullmatch(span.of(folded)) is not None
