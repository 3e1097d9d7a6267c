"""How far a name reaches: the longer name a known form is part of, a run of capitals without its titles."""

from __future__ import annotations

import re
from collections.abc import Callable

from normalize.linking.context import longer_name, names_person, son_of, starts_sentence, word_after, word_before
from normalize.linking.cues import Cues
from normalize.linking.recognise import Known
from normalize.model import Document, Span
from normalize.names.words import word_of
from normalize.text import lexicon

LONGEST_TITLE = 3  # words
LONG = 5  # letters of words that headlines write with a capital
ENOUGH = 3  # of such words, to tell
TITLE_CASE = 0.8  # of such words: then they are a headline's
AROUND = 50  # characters looked at on either side; headlines may follow one another in a line
GIVEN = 7.0  # nats: what a word says that some eight of 400,000 people bear
GIVEN_LETTERS = range(3, 13)
_WORDS = re.compile(r"[^ \n]*[^ \n'’‘`´-]")


def apart(
    document: Document, known: list[Known], words: Cues, given: Callable[[str], bool]
) -> tuple[list[Known], list[Span]]:
    """Return the known forms that stand for themselves, and the longer names that the others are part of.

    In a headline every word has a capital and says little: a place that the text names elsewhere stands for itself, and
    so does a person whom it names in full.
    `given` answers whether a name of the gazetteer begins with a folded word.
    """
    # A weak form next to a word may be the other half of one name ("Soran Nouri"); a name in full is not.
    solid = [found.span for found in known if found.owners.solid]
    edges = frozenset([span.start for span in solid] + [span.end for span in solid])
    reach = [
        (found, _past_opener(document, found, _longer(document, found, words, edges), words, given)) for found in known
    ]
    if all(span == found.span for found, span in reach):
        return known, []
    placed = {id_ for found, span in reach if span == found.span for id_ in found.owners.places}
    people = {
        entity.id for found in known if found.owners.solid for entity, _ in found.owners if entity.kind == "person"
    }
    kept: list[Known] = []
    longer: list[Span] = []
    for found, span in reach:
        if span == found.span:
            kept.append(found)
            continue
        named = span.start == found.span.start and not placed.isdisjoint(found.owners.places)
        told = not people.isdisjoint(entity.id for entity, _ in found.owners)
        if (named and not names_person(document, span, words)) or (told and _in_headline(document, found, span, words)):
            kept.append(found)
        else:
            longer.append(span)
    return kept, longer


def _past_opener(document: Document, found: Known, span: Span, words: Cues, given: Callable[[str], bool]) -> Span:
    """Return a longer name without a word that only opens its sentence, in a language whose common words are not listed."""
    if words.common or span.start == found.span.start or not starts_sentence(document, span):
        return span
    opener = span.of(document.folded).split()[0]
    return span if given(opener) else Span(span.start + len(opener) + 1, span.end)


def _in_headline(document: Document, found: Known, span: Span, words: Cues) -> bool:
    """Answer whether a headline has its capitals beside a name: "Demand to Name Barzani in Lawsuit"."""
    line = document.lines[document.line_at(span.start)]
    around = Span(max(line.start, span.start - AROUND), min(line.end, span.end + AROUND)).of(document.text)
    written = [word for word in around.split()[1:-1] if len(word) >= LONG and word.isalpha()]
    if len(written) < ENOUGH or sum(word[0].isupper() for word in written) < TITLE_CASE * len(written):
        return False
    beside = (document.folded[span.start : found.span.start] + document.folded[found.span.end : span.end]).split()
    named = any(word in words.heads or word in words.monuments for word in beside)  # after a person
    return not named and all(word in lexicon.words() for word in beside)


def _longer(document: Document, found: Known, words: Cues, edges: frozenset[int]) -> Span:
    """Return the longer name that a form is part of ("Ahmed Sudani", "West Azerbaijan"), or its own span."""
    kinds = found.owners.kinds
    if kinds == {"place"}:
        return _longer_place(document, found, words, edges)
    if kinds != {"person"}:
        return found.span
    if named := _named_after(document, found.span, words):
        return named
    if found.owners.full:
        return Span(son_of(document.text, found.span.start), found.span.end)
    return longer_name(document, found.span, words, edges)


def _named_after(document: Document, span: Span, words: Cues) -> Span | None:
    """Return the name of what bears a person's name ("Imam Khomeini Airport"), None when nothing does."""
    end = span.end
    while document.text[end + 1 : end + 2].isupper() and (after := word_after(document, Span(span.start, end))):
        end += len(after) + 1
        if (noun := after.lower()) in words.heads or noun in words.monuments:
            return Span(span.start, end)
        if noun not in words.nouns and noun not in words.common:
            break
    return None


def _longer_place(document: Document, found: Known, words: Cues, edges: frozenset[int]) -> Span:
    """Return the other place of which a place's name is a part, or the person who bears it ("Jordan Henderson said")."""
    span, before = found.span, word_before(document, found.span)
    if before[:1].isupper() and before.lower() in words.divides:
        return Span(span.start - len(before) - 1, span.end)
    if " " in span.of(document.text):
        return span
    longer = longer_name(document, span, words, edges, (words.geography, words.common))
    if longer == span:
        return span
    opens = not words.common and starts_sentence(document, longer)  # with a word that is not listed: "Das"
    borne = found.owners.listed and not opens and _like_person(longer.of(document.folded).split())
    if borne or not found.owners.usual:
        return longer
    body = longer.start == span.start and _body(document.folded[span.end : longer.end].split(), words)
    return longer if names_person(document, longer, words) and not body else span


def _body(behind: list[str], words: Cues) -> bool:
    """Answer whether the words behind a place make a body of it, which may say something, too: Aleppo Police Command."""
    common = len(behind) > 1 and all(word in lexicon.words() for word in behind)
    return common and any(word in words.nouns or word in words.heads for word in behind)


def _like_person(name: list[str]) -> bool:
    """Answer whether a name begins as people's do, and none of its words is one of the language: Daniel Pereira."""
    return len(name[0]) in GIVEN_LETTERS and word_of(name[0]).weight <= GIVEN and lexicon.words().isdisjoint(name)


def trimmed(run: str, words: Cues) -> tuple[int, int] | None:
    """Return start and end of a folded run without the titles and common words at its ends; None if nothing is left."""
    pieces = [*_WORDS.finditer(run)]
    texts = [piece[0] for piece in pieces]
    first = _past_titles(texts, words)
    if first == len(texts) or not words.common.isdisjoint(texts[first:]):
        return None
    return pieces[first].start(), pieces[-1].end()


def _past_titles(run: list[str], words: Cues) -> int:
    """Return how many words at the start are titles ("prime minister") or such as only open a sentence."""
    first = 0
    while first < len(run):
        size = min(LONGEST_TITLE, len(run) - first)
        while size and " ".join(run[first : first + size]) not in words.titles:
            size -= 1
        if not size and not _opens(run[first], words):
            break
        first += size or 1
    return first


def _opens(word: str, words: Cues) -> bool:
    return word in words.common or word in words.roles
