"""Lines of programs in a text, which no edit may touch, and lines of prose that look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.text.programs import _ELSE, _ELSES, _HINTS, _SIGNS, _hints, programs

PROGRAMS = {
    "a command": "$ pip install .",
    "a session": ">>> shown('one ', two)",
    "a call": '    print("The plural of ", word, " is ", plural(word))',
    "a declaration": "int main(int argc , char **argv) {",
    "an assignment": "    data = field , other",
    "a string that goes on": 'raise ValueError("not a file: "\n                 "a folder ")',
    "a string by itself": '            "which has no name ",',
    "a line of a shell": 'echo "Starting: "',
    "a call whose blanks a page lost": "comm . Send ( data , target )",
    "a property": '"name": "water ",',
    "a macro of troff": ".BR chmod ,",
    "a comment of troff": '.\\" give it a dash ,',
    "a catalogue of messages": 'msgstr " seconds"',
}
PROSE = {
    "a quotation": '"No," he said (twice), "we will not go."',
    "a share": "The rise was small (n = 22; p = 0.01), and nobody saw it.",
    "a smile": "They cook and talk ))))",
    "a list of a law": "(b) the house (and what belongs to it);",
    "initials": ".NET is a platform.",
    "a quotation of one mark": "'I met him there,' she said.",
    "a long line with one sign": "The formula a = b stands in a sentence that goes on for long enough to be read by people, not machines.",
}


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_a_line_of_a_program_is_one(text):
    found = [*programs(text)]
    assert (found[0][0], found[-1][1]) == (0, len(text))


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_is_none(text):
    assert not [*programs(text)]


@given(st.text("aB1_ .,:;=<>!(){}[]\"'$+-*/%&|^\\", max_size=12))
def test_the_quick_look_misses_no_sign(line):
    assert _hints(line) == tuple(hint for hint in _HINTS if hint in line)
    assert _hints(line) or any(map(line.__contains__, _ELSES)) or not _SIGNS.search(line)
    assert any(map(line.__contains__, _ELSES)) or not _ELSE.search(line)
