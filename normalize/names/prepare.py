"""A name made ready for comparing: which of its tokens are names, which are titles, articles, particles."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from normalize.names.exonyms import other_names
from normalize.names.order import SUFFIXES, in_order
from normalize.names.orthographies import respelt
from normalize.names.romanise.characters import readings
from normalize.names.syllables import eastern, longer
from normalize.names.tables import arabic, generics, roles
from normalize.names.words import MOST_CHARACTERS, SERVANT, Token, Word, tokens, word_of
from normalize.text.scripts import is_latin, main_script

_DROPPED = {"title", "suffix", "article", "sun", "lineage", "particle", "generic", "legal"}
STYLES = ("style", "after")  # titles that may be names: before a name, behind it
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_RELIGION = frozenset(("din", "deen", "dine", "eddine", "uddin", "addin"))


class Prepared(NamedTuple):
    """The words of a name, the tokens each was made of (first, past the last), and what was set aside."""

    name: str
    words: tuple[Word, ...]
    made_of: tuple[tuple[int, int], ...]
    aside: tuple[tuple[int, str], ...] = ()
    script: str = "Latn"
    kind: str = "person"
    joined: str = ""
    eastern: bool = False
    arabic: bool = False
    weight: float = 0.0
    honours: tuple[Word, ...] = ()
    generation: str = ""  # jr, sr, iii
    forms: tuple[Prepared, ...] = ()  # the name as other languages read it, other names of a place or body


def role_of(index: int, found: tuple[Token, ...], name: str, kind: str = "person") -> str:
    """Return what a token is where it stands: "al" is an article before a word, "ash" only before sh-."""
    token = found[index]
    role = roles(kind).get(token.text, "name")
    if kind != "person":
        return role
    if judge := _JUDGES.get(role):
        return judge(index, found, name)
    if role == "honorary" or index + 1 == len(found) or (token.dotted and len(token.text) == 1):
        return "name"
    return role


def _is_tied(token: Token, name: str) -> bool:
    return name[token.end : token.end + 1] in ("-", "‑", "–")


def _title(index: int, found: tuple[Token, ...], _name: str) -> str:
    last = index + 1 == len(found)
    return "title" if len(found) > 1 and (not last or found[index].dotted) else "name"


def _style(index: int, found: tuple[Token, ...], name: str) -> str:
    """Hafez may begin a name as a title, after other titles at most, and not tied to what follows."""
    leads = all(roles().get(token.text) in ("title", "style") for token in found[:index])
    return "title" if leads and index + 1 < len(found) and not _is_tied(found[index], name) else "name"


def _after(index: int, found: tuple[Token, ...], _name: str) -> str:
    """Bey ends a name."""
    return "title" if 0 < index == len(found) - 1 else "name"


def _suffix(index: int, found: tuple[Token, ...], _name: str) -> str:
    """Jr ends a name of two words and more."""
    ends = all(roles().get(token.text) in SUFFIXES for token in found[index + 1 :])
    return "suffix" if index > 1 and ends else "name"


def _degree(index: int, found: tuple[Token, ...], name: str) -> str:
    """Take ba or se for a degree only behind a comma, alone or with others."""
    apart = name[: found[index].start].rstrip().endswith((",", "."))
    return _suffix(index, found, name) if apart else "name"


def _sun(index: int, found: tuple[Token, ...], name: str) -> str:
    """Before a word with its own letter, or tied to it, ash is an article."""
    token, last = found[index], index + 1 == len(found)
    if not last and (_is_tied(token, name) or found[index + 1].text[:1] == token.text[-1:]):
        return "article"
    return "particle" if token.text in ("et", "en") and not last else "name"


_JUDGES = {"title": _title, "style": _style, "after": _after, "suffix": _suffix, "degree": _degree, "sun": _sun}


def _gather(
    found: tuple[Token, ...], name: str, kind: str, styled: bool = True
) -> tuple[list[str], list[tuple[int, int]], list[tuple[int, str]]]:
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    aside: list[tuple[int, str]] = []
    syllabic, honoured = _syllabic(found, name) if kind == "person" else (False, False)  # la and de are no particles
    pending, since = "", -1  # "abd", "abu" wait for the word they belong to
    known = roles(kind)
    for index, token in enumerate(found):
        role = role_of(index, found, name, kind) if token.text in known else "name"
        if not styled and role == "title" and roles().get(token.text) in STYLES:
            role = "name"
        role = "name" if syllabic and (index or not honoured) else role
        if role in ("servant", "kunya"):
            aside_now = pending == ""
            pending += "abd" if role == "servant" else token.text
            since = index if aside_now else since
        elif role in _DROPPED:
            aside.append((index, role))
        elif kind == "organisation":
            texts.append(generics().get(token.text, token.text))
            spans.append((index, index + 1))
        elif token.text in _RELIGION and texts and not pending:
            texts[-1], spans[-1] = texts[-1] + "din", (spans[-1][0], index + 1)
        else:
            texts.append(pending + (longer(token.text) if syllabic else token.text))
            spans.append((since if pending else index, index + 1))
            pending = ""
    if pending:
        texts.append(pending)
        spans.append((since, len(found)))
    return texts, spans, aside


def _syllabic(found: tuple[Token, ...], name: str) -> tuple[bool, bool]:
    """Answer whether a name is Chinese or Korean, by its script or its syllables, and whether a title leads it.

    Hon Sui Sen is one by all his syllables, Dr Lee Bee Wah without the first.
    """
    titled = bool(found) and roles().get(found[0].text) == "title"
    if not is_latin(name) and main_script(name) in ("Hani", "Hang"):
        return True, titled
    texts = [token.text for token in found]
    if titled and eastern(texts[1:]):
        return True, True
    return eastern(texts), False


def _is_arabic(words: tuple[Word, ...], aside: list[tuple[int, str]]) -> bool:
    """Answer whether a name is built the Arabic way: given name, father's name, family."""
    if any(role in ("article", "lineage") for _, role in aside):
        return True
    known = arabic()
    return sum([word.code[0] == SERVANT or word.code in known for word in words]) > 1


@lru_cache(maxsize=4096)
def prepare(name: str, kind: str = "person") -> Prepared:
    """Read `name` once, so that it can be compared many times.

    >>> [word.text for word in prepare("Dr. Ayman al-Zawahiri").words]
    ['ayman', 'zawahiri']
    >>> [word.text for word in prepare("Zawahiri, Ayman Abd al-Rahman").words]
    ['ayman', 'abdrahman', 'zawahiri']
    >>> [form.words[0].text for form in prepare("李卓人").forms]
    ['lei', 'ri', 'li', 'litroin']
    """
    read = as_written(name, kind)
    if kind != "person":
        return read._replace(forms=tuple(_read(other, kind) for other in _other_names(read)))
    if read.script != "Hani":
        return read
    forms = [_read(form.text, kind)._replace(script=form.script) for form in readings(read.name)]
    return read._replace(forms=tuple(forms))


@lru_cache(maxsize=4096)
def as_written(name: str, kind: str = "person") -> Prepared:
    """Read `name` alone, without its forms in other languages and its other names: enough to tell by which it is found."""
    return _read(name[:MOST_CHARACTERS], kind)


def indexed(name: str, kind: str) -> Prepared:
    """Read a name of an index: that of a place or body without its other names, which the query has."""
    return prepare.__wrapped__(name, kind) if kind == "person" else _read(name[:MOST_CHARACTERS], kind)


def _other_names(read: Prepared) -> tuple[str, ...]:
    """Return the other names; for a place also its own written together where it is apart: Shih-chia-chuang."""
    known = other_names(read.name, read.kind)
    if read.kind != "place" or len(read.words) < 2:
        return known
    letters = "".join([word.text for word in read.words])
    return (*known, letters) if respelt(letters) else known


def tokens_of(name: Prepared) -> tuple[Token, ...]:
    """Return the tokens its places count: read again, for few names are asked and many kept."""
    return _tokens(name.name, name.kind)


def _tokens(name: str, kind: str) -> tuple[Token, ...]:
    found = tokens(name)
    return in_order(name, found) if kind == "person" else found


def _read(name: str, kind: str) -> Prepared:
    found = _tokens(name, kind)
    texts, spans, aside = _gather(found, name, kind)
    if len(texts) < 2 and aside:  # a style may be a given name: Amir Karimi
        texts, spans, aside = _gather(found, name, kind, styled=False)
    if not texts:
        texts, spans, aside = [token.text for token in found], [(i, i + 1) for i in range(len(found))], []
    words = tuple([word_of(text, kind) for text in texts])
    script = "Latn" if is_latin(name) else main_script(name) or "Latn"
    script = "Kana" if script == "Hira" else script
    joined, weight = "".join([word.code for word in words]), sum([word.weight for word in words])
    is_eastern = kind == "person" and eastern(texts)
    return Prepared(
        name,
        words,
        tuple(spans),
        tuple(aside),
        script,
        kind,
        joined,
        is_eastern,
        _is_arabic(words, aside),
        weight,
        tuple([word_of(found[index].text) for index, role in aside if role == "title"]),
        next((_GENERATIONS.get(found[index].text, "") for index, role in aside if role == "suffix"), ""),
    )
