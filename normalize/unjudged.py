"""What nothing here could judge in a text: said beside what was found, so that silence is not taken for praise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.checks import Rule
from normalize.linking.policy import TOLD
from normalize.linking.respell import UNINFLECTED
from normalize.model import Decision, Document, Link
from normalize.text.language import UNKNOWN

NAMED = 5  # names that a statement lists; of more it says how many


def unjudged(document: Document, links: Iterable[Link], rules: Iterable[Rule], compared: bool) -> Iterator[str]:
    """Yield what could not be judged, a statement each; `compared`: the text was read beside its source.

    >>> from normalize.text import read
    >>> [*unjudged(read("عاد الوفد", "ar"), (), (), compared=False)]  # doctest: +ELLIPSIS
    ['phrases: no rule for them is for texts in ar', 'spelling of names: ...', 'meaning: the source was not given ...']
    """
    lang = document.lang
    if lang == UNKNOWN:
        names = ", spelling of names" if len(document.text) >= TOLD else ""
        yield f"phrases{names}: the language could not be told (--lang names it)"
    elif not any(rule.langs == (lang,) for rule in rules):
        yield f"phrases: no rule for them is for texts in {lang}"
    if lang not in UNINFLECTED:
        yield f"spelling of names: in {lang} two spellings are reported, and none is changed"
    if not compared:
        yield "meaning: the source was not given (numbers, names, what is left out)"
    yield from _names(links)


def _names(links: Iterable[Link]) -> Iterator[str]:
    said = {Decision.AMBIGUOUS: "who of several is meant", Decision.NIL: "who is meant, unknown here"}
    found: dict[Decision, dict[str, None]] = {decision: {} for decision in said}
    for link in links:
        if link.decision in found:
            found[link.decision][" ".join(link.mention.surface.split())] = None
    for decision, names in found.items():
        if names:
            more = len(names) - NAMED
            yield f"{said[decision]}: {', '.join([*names][:NAMED])}{f' and {more} more' if more > 0 else ''}"
