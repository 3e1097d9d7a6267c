"""What a tokeniser left behind: pieces of words, blanks where no writer puts them, symbols of a model's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from normalize.checks.rule import Rule
from normalize.checks.views import beside, split_source
from normalize.model import Document, Edit, Finding, Link, Span

# Places a tokeniser splits and nobody else. Three kinds or more in a line of prose: the line is its output.
_SIGNS = re.compile(
    r"(?<=\w) (?=[,;:.?!](?:\s|$))|(?<=\w) (?=(?:'s|n't|'re|'ve|'ll)(?:\s|$))|\( (?=\S)|(?<=\S) \)"
    r"|(?:^|\s)[\"“”] (?=\w)|(?<=[\w.,!?]) [\"“”](?:\s|$)"
)
_FEW = 3
_LONG = 4000  # characters: a longer line is no segment
_BRACKETS = re.compile(r"\((?P<a> )(?=\w)|(?P<b> )(?=\))(?<=[\w.,!?] )")
_PAIRS = re.compile(r"“(?P<c> )(?<![\w.,!?]“ )(?=\w)|(?P<d> )(?=”(?:[\s,.;:]|$))(?<=[\w.,!?] )")
_STOPS = frozenset(".,!?")
_CLOSES = frozenset(("de", "cs", "sk", "sl", "hr", "bg", "lt", "is"))  # where “ closes what „ opens
_JOINED = re.compile(r"@@ (?<=[^\W_]@@ )(?=[^\W_])| @(?<=\w @)(?P<mark>[-,.:/])@ (?=\w)")
_CLITIC = re.compile(r" (?=(?:['’]s|n['’]t|['’](?:re|ve|ll))(?:[\s,.;:!?]|$))(?<=[A-Za-z] )")
_SYMBOL = re.compile(
    r"<unk>|<UNK>|\[UNK\]|</?s>|<pad>|<eos>|<bos>|\[SEP\]|\[CLS\]|\[MASK\]|<extra_id_\d{1,3}>|<\|[a-z_]{3,30}\|>"
)


def pieces(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the joints of subword and hyphen splitting, "mini@@ ster" and "long @-@ term"."""
    for match in _JOINED.finditer(document.text):
        span = Span(*match.span())
        yield rule.finding(span, (rule.edit(span, document.text, match["mark"] or ""),))


def meta_symbol(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find SentencePiece's word mark (U+2581); a line that begins with it is put together again."""
    for line in document.lines:
        text = line.of(document.text)
        if text.count("▁") < 2:
            continue
        edits: tuple[Edit, ...] = ()
        if text.startswith("▁"):
            edits = (rule.edit(line, document.text, re.sub(" ?▁", " ", re.sub(" (?!▁)", "", text)).strip()),)
        yield rule.finding(line, edits)


def symbols(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find the special symbols of a model's vocabulary."""
    for match in _SYMBOL.finditer(document.text):
        yield rule.finding(Span(*match.span()))


def clitics(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a blank before 's, n't and their like."""
    return _blanks(document, rule, _CLITIC)


def inside(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a blank behind an opening or before a closing mark, straight quotes of a line counted in turn."""
    if split_source(document):
        return
    quoted = "“ " in document.text or " ”" in document.text
    if quoted and document.lang not in _CLOSES and "„" not in document.text:
        yield from (found for found in _blanks(document, rule, _PAIRS) if _paired(document, found.edits[0].span))
    for line in document.lines if '"' in document.text else ():
        text = line.of(document.text)
        if '" ' not in text and ' "' not in text:
            continue
        places = [match.start() for match in re.finditer('"', text)]
        for number, place in enumerate(places if len(places) % 2 == 0 else ()):
            blank = place + 1 if number % 2 == 0 else place - 1
            if _splits(text, place, blank):
                span = Span(line.start + blank, line.start + blank + 1)
                yield rule.finding(beside(document.text, span), (rule.edit(span, document.text, ""),))


def _paired(document: Document, blank: Span) -> bool:
    """Answer whether one quotation is open before the blank: else a mark is turned round, or is another's."""
    start = document.lines[document.line_at(blank.start)].start
    before = document.text[start : blank.start]
    return before.count("“") + before.count('"') % 2 - before.count("”") == 1  # a straight one may open, too


def _splits(text: str, place: int, blank: int) -> bool:
    """Answer whether the blank parts a straight quote from what it quotes; the other side must be open."""
    if not 0 < blank < len(text) - 1 or text[blank] != " " or text[2 * blank - place].isspace():
        return False
    outer = text[max(0, 2 * place - blank) : 2 * place - blank + 1]
    # a mark right behind a stop closes, however many stand before it in the line
    return not outer.isalnum() and not (blank > place and outer in _STOPS)


def _blanks(document: Document, rule: Rule, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for match in pattern.finditer(document.text):
        group = match.lastgroup
        span = Span(*match.span(group)) if group else Span(match.start(), match.end() or match.start())
        yield rule.finding(beside(document.text, span), (rule.edit(span, document.text, ""),))


def tokenised(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find lines that are tokeniser output, and undo it blank by blank as sacremoses would.

    Where two blanks stand together a hand has put them, and the others too.
    """
    if split_source(document) or not _likely(document.folded, rule.anchors):
        return
    there = [anchor for anchor in rule.anchors if anchor in f" {document.folded} "]
    for line in document.lines:
        text = line.of(document.text)
        if len(text) > _LONG or "  " in text.strip() or not _likely(line.of(document.folded), there):
            continue
        if len(signs := _SIGNS.findall(text)) < _FEW or len(signs) * 30 < len(text.split()):
            continue
        after = _detokeniser(document.lang).detokenize(text.split(), unescape=False)
        for start, end, blank in _moved(text, after):
            span = Span(line.start + start, line.start + end)
            yield rule.finding(span, (rule.edit(span, document.text, blank),))


def _likely(folded: str, anchors: Iterable[str]) -> bool:
    """Answer whether a text or a line of it has anchors enough to be worth a search for the signs.

    Every sign has one of them in the folded text, and no two signs share one, apart from the first and last character.
    """
    return sum(map(f" {folded} ".count, anchors)) >= _FEW


def brackets(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a blank behind an opening or before a closing bracket."""
    return _blanks(document, rule, _BRACKETS)


def _moved(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the two differ, if they differ only in blanks and only by fewer of them."""
    if before.replace(" ", "") != after.replace(" ", ""):
        return
    place = 0
    for position, character in enumerate(before):
        if place < len(after) and after[place] == character:
            place += 1
        elif character == " ":
            yield position, position + 1, ""
        else:
            return


@lru_cache(maxsize=8)
def _detokeniser(lang: str) -> Any:
    from sacremoses import MosesDetokenizer  # 0.3 s

    return MosesDetokenizer(lang=lang)
