"""Edits: what changes where, and the proof that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from normalize.model.errors import EditConflict
from normalize.model.safety import Safety
from normalize.model.span import Span


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
        if len(self.before) != len(self.span):
            raise EditConflict(f"{self.rule}: {self.before!r} is not as long as its span at {self.span.start}")


@dataclass(frozen=True, slots=True)
class EditScript:
    """Edits of one text: sorted, disjoint, at most one insertion at a place.

    >>> script = EditScript([Edit(Span(4, 8), "Qani", "Qaani", "name.canonical")])
    >>> script.apply("met Qani there")
    'met Qaani there'
    >>> script.invert().apply("met Qaani there")
    'met Qani there'
    """

    edits: tuple[Edit, ...]

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        ordered = tuple(sorted(edits, key=lambda edit: (edit.span, edit.rule)))
        for left, right in pairwise(ordered):
            if left.span.end > right.span.start or left.span == right.span:
                raise EditConflict(
                    f"{left.rule} and {right.rule} both change characters {right.span.start}..{right.span.end}"
                )
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
        undo, shift = [], 0
        for edit in self.edits:
            start = edit.span.start + shift
            span = Span(start, start + len(edit.after))
            undo.append(Edit(span, edit.after, edit.before, edit.rule, edit.safety))
            shift += len(edit.after) - len(edit.before)
        return EditScript(undo)
