"""Places no edit may touch: links, addresses, handles, file names, code, markup, identifiers, placeholders, numbers.

Every pattern starts at a word boundary or a literal and every repetition of it is bounded, so none can be made to
scan a long text once for each of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.model import Span

# Stretches that may hold spaces or letters of any script, each searched only where its hint occurs.
_STRETCHES = tuple(
    (hint, re.compile(pattern))
    for hint, pattern in (
        ("://", r"\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"“”«»]{1,2000}"),
        ("www.", r"\bwww\.[^\s<>\"“”«»]{1,2000}"),
        ("```", r"```[\s\S]{0,20000}?```"),
        ("`", r"`[^`\n]{1,200}`"),
        ("<", r"</?[A-Za-z][A-Za-z0-9:_-]{0,40}(?:\s[^<>]{0,500})?/?>"),
        ("{", r"\{\{[^{}\n]{1,200}\}\}|\$?\{[^{}\n]{1,100}\}"),
    )
)

# What only a protected token holds. The token around it is looked at once, whatever the number of markers in it.
_MARKER = re.compile(r"[@#\\_=~|^$%<>/]|\w\.\w|\d[-]?[A-Za-z]|[A-Za-z]-?\d|\d[,.:-]\d")
_TOKEN = re.compile(r"[^\s\u3000-\u30ff\u3400-\u9fff\uff00-\uff0f]{1,2000}")
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",  # addresses
        r"(?<!\w)[@#]\w{1,100}(?:[.-]\w{1,100}){0,8}",  # handles and hashtags
        r"%\(\w{1,50}\)[a-z]|%[\d.]{0,8}[sdif]\b|\$\w{1,50}",  # placeholders
        r"(?<!\w)(?:[A-Za-z]:)?[\\/~](?:[\w.~+-]{1,100}[\\/]?){1,30}",  # paths
        r"(?<![\w.-])\.{0,3}(?:[\w-]{1,63}\.){1,30}[a-z0-9]{1,20}\b(?:/[^\s<>\"“”«»]{0,500})?",  # domains, files, versions
        r"\b\w{1,100}(?:[_=:|^~\\]{1,3}\w{1,100}){1,20}",  # identifiers and settings
        r"(?<![\w-])(?=[\w-]{0,100}\d)(?=[\w-]{0,100}[A-Za-z])\w{1,63}(?:[-./]\w{1,63}){0,8}",  # letters, digits
        r"[$€£¥₺₽₴₪﷼]?\b\d{1,30}(?:[,.:/'’-]\d{1,30}){0,20}%?",  # numbers, dates, times
    )
)
LONGEST_COMMENT = 5000  # characters; what is longer is rather a comment that was never closed
_TRAILING = ".,;:!?…'\"’”»)]}"


def protected(text: str) -> tuple[Span, ...]:
    """Return the protected places of `text`, sorted and disjoint.

    >>> text = "see https://t.me/x, @qaani, v1.2 and a.b@c.iq."
    >>> [span.of(text) for span in protected(text)]
    ['https://t.me/x', '@qaani', 'v1.2', 'a.b@c.iq']
    """
    return _joined([*_stretches(text), *_comments(text), *_tokens(text)])


Place = tuple[int, int]  # start and end; a text may have many more of them than zones are left in the end


def _stretches(text: str) -> Iterator[Place]:
    for hint, pattern in _STRETCHES:
        if hint in text:
            for match in pattern.finditer(text):
                closed = hint in "```<{"
                yield match.start(), match.end() if closed else _trimmed(text, *match.span())


def _comments(text: str) -> Iterator[Place]:
    """Yield comments of markup; the end of one is looked for once, however many beginnings stand before it."""
    start, end = text.find("<!--"), -1
    while start >= 0:
        if end < start + 4 and (end := text.find("-->", start + 4)) < 0:
            return
        near = end - start <= LONGEST_COMMENT
        if near:
            yield start, end + 3
        start = text.find("<!--", end + 3 if near else start + 4)


def _tokens(text: str) -> Iterator[Place]:
    position = 0
    while marker := _MARKER.search(text, position):
        start = _token_start(text, marker.start(), position)
        token = _TOKEN.match(text, start)
        end = max(token.end() if token else start, marker.end())
        for kind in _KINDS:
            for match in kind.finditer(text, start, end):
                yield match.start(), _trimmed(text, *match.span())
        position = end


def _token_start(text: str, marker: int, floor: int) -> int:
    start = marker
    while start > floor and _TOKEN.match(text[start - 1]):
        start -= 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of a token without the punctuation of the sentence around it; `f(x)` keeps its bracket."""
    while end > start + 1 and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end


def _joined(places: Iterable[Place]) -> tuple[Span, ...]:
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        elif end > start:
            joined.append((start, end))
    return tuple(Span(start, end) for start, end in joined)
