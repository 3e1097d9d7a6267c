"""Words and phrases a decoder could not stop saying. Each search reads the text once, for each period once."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from operator import eq

from normalize.checks.rule import Rule
from normalize.checks.views import NEAR, TEXTS, bounds, crowds, periods
from normalize.checks.views import doubled as doubled_in
from normalize.checks.views import words as words_of
from normalize.model import Document, Finding, Link, Span
from normalize.text.lexicon import words as english

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+")
LONG_WORD = 5  # letters of each of two words that are said twice
COPIES = 3
MANY = 2 * COPIES - 2  # further copies of one word, from which on it is a run whatever its length
SPARE = 2  # times a translation may say four words more often than its source: "39% want to ..., 50% want to ..."
SHOUTED = 6  # copies of one word with commas between: fewer are a slogan or an outcry
GRAM = 4  # words; Raunak et al. 2021 count four-word sequences, against those of the source
WINDOW, STEP = 400, 200  # characters
# Different words, or characters of a script without blanks, in one step, from which on a text is no loop: of 80,000
# windows of news in many languages none that zlib shrinks to a third has more than 21, or 31.
VARIED_WORDS, VARIED_LETTERS = 24, 60
_SAME = re.compile(b"\1+")  # a byte a word: 1 where the same stands a period later
LETTERS = 8  # different ones at most: a drawn line, or a row of dots
_APART = (" ", ' "', " “", '" "', "” “", " '", ") ", ") (")
_FOLDED_APART = (" ", ' "', '" "', " '", ") ", ") (")
_SOUNDED = re.compile(r"([\u3040-\u30ff]{2,4})\1\1|([\u30a0-\u30ff]{2,4})\2")  # ゴロゴロ: it rumbles
_NAME = re.compile(r"([\u3400-\u9fff])\1")  # 丽丽
_REDUPLICATED = re.compile(r"([\u3400-\u9fff])\1([\u3400-\u9fff])\2")  # 清清楚楚
_THRICE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]{1,4}?)[，、,！!]?\1[，、,！!]?\1")
# One syllable of Chinese, Korean or Vietnamese: Yang Yang, Xiao Xiao, Jin Jin.
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h|ng)?(?:[aeiou]|ai|an|ang|ao|ei|en|eng|er|ong|ou|ia|ian|iang|iao|ie|in|ing|iong|iu|ua|uai|uan|uang|ue|ui|un|uo|eo|eon|eong|yeon|yun|oon|ee)"
)


def doubled(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find any word written twice, apart from those listed as `right` and doubled names of one syllable."""
    perhaps = rule.options.get("perhaps", ()) if document.source is None else ()
    right = frozenset((*rule.options.get("right", ()), *rule.options.get("left", ()), *perhaps))
    if not _adjoining(document, doubled_in(document.folded) - right) and not _joined(document.folded):
        return
    words = _TOKEN.findall(document.folded)
    twice = [number for number in compress(count(1), map(eq, words, words[1:])) if words[number] not in right]
    # those alone, for a long text has ten thousand, and objects are what the collector walks over
    pairs = {number for last in twice for number in (last - 1, last)}
    found = enumerate(_TOKEN.finditer(document.folded)) if twice else ()
    tokens = {number: token for number, token in found if number in pairs}
    slips = [n for n in twice if not _meant(document, tokens, n) and not _in_source(document, tokens[n - 1])]
    for first, last in _rows(slips):
        if last - first < MANY:
            cut = Span(tokens[first].end(), tokens[last].end())
            yield rule.finding(Span(tokens[first].start(), cut.end), (rule.edit(cut, document.text, ""),))


def _rows(numbers: list[int]) -> list[tuple[int, int]]:
    """Return (first, last) of the words of each row of equal ones, from the numbers of those that repeat another."""
    rows: list[tuple[int, int]] = []
    for number in numbers:
        if rows and rows[-1][1] == number - 1:
            rows[-1] = rows[-1][0], number
        else:
            rows.append((number - 1, number))
    return rows


def _adjoining(document: Document, words: Iterable[str]) -> bool:
    """Answer whether one of the words may stand beside itself with nothing of a sentence between; False is certain."""
    columns = document.source is None
    told = [word for word in words if not (columns and word.isdigit())]
    return any(f"{word}{between}{word}" in document.folded for word in told for between in _FOLDED_APART)


def _joined(folded: str) -> bool:
    """Answer whether several words that come again at once may be of one token: "al-Hol al-Hol"; False is certain."""
    words = words_of(folded)
    twice: set[tuple[str, str]] = set()
    for start, stop, far in _runs(words, [far for far in periods(folded) if far > 1], copies=2):
        twice.update(pairwise(words[start : stop - 2 * far + 2]))
    return any(f"{first}{joint}{second}" in folded for first, second in twice for joint in "'.-")


def _meant(document: Document, tokens: Mapping[int, re.Match[str]], number: int) -> bool:
    """Answer whether two equal words in a row are no slip: a name, numbers of a list, an emphasis, a run."""
    first, second = tokens[number - 1], tokens[number]
    between = document.text[first.end() : second.start()]
    if between not in _APART:
        return True
    word, again = document.text[first.start() : first.end()], document.text[second.start() : second.end()]
    if word.isdigit() and (document.source is None or document.text[second.end() :][:1] == "/"):
        return True  # columns and scores; "3 1/2 and 1 1/2"
    if word.isalpha() and len(word) == 1:
        return True
    if document.source is None and word.istitle() and again.istitle() and first[0] not in english():
        return True  # a name: Boutros Boutros-Ghali
    if word[0].islower() != again[0].islower() and (word[0].islower() or document.lang == "de"):
        return True  # German nouns and verbs: Spiele spielen
    return word.istitle() and again.istitle() and bool(_SYLLABLE.fullmatch(first[0]))


def _in_source(document: Document, word: re.Match[str]) -> bool:
    """Answer whether the source doubles a word or a name, or sounds like what it tells of."""
    if document.source is None:
        return False
    source = document.source.document
    doubles, names, syllables = _doubling(source.text, source.folded)
    return doubles or (names if document.text[word.start()].isupper() else syllables)


@lru_cache(maxsize=TEXTS)
def _doubling(text: str, folded: str) -> tuple[bool, bool, bool]:
    """Answer whether a source doubles a word or a sound, a character as names do, two characters as adverbs do."""
    words = folded.split()
    doubles = any(map(eq, words, words[1:])) or bool(_SOUNDED.search(text))
    return doubles, bool(_NAME.search(text)), bool(_REDUPLICATED.search(text))


def run(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a phrase of up to two dozen words said three times or more without anything between."""
    if not (there := periods(document.folded, COPIES)) or _run_in_source(document):
        return
    words, end, sounds = words_of(document.folded), 0, frozenset(rule.options.get("sounds", ()))
    for start, stop, period in sorted(_runs(words, there)):
        if start < end or not any(word.isalpha() and len(word) > 1 for word in words[start : start + period]):
            continue
        if stop - start < 2 * COPIES - 1 and len("".join(words[start:stop])) < 12:
            continue  # "no, no, no", "ha ha ha"
        starts, ends = bounds(document.folded)
        gaps = (document.text[ends[n - 1] : starts[n]].strip() for n in range(start + 1, stop))
        shouted = document.source is None and period == 1 and stop - start < SHOUTED
        if shouted and (words[start] in sounds or all(gaps)):  # with a comma or another mark in each of them
            continue
        end = stop
        cut = Span(ends[start + period - 1], ends[stop - 1])
        yield rule.finding(Span(starts[start], cut.end), (rule.edit(cut, document.text, ""),))


def _run_in_source(document: Document) -> bool:
    """Answer whether the source says a word, or a Chinese character, three times in a row: it sounds, or it sings."""
    if document.source is None:
        return False
    if _THRICE.search(document.source.document.text):
        return True
    words = _WORD.findall(document.source.document.folded)
    return any(len(set(three)) == 1 for three in zip(words, words[1:], words[2:], strict=False))


def twice(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find a phrase of two long words or of three said twice without anything between, not three times."""
    if not (there := [period for period in periods(document.folded) if period >= 2]):
        return
    if document.source is not None and any(period > 1 for period in periods(document.source.document.folded)):
        return
    words, end, joints = words_of(document.folded), 0, frozenset(rule.options.get("joints", ()))
    for start, stop, period in sorted(_runs(words, there, copies=2)):
        phrase = words[start : start + period]
        letters = sum(len(word) for word in phrase if word.isalpha())
        if start < end or letters < 8 or stop - start >= 3 * period or len(set(words[start:stop])) < min(period, 3):
            continue
        if (period == 2 and min(map(len, phrase)) < LONG_WORD) or (
            period == 3 and not joints.isdisjoint((phrase[0], phrase[-1]))
        ):
            continue  # on and on; of a loan or a loan or of ...
        starts, ends = bounds(document.folded)
        written = [document.text[starts[n] : ends[n]] for n in range(start, start + 2 * period)]
        if period == 2 and written[:2] != written[2:]:  # a heading before its text
            continue
        end = stop
        cut = Span(ends[start + period - 1], ends[start + 2 * period - 1])
        if document.text[cut.start : starts[start + period]] == " ":
            yield rule.finding(Span(starts[start], cut.end), (rule.edit(cut, document.text, ""),))


def _runs(words: Sequence[str], periods: Iterable[int], copies: int = COPIES) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, behind the last, period) of stretches that repeat with one of the periods, often enough."""
    for period in periods:
        for same in _SAME.finditer(bytes(map(eq, words, words[period:]))):
            if same.end() - same.start() >= (copies - 1) * period:
                yield same.start(), same.end() + period, period


def oscillation(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find four words that a segment says far more often than its source says anything.

    They are a third of its words: three times among any 36, so that the third begins 32 words behind the first.
    """
    for line in document.lines if crowds(document.folded, GRAM, 2 * NEAR) else ():
        words = _WORD.findall(document.folded, line.start, line.end)
        if len(words) > 400 or not _crowded(words, max(COPIES, -(-len(words) // (3 * GRAM)))):
            continue
        tokens = [*_WORD.finditer(document.folded, line.start, line.end)]
        grams = [tuple(token[0] for token in tokens[n : n + GRAM]) for n in range(len(tokens) - GRAM + 1)]
        gram, count = Counter(grams).most_common(1)[0] if grams else ((), 0)
        if count < COPIES or count * GRAM * 3 < len(tokens) or count <= _source_count(document) + SPARE:
            continue
        places = [n for n, other in enumerate(grams) if other == gram]
        yield rule.finding(Span(tokens[places[1]].start(), tokens[places[-1] + GRAM - 1].end()))


def _crowded(words: list[str], count: int) -> bool:
    """Answer whether as many words in a row as a gram has are said `count` times each."""
    if len(set(words)) > len(words) - count - GRAM + 2:
        return False
    often = {word for word, times in Counter(words).items() if times >= count}
    return bool(often) and bytes(GRAM).replace(b"\0", b"\1") in bytes(map(often.__contains__, words))


def _source_count(document: Document) -> int:
    if document.source is None:
        return 0
    words = _WORD.findall(document.source.document.folded)
    words = words if len(words) >= GRAM else list(document.source.document.folded)
    grams = Counter(tuple(words[n : n + GRAM]) for n in range(len(words) - GRAM + 1))
    return max(grams.values(), default=1)


def low_information(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find stretches of 400 characters that say few words and that zlib shrinks below the share given as `ratio`."""
    stretches: list[tuple[int, int]] = []
    for start in _poor(document.folded, rule.options["ratio"]):
        if stretches and start == stretches[-1][1] - WINDOW + STEP:
            stretches[-1] = stretches[-1][0], start + WINDOW
        else:
            stretches.append((start, start + WINDOW))
    for start, end in stretches:
        yield rule.finding(Span(start, end))


def _poor(text: str, ratio: float) -> Iterator[int]:
    """Yield where the windows begin that shrink so. A window is two steps long, so each has one of these halves."""
    for middle in range(STEP, len(text) - STEP + 1, WINDOW):
        half = text[middle : middle + STEP]
        if len(set(half.split())) >= VARIED_WORDS or len(set(half)) >= VARIED_LETTERS:
            continue
        for start in (middle - STEP, middle) if middle + WINDOW <= len(text) else (middle - STEP,):
            piece = text[start : start + WINDOW].encode("utf-8", "replace")
            if len(set(piece)) > LETTERS and len(zlib.compress(piece)) < ratio * len(piece):
                yield start
