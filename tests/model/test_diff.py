import re

from hypothesis import given
from strategies import scripted

from normalize.model.diff import unified_diff

HEADER = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
NO_NEWLINE = "\\ No newline at end of file"


def lines_of(text):
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def patched(text, diff):
    """Apply a unified diff as `patch` does, checking every count and every context line."""
    source, out, position = lines_of(text), [], 0
    rows = diff.split("\n")[2:-1]
    number = 0
    while number < len(rows):
        found = HEADER.fullmatch(rows[number])
        old_start, old_count, new_start, new_count = (int(part) if part else 1 for part in found.groups())
        start = old_start - (old_count > 0)
        out += source[position:start]
        position = start
        assert new_start - (new_count > 0) == len(out)
        number, taken, given_ = number + 1, 0, 0
        while number < len(rows) and not rows[number].startswith("@@"):
            bare = number + 1 < len(rows) and rows[number + 1] == NO_NEWLINE
            body = rows[number][1:] + ("" if bare else "\n")
            if rows[number][0] in " -":
                assert source[position] == body
                position, taken = position + 1, taken + 1
            if rows[number][0] in " +":
                out.append(body)
                given_ += 1
            number += 1 + bare
        assert (taken, given_) == (old_count, new_count)
    return "".join(out + source[position:])


@given(scripted())
def test_the_diff_makes_the_edited_text(case):
    text, script = case
    diff = unified_diff(text, script)
    assert patched(text, diff) == script.apply(text) if diff else not len(script)
