"""Places no edit may touch: links, addresses, handles, file names, code, markup, identifiers, placeholders, numbers.

Every pattern starts at a word boundary or a literal and every repetition of it is bounded, so none can be made to
scan a long text once for each of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.model import Span
from normalize.model.characters import alphabet
from normalize.text.garbled import garbled
from normalize.text.programs import programs

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
_SIGNS = "@#\\_=~|^$%<>/"
_MARKER = re.compile(rf"[{re.escape(_SIGNS)}]|\w\.\w|\d[-]?[A-Za-z]|[A-Za-z]-?\d|\d[,.:-]\d")
_ANYWHERE = re.compile(rf"(?={_MARKER.pattern})")
_TOKEN = re.compile(r"[^\s\u3000-\u30ff\u3400-\u9fff\uff00-\uff0f]{1,2000}")
# What a token must hold one of to be of the kind, and the kind. Digits may be those of any script.
_KINDS = tuple(
    (frozenset(hints), re.compile(pattern))
    for hints, pattern in (
        ("@", r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),  # addresses
        ("@#", r"(?<!\w)[@#]\w{1,100}(?:[.-]\w{1,100}){0,8}"),  # handles and hashtags
        ("%$", r"%\(\w{1,50}\)[a-z]|%[\d.]{0,8}[sdif]\b|\$\w{1,50}"),  # placeholders
        ("\\/~", r"(?<!\w)(?:[A-Za-z]:)?[\\/~](?:[\w.~+-]{1,100}[\\/]?){1,30}"),  # paths
        # domains, files, versions
        (".", r"(?<![\w.-])\.{0,3}(?:[\w-]{1,63}\.){1,30}[a-z0-9]{1,20}\b(?:/[^\s<>\"“”«»]{0,500})?"),
        ("_=:|^~\\", r"\b\w{1,100}(?:[_=:|^~\\]{1,3}\w{1,100}){1,20}"),  # identifiers and settings
        # letters and digits
        ("", r"(?<![\w-])(?=[\w-]{0,100}\d)(?=[\w-]{0,100}[A-Za-z])\w{1,63}(?:[-./]\w{1,63}){0,8}"),
        ("", r"[$€£¥₺₽₴₪﷼]?\b\d{1,30}(?:[,.:/'’-]\d{1,30}){0,20}%?"),  # numbers, dates, times
    )
)
# One byte a character: a sign is @, a digit 0, what may stand between two figures a comma, what may be of a word a.
_CLASSES = bytes(
    ord("@") if chr(code) in _SIGNS
    else ord("0") if code < 128 and chr(code).isdigit()
    else ord(",") if chr(code) in ",:-"
    else ord("a") if code > 127 or chr(code).isalpha() or chr(code) == "?"
    else code
    for code in range(256)
)  # fmt: skip
_WORDLY = bytes(ord("w") if chr(code) in "0a@" else code for code in range(256))
# What a marker looks like there, and how far before it the marker may begin.
_LOOKS = ((b"@", 0), (b"0a", 0), (b"a0", 0), (b"0,", 0), (b",0", 1))
LONGEST_COMMENT = 5000  # characters; what is longer is rather a comment that was never closed
_TRAILING = ".,;:!?…'\"’”»)]}"


def protected(text: str) -> tuple[Span, ...]:
    """Return the protected places of `text`, sorted and disjoint.

    >>> text = "see https://t.me/x, @qaani, v1.2 and a.b@c.iq."
    >>> [span.of(text) for span in protected(text)]
    ['https://t.me/x', '@qaani', 'v1.2', 'a.b@c.iq']
    """
    return _joined([*_stretches(text), *_comments(text), *programs(text), *_tokens(text)])


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
    for place in _markers(text):
        if place < position or not (marker := _MARKER.match(text, place)):
            continue  # of the token just looked at, or none
        start = _token_start(text, place, position)
        token = _TOKEN.match(text, start)
        end = position = max(token.end() if token else start, marker.end())
        yield from _sound(text, start, end, _of_kinds(text, start, end))


def _of_kinds(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the parts of a token that are of one of the kinds."""
    held = set(text[start:end])
    for hints, kind in _KINDS:
        for match in () if hints and hints.isdisjoint(held) else kind.finditer(text, start, end):
            yield match.start(), _trimmed(text, *match.span())


def _sound(text: str, start: int, end: int, places: Iterator[Place]) -> Iterator[Place]:
    """Yield what of the places is not garbled: nobody gave a name such a part."""
    token = text[start:end]
    bad = () if token.isascii() else [(start + low, start + high) for low, high in garbled(token)]
    if not bad:
        yield from places
        return
    for first, last in places:
        inside = [(low, high) for low, high in bad if low < last and first < high]
        starts, ends = [first, *(high for _, high in inside)], [*(low for low, _ in inside), last]
        yield from ((low, high) for low, high in zip(starts, ends, strict=True) if low < high)


def _markers(text: str) -> Iterable[int]:
    """Return in order where a marker may begin; to look in a text of one byte a character costs a tenth of a search."""
    if any(map(str.isdecimal, alphabet(text))):
        return (match.start() for match in _ANYWHERE.finditer(text))
    classes = text.encode("latin-1", "replace").translate(_CLASSES)
    places = [place - before for look, before in _LOOKS for place in _finds(classes, look)]
    return sorted([*places, *_finds(classes.translate(_WORDLY), b"w.w")])


def _finds(text: bytes, part: bytes) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _token_start(text: str, marker: int, floor: int) -> int:
    before = text[floor:marker].rsplit(None, 1)[-1:]
    if not before or text[marker - 1].isspace():
        return marker
    if before[0].isascii():
        return marker - len(before[0])
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
