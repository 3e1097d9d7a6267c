"""spaCy: the component `normalize`, found by its entry point: `nlp.add_pipe("normalize")`.

It only adds: `doc.spans["normalize"]` holds the mentions, `span._.canonical` who each is, `doc._.clean_text` what the
text reads cleaned. Text, tokens and entities stay as they are, since offsets of later components point at them.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from normalize.cleaner import Cleaner, Options
from normalize.linking import DEFAULT

KEY = "normalize"
_UNDEFINED = "xx"  # the language of a pipeline for many

if not Span.has_extension("canonical"):
    Span.set_extension("canonical", default=None)
if not Doc.has_extension("clean_text"):
    Doc.set_extension("clean_text", default=None)


class SpacyCleaner:
    """Names and a cleaned text for each Doc. Pickles, so `nlp.pipe(n_process=...)` works."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.cleaner = cleaner

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions and the cleaned text."""
        result = self.cleaner.clean(doc.text)
        doc._.clean_text = result.text
        mentions = []
        for link in result.links:
            at = link.mention.span
            span = doc.char_span(at.start, at.end, label=link.kind, alignment_mode="expand")
            if span is not None:
                span._.canonical = link.canonical
                mentions.append(span)
        doc.spans[KEY] = mentions
        return doc


@Language.factory(
    KEY,
    assigns=["doc._.clean_text", "doc.spans", "span._.canonical"],
    default_config={"lang": None, "source_lang": "", "names": DEFAULT},
)
def factory(nlp: Language, name: str, lang: str | None, source_lang: str, names: str) -> SpacyCleaner:  # noqa: ARG001
    """Build the component; the language is that of the pipeline where none is named."""
    lang = ("" if nlp.lang == _UNDEFINED else nlp.lang) if lang is None else lang
    return SpacyCleaner(Cleaner(options=Options(lang, source_lang, names)))
