"""A remembered reading is the one a fresh look gives, wherever the run stands."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.linking import Linker
from normalize.linking import memory as memory_room
from normalize.linking.cues import cues
from normalize.linking.extent import trimmed
from normalize.linking.memory import Recogniser
from normalize.linking.recognise import recognise
from normalize.model import Span
from normalize.text import read

# Names, what they are part of, what refuses them, and what may stand between and around them.
PIECES = [
    *("Iraq", "Iraqi", "Baghdad", "Ministry of Foreign Affairs", "ministry", "U.S.", "US", "Hamas", "Hama", "Muqtada"),
    *("Sadr", "al-Sadr", "Al-", "al ", "As", "an", "Kiev", "Chicken", "cake", "River", "Jordan", "Quds", "Day", "Abd"),
    *(
        "European",
        "Union",
        "of",
        "the",
        "The",
        "President",
        "Assad",
        "Assads",
        "Bashar",
        " al ",
        "al-Assad",
        "countryside",
        "Foreign",
        "Observatory",
        "İstanbul",
    ),
    *("United", "Nations", "’s", "'s", "'", "s", ".", ". ", ", ", " ", " ", " ", "-", "‑", "\n", "\u00a0", "Ḥ", "Å"),
    *(
        "العراق",
        "والعراق",
        "للعراق",
        "بغداد",
        "، ",
        "َ",
        "Россия",
        "Киев",
        "北京",
        "北",
        "Ελλάδα",
        "`",
        "ʿ",
        "_",
        "7",
        "(",
        ")",
    ),
    *(
        "Россией",
        "Киеве",
        "Владимира",
        "Владимиром Путиным",
        "Путина",
        "Irans",
        "בירושלים",
        "תל אביב",
        "莫斯科",
        "\u200c",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.fixture(scope="module")
def recogniser(cleaner):
    return Recogniser(cleaner.gazetteer)


def both(recogniser, text, lang):
    document = read(text, lang)
    words = cues(lang)
    known, unknown = recognise(document, recogniser.gazetteer, words)
    spans = [found.span for found in unknown]
    names = [(span, part) for span in spans if (part := trimmed(span.of(document.folded), words))]
    nouns = [span for span in spans if {(word := span.of(text).lower()), word[:-1]} & words.heads]
    fresh = known, [Span(span.start + first, span.start + last) for span, (first, last) in names], nouns
    return recogniser.recognise(document, words), fresh


@settings(deadline=None)  # the first Chinese text makes an automaton
@given(TEXTS, st.sampled_from(["en", "ar", "ru", "de", "he"]), st.booleans())
def test_the_answer_is_that_of_a_fresh_look(recogniser, text, lang, long):
    text += " it was said in the town" * 9 if long else ""  # from some length on a text can have lost its apostrophes
    for _ in range(2):
        remembered, fresh = both(recogniser, text, lang)
        assert remembered == fresh


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He flew to Kiev.", "He ate a Chicken Kiev."),  # refused where it is part of something else
        ("Fighting around Hamas goes on.", "Fighting around Hamas countryside goes on."),
        ("The Ministry said so.", "The Ministry of Foreign Affairs of Iraq said so."),
        ("It met Sadr there.", "It met al-Sadr there."),
        ("Iraq- based", "Iraq-Ḥama"),
    ],
)
@pytest.mark.parametrize("around", ["", " Nobody else was there, it is said in the town" * 8])
def test_what_stands_around_a_run_is_not_forgotten(recogniser, first, second, around):
    for text in (first, second, first):
        remembered, fresh = both(recogniser, text + around, "en")
        assert remembered == fresh


def test_no_more_is_kept_than_is_said(cleaner, monkeypatch):
    monkeypatch.setattr(memory_room, "REMEMBERED", 50)
    recogniser = Recogniser(cleaner.gazetteer)
    words = cues("en")
    for number in range(300):
        recogniser.recognise(read(f"Then Ab{number} met Iraq's Cd{number} of al-Ef{number}.", "en"), words)
    assert sum(len(kept) for kept in recogniser._memories.values()) <= 60
    assert len(recogniser.articles) <= 50


def test_languages_in_turn_are_all_remembered(cleaner):
    recogniser = Recogniser(cleaner.gazetteer)
    langs = ["en", "de", "fr", "es", "it", "nl", "pt", "ru", "uk", "pl", "cs", "tr", "ar", "fa", "he", "ku", "az"]
    for _ in range(2):
        for lang in langs:
            recogniser.recognise(read("Then Abcd met Iraq's Efgh.", lang), cues(lang))
    assert len(recogniser._memories) == 2 * len(langs)


def test_threads_and_processes_read_alike(cleaner):
    texts = [
        f"President Bashar al-Assad met Ali{number} of Iraq's Ministry of Oil in Damascus." for number in range(60)
    ]
    expected = [cleaner.linker.link(read(text)) for text in texts]
    fresh = pickle.loads(pickle.dumps(Linker(cleaner.gazetteer)))
    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(fresh.link, map(read, texts))] == expected


@given(
    st.lists(
        st.sampled_from(["北京", "北", "京", "中国", "外交部", "と", "日本", "서울", " ", "Baghdad", "。"]), max_size=20
    )
)
def test_forms_without_blanks_are_found_wherever_they_begin(cleaner, parts):
    text = "".join(parts)
    found = cleaner.gazetteer.unspaced.of(text)
    begins = [n for n, character in enumerate(text) if character > "\u2e7f" and cleaner.gazetteer.lengths(text[n:])]
    assert found == begins
