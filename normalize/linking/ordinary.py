"""Words of the language that are names as well: "die Mitte" is no quarter of Berlin, "Тема" ("the subject") no port of Ghana.

Each names somebody only where something says so: its capital, its quotation marks, a word beside it, or another form
of the name in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from normalize.linking.context import names_person, starts_sentence, word_after, word_before
from normalize.linking.cues import Cues
from normalize.linking.recognise import Known
from normalize.model import Decision, Document, Link, Span
from normalize.text import lexicon
from normalize.text.chinese import SEATS
from normalize.text.language import UNKNOWN

LOUD = frozenset(["de", "en"])  # languages whose words have capitals elsewhere, too: nouns, headlines
MONTHS = frozenset(["may", "march"])  # that are surnames as well
PREFIX = 2  # letters that Arabic and Hebrew write onto a word
WORN = frozenset("وفبلكובלמהש")  # what Arabic and Hebrew write onto a word: and, in, to
QUOTES = frozenset("«\"“„‘'")


def without_words(document: Document, known: Sequence[Known], words: Cues) -> list[Known]:
    """Return the known forms but for those that are only words here."""
    doubtful = [form for form in known if _word(document, form, words)]
    if not doubtful:
        return [*known]
    sure = _ids(form for form in known if form not in doubtful)
    only = {form.span for form in doubtful if sure.isdisjoint(_ids([form])) and not _said(document, form, words)}
    return [form for form in known if form.span not in only]


def only_word(document: Document, link: Link, words: Cues) -> bool:
    """Answer whether an unlinked weak name is a word of English, or a month, that nothing says is one: Change, May."""
    weak = link.decision is Decision.NIL and link.candidates[0].alias.kind == "weak"
    if not weak or document.lang not in ("en", UNKNOWN) or names_person(document, link.mention.span, words):
        return False
    word = link.mention.surface.lower()
    return word in lexicon.words() and (link.kind != "person" or word in MONTHS)


def _ids(forms: Iterable[Known]) -> frozenset[str]:
    return frozenset(entity.id for form in forms for entity, _ in form.owners)


def _word(document: Document, form: Known, words: Cues) -> bool:
    """Answer whether a form is a word of the language."""
    surface = form.span.of(document.folded)
    if document.lang == "en":
        return form.owners.listed and surface in lexicon.words()
    return not words.words.isdisjoint((surface, _worn(document, form.span)))


def _worn(document: Document, span: Span) -> str:
    """Return a form with the letters before it that a word is written onto: in "كامل" (complete) "like" and "Amol"."""
    start = span.start
    while start > max(0, span.start - PREFIX) and document.folded[start - 1].isalpha():
        start -= 1
    return document.folded[start : span.end]


def _said(document: Document, form: Known, words: Cues) -> bool:
    """Answer whether something at the form itself says that it is a name."""
    text, span = document.text, form.span
    before = word_before(document, span)
    if text[max(0, span.start - 1) : span.start] in QUOTES or text[span.end : span.end + 1] in SEATS:
        return True
    bare = before[1:] if before[:1] in WORN else before.lower()
    if not words.geography.isdisjoint((before, bare)) or bare in words.where:
        return True
    surface = span.of(text)
    if surface.isupper():
        return not before.isupper() and not word_after(document, span).isupper()
    return surface[0].isupper() and document.lang not in LOUD and not starts_sentence(document, span)
