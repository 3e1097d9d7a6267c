"""The conductor: read, link, check, arbitrate, and prove that the answer is final and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

from normalize.checks import Rule, Rulebook, arbitrate, load_rules, prove, unignored
from normalize.gazetteer import Gazetteer
from normalize.linking import BASE, DEFAULT, Linker, Profile
from normalize.model import (
    ConfigError,
    Document,
    Edit,
    EditConflict,
    EditScript,
    Finding,
    Link,
    Result,
    Safety,
    Source,
)
from normalize.pool import in_order
from normalize.text import pieces, read
from normalize.unjudged import unjudged

ROUNDS = 4  # an edit may open the way for another; a text that still changes after this is left as it came


@dataclass(frozen=True, slots=True)
class Options:
    """What a Cleaner is asked to do; every field has the default of the command line.

    `names` is one of `linking.POLICIES`: "mend" brings names that a text spells in two ways, or in a way nobody
    does, to the canonical spelling; "canonical" all of them; "unify" to the text's own; "keep" none. With
    `unify_unknown` names that the gazetteer does not have go to the spelling the text writes most. The forms that
    `profile`, a house style, names for an entity hold whatever a text does. `only` and `skip` name rules or families
    of them ("calque", "punctuation.foreign").
    """

    lang: str = ""
    source_lang: str = ""
    names: str = DEFAULT
    profile: Profile = BASE
    unify_unknown: bool = False
    unsafe_fixes: bool = False
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class Cleaner:
    """Cleans texts. Build once; share between threads, pickle to processes.

    >>> from normalize import Gazetteer
    >>> cleaner = Cleaner(Gazetteer.from_names([("qaani", "Esmail Qaani"), ("qaani", "Ismail Qaani")]), lang="en")
    >>> result = cleaner.clean("Ismail Qaani arrived in the the capital. Esmail Qaani left.")
    >>> result.text
    'Esmail Qaani arrived in the capital. Esmail Qaani left.'
    >>> result.edits.invert().apply(result.text) == result.original
    True
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        rules: Iterable[Rule] | None = None,
        options: Options | None = None,
        *,
        lang: str = "",
        source_lang: str = "",
    ) -> None:
        self.gazetteer = Gazetteer.load() if gazetteer is None else gazetteer
        self.options = options or Options(lang=lang, source_lang=source_lang)
        rules = shipped_rules() if rules is None else tuple(rules)
        self.rulebook = Rulebook(_chosen(tuple(rules), self.options.only, self.options.skip))
        self.linker = Linker(
            self.gazetteer, self.options.names, self.options.profile, unify_unknown=self.options.unify_unknown
        )
        self._allowed = (Safety.SAFE, Safety.UNSAFE) if self.options.unsafe_fixes else (Safety.SAFE,)
        mending = (rule for rule in self.rulebook.rules if rule.mends and rule.safety in self._allowed)
        self._mending = self.rulebook.of(mending)

    def clean(self, text: str, id: str = "") -> Result:
        """Return what `text` becomes, and why. Never raises for dirty text."""
        result = self._once(self._read(text, id))
        edits = self._settled(result)
        return replace(result, edits=edits) if edits is not result.edits else result

    def clean_many(self, texts: Iterable[str], jobs: int = 1) -> Iterator[Result]:
        """Yield the result of each text, in order, whatever `jobs`: the number of processes.

        `texts` may be endless: only a few hundred are taken ahead. With more than one job, call it from a module
        that may be imported (`if __name__ == "__main__":`), as for every pool of processes.
        """
        pairs = ((None, (text, "")) for text in texts)
        return (result for _, result in in_order(_clean, self, pairs, jobs))

    def check(self, text: str, source: str | None = None) -> tuple[Finding, ...]:
        """Return what is wrong in `text`, without changing it; with `source`, also where the two disagree."""
        document = self._read(text)
        if source is None:
            return tuple(self._found(document))
        original = read(source, self.options.source_lang)
        if len(document.lines) == len(original.lines) > 1:
            found = [*self._found(document)]
            for ours, theirs in zip(document.lines, original.lines, strict=True):
                found += self._pair(ours.of(text), theirs.of(source), ours.start)
            return unignored(document, sorted(found, key=lambda finding: (finding.span, finding.rule)))
        document = replace(document, source=Source(original, self.linker.link(original)))
        return unignored(document, self.rulebook.check(document, self.linker.link(document)))

    def _pair(self, text: str, source: str, start: int) -> Iterator[Finding]:
        """Yield what only the comparison of one line with its source shows, at its place in the whole text."""
        if text.strip():
            alone = set(self.rulebook.check(document := self._read(text), self.linker.link(document)))
            for finding in self.check(text, source):
                if finding not in alone:
                    yield replace(finding.moved(start), edits=())

    def _seen(self, document: Document, rulebook: Rulebook) -> Iterator[tuple[tuple[Link, ...], tuple[Finding, ...]]]:
        """Yield who is named and what is wrong: at once, or for a very long text piece by piece."""
        for start, piece in pieces(document):
            links = self.linker.link(piece) if rulebook is self.rulebook or rulebook.reads_links else ()
            findings = rulebook.check(piece, links)
            if start:
                links = tuple(link.moved(start) for link in links)
                findings = tuple(finding.moved(start) for finding in findings)
            yield links, unignored(document, findings)

    def _found(self, document: Document, rulebook: Rulebook | None = None) -> Iterator[Finding]:
        return (finding for _, findings in self._seen(document, rulebook or self.rulebook) for finding in findings)

    def names(self, text: str) -> tuple[Link, ...]:
        """Return who is named in `text`."""
        return tuple(link.moved(start) for start, piece in pieces(self._read(text)) for link in self.linker.link(piece))

    def unjudged(self, result: Result, *, compared: bool = False) -> tuple[str, ...]:
        """Return what could not be judged in a text, a statement each; `compared`: it was checked beside its source."""
        return tuple(unjudged(result.document, result.links, self.rulebook.rules, compared))

    def _read(self, text: str, id: str = "") -> Document:
        return read(text, self.options.lang, self.options.source_lang, id)

    def _once(self, document: Document) -> Result:
        seen = [*self._seen(document, self.rulebook)]
        links = tuple(link for links, _ in seen for link in links)
        findings = tuple(finding for _, findings in seen for finding in findings)
        return Result(document, arbitrate(document, self._fixes(findings)), links, findings)

    def _fixes(self, findings: Iterable[Finding]) -> Iterator[tuple[Edit, ...]]:
        return (finding.edits for finding in findings if finding.edits and finding.safety in self._allowed)

    def _settled(self, result: Result) -> EditScript:
        """Return edits after which cleaning again changes nothing: those of all rounds, as one script.

        A text whose edits do not come to rest, or reach into a protected place that they took the sign of, keeps none:
        no change is better than one that may be wrong. Of an edited text it matters only what would be edited again, so
        only the rules that can edit read it.
        """
        edits, text = result.edits, result.original
        for _ in range(ROUNDS):
            if not edits:
                return edits
            cleaned = edits.apply(text)
            document = self._read(cleaned)
            more = arbitrate(document, self._fixes(self._found(document, self._mending)))
            if not more:
                _assert_inverts(edits, cleaned, text)
                return edits
            edits = edits.then(more, text)
            if any(result.document.protects(edit.span) for edit in edits):
                break
        return EditScript()


def _clean(cleaner: Cleaner, text: tuple[str, str]) -> Result:
    return cleaner.clean(*text)


def _assert_inverts(edits: EditScript, cleaned: str, text: str) -> None:
    if edits.restore(cleaned) != text:
        raise EditConflict("an edit script that does not undo itself; please report this text")


@lru_cache(maxsize=1)
def shipped_rules() -> tuple[Rule, ...]:
    """Return the rules that come with this package. Their examples are run by the tests, not at each start."""
    return load_rules(Path(str(resources.files("normalize.rules"))), proven=True)


def load_user_rules(path: Path) -> tuple[Rule, ...]:
    """Read a user's own rules and prove each by its examples; raise RuleError for the first that fails."""
    rules = load_rules(path)
    prove(rules, read)
    return rules


def _chosen(rules: tuple[Rule, ...], only: tuple[str, ...], skip: tuple[str, ...]) -> tuple[Rule, ...]:
    known = {rule.id for rule in rules} | {rule.id.partition(".")[0] for rule in rules}
    for name in (*only, *skip):
        if name not in known:
            raise ConfigError(f"no rule or family of rules {name!r}{nearest(name, known)}")
    return tuple(rule for rule in rules if (not only or _named(rule, only)) and not _named(rule, skip))


def _named(rule: Rule, names: tuple[str, ...]) -> bool:
    return rule.id in names or rule.id.partition(".")[0] in names


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean ...?" with the closest known name, "" when none is close.

    >>> nearest("calqe", ["calque", "name"])
    "; did you mean 'calque'?"
    """
    from rapidfuzz import fuzz, process

    best = process.extractOne(name, [*map(str, known)], scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {best[0]!r}?" if best else ""
