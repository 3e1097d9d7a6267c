"""Names of the translation that its source does not have, through the gazetteer's names in the source's language."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Entity, Finding, Link

STEM = 4  # letters of a word that case endings leave alone
ENDING = 2  # letters an ending may replace


def exchanged(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find names of entities the source does not name in any form, where the source names one the text does not.

    An entity counts only when the gazetteer knows a name of it in the language of the source.
    """
    source = document.source
    if source is None:
        return
    original, text = source.document.text.lower(), document.text.lower()
    lost = [link.entity for link in source.links if link.entity is not None and not named(link.entity, text)]
    if not lost and rule.options.get("both", True):
        return
    for link in links:
        entity = link.entity
        if entity is None or link.score < rule.options["score"] or not _has_name(entity, source.document.lang):
            continue
        if source.document.lang in rule.options.get("people", ()) and entity.kind != "person":
            continue
        if not named(entity, original):
            missing = ", ".join(sorted({one.canonical(document.lang) for one in lost})[:3])
            message = f"{rule.reason}; it names {missing}" if missing else rule.reason
            yield rule.finding(link.mention.span, message=message)


def named(entity: Entity, text: str) -> bool:
    """Answer whether a text (in lower case) holds a name of the entity, whatever the ending; single words suffice."""
    return any(_stem(word) in text for alias in entity.names for word in _telling(alias.form))


def _telling(form: str) -> list[str]:
    """Return the words of a name that may stand for it: the last, and the whole of a name without blanks."""
    words = form.lower().split()
    return [words[-1]] if words and len(words[-1]) > 1 else []


def _stem(word: str) -> str:
    return word[: max(STEM, len(word) - ENDING)] if word[:1] < "\u0590" else word


def _has_name(entity: Entity, lang: str) -> bool:
    return any(alias.language == lang for alias in entity.names)
