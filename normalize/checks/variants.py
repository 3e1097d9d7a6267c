"""One unknown name in two near spellings: words of a text compared with each other, for people no gazetteer knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from rapidfuzz.distance import OSA

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span
from normalize.names import compare
from normalize.names.letters import plain, sounds
from normalize.text.lexicon import capitalised
from normalize.text.lexicon import words as english

LEAST = 6  # letters: shorter names one letter apart are mostly two names (Karim, Karam)
APART = 100  # characters: who writes both spellings within one sentence means to
ALIKE = 0.75  # probability that two words are spellings of one name
_WORD = re.compile(r"(?<![\w'’@#/.-])[A-Z][a-z]{2,20}(?:[a-z'’-][A-Za-z]?[a-z]{1,20})?(?![\w@])")
_NEXT = re.compile(r"[ \u00a0]([A-Z][\w'’-]{2,30})")
_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]{2,30})[ \u00a0]$")
# Endings that make another word of a name, not another spelling: adjectives, plurals, followers, cases.
_DERIVED = re.compile(r"(?:s|es|i|n|an|ian|ans|ist|ists|ism|ic|ish|ese|ed|in|ov|ova|a|o|u|e|y|ya)")
Places = Mapping[str, list[Span]]


def variants(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the rarer of two near spellings of a name that is not linked, unless they are two people's names."""
    places = _places(document, links)
    strange = {word for word in places if word.lower() not in english() and word.lower() not in capitalised()}
    for one, other in _near(places):
        if not {one, other} & strange:
            continue
        rare, usual = sorted(
            (one, other), key=lambda word: (word not in strange, len(places[word]), -places[word][0].start)
        )
        if _side_by_side(places[rare], places[usual]) or _two_people(document, places[rare], places[usual]):
            continue
        for span in places[rare]:
            message = f"{rule.reason}: {rare!r} here, {usual!r} elsewhere; canonical: {usual}"
            yield rule.finding(span, (), message)


def _places(document: Document, links: tuple[Link, ...]) -> Places:
    """Return the capitalised words that are no part of a linked name, with where they stand."""
    known = {offset for link in links if link.canonical is not None for offset in _starts(link)}
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for match in _WORD.finditer(document.text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if match.start() not in known and len(plain(word)) >= LEAST:
            found[word].append(Span(match.start(), match.start() + len(word)))
    return {word: spans for word, spans in found.items() if word.lower() not in english()}


def _starts(link: Link) -> range:
    return range(link.mention.span.start, link.mention.span.end)


def _near(places: Places) -> Iterator[tuple[str, str]]:
    """Yield the pairs one letter apart that sound like one name; found over what is left with a letter taken out."""
    holes: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(places):
        letters = plain(word)
        for hole in {letters} | {letters[:at] + letters[at + 1 :] for at in range(len(letters))}:
            holes[hole].append(word)
    pairs = {pair for words in holes.values() for pair in combinations(words, 2)}
    return (pair for pair in sorted(pairs) if _one_name(*pair))


def _one_name(one: str, other: str) -> bool:
    a, b = sorted((plain(one), plain(other)), key=len)
    if a == b or OSA.distance(a, b) > 1:
        return False
    if b.startswith(a) and _DERIVED.fullmatch(b[len(a) :]) and sounds(a) != sounds(b):
        return False
    return compare(one, other).score >= ALIKE


def _side_by_side(rare: list[Span], usual: list[Span]) -> bool:
    """Answer whether the two are first named together: a gloss, a contrast, "also spelt"."""
    return abs(rare[0].start - usual[0].start) < APART


def _two_people(document: Document, rare: list[Span], usual: list[Span]) -> bool:
    """Answer whether different names stand beside the two: a given name, or a surname, that two people have."""
    for beside in (_behind, _before):
        ours, theirs = ({name for span in spans if (name := beside(document, span))} for spans in (rare, usual))
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return False


def _behind(document: Document, span: Span) -> str:
    match = _NEXT.match(document.text, span.end)
    return plain(match[1]) if match else ""


def _before(document: Document, span: Span) -> str:
    match = _BEFORE.search(document.text, max(0, span.start - 32), span.start)
    return plain(match[1]) if match else ""
