"""Which mentions may be respelt at all: not a gloss, not a spelling that is itself the subject, not a protected place."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from normalize.linking.context import about_spelling, starts_sentence
from normalize.linking.cues import Cues
from normalize.linking.decide import REWRITE
from normalize.linking.families import agreed
from normalize.linking.profile import Profile
from normalize.linking.respell import Place, respell
from normalize.model import Alias, Document, Link, Span
from normalize.text import fold

Respell = Callable[[str, str, str, Alias, Place], str | None]
_ARTICLE = re.compile(r"[AaEe][lsrdtnz]h?-")
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w{1,30} $")  # the word right before


def spelt(
    document: Document, links: list[Link], words: Cues, profile: Profile, respell: Respell = respell
) -> list[Link]:
    """Return the links with what each mention reads in the canonical spelling, unless its spelling has to stay."""
    apostrophe = "’" if document.text.count("’") > document.text.count("'") else "'"
    free = {
        number
        for number, link in enumerate(links)
        if link.score >= REWRITE
        and not _stays(document, links, number, words)
        and not (link.entity and profile.excepts(document, link.mention.span, link.entity))
    }
    found = [
        _respelt(document, link, apostrophe, respell) if number in free else link for number, link in enumerate(links)
    ]
    twice = [number for number, pair in enumerate(pairwise(found)) if _says_twice(document, *pair)]
    for number in twice:
        found[number] = found[number].respelt(None)
    return agreed(found, free, document.lang)


def _says_twice(document: Document, first: Link, second: Link) -> bool:
    """Answer whether a name would read like the spelling given in brackets behind it: Kiev (Kyiv)."""
    if first.respelling is None or not _glosses(document, first, second):
        return False
    return fold(first.respelling) == fold(second.mention.surface)


def _respelt(document: Document, link: Link, apostrophe: str, respell: Respell) -> Link:
    if link.canonical is None:
        return link
    span, surface = link.mention.span, link.mention.surface
    place = Place(document.lang)
    if surface != link.canonical:
        counted = document.folded.endswith((" a ", " an "), 0, span.start)
        place = Place(document.lang, apostrophe, starts_sentence(document, span), counted)
    new = respell(surface, link.canonical, link.kind, link.candidates[0].alias, place)
    return link.respelt(new if new in (None, surface) else _joining(document, link, new))


def _joining(document: Document, link: Link, new: str) -> str | None:
    """Return a spelling as it joins what stands around: "al-" stands there already, as the s may that ends it."""
    span, surface = link.mention.span, link.mention.surface
    if document.text[span.end : span.end + 1] == "s" and new.endswith("s") and not surface.endswith("s"):
        return None
    article = _ARTICLE.match(new)
    if article and document.folded.endswith(article[0].lower(), 0, span.start) and not _ARTICLE.match(surface):
        return new[article.end() :]
    return new


def _stays(document: Document, links: list[Link], number: int, words: Cues) -> bool:
    """Answer whether the spelling is protected, a gloss, or itself the subject."""
    span = links[number].mention.span
    if links[number].entity is None or _title(document, links[number]):
        return True
    if document.protects(span) or about_spelling(document, span, words) or _put_in(document, span):
        return True
    return number > 0 and _glosses(document, links[number - 1], links[number])


def _put_in(document: Document, span: Span) -> bool:
    """Answer whether an editor put a name or its end into what somebody else said: "It [Hagia Sophia]", "Pittsburg[h]"."""
    text = document.text
    if text.startswith("[", span.end):
        return text[span.end + 1 : span.end + 2].isalpha()
    return text[span.start - 1 : span.start] == "[" and text.startswith("]", span.end)


def _title(document: Document, link: Link) -> bool:
    """Answer whether an English form goes on a name in another language: Air Navigation Indonesia, in French.

    Before a person stands what they are: Ajatollah Ali Khamenei.
    """
    if document.lang == "en" or link.kind == "person" or not link.candidates[0].alias.lang.startswith("en"):
        return False
    before = document.text[max(0, link.mention.span.start - 40) : link.mention.span.start]
    return bool(_CAPITALISED.search(before))


def _glosses(document: Document, first: Link, second: Link) -> bool:
    """Answer whether the second of two names of one entity stands in brackets right behind the first."""
    between = document.text[first.mention.span.end : second.mention.span.start].strip()
    return between in ("(", "[", "/", "(or", "or") and first.entity == second.entity
