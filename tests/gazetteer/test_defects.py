"""Forty kinds of defect a source can have: each refused with its place and its line, nothing loaded, at once."""

import time

import pytest
from gazetteer_folder import NAMES, add_rows, file_of, sound

from normalize.cli import main
from normalize.gazetteer import Gazetteer
from normalize.gazetteer.lint import lint
from normalize.model import GazetteerError

NAMES_FILE, ENTITIES_FILE = "people.names.tsv", "people.entities.tsv"


def name(form, *, lang="en-Latn", kind="spelling", id_="esmail-qaani", since="", until="", source="curated"):
    return NAMES_FILE, "\t".join((id_, lang, kind, form, since, until, source))


def entity(id_, *, countries="IR", gender="m", ids="", source="curated"):
    return ENTITIES_FILE, "\t".join((id_, "person", countries, gender, ids, "somebody", source))


def redirect(old, new):
    return "redirects.tsv", f"{old}\t{new}\tone person\tcurated"


def judged(a, b, verdict):
    return "judgements.tsv", f"{a}\t{b}\t{verdict}\tby hand\tcurated"


# Number in the catalogue, name, the check that finds it, the rows that make it.
ROWS = [
    (1, "same id twice", "id", [entity("esmail-qaani", gender="f")]),
    (3, "one name, two entities", "shared", [name("Hajj Esmail", id_="esmail-qaani"), name("Hajj Esmail", id_="naim-qassem")]),
    (4, "same name twice", "twice", [name("Esmail Qaani")]),
    (5, "the main name of another", "shared", [name("Naim Qassem")]),
    (6, "merge into nobody", "redirect", [redirect("qasem-soleimani", "q-soleimani")]),
    (7, "merge with itself", "redirect", [redirect("ismail-ghani", "ismail-ghani")]),
    (8, "circle of merges", "redirect", [redirect("a", "b"), redirect("b", "c"), redirect("c", "a")]),
    (9, "merge onto a merged one", "redirect", [redirect("ghaani", "qani"), redirect("qani", "esmail-qaani")]),
    (10, "retired id in use", "retired", [redirect("naim-qassem", "esmail-qaani")]),
    (10, "one id redirected twice", "redirect", [redirect("qani", "esmail-qaani"), redirect("qani", "naim-qassem")]),
    (11, "not the same, and merged", "judgement", [redirect("qani", "esmail-qaani"), judged("esmail-qaani", "qani", "different")]),
    (11, "same and different", "judgement", [judged("kyiv", "naim-qassem", "different"), judged("kyiv", "naim-qassem", "unsure")]),
    (12, "no name at all", "nameless", [entity("qasem-soleimani")]),
    (13, "empty name", "empty", [name("")]),
    (13, "white space only", "empty", [name("   ")]),
    (14, "invisible characters only", "character", [name("\u2063\u2063")]),
    (14, "joiners only", "joiner", [name("\u200c\u200c", lang="fa-Arab")]),
    (15, "ten thousand characters", "long", [name("Q" * 10_000)]),
    (17, "no tag", "tag", [name("Qani", lang="no")]),
    (17, "unknown script", "tag", [name("Qani", lang="xx-Foo")]),
    (17, "unknown language", "tag", [name("Qani", lang="xx-Latn")]),
    (17, "tag of another script", "script", [name("Qani", lang="fa-Arab")]),
    (18, "unknown kind", "kind", [name("Qani", kind="mian")]),
    (18, "unknown verdict", "verdict", [judged("kyiv", "naim-qassem", "diferent")]),
    (18, "unknown gender", "gender", [entity("qasem-soleimani", gender="male"), name("Qasem Soleimani", id_="qasem-soleimani")]),
    (19, "null", "type", [name("null")]),
    (19, "true", "type", [name("true")]),
    (19, "a number", "short", [name("1.10")]),
    (19, "a date", "short", [name("2019-01-01")]),
    (19, "no date", "date", [name("Qani", since="false")]),
    (20, "punctuation only", "short", [name("--")]),
    (20, "one letter", "short", [name("Q")]),
    (20, "ends before it begins", "date", [name("Qani", since="2020", until="2001")]),
    (21, "NUL", "character", [name("Qa\0ani")]),
    (22, "bell", "character", [name("Qa\x07ani")]),
    (22, "escape character", "character", [name("Qa\x1bani")]),
    (23, "right-to-left override", "character", [name("Qa\u202eani")]),
    (23, "isolate", "character", [name("Qa\u2067ani")]),
    (24, "zero-width space", "character", [name("Qa\u200bani")]),
    (24, "soft hyphen", "character", [name("Qa\u00adani")]),
    (24, "joiner in a Latin name", "joiner", [name("Qa\u200cani")]),
    (25, "surrogate as an escape", "escape", [name("Qa\\ud83dani")]),
    (26, "private use", "character", [name("Qa\ue000ani")]),
    (26, "unassigned", "character", [name("Qa\u0378ani")]),
    (26, "replacement character", "character", [name("Qa\ufffdni")]),
    (27, "Cyrillic a in a Latin name", "script", [name("Q\u0430ani")]),
    (27, "Latin a in a Cyrillic name", "script", [name("К\u0061ани", lang="ru-Cyrl")]),
    (27, "Greek o in a Latin name", "script", [name("S\u03bfleimani")]),
    (28, "not composed", "nfc", [name("Qa\u0302ni")]),
    (29, "space before", "space", [name(" Qani")]),
    (29, "space behind", "space", [name("Qani ")]),
    (29, "two spaces", "space", [name("Esmail  Qani")]),
    (29, "no-break space", "character", [name("Esmail\u00a0Qani")]),
    (30, "mojibake", "mojibake", [name("QÄ“ani")]),
    (30, "mojibake cut short", "mojibake", [name("QÄani")]),
    (30, "Cyrillic mojibake", "mojibake", [name("РљРёС—РІ", lang="uk-Cyrl")]),
    (31, "entity", "markup", [name("Qa&#39;ani")]),
    (31, "tag", "markup", [name("<b>Qaani</b>")]),
    (34, "line separator", "character", [name("Esmail\u2028Qani")]),
    (37, "unclosed quote", "quotes", [name('"Qaani')]),
    (37, "too few columns", "columns", [(NAMES_FILE, "esmail-qaani\ten-Latn\tspelling\tQani")]),
    (37, "too many columns", "columns", [(NAMES_FILE, name("Qani")[1] + "\tmore")]),
    (38, "expansion of entities", "markup", [name("&lol9;")]),
    (0, "two main names", "main", [name("Ismail Qaani", kind="main")]),
    (0, "no source", "source", [name("Qani", source="")]),
    (0, "no country", "countries", [entity("qani", countries="Iran"), name("Qani", id_="qani")]),
    (0, "no identifier", "ids", [entity("qani", ids="Q42"), name("Qani", id_="qani")]),
    (0, "no id", "id", [name("Qani", id_="")]),
    (0, "refused without a reason", "reason", [("refused.tsv", "Shia\ten-Latn\t*\t\tcurated")]),
    (0, "refused of no id", "id", [("refused.tsv", "Shia\ten-Latn\tno one\ta group\tcurated")]),
    (0, "an entity of no id", "id", [entity("no one"), name("Qani", id_="no one")]),
    (0, "a judgement of no id", "id", [judged("", "naim-qassem", "different")]),
    (0, "judged against itself", "judgement", [judged("kyiv", "kyiv", "different")]),
    (0, "a redirect of no id", "id", [redirect("no one", "kyiv")]),
    (0, "an entity without a source", "source", [entity("qani", source=""), name("Qani", id_="qani")]),
    (0, "a source without a key", "source", [("sources.tsv", "\tA list\tMIT\t")]),
    (0, "bearers without a source", "source", [("background.tsv", "Qani\tar-Latn\t3\t")]),
    (0, "bearers that are no number", "bearers", [("background.tsv", "Qani\tar-Latn\tmany\tcurated")]),
    (0, "bearers of no name", "short", [("background.tsv", "\tar-Latn\t3\tcurated")]),
]  # fmt: skip

_HEAD, *_LINES = file_of("names", NAMES.split("\n")).decode().split("\n")
_TEXT = "\n".join([_HEAD, *_LINES])

# Defects of a whole file: number, name, check, line, the bytes of the names file.
FILES = [
    (2, "a column twice", "header", 1, _TEXT.replace("lang\tkind", "lang\tlang", 1).encode()),
    (2, "a column missing", "header", 1, _TEXT.replace("\tsource", "", 1).encode()),
    (32, "a byte that is not UTF-8", "encoding", 3, _TEXT.encode().replace(b"\tQaani", b"\tQa\xe4ni", 1)),
    (33, "UTF-16", "encoding", 1, _TEXT.encode("utf-16")),
    (33, "byte order mark in front", "character", 1, b"\xef\xbb\xbf" + _TEXT.encode()),
    (33, "byte order mark in the middle", "character", 4, _TEXT.replace("Ismail", "\ufeffIsmail").encode()),
    (34, "carriage returns", "character", 1, _TEXT.replace("\n", "\r\n").encode()),
    (34, "one carriage return", "character", 3, _TEXT.replace("\tcurated\n", "\tcurated\r\n", 2).replace("\r", "", 1).encode()),
    (35, "conflict markers", "conflict", 2, _TEXT.replace("\n", "\n<<<<<<< HEAD\n", 1).encode()),
    (36, "cut in the middle", "cut", 9, _TEXT[:-20].encode()),
    (36, "empty file", "header", 1, b""),
    (0, "out of order", "order", 9, "\n".join([_HEAD, *_LINES[:-3], _LINES[-2], _LINES[-3], ""]).encode()),
    (0, "a row twice", "twice", 9, "\n".join([_HEAD, *_LINES[:-1], _LINES[-2], ""]).encode()),
]  # fmt: skip


def refused(folder, check):
    began = time.process_time()
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.load(folder, shipped=False)
    assert time.process_time() - began < 1.0
    assert f"[{check}]" in str(caught.value).split("\n")[0]
    return caught.value


def test_the_sound_folder_is_sound(tmp_path):
    assert len(Gazetteer.load(sound(tmp_path), shipped=False)) == 4


@pytest.mark.parametrize(("check", "rows"), [row[2:] for row in ROWS], ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_a_defective_row_is_refused_with_its_place_and_line(tmp_path, check, rows):
    sound(tmp_path)
    for file, row in rows:
        add_rows(tmp_path, file, row)
    error = refused(tmp_path, check)
    lines = (tmp_path / error.path).read_text(encoding="utf-8").split("\n")
    assert error.line > 1
    assert error.column >= 1
    assert error.text == lines[error.line - 1]


@pytest.mark.parametrize(
    ("check", "line", "data"), [row[2:] for row in FILES], ids=[f"{row[0]}-{row[1]}" for row in FILES]
)
def test_a_defective_file_is_refused_with_its_place(tmp_path, check, line, data):
    sound(tmp_path)
    (tmp_path / NAMES_FILE).write_bytes(data)
    error = refused(tmp_path, check)
    assert (error.line, error.path) == (line + (check == "twice"), str(tmp_path / NAMES_FILE))


def test_too_many_names_of_one_entity_are_refused_at_once(tmp_path):
    rows = [name(f"Qani {number:06}")[1] for number in range(100_000)]
    sound(tmp_path)
    add_rows(tmp_path, NAMES_FILE, *rows)
    refused(tmp_path, "many")


def test_a_chain_of_a_hundred_thousand_merges_does_not_nest(tmp_path):
    sound(tmp_path)
    add_rows(tmp_path, "redirects.tsv", *(redirect(f"q{n:06}", f"q{n + 1:06}")[1] for n in range(100_000)))
    refused(tmp_path, "redirect")


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    outside = tmp_path / "judgements.tsv"
    outside.write_bytes(file_of("judgements", []))
    folder = sound(tmp_path / "gazetteer")
    (folder / "judgements.tsv").symlink_to(outside)
    refused(folder, "outside")


def test_a_misspelt_file_is_refused(tmp_path):
    sound(tmp_path)
    (tmp_path / "poeple.names.tsv").write_bytes(file_of("names", []))
    refused(tmp_path, "file")


def test_the_command_ends_with_2_and_one_message(tmp_path, capsys):
    sound(tmp_path)
    add_rows(tmp_path, *name("Q\u0430ani"))
    text = tmp_path / "text.txt"
    text.write_text("Qaani spoke.", encoding="utf-8")
    assert main(["clean", "--gazetteer", str(tmp_path), str(text)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{tmp_path / NAMES_FILE}:4:32: 'а' (U+0430, Cyrl) among the letters of Latn" in said.err


def test_nothing_of_a_refused_gazetteer_is_kept(tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    monkeypatch.setenv("NORMALIZE_CACHE", str(cache))
    folder = sound(tmp_path / "gazetteer")
    add_rows(folder, *name("Qani", kind="mian"))
    refused(folder, "kind")
    assert not [kept for kept in cache.iterdir() if kept.name != "seen"]


SOUND_NAMES = [
    ("fa-Arab", "حسن خمینی\u200cزاده"), ("ckb-Arab", "نێچیرڤان بارزانی"), ("ru-Cyrl", "группа МТС Money"),
    ("zh-Hans", "习"), ("ja-Jpan", "東京スカイツリー"), ("ko-Kore", "김정은"), ("en-Latn", "Mu‘ammar al-Qadhāfī"),
    ("en-Latn", "Sana’a"), ("he-Hebr", 'צה"ל'), ("az-Latn", "İlham Əliyev"), ("en-Latn", "P5+1"), ("vi-Latn", "Nguyễn Phú Trọng"),
    ("uk-Cyrl", "Кам'янець-Подільський"), ("pt-Latn", "São Tomé e Príncipe"), ("en-Latn", "AT&T"), ("de-Latn", "Ägypten"),
    ("sv-Latn", "ÅF Pöyry"), ("zh-Hans", "抖音TikTok"), ("hi-Deva", "नरेन्द्र मोदी"), ("bn-Beng", "ঢাকা"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "form"), SOUND_NAMES)
def test_real_names_are_no_defects(tmp_path, lang, form):
    sound(tmp_path)
    add_rows(tmp_path, *name(form, lang=lang))
    assert Gazetteer.load(tmp_path, shipped=False).entity("esmail-qaani")


def test_the_main_name_of_another_in_another_language_is_doubted(tmp_path):
    add_rows(sound(tmp_path), *name("Naim Qassem", lang="fr-Latn"))
    assert [(problem.check, problem.severity) for problem in lint(tmp_path)] == [("shared", "warning")]
    assert len(Gazetteer.load(tmp_path, shipped=False)) == 4


def test_a_list_from_outside_may_have_namesakes(tmp_path):
    sound(tmp_path)
    add_rows(tmp_path, "sources.tsv", "geonames\tGeoNames\tCC BY 4.0\thttps://www.geonames.org/")
    for id_ in ("esmail-qaani", "naim-qassem"):
        add_rows(tmp_path, *name("Hajj Esmail", id_=id_, source="geonames"))
    assert ("shared", "warning") in [(problem.check, problem.severity) for problem in lint(tmp_path)]
    assert len(Gazetteer.load(tmp_path, shipped=False)) == 4


def test_namesakes_that_were_judged_different_are_no_defect(tmp_path):
    sound(tmp_path)
    add_rows(tmp_path, *name("Hajj Esmail", id_="esmail-qaani"))
    add_rows(tmp_path, *name("Hajj Esmail", id_="naim-qassem"))
    add_rows(tmp_path, *judged("esmail-qaani", "naim-qassem", "different"))
    assert len(Gazetteer.load(tmp_path, shipped=False)) == 4
