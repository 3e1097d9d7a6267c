"""What changed between two versions of a gazetteer, and what that changes in links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields

from normalize.gazetteer.lint.decisions import resolve
from normalize.gazetteer.record import Source
from normalize.model import Alias, Entity, Link

Linked = Callable[[str], Iterable[Link]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `sign` is + (added), - (removed), ~ (changed) or > (merged into)."""

    sign: str
    id: str
    what: str

    def __str__(self) -> str:
        return f"{self.sign} {self.id}\t{self.what}" if self.what else f"{self.sign} {self.id}"


def diff(old: Source, new: Source) -> Iterator[Difference]:
    """Yield the differences of two versions, entity by entity in the order of their ids.

    >>> forms = [Alias(form, "en-Latn", "main", "curated") for form in ("Kiev", "Kyiv")]
    >>> a, b = (Source((Entity("kyiv", "place", (form,)),)) for form in forms)
    >>> [(change.sign, change.what) for change in diff(a, b)]
    [('-', 'en-Latn main Kiev'), ('+', 'en-Latn main Kyiv')]
    """
    before = {entity.id: entity for entity in old.entities}
    after = {entity.id: entity for entity in new.entities}
    onward = dict(new.redirects)
    for id_ in sorted(before.keys() | after.keys()):
        if id_ not in after:
            gone = resolve(id_, onward)
            yield Difference(">", id_, gone) if gone != id_ else Difference("-", id_, _short(before[id_]))
        elif id_ not in before:
            yield Difference("+", id_, _short(after[id_]))
        elif before[id_] != after[id_]:
            yield from _changes(before[id_], after[id_])
    for sign, ours, theirs in (("-", old, new), ("+", new, old)):
        for refusal in sorted(
            set(ours.refusals) - set(theirs.refusals), key=lambda refusal: (refusal.name, refusal.id)
        ):
            yield Difference(sign, refusal.id, f"refused {refusal.name} ({refusal.reason})")


def _short(entity: Entity) -> str:
    return f"{entity.canonical()} ({entity.kind}, {len(entity.names)} names)"


def _changes(old: Entity, new: Entity) -> Iterator[Difference]:
    for field in fields(Entity):
        was, is_ = getattr(old, field.name), getattr(new, field.name)
        if field.name != "names" and was != is_:
            yield Difference("~", new.id, f"{field.name}: {was or 'nothing'} -> {is_ or 'nothing'}")
    was_named, is_named = set(old.names), set(new.names)
    for sign, names in (("-", was_named - is_named), ("+", is_named - was_named)):
        for alias in sorted(names, key=lambda alias: (alias.lang, alias.kind, alias.form)):
            yield Difference(sign, new.id, _name(alias))


def _name(alias: Alias) -> str:
    dates = f" ({alias.since}-{alias.until})" if alias.since or alias.until else ""
    return f"{alias.lang} {alias.kind} {alias.form}{dates}"


def link_differences(texts: Iterable[tuple[str, str]], old: Linked, new: Linked) -> Iterator[tuple[str, str, str, str]]:
    """Yield (text id, surface, decision before, decision after) for every mention that is answered otherwise.

    `texts` are (id, text) pairs; `old` and `new` return the links of a text by either version.
    """
    for id_, text in texts:
        before = {link.mention.span: link for link in old(text)}
        after = {link.mention.span: link for link in new(text)}
        for span in sorted(before.keys() | after.keys()):
            was, is_ = _answer(before.get(span)), _answer(after.get(span))
            if was != is_:
                yield id_, span.of(text), was, is_


def _answer(link: Link | None) -> str:
    if link is None:
        return "no mention"
    return link.entity.id if link.entity else str(link.decision)
