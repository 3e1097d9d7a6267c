"""Every check that is code, by the name its rule gives it: an explicit list, nothing is found by looking around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from normalize.checks import (
    boilerplate,
    encoding,
    letters,
    loops,
    mojibake,
    names,
    numbers,
    pairs,
    repetition,
    segment,
    tokeniser,
    typography,
    untranslated,
)
from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link

Check = Callable[[Document, tuple[Link, ...], Rule], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    "boilerplate": boilerplate.edges,
    "doubled-word": repetition.doubled_word,
    "inconsistent-name": names.inconsistent,
    "name-spelling": names.spelling,
    "invisible": encoding.invisible,
    "foreign-punctuation": typography.foreign_punctuation,
    "space-before-punctuation": typography.space_before_punctuation,
    "repeated-punctuation": typography.repeated_punctuation,
    "mojibake": mojibake.mojibake,
    "entities": encoding.entities,
    "replaced": encoding.replaced,
    "tatweel": encoding.tatweel,
    "lookalikes": letters.lookalikes,
    "digits": letters.digits,
    "wide": letters.wide,
    "subword-pieces": tokeniser.pieces,
    "meta-symbol": tokeniser.meta_symbol,
    "vocabulary-symbols": tokeniser.symbols,
    "split-clitics": tokeniser.clitics,
    "blank-inside": tokeniser.inside,
    "tokenised": tokeniser.tokenised,
    "any-doubled-word": loops.doubled,
    "loop-run": loops.run,
    "oscillation": loops.oscillation,
    "low-information": loops.low_information,
    "truncated": segment.truncated,
    "lower-case": segment.lower_case,
    "lower-start": segment.lower_start,
    "chatter": segment.chatter,
    "fences": segment.fences,
    "copied": pairs.copied,
    "empty": pairs.empty,
    "length": pairs.length,
    "final-mark": pairs.final_mark,
    "source-tokens": pairs.tokens,
    "source-sentences": pairs.sentences,
    "source-quotes": pairs.quotes,
    "source-numbers": numbers.against_source,
    "mixed-digits": numbers.mixed_digits,
    "ungrouped": numbers.ungrouped,
    "other-script": untranslated.script,
    "copied-words": untranslated.copied_words,
    "foreign-line": untranslated.foreign_line,
    "acronyms": untranslated.acronyms,
    "repeated-paragraph": repetition.repeated_paragraph,
}
