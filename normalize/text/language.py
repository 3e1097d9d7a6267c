"""Which language a text is in, or `und`. Never raises, always answers the same."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from normalize.text.scripts import scripts

UNKNOWN = "und"
SAMPLE = 2000  # characters looked at: more does not change the answer for one text in one language
MINIMUM = 80  # letters below which langdetect guesses (it takes "Muhammad Shia' al-Sudani" for Somali)
CONFIDENCE = 0.80  # of langdetect's first answer; below it the honest answer is `und`

# Scripts that one language of those we meet is written in.
_BY_SCRIPT = {"Hebr": "he", "Grek": "el", "Armn": "hy", "Geor": "ka", "Hang": "ko", "Thai": "th", "Ethi": "am"}
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
# Letters that decide between the languages of one script; langdetect knows no Kurdish or Pashto.
_ARABIC = (("ckb", "ڕڵۆێە"), ("ps", "ټډړښځڅۍ"), ("ur", "ٹڈڑںے"), ("fa", "پچژگیک"))
_ARABIC_ALONE = "ةىأإ"  # the others hardly ever write these, and Arabic writes theirs in foreign names
_CYRILLIC = (("be", "ў"), ("uk", "їєґ"), ("kk", "әғқңұһ"), ("ru", "ыэ"))

# Function words no other language in the table has: a page of text shows dozens, and looking at them costs a
# hundredth of what langdetect does (0.03 ms against 3 ms for 2,000 characters, and 0.5 s for loading its profiles).
_FUNCTION_WORDS = {
    "en": "the of and that with was for from this which were been has have by are",
    "de": "der die und das nicht mit von dem den ist auf für eine einer auch sich wird",
    "fr": "les des et du une dans est pour qui sur pas avec ont cette été aux",
    "es": "los las del una por con para como más pero fue sus este esta según",
    "it": "il gli della che per non sono nel alla di anche dei delle più",
    "pt": "os uma não com para foi dos das pelo mais ao seu sua são",
    "nl": "het een van en niet op dat zijn voor met door ook naar werd",
    "tr": "ve bir bu için ile olarak olan daha çok sonra kadar göre da",
    "pl": "w nie na się że jest do przez od jak oraz został",
    "sv": "och att det som på är av för inte med ett har",
    "ro": "și în din care pentru este sunt mai fost lui această",
    "ku": "û ji bi ku di ew jî bo heye kir ne dibe",
}
_WORD_OF = {word: code for code, words in _FUNCTION_WORDS.items() for word in words.split()}
_WORDS = re.compile(r"\w+")
_LONGER = re.compile(r"\w{2,}")
GLANCE, PLENTY = 500, 8  # characters that do when they have so many function words, and no other language a fourth
ENOUGH_WORDS = 4  # function words of the best language; below, or with half as many of another, langdetect decides
VARIETY = 5  # different words of two letters or more below which no text is 80 letters long in any language
FEW_WORDS = 2  # enough in a text too short for langdetect, when no other language has one


def code(tag: str) -> str:
    """Return the language of a tag, whatever its case and whatever region or script it names.

    >>> code("en-GB"), code("ZH_Hant"), code("")
    ('en', 'zh', '')
    """
    return tag.replace("_", "-").partition("-")[0].lower()


def language(text: str) -> str:
    """Return the ISO 639-1 (or -3) code of the main language of `text`.

    >>> language("فرمانده نیروی قدس وارد بغداد شد"), language("Командующий прибыл, сообщили высокопоставленные чиновники")
    ('fa', 'ru')
    >>> language("Muhammad Shia' al-Sudani")
    'und'
    """
    sample = text[:SAMPLE]
    if not sample.isascii() and _KANA.search(sample):
        return "ja"
    script, letters = _most(sample)
    if not letters:
        return UNKNOWN
    if script == "Hani":
        return "zh"
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    if script == "Arab":
        return _by_letters(sample, _ARABIC, _count(sample, _ARABIC_ALONE)) or "ar"
    if script == "Cyrl" and (found := _by_letters(sample, _CYRILLIC)):
        return found
    if script == "Latn" and (found := _by_function_words(sample, ENOUGH_WORDS if letters >= MINIMUM else FEW_WORDS)):
        return found
    return _statistical(sample) if letters >= MINIMUM and _varied(sample) else UNKNOWN


def _most(sample: str) -> tuple[str, int]:
    """Return the script of most letters, and how many they are at least: one character in four tells, if it is clear."""
    if len(sample) == SAMPLE:
        (script, most), (_, second) = [*scripts(sample[::4]).most_common(2), ("", 0), ("", 0)][:2]
        if most >= MINIMUM and most > 2 * second:
            return script, most
    counts = scripts(sample)
    return counts.most_common(1)[0] if counts else ("", 0)


def _varied(sample: str) -> bool:
    """Answer whether different words stand there: a letter or two over and over again are no language."""
    return len(set(_LONGER.findall(sample))) >= VARIETY


def _by_letters(sample: str, table: tuple[tuple[str, str], ...], least: int = 0) -> str:
    """Return the first language whose own letters are more than `least` and at least one of 200 characters."""
    for lang, letters in table:
        if (found := _count(sample, letters)) > least and found * 200 >= len(sample):
            return lang
    return ""


def _count(sample: str, letters: str) -> int:
    return sum(sample.count(letter) for letter in letters)


def _by_function_words(sample: str, enough: int) -> str:
    best, most, second = _votes(sample[:GLANCE])
    if most >= PLENTY and most > 4 * second:
        return best
    best, most, second = _votes(sample)
    return best if most >= enough and most > (2 * second if enough == ENOUGH_WORDS else 5 * second) else ""


def _votes(sample: str) -> tuple[str, int, int]:
    """Return the language with the most function words, how many, and how many the next has."""
    votes = Counter(filter(None, map(_WORD_OF.get, _WORDS.findall(sample.lower()))))
    (best, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return best, most, second


@lru_cache(maxsize=256)
def _statistical(sample: str) -> str:
    try:
        best = _detector().detect(sample)
    except Exception:  # langdetect raises its own error on text without features; the answer is then: unknown
        return UNKNOWN
    return str(best.lang).partition("-")[0] if best.prob >= CONFIDENCE else UNKNOWN


class _Shares(dict[str, list[float]]):
    """How often each language has a group of letters; worked out for the groups that a text has."""

    def __init__(self, profiles: Iterable[dict[str, Any]]) -> None:
        self._profiles = [(profile["freq"], profile["n_words"]) for profile in profiles]
        self._known = frozenset().union(*(counts for counts, _ in self._profiles))

    def __contains__(self, gram: object) -> bool:
        return gram in self._known

    def __missing__(self, gram: str) -> list[float]:
        self[gram] = row = [counts.get(gram, 0) / totals[len(gram) - 1] for counts, totals in self._profiles]
        return row


class _Detector:
    """langdetect with its randomness taken out: seeded for each text, so order and threads do not matter."""

    def __init__(self) -> None:
        from langdetect import DetectorFactory
        from langdetect.detector_factory import PROFILES_DIRECTORY

        # The library's own loader takes four times as long, and the order in which a disk lists the files.
        paths = sorted(path for path in Path(PROFILES_DIRECTORY).iterdir() if not path.name.startswith("."))
        self._factory = DetectorFactory()
        self._factory.langlist = [path.name for path in paths]
        self._factory.word_lang_prob_map = _Shares(json.loads(path.read_text(encoding="utf-8")) for path in paths)

    def detect(self, sample: str) -> Any:
        detector = self._factory.create()
        detector.seed = 0
        detector.append(sample)
        return detector.get_probabilities()[0]


@lru_cache(maxsize=1)
def _detector() -> _Detector:
    return _Detector()
