"""Output is safe where it goes: pages, terminals, JSON; and nothing leaves the machine."""

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from itertools import permutations

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from normalize.checks import arbitrate
from normalize.cli import main
from normalize.model import Document, Edit, Span
from normalize.names import compare
from normalize.report import dumps, finding_lines, schema, to_html

WILD = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<script>x()</script>",
                '" onmouseover="x',
                "Qani",
                "Esmail Qaani ",
                " , ",
                "the the ",
                "in this regard ",
                "\x1b]0;x\x07",
                "\u202e",
                "�",
                "&lt;",
                "]]>",
                "'",
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=12,
).map("".join)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "h1", "h2", "h3"),
    *(
        "p",
        "div",
        "span",
        "del",
        "ins",
        "mark",
        "bdi",
        "em",
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ),
}
ATTRIBUTES = {"title", "class", "lang", "charset", "http-equiv", "content", "name", "dir"}
RULES = st.sampled_from(["name.a", "encoding.b", "z"])


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert tag in TAGS, tag
        assert {name for name, _ in attrs} <= ATTRIBUTES, attrs


@SLOW
@given(text=WILD)
@example(text="Ismail Qaani <img src=x onerror=x()> and Esmail Qaani")
def test_a_page_holds_no_element_of_the_text(cleaner, text):
    page = to_html(cleaner.clean(text), title=text)
    page.encode("utf-8")
    Page().feed(page)


@SLOW
@given(text=WILD)
def test_lines_for_a_terminal_hold_nothing_but_what_can_be_seen(cleaner, text):
    result = cleaner.clean(text)
    for line in finding_lines(result.document, result.findings, text):
        assert line.isprintable(), ascii(line)


@SLOW
@given(text=WILD)
def test_any_result_is_json_of_its_schema(cleaner, text):
    data = dumps(cleaner.clean(text, id=text))
    assert "\n" not in data
    data.encode("utf-8")
    jsonschema.validate(json.loads(data), schema())
    assert json.loads(data)["id"] == text


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), RULES), max_size=4))
def test_the_order_of_proposals_is_no_matter(places):
    document = Document("abcdefgh", "abcdefgh", "en", protected=(Span(2, 3),))
    proposals = []
    for one, other, rule in places:
        span = Span(min(one, other), max(one, other))
        proposals.append((Edit(span, span.of(document.text), f"<{rule}>", rule),))
    answers = {arbitrate(document, order) for order in permutations(proposals)}
    assert len(answers) == 1
    assert not any(document.protects(edit.span) for edit in answers.pop())


@settings(max_examples=200, deadline=None)
@given(*[st.text(st.sampled_from("AaliQqeinmHhs'- قاسم"), max_size=14)] * 2)
def test_names_are_as_like_one_way_as_the_other(one, other):
    assert compare(one, other).score == compare(other, one).score
    assert 0 <= compare(one, other).score <= 1


@SLOW
@given(text=st.one_of(WILD, st.sampled_from(["esmail qaani said", "iran's", "tehran"])))
def test_what_begins_a_text_is_found_by_its_own_form(cleaner, text):
    from normalize.text import fold

    lengths = []
    for length, owners in cleaner.gazetteer.starting(fold(text)):
        lengths.append(length)
        assert owners == cleaner.gazetteer.named(fold(text)[:length])
    assert lengths == sorted(set(lengths), reverse=True), "the longest first"


OFFLINE = """
import socket, sys
def no(*_, **__): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = no
from normalize.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


def test_no_network_and_no_place_to_write(tmp_path):
    text = tmp_path / "secret.txt"
    text.write_text("Confidential: Ismail Qaani met Esmail Qaani in the the capital.\n", encoding="utf-8")
    env = {**os.environ, "HOME": "/proc/nowhere", "NORMALIZE_CACHE": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere"}
    command = [sys.executable, "-c", OFFLINE, "clean", "--lang", "en", str(text)]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
    assert "in the capital" in done.stdout
    assert done.stdout.count("Esmail Qaani") == 2
    assert not re.search("Confidential|Qaani", done.stderr)
    assert main(["clean", "--output", str(text), str(text)]) == 3, "an output is never an input"
    assert "Confidential" in text.read_text(encoding="utf-8")


@pytest.mark.skipif(
    subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0
    if shutil.which("unshare")
    else True,
    reason="no unshare here that makes a namespace without a network",
)
def test_it_runs_where_there_is_no_network_at_all(tmp_path):
    command = ["unshare", "-rn", sys.executable, "-m", "normalize", "clean", "--lang", "en"]
    text = "Ismail Qaani met Esmail Qaani in the the capital.\n"
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("Esmail Qaani")) == (0, 2), done.stderr
