"""Names the gazetteer does not have, in two spellings: each with the one the text writes most, to be told or to be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalize.linking.context import LONGEST_RUN, about_spelling
from normalize.linking.cues import Cues
from normalize.linking.respell import UNINFLECTED
from normalize.linking.unknown import WORD, Glance, respellings, respelt
from normalize.model import Decision, Document, Link, Mention, Span

# Where a name has one form and a capital makes a name: German nouns have one too, Russian names have six forms.
COMPARED = UNINFLECTED - {"de"}
ELSEWHERE = "the text spells this name in two ways"


def doubled(
    document: Document, links: Sequence[Link], runs: Sequence[Span], aside: Sequence[Span], words: Cues, glance: Glance
) -> Sequence[Link]:
    """Return the links, with those of unknown names that the text spells in several ways: canonical is the usual one.

    `runs` are the capitalised words that no form covers, `aside` the forms that name nobody (Iraqi).
    """
    if document.lang not in COMPARED:
        return links
    listed = [link.mention.span for link in links if link.candidates]
    text = document.text
    if not glance.finds([run.of(text) for run in runs], [span.of(text) for span in (*listed, *aside)]):
        return links
    taken = frozenset(place for span in listed for place in range(span.start, span.end))
    free = [
        run
        for run in runs
        if len(run) <= LONGEST_RUN
        and not taken.intersection((run.start, run.end - 1))
        and not document.protects(run)
        and not about_spelling(document, run, words)
        and text[run.end : run.end + 1] != "["  # "Pittsburg[h]" is mended already
    ]
    better = respellings(document, free, [*listed, *aside], _listed(words), glance)
    if not better:
        return links
    several = {*better, *better.values()}  # looked for word by word: a text may have a thousand
    found = {link.mention.span: link for link in links}
    for run in free:
        surface = run.of(document.text)
        if not several.isdisjoint(WORD.findall(surface)):
            link = found.get(run) or Link(Mention(run, surface), Decision.NIL, reasons=(ELSEWHERE,))
            found[run] = replace(link, canonical=respelt(surface, better))
    return [found[span] for span in sorted(found)]


def _listed(words: Cues) -> frozenset[str]:
    return words.common | words.heads | words.roles | words.titles | words.geography | words.nouns
