"""Words and paragraphs said twice."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import MANY, doubled, marks
from normalize.model import Document, Finding, Link, Span

_DOUBLED = re.compile(r"\b([^\W\d_]{2,20}) \1\b")
LONG_PARAGRAPH = 60  # characters; shorter lines are repeated on purpose (headings, "he said", names of sections)


def doubled_word(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a function word written twice. Only the words listed as `words` are never right when doubled."""
    words = frozenset(rule.options.get("words", ()))
    if words.isdisjoint(doubled(document.folded)):
        return
    for match in _DOUBLED.finditer(document.folded):
        if match[1] not in words:
            continue
        first, second = Span(*match.span(1)), Span(match.end(1), match.end())
        between = document.text[match.end(1)]
        if between == " " and _same_case(first.of(document.text), document.text[second.start + 1 : second.end]):
            yield rule.finding(Span(*match.span()), (rule.edit(second, document.text, ""),))


def _same_case(first: str, second: str) -> bool:
    """Answer whether both are written alike: "the the" is a slip, "The The" is a band."""
    return second.islower() and (first.islower() or first[1:].islower())


def repeated_paragraph(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a long line that stands in the text already."""
    seen: set[str] = set()
    for line in document.lines:
        folded = line.of(document.folded).strip()
        if len(folded) >= LONG_PARAGRAPH:
            if folded in seen:
                yield rule.finding(line)
            seen.add(folded)


_SENTENCE = re.compile(r"[^.!?\t]{1,2000}(?:[.!?](?![\s\"'“”‘’])[^.!?\t]{1,2000}){0,40}")
_WORD = re.compile(r"[^\W_]+")
HEADLINE = 5  # words
BODY = 3000  # characters in which a page repeats its headline
LONG_SENTENCE = 6  # words; shorter sentences are answers and refrains
LONGEST = 2000  # characters in which a sentence has a mark
ALIKE = 50  # sentences that begin alike and are kept to compare with: more are a list
OPENING, LEAST = 10, 50  # words and characters with which a sentence that begins as another is that one again


def headline(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the first line, of five words or more, again in the first paragraphs of the body."""
    first = next((line for line in document.lines if line.of(document.text).strip()), None)
    words = _WORD.findall(document.folded, first.start, first.end) if first else []
    if first is None or not HEADLINE <= len(words) <= 40:
        return
    body = document.folded[first.end : first.end + BODY]
    if not all(word in body for word in words):  # an expression takes longer to compile than to look for each word
        return
    pattern = re.compile(r"\b" + r"[\W_]{1,4}".join(map(re.escape, words)) + r"\b\.?")
    if match := pattern.search(document.folded, first.end, first.end + BODY):
        yield rule.finding(Span(*match.span()))


def repeated_sentence(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a sentence that stands in the text already, or begins as a whole one does; long lines are the paragraph's rule."""
    said: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=ALIKE))
    whole: set[str] = set()
    for line in document.lines if _may_recur(document) else ():
        text = line.of(document.folded).strip()
        if len(text) >= LONG_PARAGRAPH and text in whole:
            continue
        whole.add(text)
        for match in _SENTENCE.finditer(document.text, line.start, line.end):  # tabs part what a page has in columns
            words = _WORD.findall(document.folded, *match.span())
            if len(words) < LONG_SENTENCE:
                continue
            others = said[" ".join(words[:OPENING])]
            if (again := _again(" ".join(words), others)) and (end := _end(document.folded, match, again)):
                yield rule.finding(Span(match.end() - len(match[0].lstrip()), end))
            others.append(" ".join(words))


def _again(bare: str, others: Iterable[str]) -> int:
    """Return how many words of a sentence stand in another as a whole, from the first on: all, or enough of them."""
    for other in others:
        shorter, longer = sorted((bare, other), key=len)
        size = shorter.count(" ") + 1
        if shorter == longer or (size >= OPENING and len(shorter) >= LEAST and longer.startswith(shorter + " ")):
            return size
    return 0


def _end(folded: str, match: re.Match[str], size: int) -> int:
    """Return where the first words of a sentence end; the whole of it with its mark."""
    ends = [word.end() for word in _WORD.finditer(folded, match.start(), match.end())]
    return match.end() if size == len(ends) else ends[size - 1]


_INSIDE = 40  # marks inside one sentence that its expression allows
# Marks of sentences are all ".", what ends a sentence behind one " ", what is no word "," and lines stay.
_OUTLINE = bytes(
    10 if code == 10
    else 46 if chr(code) in ".!?"
    else 32 if code < 128 and (chr(code).isspace() or chr(code) in "\"'")
    else code if code > 127 or chr(code).isalnum()
    else 44
    for code in range(256)
)  # fmt: skip
_PARTS = re.compile(rb"[^ ,.]+")


def _may_recur(document: Document) -> bool:
    """Answer whether two sentences may have the same letters, or many of them at the start; False is certain."""
    if len(marks(document.folded)) > MANY:
        return True
    text = "\n".join(document.folded[line.start : line.end] for line in document.lines)
    for mark in marks(document.folded):
        text = text.replace(mark, " " if mark.isspace() else ",")
    outline = text.encode("utf-8").translate(_OUTLINE).replace(b". ", b"\n").replace(b"..", b"\n")
    if outline.count(b".") - outline.count(b".\n") > _INSIDE:
        return True
    seen: set[bytes] = set()
    openings: set[bytes] = set()
    for letters, sentence in zip(outline.translate(None, b" ,.").split(b"\n"), outline.split(b"\n"), strict=True):
        if len(letters) >= LONGEST or (letters in seen and len(_PARTS.findall(sentence)) >= LONG_SENTENCE):
            return True
        if len(opening := letters[: LEAST - OPENING]) == LEAST - OPENING:
            if opening in openings:
                return True
            openings.add(opening)
        seen.add(letters)
    return False
