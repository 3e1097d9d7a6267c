"""House styles: what they change, what they leave, and what a faulty one says."""

import pickle

import pytest

from normalize import Cleaner, Gazetteer
from normalize.cleaner import Options
from normalize.linking import Form, Profile, load_profile
from normalize.linking.profile.file import read_profile, shipped
from normalize.linking.profile.learn import Archive
from normalize.linking.profile.lint import lint_profile
from normalize.model import Alias, ConfigError, Entity, ProfileError

NAMES = [("kyiv", "Kyiv"), ("kyiv", "Kiev"), ("odesa", "Odesa"), ("odesa", "Odessa")]
WHOLE = """
about = "A desk"
extends = "base"
quotes = "keep"
[[form]]
entity = "kyiv"
name = "Kiev"
until = 2019-08-14
[[form]]
entity = "kyiv"
name = "Kyiv"
since = 2019-08-14
except = ["chicken Kiev"]
"""


def profile(tmp_path, text=WHOLE):
    (tmp_path / "desk.toml").write_text(text, encoding="utf-8")
    return str(tmp_path / "desk.toml")


def cleaned(text, **options):
    gazetteer = Gazetteer.from_names(NAMES, kind="place")
    return Cleaner(gazetteer, options=Options(lang="en", **options)).clean(text).text


def test_the_form_of_the_day_holds_but_for_exceptions(tmp_path):
    text = "He left Kiev for Odessa. Chicken Kiev was served in Kyiv."
    desk = profile(tmp_path)
    assert cleaned(text, profile=load_profile(desk)) == "He left Kyiv for Odessa. Chicken Kiev was served in Kyiv."
    assert (
        cleaned(text, profile=load_profile(desk, "2015-01-01"))
        == "He left Kiev for Odessa. Chicken Kiev was served in Kiev."
    )


def test_what_the_house_does_not_name_follows_the_policy(tmp_path):
    desk = load_profile(profile(tmp_path))
    assert cleaned("He left Kiev for Odessa.", profile=desk, names="canonical") == "He left Kyiv for Odesa."
    assert cleaned("He left Kiev for Odessa.", profile=desk, names="unify") == "He left Kyiv for Odessa."
    assert cleaned("He left Kiev for Odessa.", profile=desk, names="keep") == "He left Kiev for Odessa."


def test_quotations_stay_where_the_house_says_so(tmp_path):
    text = '“I love Kiev,” he said in Kiev. He said: "Kiev" and left Kiev.'
    kept = '“I love Kiev,” he said in Kyiv. He said: "Kiev" and left Kyiv.'
    assert cleaned(text, profile=load_profile(profile(tmp_path))) == kept
    assert "Kiev" not in cleaned(text, profile=load_profile(profile(tmp_path, WHOLE.replace('"keep"', '"change"'))))


def test_a_profile_holds_for_its_language_alone(tmp_path):
    desk = load_profile(profile(tmp_path))
    gazetteer = Gazetteer.from_names(NAMES, kind="place")
    german = Cleaner(gazetteer, options=Options(lang="de", profile=desk))
    assert german.clean("Er kam aus Kiev und ging nach Odessa.").edits.edits == ()


@pytest.mark.parametrize(
    ("name", "article", "ayn", "countries", "becomes"),
    [
        ("Bashar al-Assad", "Al-", "keep", ("SY",), "Bashar Al-Assad"),
        ("Bashar al-Assad", "al ", "keep", ("SY",), "Bashar al Assad"),
        ("Al-Hasakah", "al-", "keep", ("SY",), "al-Hasakah"),
        ("Mohammed bin Salman Al Saud", "al-", "keep", ("SA",), "Mohammed bin Salman Al Saud"),
        ("Mohammed Shia' al-Sudani", "keep", "drop", ("IQ",), "Mohammed Shia al-Sudani"),
        ("Sana'a", "keep", "drop", ("YE",), "Sanaa"),
        ("Xi'an", "keep", "drop", ("CN",), "Xi'an"),
        ("Al Gore", "al-", "drop", ("US",), "Al Gore"),
    ],
)
def test_articles_and_ayn(name, article, ayn, countries, becomes):
    entity = Entity("x", "person", (Alias(name, "en-Latn", "main", "curated"),), countries=countries)
    assert Profile(article=article, ayn=ayn).canonical(entity, "en") == becomes


def test_organisations_keep_their_apostrophes():
    party = Entity("pkk", "organisation", (Alias("Workers' Party", "en-Latn", "main", ""),), countries=("IQ",))
    assert Profile(ayn="drop").canonical(party, "en") == "Workers' Party"


def test_the_shipped_profiles_are_read_and_say_something():
    known = Gazetteer.load()
    assert load_profile("base") == Profile(about=load_profile("base").about)
    for name in shipped():
        assert list(lint_profile(load_profile(name), known)) == []
        assert pickle.loads(pickle.dumps(load_profile(name))) == load_profile(name)


def test_lint_names_what_a_keeper_should_see():
    forms = (
        Form("kiev", "Kiev"),
        Form("kyiv", "Kyiv"),
        Form("odesa", "Kiev"),
        Form("odesa", "Hamburg"),
        Form("kyiv", "Kiev", exceptions=("chicken soup",)),
    )
    said = list(lint_profile(Profile(forms=forms), Gazetteer.from_names(NAMES, kind="place")))
    assert [line.partition(": ")[2] for line in said] == [
        "no such entity in the gazetteer",
        "'Kyiv' is the gazetteer's own form",
        "'Kiev' is also a name of kyiv",
        "'Hamburg' is like none of its names",
        "the exception 'chicken soup' holds none of its names",
    ]


FORM = '[[form]]\nentity = "kyiv"\nname = "Kyiv"\n'
FAULTS = {
    "not TOML": ("about = ", "desk.toml:1:"),
    "not UTF-8": (b'about = "\xff"', "not UTF-8 at byte 9"),
    "a key twice": ("ayn = 'keep'\nayn = 'drop'", "desk.toml:2:"),
    "an unknown key": ("about = 'x'\narticel = 'al-'", "desk.toml:2:1: unknown key 'articel'"),
    "an article of no kind": ("article = 'el-'", "desk.toml:1:1: article must be one of"),
    "an ayn of no kind": ("ayn = 'maybe'", "desk.toml:1:1: ayn must be one of"),
    "a quote scope of no kind": ("quotes = true", "desk.toml:1:1: quotes must be text, not True"),
    "a number for a text": ("lang = 1.10", "desk.toml:1:1: lang must be text, not 1.1"),
    "one bracket": ('[form]\nentity = "kyiv"', "desk.toml:1:1: forms are written [[form]]"),
    "a form of nobody": ('[[form]]\nname = "Kyiv"', "a form needs the id of its entity, not None"),
    "an empty entity": ('[[form]]\nentity = ""', "desk.toml:2:1: a form needs the id of its entity, not ''"),
    "a form without a name": ('[[form]]\nentity = "kyiv"', "desk.toml:2:1: kyiv: a form needs a name"),
    "a blank name": ('[[form]]\nentity = "kyiv"\nname = " "', "desk.toml:3:1: kyiv: a form needs a name"),
    "blanks around a name": ('[[form]]\nentity = "kyiv"\nname = "Kyiv "', "desk.toml:3:1: kyiv: a form needs a name"),
    "a mark unseen in a name": (
        '[[form]]\nentity = "kyiv"\nname = "Ky\\u202eiv"',
        "desk.toml:3:1: kyiv: a form needs a name",
    ),
    "no language": ("lang = 'english'", "desk.toml:1:1: lang must be a language"),
    "an unknown key of a form": (FORM + "form = 'Kiev'", "desk.toml:4:1: kyiv: unknown key 'form'"),
    "a name that is a number": ('[[form]]\nentity = "kyiv"\nname = 7', "desk.toml:3:1: kyiv: name must be text"),
    "a day in quotes": (FORM + "since = '2019-08-14'", "desk.toml:4:1: kyiv: since must be a day"),
    "a time for a day": (FORM + "since = 2019-08-14T00:00:00", "desk.toml:4:1: kyiv: since must be a day"),
    "days in the wrong order": (FORM + "since = 2019-08-14\nuntil = 2018-01-01", "desk.toml:5:1: kyiv: until"),
    "exceptions that are one text": (FORM + "except = 'chicken Kiev'", "desk.toml:4:1: kyiv: except must be a list"),
    "an exception that is a number": (FORM + "except = [1]", "desk.toml:4:1: kyiv: except must be a list"),
    "two forms for one day": (FORM + FORM.replace("Kyiv", "Kiev"), "desk.toml:2:1: kyiv: 'Kyiv' and 'Kiev' hold"),
    "an unknown base": ("extends = 'bse'", "desk.toml:1:1: no profile 'bse'"),
    "a base that is not there": ("extends = 'none.toml'", "none.toml: No such file or directory"),
    "a circle": ("extends = 'desk.toml'", "desk.toml:1:1: profiles extend one another without end"),
    "a bomb": ("about = " + "[" * 100_000, "not TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_profile_is_named_with_its_place(tmp_path, fault):
    text, said = FAULTS[fault]
    path = tmp_path / "desk.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ProfileError) as caught:
        read_profile(path)
    assert said in str(caught.value)


def test_a_name_or_a_day_that_is_none():
    with pytest.raises(ConfigError, match="no profile 'wires'"):
        load_profile("wires")
    with pytest.raises(ConfigError, match="date must be a day"):
        load_profile("wire", "last week")


def test_a_draft_is_a_profile_that_holds(tmp_path):
    names = [("gaddafi", "Muammar Gaddafi"), ("gaddafi", "Moammar Gadhafi"), ("assad", "Bashar al-Assad")]
    gazetteer, archive = Gazetteer.from_names(names), Archive()
    desk = Cleaner(gazetteer, options=Options(lang="en", names="keep"))
    for _ in range(3):
        archive.see(desk.names("Moammar Gadhafi met Bashar Al-Assad. Gadhafi left. MOAMMAR GADHAFI stayed."))
    archive.see(desk.names("Muammar Gaddafi spoke."))
    assert archive.profile("desk").forms == ()  # three of four are no majority
    archive.see(desk.names("Moammar Gadhafi met Bashar Al-Assad."))
    (tmp_path / "desk.toml").write_text("\n".join(archive.draft("desk")), encoding="utf-8")
    drafted = load_profile(str(tmp_path / "desk.toml"))
    assert (drafted.article, drafted.forms) == ("Al-", (Form("gaddafi", "Moammar Gadhafi"),))
    text = Cleaner(gazetteer, options=Options(lang="en", profile=drafted)).clean("Muammar Gaddafi left.").text
    assert text == "Moammar Gadhafi left."
