"""Names written as one word: a handle or a tag in capitals like @HassanRouhani names whom its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.gazetteer import Gazetteer
from normalize.linking.decide import NAMED_IN_FULL
from normalize.linking.owners import FULL
from normalize.model import Candidate, Decision, Document, Link, Mention, Span
from normalize.text import fold

_HANDLE = re.compile(r"(?<![\w.])[@#]((?:[A-Z][a-z]++){2,5})(?![\w@])")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def handles(document: Document, gazetteer: Gazetteer) -> Iterator[Link]:
    """Yield links for handles and tags that are somebody's name without its blanks. They are never respelt.

    >>> from normalize.text import read
    >>> gazetteer = Gazetteer.from_names([("rouhani", "Hassan Rouhani")])
    >>> [link.mention.surface for link in handles(read("Thanks to @HassanRouhani and @SomeoneElse."), gazetteer)]
    ['HassanRouhani']
    """
    if "@" not in document.text and "#" not in document.text:
        return
    for match in _HANDLE.finditer(document.text):
        name = _WORDS.sub(" ", match[1])
        owners = {entity.id: (entity, alias) for entity, alias in gazetteer.named(fold(name)) if alias.kind in FULL}
        if len(owners) == 1:
            ((entity, alias),) = owners.values()
            reasons = (f"{match[1]!r} is {name!r} without its blanks",)
            candidate = Candidate(entity, alias, NAMED_IN_FULL, reasons)
            mention = Mention(Span(*match.span(1)), match[1])
            yield Link(mention, Decision.LINKED, (candidate,), kind=entity.kind, reasons=reasons)
