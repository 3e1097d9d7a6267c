"""Where names may begin in text without blanks between words: one pass of an automaton, not a question a character."""

from __future__ import annotations

from collections.abc import Iterable

from daachorse import CharwiseDoubleArrayAhoCorasick

from normalize.gazetteer.compiled import Compiled

# First and last characters of the scripts that are written so: kana, Chinese characters, Hangul.
RANGES = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))


class Beginnings:
    """The places where a form begins that is written in such a script. Thread-safe."""

    def __init__(self, layers: Iterable[Compiled]) -> None:
        codes = [code for first, last in RANGES for code in range(ord(first), ord(last) + 1)]
        forms = {form for layer in layers for code in codes for form in layer.forms(chr(code))}
        self._automaton = CharwiseDoubleArrayAhoCorasick(sorted(forms)) if forms else None

    def of(self, folded: str) -> list[int]:
        """Return where in a folded text such forms begin, in order."""
        if self._automaton is None:
            return []
        return sorted({start for start, _, _ in self._automaton.find_overlapping(folded)})
