"""Language-script tags: which there are, and which letters a name so tagged may have."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from normalize.text.scripts import script_of

_TAG = re.compile(r"([a-z]{2,3})-([A-Z][a-z]{3})")

# All of ISO 639-1, and of ISO 639-2 and -3 the special codes and the languages without a two-letter code that names
# in the news come in. Another three-letter code is doubted, not refused.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    und mul mis ace aii ain apc apd acm afb arc arq ary arz ast azb bal bua ceb ckb crh fil gag glk hak haw hif hmn kaa
    kab kbd kmr krc lad lez lrc luz mzn nan nds new pnb prs rom sah sco sdh sgh syr szl tet tpi tyv tzm udm uum wuu yue
    zgh zza
"""
LANGUAGES = frozenset(_CODES.split())

# A script to the scripts (as `normalize.text.scripts` calls them) its letters may be of.
_LETTERS = {
    "Hans": ("Hani",), "Hant": ("Hani",), "Hani": ("Hani",), "Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang", "Hani"),
    "Hrkt": ("Hira", "Kana"), "Latn": ("Latn",), "Cyrl": ("Cyrl",), "Arab": ("Arab",), "Hebr": ("Hebr",),
    "Armn": ("Armn",), "Geor": ("Geor",), "Grek": ("Grek",), "Deva": ("Deva",), "Ethi": ("Ethi",), "Thai": ("Thai",),
    "Syrc": ("Syrc",), "Hang": ("Hang",), "Hira": ("Hira",), "Kana": ("Kana",),
}  # fmt: skip
# Scripts whose letters this package does not tell apart: the tag is taken, the letters are not looked at.
_OTHER_SCRIPTS = """
    Adlm Beng Cans Cher Gujr Guru Khmr Knda Laoo Mlym Mong Mymr Nkoo Orya Sinh Taml Telu Tfng Thaa Tibt Yiii Zyyy
"""
_UNSEEN = frozenset(_OTHER_SCRIPTS.split())

# The script(s) a language is written in, romanisations in Latin letters apart.
_USUAL = {
    "Arab": "ar fa prs ckb sdh ur ps sd ug pnb azb mzn lrc glk apc apd acm afb arq ary arz bal az ku kk ky uz tk tg ms",
    "Cyrl": "ru uk be bg mk sr bs sh mn kk ky tg uz tk az tt ba cv ce av os ab kv udm sah tyv lez kbd krc crh ro ku ug",
    "Hebr": "he yi lad arc", "Grek": "el", "Armn": "hy", "Geor": "ka ab os", "Deva": "hi ne mr sa ks sd new",
    "Ethi": "am ti", "Thai": "th", "Syrc": "syr aii arc", "Kore": "ko", "Hang": "ko", "Jpan": "ja", "Hira": "ja",
    "Kana": "ja ain", "Hrkt": "ja ain", "Hani": "zh ja ko yue wuu nan hak vi", "Hans": "zh yue wuu nan hak",
    "Hant": "zh yue wuu nan hak",
}  # fmt: skip
_PAIRS = {script: frozenset(languages.split()) for script, languages in _USUAL.items()}
_ANY_SCRIPT = frozenset({"und", "mul", "mis"})


@lru_cache(maxsize=4096)
def tag_fault(tag: str) -> str:
    """Say why a language-script tag is none, "" when it is one.

    >>> tag_fault("fa-Arab"), tag_fault("no")
    ('', "'no' is no language-script tag such as fa-Arab")
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        return f"{tag!r} is no language-script tag such as fa-Arab"
    language, script = match.groups()
    if script not in _LETTERS and script not in _UNSEEN:
        return f"unknown script {script!r} in {tag!r} (ISO 15924)"
    if language not in LANGUAGES and len(language) == 2:
        return f"unknown language {language!r} in {tag!r} (ISO 639)"
    return ""


@lru_cache(maxsize=4096)
def tag_doubt(tag: str) -> str:
    """Say what is unlikely about a tag that is one, "" when nothing is.

    >>> tag_doubt("fa-Hebr"), tag_doubt("fa-Latn")
    ("'fa' is not usually written in Hebr", '')
    """
    language, _, script = tag.partition("-")
    if language not in LANGUAGES:
        return f"language {language!r} is not among those known here"
    if script in _PAIRS and language not in _PAIRS[script] and language not in _ANY_SCRIPT:
        return f"{language!r} is not usually written in {script}"
    return ""


@lru_cache(maxsize=16384)
def letter_script(character: str) -> str:
    """Return the script of a letter, also of one `script_of` does not know; "" for what is no letter.

    >>> letter_script("а"), letter_script("ʿ"), letter_script("ক")
    ('Cyrl', '', 'Bengali')
    """
    if script := script_of(character):
        return script
    if not character.isalpha() or unicodedata.category(character) == "Lm":
        return ""
    return unicodedata.name(character, "?").split()[0].capitalize()


def letters_of(tag: str) -> tuple[str, ...] | None:
    """Return the scripts a name with this tag may have letters of; None when nothing is known about them."""
    return _LETTERS.get(tag.partition("-")[2])
