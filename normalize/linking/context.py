"""What stands around a stretch of text: sentence starts, neighbouring words, evidence for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from normalize.linking.cues import Cues
from normalize.linking.entries import ARTICLE_BEFORE
from normalize.model import Document, Span

_WORD = re.compile(r"[\w'’.-]+")
_WORD_AFTER = re.compile(r"[ \n]([\w'’-]+)")
_NOUN = re.compile(r"(?<![\w'-])[a-z]+$")
_ARTICLES = frozenset(["al", "an", "ar", "as", "at", "az", "alh", "anh", "arh", "ash", "ath", "azh"])
_BETWEEN = _ARTICLES | {"the", "of"}
_NOUN_AFTER = re.compile(r"(?:'s)? ([a-z]+)(?![\w'-])")
_APPOSITION = re.compile(r", (?:\d{1,3}, )?(?:an? |the |who |whose |one of the )?((?:[\w'’-]+ ?){1,4})")
_SPEECH = re.compile(r",? (?:also |has |had |then |later )?(\w+)")
_ENDS = ".!?:;…\n\r\"“”«»'‘(•*-–—"
_SON = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]{1,20} (?:[Bb]in|[Bb]int|[Ii]bn|ben) (?:[Aa]l[ -])?$")
_LED = 34  # characters that it may take
_TEXTS = 4  # remembered, one a thread that cleans
LONGEST_RUN = 120  # characters of capitalised words that may still be one name; longer ones are a headline
WRAPPED = (50, 100)  # characters of a line that was broken to fit


def starts_sentence(document: Document, span: Span) -> bool:
    """Answer whether `span` is the first thing of a sentence, a line, a quotation or a bracket."""
    before = document.text[max(0, span.start - 8) : span.start].rstrip(" \t\u00a0")
    return not before or before[-1] in _ENDS


def word_before(document: Document, span: Span) -> str:
    """Return the word right before `span`, "" when punctuation or a line break stands between."""
    text, start = document.text, span.start
    if not start or text[start - 1] not in " \n":
        return ""
    word = _last_word(text, max(0, start - 40), start - 1)
    return "" if word and text[start - 1] == "\n" and not _wrapped(document.text) else word


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end` and begins behind `start`; "" when none does, or it begins before."""
    first = end
    while first > start and ((character := text[first - 1]).isalnum() or character in "_'’.-"):
        first -= 1
    cut = first == start and first and (text[first - 1].isalnum() or text[first - 1] in "_'’.-")
    return "" if cut else text[first:end]


def word_after(document: Document, span: Span) -> str:
    """Return the word right after `span`, "" when punctuation stands between."""
    found = _WORD_AFTER.match(document.text, span.end, min(len(document.text), span.end + 40))
    if not found or (document.text[span.end] == "\n" and not _wrapped(document.text)):
        return ""
    return found[1]


@lru_cache(maxsize=_TEXTS)
def _wrapped(text: str) -> bool:
    """Answer whether lines end where a page does: then a name may go on in the next one."""
    lines = [len(line) for line in text.replace("\r", "\n").split("\n") if line]
    return sum(WRAPPED[0] <= length <= WRAPPED[1] for length in lines) * 2 > len(lines)


def longer_name(
    document: Document, span: Span, cues: Cues, edges: frozenset[int], behind: tuple[frozenset[str], ...] = ()
) -> Span:
    """Return `span` with the capitalised words beside it that make another name of it ("Ahmed Sudani", "Sadr City").

    Titles, roles and words that only open a sentence are no part of a name; `edges` are where known names begin and
    end, of which the others are none either, and `behind` are words that may follow without being part of it. Where
    the name is longer than any, what is returned is so as well, and no word is looked at behind that.
    """
    start = _begins(document, span, cues, edges)
    end = span.end
    while (
        end - start <= LONGEST_RUN
        and (after := word_after(document, Span(start, end)))
        and _goes_on(after, cues, False, behind)
    ):
        if end + 1 in edges:
            break
        bare = after.removesuffix("'s").removesuffix("’s")
        end += len(bare) + 1
        if bare != after:  # whoever owns something is named to the end
            break
    return Span(start, end)


def _begins(document: Document, span: Span, cues: Cues, edges: frozenset[int]) -> int:
    """Return where the name begins that a form is the end of; an article and an initial are passed over to a word."""
    begin = span.start
    article = ARTICLE_BEFORE.search(document.folded, max(0, begin - 5), begin)
    start = article.start() if article else begin
    while span.end - start <= LONGEST_RUN and (before := word_before(document, Span(start, span.end))):
        initial = len(before) == 2 and before[0].isupper() and before[1] == "."
        if not initial and not _goes_on(before, cues, True):
            break
        # the Houthis’ leader, or where a quotation ends
        owned = before.endswith(("'s", "’s", "'", "’")) or (before.endswith("s") and start - 2 in edges)
        if start - 1 in edges or owned:  # what is owned is named by itself
            break
        start -= len(before) + 1
        if not initial:
            begin = start
        if start in edges:
            break
    return begin


def _goes_on(word: str, cues: Cues, before: bool, behind: tuple[frozenset[str], ...] = ()) -> bool:
    if not before and word.startswith(("al-", "el-")):  # Saddam al-Khatib
        word = word[3:]
    if not word[:1].isupper() or word.partition("-")[0].isupper() or word.endswith("."):
        return False
    bare = word.lower().removesuffix("'s").removesuffix("’s")
    opens = before and (bare in cues.common or bare in cues.roles or bare in cues.speech)
    return bare not in cues.titles and not any(bare in words for words in behind) and not opens


def _words_before(folded: str, end: int) -> Iterator[str]:
    """Yield up to three words right before `end`, the last first, that single blanks part."""
    low = max(0, end - 60)
    for _ in range(3):
        if end <= low or folded[end - 1] != " " or not (word := _last_word(folded, low, end - 1)):
            return
        yield word
        end -= len(word) + 1


def title_before(document: Document, span: Span, cues: Cues) -> str:
    """Return the longest title right before `span` ("foreign minister"), "" when there is none."""
    found, words = "", ""
    for word in _words_before(document.folded, span.start):
        words = f"{word} {words}".rstrip()
        if (title := words.rstrip(".")) in cues.titles:
            found = title
    return found


def son_of(text: str, start: int) -> int:
    """Return where the name begins whose father's begins at `start`, or `start`: Turki | bin Faisal bin Abdulaziz."""
    led = _SON.search(text, max(0, start - _LED), start)
    return led.start() if led else start


def entitles(document: Document, span: Span, cues: Cues) -> bool:
    """Answer whether a run ends in the title of whoever is named right behind: the Amir Sheikh | Tamim bin Hamad."""
    named = document.text[span.end : span.end + 2]
    return named[:1] == " " and named[1:].isupper() and span.of(document.folded).rpartition(" ")[2] in cues.titles


def names_person(document: Document, span: Span, cues: Cues) -> str:
    """Return why `span` is a person ("a title stands before it"), "" when nothing says so."""
    if title := title_before(document, span, cues):
        return f"the title {title!r} stands before it"
    end = min(len(document.folded), span.end + 80)
    after = _APPOSITION.match(document.folded, span.end, end)
    if after and (role := next((word for word in after[1].split() if word in cues.roles), "")):
        return f"explained as {role!r} after it"
    spoken = _SPEECH.match(document.folded, span.end, end)
    if spoken and spoken[1] in cues.speech:
        return f"the subject of {spoken[1]!r}"
    return ""


def _beside(folded: str, span: Span, nouns: frozenset[str]) -> str:
    """Return which of the nouns stands right before ("village of", "town of al-") or behind, "" when none does."""
    if (before := _noun_before(folded, span.start)) in nouns:
        return before
    after = (
        _NOUN_AFTER.match(folded, span.end, span.end + 40) if folded[span.end : span.end + 1] in (" ", "'") else None
    )
    return after[1] if after and after[1] in nouns else ""


def _noun_before(folded: str, start: int) -> str:
    """Return the word before `start`, "of", "the" and an Arabic article between the two left out."""
    low = max(0, start - 40)
    if (end := start - 1) > low and folded[end] == " ":  # as before most names
        word = folded[folded.rfind(" ", low, end) + 1 : end]
        if word.isalpha() and word not in _BETWEEN:
            return word if word.isascii() else ""
    elif start and folded[end] not in " -":
        return ""
    *words, last = folded[low:start].split(" ")
    if last and not (last[-1] == "-" and last[:-1] in _ARTICLES):
        return ""
    for between in (() if last else _ARTICLES, ("the",), ("of",)):
        if words and words[-1] in between:
            words.pop()
    found = _NOUN.search(words[-1]) if words else None
    if not found or (len(words) == 1 and low and not found.start() and folded[low - 1] != " "):
        return ""
    return found[0]


def names_place(document: Document, span: Span, cues: Cues) -> str:
    """Return why `span` is a place ("the village of ..."), "" when nothing says so."""
    noun = _beside(document.folded, span, cues.geography)
    return f"it is said to be a {noun!r}" if noun else ""


def names_outlet(document: Document, span: Span, cues: Cues) -> str:
    """Return why `span` is a paper, a channel or an agency ("told ..."), "" when nothing says so."""
    word = _beside(document.folded, span, cues.outlets)
    return f"{word!r} speaks of an outlet" if word else ""


def names_vessel(document: Document, span: Span, cues: Cues) -> bool:
    """Answer whether `span` is the name of a ship ("the cruiser Kharkiv"), in quotation marks or not."""
    before = document.folded[max(0, span.start - 30) : span.start].rstrip("\"“«'‘")
    return before[-1:] == " " and _last_word(before, 0, len(before) - 1) in cues.vessels


def about_spelling(document: Document, span: Span, cues: Cues) -> bool:
    """Answer whether the spelling itself is the subject ("also known as ...")."""
    before = document.folded[max(0, span.start - 30) : span.start].rstrip(" \"'(")
    return before.endswith((*cues.spelling,))
