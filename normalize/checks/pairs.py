"""A translation against its source: what stands on one side only. Nothing is found where no source came along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.checks.views import split_source
from normalize.model import Document, Finding, Link, Span
from normalize.text.lexicon import words

_STOPS = ".。।|۔።…"
LEAST = 4  # words; headings of sections have fewer ("Material and methods")
_CLOSING = "\"”“’'»«)]】」』 \u00a0\u200b"
_ASKS = "?？؟"
_CRIES = "!！"
_ASKING = re.compile(r"[か吗嗎呢][。.…]{0,4}$")  # Japanese and Chinese may ask with a full stop
_ASKED = re.compile(r"[?？؟]|[か吗嗎呢][」』。.…]")
_URL = re.compile(r"https?://[^\s<>\"“”«»\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{4,500}")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_PLACEHOLDER = re.compile(r"\{\{?\w{0,40}\}?\}|%\(\w{1,40}\)[sd]|%[sd]\b|\$\{\w{1,40}\}|#[A-Z][A-Z_]{2,30}#")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile(
    r"(?<![.!?。！？।۔؟…])[.!?。！？।۔؟…]{1,20}[\"”’»」』)]{0,5}(?=\s|$|[\u3040-\u30ff\u3400-\u9fff“「])"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(r"(?<!\w)(?:гг?|рр?|др|пр|руб|коп|тыс|млн|млрд|мин|кг|см|мм|\w)\.$")  # years, others, roubles ...


def copied(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a translation that is its source, if a word of that is to be translated: names, and English, stay."""
    source = document.source
    if source is None:
        return
    text, original = document.folded.strip(), source.document.folded.strip()
    if text == original and len(_WORD.findall(text)) > 3 and _foreign(document):
        yield rule.finding(Span(0, len(document.text)))


def _foreign(document: Document) -> bool:
    """Answer whether a text that should be English has a word, not written as a name, that is none of English."""
    told = (word for word in _WORD.findall(document.text) if len(word) > 1 and not word[0].isupper())
    return document.lang != "en" or not all(map(words().__contains__, told))


def empty(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a translation without a word of a source with several."""
    if document.source is None or _WORD.search(document.text):
        return
    if len(_WORD.findall(document.source.document.text)) > 1:
        yield rule.finding(Span(0, len(document.text)))


def length(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a translation far too short or too long: characters against the source's, a Han or kana one as three.

    Segments of a source that programs split and aligned are of any length.
    """
    if document.source is None or split_source(document):
        return
    original = document.source.document.text.strip()
    expected = len(original) + 2 * len(_HAN.findall(original))
    size = len(document.text.strip()) + 2 * len(_HAN.findall(document.text))
    if expected < rule.options["least"] or not size:
        return
    if not rule.options["short"] <= size / expected <= rule.options["long"]:
        yield rule.finding(Span(0, len(document.text)), message=f"{rule.reason}: {size / expected:.2f} of the source")


def final_mark(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a segment that ends in another mark than its source, if that was not cut by a machine.

    A source whose marks stand apart is of a corpus that programs split and aligned: its segments end anywhere.
    """
    if document.source is None or "\n" in document.text.strip() or split_source(document):
        return
    text, original = document.text.rstrip(_CLOSING + "\n"), document.source.document.text.rstrip(_CLOSING + "\n")
    if not text or not original or len(text.split()) < LEAST:
        return
    ours, theirs = _kind(text[-1]), "ask" if _ASKING.search(original) else _kind(original[-1])
    if ours == "word" and _SHORT.search(original[-12:]):
        return  # the stop belongs to the last word
    if ours == "ask" and _ASKED.search(original):
        return  # the question stands elsewhere in the source: before a bracket, in what somebody said
    if ours == theirs or not _flagged(ours, theirs, rule):
        return
    wanted = {"stop": "a full stop", "ask": "a question mark", "cry": "an exclamation mark"}.get(theirs, "no such mark")
    yield rule.finding(Span(len(text) - 1, len(text)), message=f"{rule.reason}: the source ends with {wanted}")


def _flagged(ours: str, theirs: str, rule: Rule) -> bool:
    return f"{theirs}>{ours}" in rule.options["pairs"]


def _kind(mark: str) -> str:
    if mark.isalnum():
        return "word"
    for marks, kind in ((_STOPS, "stop"), (_ASKS, "ask"), (_CRIES, "cry")):
        if mark in marks:
            return kind
    return "other"


def tokens(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find links, addresses and placeholders of the text that its source has not."""
    if document.source is None:
        return
    there = Counter(token for _, token in _tokens(document.source.document.text))
    for start, token in _tokens(document.text):
        if token not in there:
            yield rule.finding(Span(start, start + len(token)))


def lost_tokens(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a text without a placeholder or an address of its source, as often as there; if `links`, without a link."""
    if document.source is None or not document.text.strip():
        return
    links = bool(rule.options.get("links"))
    here = Counter(token for _, token in _tokens(document.text))
    there = Counter(token for _, token in _tokens(document.source.document.text) if bool(_URL.match(token)) == links)
    if lost := there - here:
        yield rule.finding(Span(0, len(document.text)), message=f"{rule.reason}: {', '.join(lost)}")


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield where links, addresses and placeholders begin, and each without the punctuation behind it."""
    for pattern in (_URL, _ADDRESS, _PLACEHOLDER):
        for match in pattern.finditer(text):
            yield match.start(), match[0].rstrip(".,;:!?)") if pattern is not _PLACEHOLDER else match[0]


def sentences(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a translation with less than half, or more than twice, as many sentences as its source."""
    if document.source is None:
        return
    ours, theirs = (len(_SENTENCE.findall(text)) for text in (document.text, document.source.document.text))
    if max(ours, theirs) >= 4 and not ours <= 2 * theirs <= 4 * ours:
        yield rule.finding(Span(0, len(document.text)), message=f"{rule.reason}: {ours} against {theirs}")


def quotes(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find quotations set in straight marks where the source sets typographic ones."""
    if document.source is None or '"' not in document.text or "“" not in document.source.document.text:
        return
    for match in re.finditer(r'"[^"\n]{1,300}"', document.text):
        yield rule.finding(Span(*match.span()))
