"""Names in the canonical spelling, translated as words, or taken up by the wrong pronoun; read off the links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span


def spelling(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions that have a canonical spelling, and propose it."""
    for link in links:
        if link.respelling is not None and link.respelling != link.mention.surface:
            edit = rule.edit(link.mention.span, document.text, link.respelling)
            yield rule.finding(link.mention.span, (edit,), f"{rule.reason} {link.canonical}: {'; '.join(link.reasons)}")


def mistranslated(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find names a translator turned into words, or words into names, where the gazetteer knows the form as such."""
    for link in links:
        if link.entity is not None and link.candidates[0].alias.kind == "mistranslation" and link.score >= SURE:
            message = f"{rule.reason}: {link.canonical}; {'; '.join(link.reasons)}"
            yield rule.finding(link.mention.span, (), message)


def bare_list(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find brackets that hold three names or more with nothing but blanks between: the commas are lost."""
    places = {link.mention.span.start: link.mention.span.end for link in links if link.entity is not None}
    for match in _BRACKETS.finditer(document.text):
        place, count = match.start(1), 0
        while place in places:
            count += 1
            place = places[place] + 1
            place += 4 if document.text.startswith("and ", place) else 0
        if count >= LISTED and place > match.end(1):
            yield rule.finding(Span(*match.span()))


def pronoun(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a sentence that begins with "He" or "She" against the gender of the one person its paragraph names before.

    Silent as soon as the paragraph has any other person, known or not: then the antecedent is not clear.
    """
    by_line: defaultdict[Span, list[Link]] = defaultdict(list)
    for link in links:
        line = document.lines[document.line_at(link.mention.span.start)]
        if link.kind in ("person", "") and line.covers(link.mention.span):
            by_line[line].append(link)
    for line, people in by_line.items():
        ids = {link.entity.id if link.entity else link.mention.surface for link in people}
        entity = people[0].entity
        if len(ids) != 1 or entity is None or entity.gender not in ("m", "f"):
            continue
        wrong = _PRONOUNS["f" if entity.gender == "m" else "m"]
        for match in wrong.finditer(document.text, people[0].mention.span.end, line.end):
            yield rule.finding(Span(*match.span(1)), (), f"{rule.reason}: {link_name(people[0])}")


def link_name(link: Link) -> str:
    """Return what the reader is told the pronoun stands for."""
    return link.canonical or link.mention.surface


SURE = 0.8
LISTED = 3  # names; two may be a place and the country it is in
_BRACKETS = re.compile(r"\(([A-Z][^()\n,;/:]{5,120})\)")
_PRONOUNS = {"m": re.compile(r"[.!?][\"”]? (He|His)\b"), "f": re.compile(r"[.!?][\"”]? (She|Her)\b")}
