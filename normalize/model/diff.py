"""A unified diff straight from the edits: linear, and exact where a line differ would guess."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.model.edit import Edit, EditScript

CONTEXT = 3  # lines around a change, as in diff -u


def unified_diff(text: str, edits: EditScript, name: str = "text") -> str:
    r"""Return `diff -u` from `text` to the edited text; lines end at "\n" only.

    >>> from normalize.model import Edit, Span
    >>> print(unified_diff("a\nQani\n", EditScript([Edit(Span(2, 6), "Qani", "Qaani", "name")]), "x"), end="")
    --- a/x
    +++ b/x
    @@ -1,2 +1,2 @@
     a
    -Qani
    +Qaani
    """
    if not edits.edits:
        return ""
    lines = _split(text)
    out = [f"--- a/{name}\n", f"+++ b/{name}\n"]
    shift = 0
    for hunk in _hunks(lines, edits):
        body, old, new = _render(lines, hunk)
        first = max(0, hunk[0][0] - CONTEXT)
        out.append(f"@@ -{_range(first, old)} +{_range(first + shift, new)} @@\n")
        out += body
        shift += new - old
    return "".join(out)


Change = tuple[int, int, str]  # first and last+1 line, and what they become


def _split(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _changes(lines: list[str], edits: EditScript) -> Iterator[Change]:
    """Yield the line ranges that change, edits on shared lines joined."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    group: list[Edit] = []
    number, first, last = 0, 0, -1
    for edit in edits:
        while number + 1 < len(lines) and starts[number + 1] <= edit.span.start:
            number += 1
        if group and number >= last:
            yield first, last, _rewrite(lines, starts, first, last, group)
            group = []
        if not group:
            first, last = number, number + 1
        while last < len(lines) and starts[last] < edit.span.end:
            last += 1
        # Without its newline a line runs into the next one: that one changes as well.
        if last < len(lines) and edit.span.end == starts[last] and not edit.after.endswith("\n"):
            last += 1
        group.append(edit)
    if group:
        last = min(last, len(lines))
        yield first, last, _rewrite(lines, starts, first, last, group)


def _rewrite(lines: list[str], starts: list[int], first: int, last: int, group: list[Edit]) -> str:
    base, end = starts[first], starts[min(last, len(lines))]
    source, out, position = "".join(lines[first:last]), [], base
    for edit in group:
        out += [source[position - base : edit.span.start - base], edit.after]
        position = edit.span.end
    out.append(source[position - base : end - base])
    return "".join(out)


def _hunks(lines: list[str], edits: EditScript) -> Iterator[list[Change]]:
    hunk: list[Change] = []
    for change in _changes(lines, edits):
        if hunk and change[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _render(lines: list[str], hunk: list[Change]) -> tuple[list[str], int, int]:
    """Return the lines of one hunk and how many lines it takes and gives."""
    body: list[str] = []
    first, end = max(0, hunk[0][0] - CONTEXT), min(len(lines), hunk[-1][1] + CONTEXT)
    position, old, new = first, 0, 0
    for start, stop, after in hunk:
        kept, gone, come = lines[position:start], lines[start:stop], _split(after)
        body += [*_mark(" ", kept), *_mark("-", gone), *_mark("+", come)]
        old, new, position = old + len(kept) + len(gone), new + len(kept) + len(come), stop
    tail = lines[position:end]
    return body + _mark(" ", tail), old + len(tail), new + len(tail)


def _mark(sign: str, lines: list[str]) -> list[str]:
    return [sign + line + ("" if line.endswith("\n") else "\n\\ No newline at end of file\n") for line in lines]


def _range(first: int, count: int) -> str:
    return f"{first + (count > 0)},{count}" if count != 1 else str(first + 1)
