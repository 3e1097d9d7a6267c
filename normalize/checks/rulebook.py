"""All rules for one kind of text, ready to run: one automaton pass finds the anchors of every rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from daachorse import CharwiseDoubleArrayAhoCorasick

from normalize.checks.registry import AT_ANCHORS, CHECKS, OF_LINKS, OF_SOURCE
from normalize.checks.rule import Rule, folded
from normalize.checks.views import by_line
from normalize.model import Claims, Document, Edit, Finding, Link, Safety, Span

Match = tuple[Span, str | None]  # where, and what to put there
SEGMENT = 1000  # characters: a longer source has any word somewhere
AUDIBLE = ("boilerplate.", "encoding.", "name.")  # families whose findings count in a page's furniture too
# Rules that tell a page's furniture by its place; where a form is known, that says more.
GUESSES = frozenset(["boilerplate.tail", "boilerplate.next-title", "boilerplate.loose-end", "boilerplate.sign-off"])
WINDOW = 200  # characters on each side of an anchor that its pattern may look at
KINDS_OF_TEXT = 64  # pairs of languages for which it is remembered which rules hold

Place = tuple[int, int]
Waiting = Sequence[tuple[str, ...]]


class Anchors:
    """Every anchor of some rules, and for each the ids of the rules it is of: strings alone are nothing to collect."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        anchored: defaultdict[str, list[str]] = defaultdict(list)
        for rule in rules:
            for anchor in rule.phrases if rule.kind == "phrase" else rule.better or rule.anchors:
                anchored[folded(anchor)].append(rule.id)
        self.ids = [tuple(anchored[anchor]) for anchor in sorted(anchored)]
        automaton = CharwiseDoubleArrayAhoCorasick(sorted(anchored)) if anchored else None
        self.found: Callable[[str], Iterable[tuple[int, int, int]]] = automaton.find_overlapping if automaton else _none


def _none(_folded: str) -> tuple[()]:
    return ()


class Rulebook:
    """Rules in a fixed order; `check` runs those that hold for a document's languages, and whose anchors it has."""

    def __init__(self, rules: Iterable[Rule], anchors: Anchors | None = None) -> None:
        self.rules = tuple(rules)
        self._anchors = anchors or Anchors(self.rules)
        self.reads_links = any(rule.check in OF_LINKS for rule in self.rules)
        self._holding = lru_cache(KINDS_OF_TEXT)(self._holds)

    def __reduce__(self) -> tuple[type[Rulebook], tuple[tuple[Rule, ...]]]:
        return Rulebook, (self.rules,)

    def of(self, rules: Iterable[Rule]) -> Rulebook:
        """Return a book of some of these rules, which looks for the anchors of all."""
        return Rulebook(rules, self._anchors)

    def __getitem__(self, id_: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == id_)

    def check(self, document: Document, links: tuple[Link, ...] = (), every: bool = False) -> tuple[Finding, ...]:
        """Return the findings of every rule on `document`, in the order of the text.

        Of those of one category about the same words only one is told, unless `every` one is wanted.
        """
        found: list[Finding] = []
        always, holding, waiting = self._holding(document.lang, document.source_lang, document.source is None)
        there = self._there(document.folded, waiting)
        for rule in (*always, *map(holding.__getitem__, there)):
            if rule.check in AT_ANCHORS:
                found += AT_ANCHORS[rule.check](document, rule, there.get(rule.id, []))
            elif rule.kind == "check":
                found += CHECKS[rule.check](document, links, rule)
            else:
                found += _findings(document, rule, _matches(document, rule, there.get(rule.id, [])))
        found = _without_echoes(found)
        if not every:
            found = _told_once(found, len(document.text))
        return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.span.end, finding.rule)))

    def _holds(self, lang: str, source_lang: str, alone: bool) -> tuple[tuple[Rule, ...], Mapping[str, Rule], Waiting]:
        """Return the rules for a text in `lang` from `source_lang`, that comes with its source or alone.

        First those that read every text, then by their ids those that wait for an anchor, and which wait for each.
        """
        holding = [
            rule
            for rule in self.rules
            if rule.applies(lang, source_lang) and not (alone and (rule.reviews or rule.check in OF_SOURCE))
        ]
        by_id = {rule.id: rule for rule in holding if rule.kind == "phrase" or rule.anchors}
        waiting = [tuple(filter(by_id.__contains__, ids)) for ids in self._anchors.ids]
        return tuple(rule for rule in holding if rule.id not in by_id), by_id, waiting

    def _there(self, text: str, waiting: Waiting) -> Mapping[str, list[Place]]:
        """Return where the anchors of the rules stand that have one in the text, in its order."""
        there: defaultdict[str, list[Place]] = defaultdict(list)
        for start, end, number in self._anchors.found(text):
            for id_ in waiting[number]:
                there[id_].append((start, end))
        return there


def _matches(document: Document, rule: Rule, places: list[Place]) -> Iterator[Match]:
    """Yield what a phrase or pattern finds at its anchors; one that has none reads the whole text."""
    text = document.text if rule.exact else document.folded
    if rule.pattern is None:
        return _whole_phrases(text, rule, places)
    if rule.anchors:
        return _pattern_matches(text, rule, places)
    return ((Span(*match.span()), _expanded(rule, match)) for match in rule.pattern.compiled.finditer(text))


def _findings(document: Document, rule: Rule, matches: Iterable[Match]) -> Iterator[Finding]:
    matches = (match for match in matches if _compared(document, rule, match[0]))
    if rule.once:
        return map(rule.finding, by_line(document, (span for span, _ in matches)))
    return (_replaced(document, rule, span, after) for span, after in matches)


def _expanded(rule: Rule, match: re.Match[str]) -> str | None:
    return None if rule.replacement is None else match.expand(rule.replacement)


def _compared(document: Document, rule: Rule, span: Span) -> bool:
    """Answer whether the source has, or has not, what the rule asks of it."""
    if document.source is None:
        return True
    original = document.source.document.folded
    if rule.beside and (len(original) > SEGMENT or not rule.beside.compiled.search(original)):
        return False
    return rule.compare in ("", "any") or (span.of(document.folded) in original) == (rule.compare == "same")


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """Leave out what only says that a line of the page's furniture is no prose: one fault silences its echoes, no edits."""
    pages = sorted(finding.span for finding in found if finding.rule.startswith("boilerplate."))
    if not pages:
        return found
    starts, reach = [page.start for page in pages], [-1, *accumulate((page.end for page in pages), max)]
    return [
        finding
        for finding in found
        if finding.rule.startswith(AUDIBLE)
        or finding.edits
        or reach[bisect_right(starts, finding.span.start)] < finding.span.end
    ]


def _told_once(found: list[Finding], length: int) -> list[Finding]:
    """Leave out a finding without an edit where another of its category speaks of the same words: the longest stays."""
    alike: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        if not finding.rule.startswith("name."):  # which say each something else of a name
            alike[finding.category].append(finding)
    echoes: set[Finding] = set()
    for some in alike.values():
        if len(some) > 1:
            claims = Claims(length)
            for finding in sorted(some, key=_weight):
                if not finding.edits and not claims.free(finding.span):
                    echoes.add(finding)
                claims.take(finding.span)
    return [finding for finding in found if finding not in echoes] if echoes else found


def _weight(finding: Finding) -> tuple[bool, bool, int, str]:
    """Return what puts a finding before others: an edit, a form that is known, its length, its rule."""
    return not finding.edits, finding.rule in GUESSES, -len(finding.span), finding.rule


def _whole_phrases(text: str, rule: Rule, places: list[Place]) -> Iterator[Match]:
    """Yield the phrases that are whole words; of those that overlap, the longest."""
    end = 0
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= end and _whole(text, start, stop):
            end = stop
            yield Span(start, stop), rule.replacement


def _pattern_matches(text: str, rule: Rule, places: list[Place]) -> Iterator[Match]:
    """Yield the matches that touch an anchor; no stretch of the text is searched twice."""
    assert rule.pattern is not None
    pattern = rule.pattern.compiled
    searched = 0
    for start, end in sorted(places):
        if end <= searched:
            continue
        low, limit = max(searched, start - WINDOW), min(len(text), end + WINDOW)
        at_start = (pattern.match(text, start, limit),) if start >= searched else ()
        for match in filter(None, at_start) if rule.begins else pattern.finditer(text, low, limit):
            if match.start() < end and match.end() > start and match.end() > match.start():
                searched = match.end()
                yield Span(*match.span()), _expanded(rule, match)
                break


def _whole(text: str, start: int, end: int) -> bool:
    """Answer whether the match neither begins nor ends inside a word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    behind = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or behind)


def _replaced(document: Document, rule: Rule, span: Span, after: str | None) -> Finding:
    before, found = span.of(document.text), span.of(document.folded)
    if after is None or rule.safety is Safety.NONE:
        return rule.finding(span, found=found)
    if before[:1].isupper() and after[:1].islower():
        after = after[:1].upper() + after[1:]
    edits: tuple[Edit, ...] = () if after == before else (rule.edit(span, document.text, after),)
    return rule.finding(span, edits, found=found)
