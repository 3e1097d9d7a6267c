"""Edits: what changes where, and the proof that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain, pairwise

from normalize.model.errors import EditConflict
from normalize.model.fields import by_fields
from normalize.model.safety import Safety
from normalize.model.span import Span


@by_fields
@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `before` at `span` by `after`; `rule` says who asked. An insertion has an empty span."""

    span: Span
    before: str
    after: str
    rule: str
    safety: Safety = Safety.SAFE

    def __post_init__(self) -> None:
        if self.before == self.after:
            raise EditConflict(f"{self.rule}: an edit at {self.span.start} that changes nothing")
        if len(self.before) != self.span.end - self.span.start:
            raise EditConflict(f"{self.rule}: {self.before!r} is not as long as its span at {self.span.start}")

    def at(self, span: Span) -> Edit:
        """Return the same edit at another place, where the same characters stand."""
        return Edit(span, self.before, self.after, self.rule, self.safety)


@by_fields
@dataclass(frozen=True, slots=True)
class EditScript:
    """Edits of one text: sorted and disjoint.

    Insertions at one place keep the order they were given in: the
    inverse of two deletions side by side needs that.

    >>> script = EditScript([Edit(Span(4, 8), "Qani", "Qaani", "name.canonical")])
    >>> script.apply("met Qani there")
    'met Qaani there'
    >>> script.invert().apply("met Qaani there")
    'met Qani there'
    """

    edits: tuple[Edit, ...]

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        ordered = tuple(edits)
        if _clash(ordered):  # or they stand in another order
            ordered = tuple(sorted(ordered, key=lambda edit: (edit.span.start, edit.span.end)))
        if clash := _clash(ordered):
            left, right = clash
            both = f"{right.span.start}..{min(left.span.end, right.span.end)}"
            raise EditConflict(f"{left.rule} and {right.rule} both change characters {both}")
        object.__setattr__(self, "edits", ordered)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    def __len__(self) -> int:
        return len(self.edits)

    def apply(self, text: str) -> str:
        """Return `text` with every edit made; raise EditConflict where `before` is not what stands there."""
        parts, position = [], 0
        for edit in self.edits:
            if edit.span.of(text) != edit.before:
                raise EditConflict(f"{edit.rule}: {edit.before!r} does not stand at {edit.span.start}")
            parts += [text[position : edit.span.start], edit.after]
            position = edit.span.end
        parts.append(text[position:])
        return "".join(parts)

    def invert(self) -> EditScript:
        """Return the script that undoes this one; its spans are in the edited text."""
        return EditScript([Edit(span, e.after, e.before, e.rule, e.safety) for span, _, e in self._made()])

    def restore(self, edited: str) -> str:
        """Return the text before the edits: `invert().apply(edited)`, without a script made for it.

        >>> EditScript([Edit(Span(4, 8), "Qani", "Qaani", "name.canonical")]).restore("met Qaani there")
        'met Qani there'
        """
        parts, position = [], 0
        for span, _, edit in self._made():
            if span.of(edited) != edit.after:
                raise EditConflict(f"{edit.rule}: {edit.after!r} does not stand at {span.start}")
            parts += [edited[position : span.start], edit.before]
            position = span.end
        parts.append(edited[position:])
        return "".join(parts)

    def _made(self) -> Iterator[Tagged]:
        """Yield each edit with the place in the edited text of what it put there."""
        shift = 0
        for edit in self.edits:
            start = edit.span.start + shift
            yield Span(start, start + len(edit.after)), 0, edit
            shift += len(edit.after) - len(edit.before)

    def then(self, second: EditScript, text: str) -> EditScript:
        """Return one script of `text` that does this one and then `second`, a script of the edited text.

        Edits of the two that touch become one, named by the rules of both.

        >>> first = EditScript([Edit(Span(0, 4), "Qani", "Qaani", "name")])
        >>> second = EditScript([Edit(Span(5, 6), ",", "", "comma")])
        >>> [(edit.before, edit.after, edit.rule) for edit in first.then(second, "Qani, who")]
        [('Qani,', 'Qaani', 'name+comma')]
        """
        between = self.apply(text)
        tagged = merge(self._made(), ((edit.span, 1, edit) for edit in second), key=_place)
        joined: list[Edit] = []
        group: list[Tagged] = []
        shift = end = 0  # shift: from the text between back to `text`
        for item in chain(tagged, (None,)):
            if group and (item is None or item[0].start > end):
                edit, shift = _join(group, shift, text, between)
                joined += [edit] if edit else []
                group = []
            if item is not None:
                group.append(item)
                end = max(end, item[0].end)
        return EditScript(joined)


def _clash(edits: Iterable[Edit]) -> tuple[Edit, Edit] | None:
    """Return the first two neighbours of which the second does not begin behind the first."""
    return next(((left, right) for left, right in pairwise(edits) if left.span.end > right.span.start), None)


Tagged = tuple[Span, int, Edit]  # place in the text between, 0 for the first script or 1 for the second, the edit


def _place(item: Tagged) -> tuple[int, int, int]:
    return item[0].start, item[0].end, item[1]


def _join(group: list[Tagged], shift: int, text: str, between: str) -> tuple[Edit | None, int]:
    """Make one edit of a group that touches; return it and the shift after it."""
    if len(group) == 1 and group[0][1] == 0:
        edit = group[0][2]
        return edit, shift + len(edit.before) - len(edit.after)
    low, high = group[0][0].start, max(span.end for span, _, _ in group)
    first = [edit for _, which, edit in group if which == 0]
    after, position = [], low
    for span, which, edit in group:
        if which == 1:
            after += [between[position : span.start], edit.after]
            position = span.end
    after.append(between[position:high])
    new_shift = shift + sum(len(edit.before) - len(edit.after) for edit in first)
    start, end = low + shift, high + new_shift
    before, then = text[start:end], "".join(after)
    if before == then:
        return None, new_shift
    rules = dict.fromkeys(edit.rule for _, _, edit in group)
    safe = all(edit.safety is Safety.SAFE for _, _, edit in group)
    return Edit(Span(start, end), before, then, "+".join(rules), Safety.SAFE if safe else Safety.UNSAFE), new_shift
