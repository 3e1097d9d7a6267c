"""Every check that is code, by the name its rule gives it: an explicit list, nothing is found by looking around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from normalize.checks import (
    apostrophes,
    boilerplate,
    capitals,
    consistency,
    copies,
    cycles,
    encoding,
    exchanged,
    letters,
    loops,
    mojibake,
    names,
    numbers,
    pairnames,
    pairs,
    quotations,
    repetition,
    segment,
    spelling,
    tokeniser,
    twofold,
    typography,
    untranslated,
)
from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link

Check = Callable[[Document, tuple[Link, ...], Rule], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    "boilerplate": boilerplate.edges,
    "doubled-word": repetition.doubled_word,
    "inconsistent-name": consistency.inconsistent,
    "unattested-name": consistency.unattested,
    "two-forms": consistency.two_forms,
    "mistranslated-name": names.mistranslated,
    "pronoun": names.pronoun,
    "bare-list": names.bare_list,
    "name-spelling": names.spelling,
    "invisible": encoding.invisible,
    "foreign-punctuation": typography.foreign_punctuation,
    "space-before-punctuation": typography.space_before_punctuation,
    "repeated-punctuation": typography.repeated_punctuation,
    "mojibake": mojibake.mojibake,
    "entities": encoding.entities,
    "headless-entities": encoding.headless,
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
    "blank-in-brackets": tokeniser.brackets,
    "tokenised": tokeniser.tokenised,
    "any-doubled-word": loops.doubled,
    "loop-run": loops.run,
    "loop-letters": cycles.letters,
    "loop-letters-twice": cycles.twice,
    "loop-nearly": cycles.nearly,
    "loop-counting": numbers.counting,
    "headline": repetition.headline,
    "loop-twice": loops.twice,
    "oscillation": loops.oscillation,
    "low-information": loops.low_information,
    "small-nouns": capitals.nouns,
    "small-names": capitals.names,
    "kept-acronyms": capitals.kept,
    "transposed": spelling.transposed,
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
    "lost-tokens": pairs.lost_tokens,
    "source-sentences": pairs.sentences,
    "source-quotes": pairs.quotes,
    "source-names": pairnames.exchanged,
    "replaced-name": pairnames.replaced,
    "exchanged-name": exchanged.exchanged_names,
    "source-numbers": numbers.against_source,
    "mixed-digits": numbers.mixed_digits,
    "mixed-dates": twofold.dates,
    "mixed-numbers": twofold.numbers,
    "mixed-quotation-marks": twofold.quotation_marks,
    "ungrouped": numbers.ungrouped,
    "other-script": untranslated.script,
    "copied-words": copies.copied_words,
    "foreign-line": untranslated.foreign_line,
    "acronyms": untranslated.acronyms,
    "carried-over": untranslated.carried_over,
    "bullet": typography.bullet,
    "glued": typography.glued,
    "glued-unsure": typography.glued_unsure,
    "two-stops": typography.two_stops,
    "two-blanks": typography.two_blanks,
    "outside-quotes": typography.outside_quotes,
    "stripped": apostrophes.stripped,
    "stripped-possessive": apostrophes.possessive,
    "possessive-throughout": apostrophes.possessive_throughout,
    "unpaired": typography.unpaired,
    "unclosed": quotations.unclosed,
    "repeated-sentence": repetition.repeated_sentence,
    "next-title": boilerplate.next_title,
    "sign-off": boilerplate.sign_off,
    "tail": boilerplate.tail,
    "loose-end": boilerplate.loose_end,
    "bare-acronym": typography.bare_acronym,
    "repeated-paragraph": repetition.repeated_paragraph,
}

# Options that are regular expressions: one, a list of them, or a table with one for each language.
EXPRESSIONS: Mapping[str, tuple[str, ...]] = {
    "boilerplate": ("pattern", "weak-pattern"),
    "chatter": ("first", "last"),
    "copied-words": ("elided", "learned", "nouns"),
    "page-residue": ("patterns",),
}

# Those that look only where one of their rule's anchors stands, and are told where.
AT_ANCHORS: Mapping[str, Callable[[Document, Rule, list[tuple[int, int]]], Iterable[Finding]]] = {
    "page-residue": boilerplate.residue,
}

# Those that compare a text with its source: silent without one.
OF_SOURCE = frozenset(
    [
        "copied", "copied-words", "empty", "exchanged-name", "final-mark", "kept-acronyms", "length", "loop-counting", "lost-tokens", "lower-case", "lower-start",
        "replaced-name", "source-names", "source-numbers", "source-quotes", "source-sentences", "source-tokens",
        "truncated",
    ]
)  # fmt: skip

# Those that read who is named.
OF_LINKS = frozenset(
    [
        "bare-list",
        "exchanged-name",
        "inconsistent-name",
        "mistranslated-name",
        "name-spelling",
        "possessive-throughout",
        "pronoun",
        "replaced-name",
        "source-names",
        "two-forms",
        "unattested-name",
    ]
)
