"""All rules for one kind of text, ready to run: one automaton pass finds the anchors of every phrase."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from daachorse import CharwiseDoubleArrayAhoCorasick

from normalize.checks.registry import CHECKS
from normalize.checks.rule import Rule
from normalize.checks.views import by_line
from normalize.model import Document, Edit, Finding, Link, Safety, Span

Match = tuple[Span, str | None]  # where, and what to put there
SEGMENT = 1000  # characters: a longer source has any word somewhere
WINDOW = 200  # characters on each side of an anchor that its pattern may look at


class Rulebook:
    """Rules in a fixed order; `check` runs those that hold for a document's languages."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        anchored: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            for anchor in rule.phrases if rule.kind == "phrase" else rule.anchors:
                anchored[_folded(anchor)].append(rule)
        self._anchors = sorted(anchored)
        self._by_anchor = [tuple(anchored[anchor]) for anchor in self._anchors]
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._anchors) if anchored else None
        self._checks = tuple(rule for rule in self.rules if rule.kind == "check")
        self._reviews = tuple(rule for rule in self.rules if rule.pattern and not rule.anchors)

    def __reduce__(self) -> tuple[type[Rulebook], tuple[tuple[Rule, ...]]]:
        return Rulebook, (self.rules,)

    def __getitem__(self, id_: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == id_)

    def check(self, document: Document, links: tuple[Link, ...] = ()) -> tuple[Finding, ...]:
        """Return the findings of every rule on `document`, in the order of the text."""
        found = [*self._phrases(document), *self._reviewed(document)]
        for rule in self._checks:
            if rule.applies(document.lang, document.source_lang):
                found += CHECKS[rule.check](document, links, rule)
        return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.span.end, finding.rule)))

    def _phrases(self, document: Document) -> Iterator[Finding]:
        if self._automaton is None:
            return
        anchors: defaultdict[str, list[Span]] = defaultdict(list)  # by rule, in the order of the text
        by_id: dict[str, Rule] = {}
        for start, end, number in self._automaton.find_overlapping(document.folded):
            for rule in self._by_anchor[number]:
                if rule.applies(document.lang, document.source_lang) and (document.source or not rule.reviews):
                    by_id[rule.id] = rule
                    anchors[rule.id].append(Span(start, end))
        for id_, places in anchors.items():
            rule = by_id[id_]
            find = _whole_phrases if rule.pattern is None else _pattern_matches
            yield from _findings(document, rule, find(document.text if rule.exact else document.folded, rule, places))

    def _reviewed(self, document: Document) -> Iterator[Finding]:
        """Yield what patterns without an anchor find: they read a whole text, but only one that has its source."""
        for rule in self._reviews if document.source else ():
            if rule.applies(document.lang, document.source_lang) and rule.pattern:
                matches = rule.pattern.finditer(document.text if rule.exact else document.folded)
                found = ((Span(*match.span()), _expanded(rule, match)) for match in matches)
                yield from _findings(document, rule, found)


def _findings(document: Document, rule: Rule, matches: Iterable[Match]) -> Iterator[Finding]:
    matches = (match for match in matches if _compared(document, rule, match[0]))
    if rule.once:
        return map(rule.finding, by_line(document, (span for span, _ in matches)))
    return (_replaced(document, rule, span, after) for span, after in matches)


def _expanded(rule: Rule, match: re.Match[str]) -> str | None:
    return None if rule.replacement is None else match.expand(rule.replacement)


def _folded(anchor: str) -> str:
    """Return an anchor as the folded text has it; the accents of Latin letters go, й stays."""
    lower = anchor.lower().replace("’", "'")
    return "".join(base if (base := unicodedata.normalize("NFD", each)[0]).isascii() else each for each in lower)


def _compared(document: Document, rule: Rule, span: Span) -> bool:
    """Answer whether the source has, or has not, what the rule asks of it."""
    if document.source is None:
        return True
    original = document.source.document.folded
    if rule.beside and (len(original) > SEGMENT or not rule.beside.search(original)):
        return False
    return rule.compare in ("", "any") or (span.of(document.folded) in original) == (rule.compare == "same")


def _whole_phrases(folded: str, rule: Rule, places: list[Span]) -> Iterator[Match]:
    """Yield the phrases that are whole words; of those that overlap, the longest."""
    end = 0
    for span in sorted(places, key=lambda place: (place.start, -place.end)):
        if span.start >= end and _whole(folded, span.start, span.end):
            end = span.end
            yield span, rule.replacement


def _pattern_matches(text: str, rule: Rule, places: list[Span]) -> Iterator[Match]:
    """Yield the matches that touch an anchor; no stretch of the text is searched twice."""
    assert rule.pattern is not None
    searched = 0
    for place in sorted(places):
        if place.end <= searched:
            continue
        low, limit = max(searched, place.start - WINDOW), min(len(text), place.end + WINDOW)
        for match in rule.pattern.finditer(text, low, limit):
            if match.start() < place.end and match.end() > place.start and match.end() > match.start():
                searched = match.end()
                yield Span(*match.span()), _expanded(rule, match)
                break


def _whole(folded: str, start: int, end: int) -> bool:
    """Answer whether the match neither begins nor ends inside a word."""
    before = start > 0 and folded[start - 1].isalnum() and folded[start].isalnum()
    behind = end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum()
    return not (before or behind)


def _replaced(document: Document, rule: Rule, span: Span, after: str | None) -> Finding:
    before = span.of(document.text)
    if after is None or rule.safety is Safety.NONE:
        return rule.finding(span)
    if before[:1].isupper() and after[:1].islower():
        after = after[:1].upper() + after[1:]
    edits: tuple[Edit, ...] = () if after == before else (rule.edit(span, document.text, after),)
    return rule.finding(span, edits)
