"""Apostrophes that a text lost on its way: "dont", "the armys advance", and in a text without any, "Assads forces".

Whole collections lose them: a data set is made of letters, digits and a few marks. A text of that kind says so by a
word that nobody writes ("didnt", "the countrys south", a name and "s" before a word); then a plural before what it
owns is a genitive too. A text that has one apostrophe has kept the others.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import words
from normalize.model import Document, Finding, Link, Span

SHORT = 400  # characters, of which some have no apostrophe by chance
_APOSTROPHES = "'’‘ʼ`´"
_CONTRACTED = re.compile(
    r"(?<![\w-])(?:[Dd]o(?!nt (?:les?|la|ils?|elles?|on|vous|nous|je|tu|une?|ce|certain|deux)\b)|[Dd]oes|[Dd]id|[Ww]as|[Ii]s|[Aa]re|[Ww]ere|[Cc]ould|[Ww]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad)nt(?![\w-])"
)
_GENITIVE = re.compile(
    r"(?<![\w'’-])([A-Z][a-z]{2,14}s|[a-z]{2,10}ys|[A-Z][a-z]+days) ([A-Za-z][a-z]*[a-z](?:-[A-Za-z]{2,20})?)"
)
_OWNER = re.compile(r"(?<![\w'’-])([a-z]{3,15}s) (?=[a-z])")
_NEXT = re.compile(r" (\w[\w-]{1,30})")
_TWO = re.compile(r" ([a-z]{2,10} [a-z]{4,15})")


def stripped(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a short form without its apostrophe: "didnt"; with `throughout` in texts that lost them all, else in others."""
    if frozenset(rule.anchors).isdisjoint(words(document.folded)):  # "apparently" has "arent"
        return
    if rule.options["throughout"] is not lost(document):
        return
    for match in _CONTRACTED.finditer(document.text):
        span = Span(match.end() - 1, match.end() - 1)
        yield rule.finding(Span(*match.span()), (rule.edit(span, document.text, "'"),))


def lost(document: Document) -> bool:
    """Answer whether a text is long, and has no apostrophe."""
    return len(document.text) >= SHORT and not any(mark in document.text for mark in _APOSTROPHES)


def possessive(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a genitive without its apostrophe: one of the rule's `anchors`, before a noun."""
    if not lost(document):
        yield from _findings(document, rule, _listed(document, rule, rule.anchors))


def possessive_throughout(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the genitives of a text that lost all apostrophes.

    They are the rule's `words` and the names of the gazetteer with an "s", before another word. Where there is one, or
    a short form like "didnt", the plural of an owner before what it owns is a genitive too.
    """
    if lost(document):
        sure = {*_listed(document, rule, rule.options["words"]), *_named(document, links)}
        if sure or not frozenset(rule.options["contracted"]).isdisjoint(words(document.folded)):
            sure.update(_owners(document, rule))
        yield from _findings(document, rule, sure)


Place = tuple[int, Span]  # where the apostrophe belongs; the word and the next


def _findings(document: Document, rule: Rule, places: Iterable[Place]) -> Iterator[Finding]:
    for end, span in dict(sorted(places)).items():
        yield rule.finding(span, (rule.edit(Span(end, end), document.text, "'"),))


def _listed(document: Document, rule: Rule, listed: Container[str]) -> Iterator[Place]:
    plural, nouns = frozenset(rule.options["plural"]), frozenset(rule.options["nouns"])
    for match in _GENITIVE.finditer(document.text):
        word, before = match[1], document.folded[max(0, match.start() - 10) : match.start()].split()
        if word.endswith("days") and match[2] not in nouns:
            continue
        if word in listed and not (word[0].isupper() and before and before[-1] in plural):
            yield match.end(1) - 1, Span(*match.span())


def _named(document: Document, links: Iterable[Link]) -> Iterator[Place]:
    """Yield names with an "s" that is none of theirs, before another word: Assads forces; Hamas south, beside Hama."""
    text = document.text
    known = [(link.mention, entity) for link in links if (entity := link.entity) is not None]
    places = {mention.surface: entity for mention, entity in known if entity.kind == "place"}
    for mention, entity in known:
        start, end = mention.span.start, mention.span.end
        if not mention.surface.split()[-1][0].isupper():  # the Luhansk regions
            continue
        if text[end : end + 1] == "s":
            end += 1
            own = any(alias.form == text[start:end] for alias in entity.names)  # the Euphrates
        else:
            own = not mention.surface.endswith("s") or places.get(mention.surface[:-1], entity) == entity
        if not own and (match := _NEXT.match(text, end)):
            yield end - 1, Span(start, match.end())


def _owners(document: Document, rule: Rule) -> Iterator[Place]:
    """Yield a plural form of the rule's `people` or `bodies` before something of the `owned`, or one of the `qualities`.

    A body with an "s" is one body: the regime's positions. People are many: the rebels' positions.
    """
    people, bodies = frozenset(rule.options["people"]), frozenset(rule.options["bodies"])
    behind = frozenset([*rule.options["owned"], *rule.options["qualities"]])
    for match in _OWNER.finditer(document.text):
        found = [pattern.match(document.text, match.end(1)) for pattern in (_NEXT, _TWO)]
        owned = [next_.end() for next_ in found if next_ and next_[1] in behind]
        if owned and match[1] in people | bodies:
            yield match.end(1) - (match[1] in bodies), Span(match.start(), max(owned))
