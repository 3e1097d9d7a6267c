"""From a string to a Document: the only place where a text is looked at as a whole."""

from __future__ import annotations

from normalize.model import Document
from normalize.model.characters import alphabet
from normalize.text.fold import fold
from normalize.text.language import code, language
from normalize.text.protect import protected


def read(text: str, lang: str = "", source_lang: str = "", id: str = "") -> Document:
    r"""Read `text`; `lang` is found when it is not given, `source_lang` is what it was translated from.

    >>> document = read("Qani met him.\r\nSee https://example.org/a.")
    >>> document.lines, [span.of(document.text) for span in document.protected]
    ((Span(start=0, end=13), Span(start=15, end=41)), ['https://example.org/a'])
    """
    return Document(
        text=text,
        folded=fold(text, alphabet(text)),
        lang=code(lang) or language(text),
        protected=protected(text),
        source_lang=code(source_lang),
        id=id,
    )
