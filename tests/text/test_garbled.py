"""Garbled runs are no part of a protected token; everything else of the token stays protected."""

import pytest

from normalize import Cleaner
from normalize.text.garbled import garbled
from normalize.text.protect import protected


@pytest.mark.parametrize(
    ("token", "runs"),
    [
        ("TNFÎ±.v2", ["Î±"]),
        ("Â£4.2bn", ["Â£"]),
        ("#Ð¼Ð¾Ñ\x81Ñ‚", ["Ð¼Ð¾Ñ\x81Ñ‚"]),
        ("#РјРѕСЃС‚", ["РјРѕСЃС‚"]),
        ("40\\%â\x89¤", ["â\x89¤"]),
        ("#мост", []),
        ("#Різдво", []),
        ("#東京", []),
        ("@café", []),
        ("#Çeşme", []),
        ("", []),
    ],
)
def test_runs(token, runs):
    assert [token[start:end] for start, end in garbled(token)] == runs


def test_what_surrounds_a_garbled_run_stays_protected():
    text = "see IL2RÎ±x.v2 now"
    assert [span.of(text) for span in protected(text)] == ["IL2R", "x.v2"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("the TNFÎ±.v2 mice", "the TNFα.v2 mice"),
        ("an issue of Â£4.2bn today", "an issue of £4.2bn today"),
        ("все #" + "новости".encode().decode("cp1251") + " дня", "все #новости дня"),
        ("the #мост is open", "the #мост is open"),
    ],
)
def test_tokens_are_mended(text, after):
    assert Cleaner().clean(text).text == after
