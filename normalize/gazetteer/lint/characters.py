"""What the letters of one name may not be. A name without anything odd costs two searches and a look at its scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from normalize.gazetteer.lint.tags import letter_script, letters_of

LONGEST_NAME = 500  # characters; the longest name in use (a full style of a Thai capital) has 168

# UTF-8 read as Windows-1252: a lead byte's letter, then what a continuation byte looks like there.
_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = (
    rf"[ÂÃÄÅÐÑØÙÚÛ×][{_CONTINUATION}]|â€|(?<=[^\W\d_])[ÂÃÄÅÐÑØÙ](?=[a-z])"
    r"|[РС][\u0090-\u00bfЂЃЉЊЌЋЏђѓљњќћџ‚„…†‡€‰‹‘’“”•–—™›]"  # the same of Cyrillic, as Windows-1251
)
_JOINED = r"[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff]"  # letters of Arabic and Indic scripts
# Each with what it is. The joiners are looked at apart: in their place they are part of the spelling.
_ODDITIES = (
    ("space", r"^ | $|  ", "a space at an end, or two in a row"),
    ("markup", r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|</?[A-Za-z!]", "an HTML entity or tag"),
    ("escape", r"\\(?:[uU][0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[ntr0\"'])", "an escape sequence instead of the character"),
    ("mojibake", _MOJIBAKE, "looks like UTF-8 read as another encoding"),
    ("joiner", rf"[\u200c\u200d](?!{_JOINED})|(?<!{_JOINED})[\u200c\u200d]", "a joiner that joins nothing"),
    ("quotes", r"^\"[^\"]*$|^[^\"]*\"$", "an unclosed quotation mark"),
)  # fmt: skip
_PLAIN_ODDITIES = ("space", "markup", "escape", "quotes")  # what a name in ASCII alone can have


def _searched(checks: frozenset[str]) -> re.Pattern[str]:
    patterns = (f"(?P<n{n}>{pattern})" for n, (check, pattern, _) in enumerate(_ODDITIES) if check in checks)
    return re.compile("|".join(patterns))


_ODD = _searched(frozenset(check for check, _, _ in _ODDITIES))
_ODD_ASCII = _searched(frozenset(_PLAIN_ODDITIES))
_TWO_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_VALUES = "null NULL Null none None nan NaN NAN true True TRUE false False FALSE undefined N/A n/a #N/A #REF! #NAME?"
_PLACEHOLDERS = frozenset(_VALUES.split())
_ALONE = frozenset({"Hani", "Hang", "Hira", "Kana"})  # one character may be a whole name
_COMPATIBILITY = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefe\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


class Oddity(NamedTuple):
    """What is wrong with a name: which check says so, what it says, and how many characters into the name."""

    check: str
    message: str
    at: int = 0


def name_faults(form: str, tag: str, kind: str) -> Iterator[Oddity]:
    """Yield what keeps `form` from being a name.

    >>> [odd.message for odd in name_faults("Qаani", "en-Latn", "main")]
    ["'а' (U+0430, Cyrl) among the letters of Latn"]
    """
    if not form.strip():
        yield Oddity("empty", "an empty name")
        return
    if len(form) > LONGEST_NAME:
        yield Oddity("long", f"a name of {len(form)} characters; the limit is {LONGEST_NAME}")
        return
    ascii_alone = form.isascii()
    if match := (_ODD_ASCII if ascii_alone else _ODD).search(form):
        check, _, said = _ODDITIES[int((match.lastgroup or "n0")[1:])]
        yield Oddity(check, said, match.start())
    if not ascii_alone and not unicodedata.is_normalized("NFC", form):
        yield Oddity("nfc", f"not in composed form (NFC): {unicodedata.normalize('NFC', form)!r} is")
    if form in _PLACEHOLDERS:
        yield Oddity("type", f"{form!r} is a value of another type, no name")
    if kind not in ("code", "weak") and not _TWO_LETTERS.search(form):
        yield from _too_short(form)
    if not ascii_alone or not tag.endswith("-Latn"):
        yield from _foreign(form, tag)


def _too_short(form: str) -> Iterator[Oddity]:
    letters = sum(1 for character in form if character.isalpha())
    if letters == 0:
        yield Oddity("short", "digits and punctuation only: a code, or weak")
    elif len(form) == 1 and letter_script(form) not in _ALONE:
        yield Oddity("short", "one letter is no name")


def _foreign(form: str, tag: str) -> Iterator[Oddity]:
    """Yield the letters that are of another script than the tag says.

    A Latin word may stand inside a name in other letters (a brand, an acronym); no word may mix two alphabets,
    and a Latin name has Latin letters only: look-alikes come in that way.
    """
    wanted = letters_of(tag)
    if wanted is None:
        return
    found = {letter_script(character) for character in form} - {""}
    if found.issubset(wanted):
        return
    if wanted == ("Latn",) or not found.issubset((*wanted, "Latn")):
        yield _first(form, found.difference(wanted), tag)
    elif found.isdisjoint(wanted):
        yield Oddity("script", f"no letter of {tag.partition('-')[2]}, which its tag {tag} says")
    elif wanted[0] not in _ALONE:
        yield from _mixed(form)


def _first(form: str, foreign: set[str], tag: str) -> Oddity:
    place = next(place for place, character in enumerate(form) if letter_script(character) in foreign)
    character = form[place]
    said = f"{character!r} (U+{ord(character):04X}, {letter_script(character)}) among the letters of {tag[-4:]}"
    return Oddity("script", said, place)


def _mixed(form: str) -> Iterator[Oddity]:
    for word in _WORD.finditer(form):
        scripts = {letter_script(character) for character in word[0]} - {""}
        if len(scripts) > 1:
            yield Oddity("script", f"{word[0]!r} mixes {' and '.join(sorted(scripts))}", word.start())


def name_doubts(form: str, kind: str) -> Iterator[Oddity]:
    """Yield what is unlikely in a name but may be right.

    >>> [odd.check for odd in name_doubts("EBL", "spelling")]
    ['code']
    """
    if form.isascii():
        if len(form) <= 3:
            yield from _code_like(form, kind)
        return
    if match := _COMPATIBILITY.search(form):
        said = f"a presentation form (U+{ord(match[0]):04X}): write the plain letter"
        yield Oddity("compatibility", said, match.start())
    if "\u0640" in form:
        yield Oddity("tatweel", "a tatweel (U+0640) is decoration, no letter", form.index("\u0640"))


def _code_like(form: str, kind: str) -> Iterator[Oddity]:
    if kind not in ("acronym", "code", "weak", "main") and form.isupper():
        yield Oddity("code", f"{form!r} looks like a code or an acronym and is marked {kind}")
    elif len(form) == 2 and kind not in ("acronym", "code", "weak", "main"):
        yield Oddity("short", "two letters: too short to link on its own; weak?")
