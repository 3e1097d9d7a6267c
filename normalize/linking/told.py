"""What the words beside a name say it is: "the town of Amal" is no party, "told Al Mayadeen" no town, "the ship Minsk" neither."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from normalize.linking.context import names_outlet, names_place, names_vessel, word_before
from normalize.linking.cues import Cues
from normalize.linking.decide import CONTEXT
from normalize.linking.ordinary import without_words
from normalize.linking.others import without_others
from normalize.linking.owners import Owners
from normalize.linking.recognise import Known
from normalize.model import Decision, Document, Link, Span


def told(
    document: Document, known: Iterable[Known], words: Cues, peoples: Mapping[int, tuple[str, ...]]
) -> tuple[list[Known], frozenset[str]]:
    """Return the known forms without the owners that the text rules out, and the ids of those it points at.

    `peoples` are the countries of the adjectives (Iranian), by where these end.
    What a form is in one place, it is wherever nothing else is said.
    """
    known = without_words(document, without_others(document, [*known]), words)
    known = [form for form in known if not _afloat(document, form, words)]
    found = [_narrowed(document, form, words, peoples.get(form.span.start - 1, ())) for form in known]
    # A country's weak form is a part of it (England), however much it is a place.
    ids = frozenset(
        form.owners[0][0].id for form, said in found if said and form.owners.one and form.owners[0][0].type != "country"
    )
    return [form if said or form.owners.one else _only(form, ids) for form, said in found], ids


def towns(document: Document, links: list[Link], words: Cues) -> list[Link]:
    """Return the links; a bare surname whose bearer the text does not name is none where it is said to be a place.

    "The Maadi neighbourhood" is not the actor's, nor is Maadi then anywhere else in the text.
    """
    doubtful = {
        number: link
        for number, link in enumerate(links)
        if link.kind == "person" and link.score <= CONTEXT and link.entity and " " not in link.mention.surface
    }
    nouns: dict[str, str] = {}
    for link in doubtful.values():
        nouns[link.mention.surface] = nouns.get(link.mention.surface) or names_place(document, link.mention.span, words)
    for number, link in doubtful.items():
        if reason := nouns[link.mention.surface] or _behind(document, link.mention.span, words):
            links[number] = replace(link, decision=Decision.NIL, kind="place", reasons=(reason,))
    return links


def _behind(document: Document, span: Span, words: Cues) -> str:
    """Return why a word is a place, however like a surname ("in Maadi"); "" when nothing says so, or it owns something."""
    before = word_before(document, span).lower()
    owns = document.text[span.end : span.end + 2] in ("'s", "’s", "s ")
    return f"it stands behind {before!r}" if before in words.where and not owns else ""


def _afloat(document: Document, form: Known, words: Cues) -> bool:
    """Answer whether a form is the name of a ship: it names no town there. "The tanker Iran seized" is of Iran."""
    if form.owners[0][0].kind != "place" or not names_vessel(document, form.span, words):
        return False
    return all(entity.kind == "place" and entity.type != "country" for entity, _ in form.owners)


def _narrowed(document: Document, form: Known, words: Cues, peoples: Container[str]) -> tuple[Known, bool]:
    """Return the form with the owners that its neighbours speak of, and whether they speak: the Iranian Majlis."""
    if peoples and form.owners.kinds == {"organisation"} and not form.owners.full:
        owners = Owners(pair for pair in form.owners if any(code in peoples for code in pair[0].countries))
        if owners.one:
            return Known(form.span, owners), True
    for reading, says in (("place", names_place), ("outlet", names_outlet)):
        if reading in form.owners.readings and says(document, form.span, words):
            return Known(form.span, form.owners.of(reading)), True
    return form, False


def _only(form: Known, ids: frozenset[str]) -> Known:
    owners = Owners(pair for pair in form.owners if pair[0].id in ids)
    return Known(form.span, owners) if owners else form
