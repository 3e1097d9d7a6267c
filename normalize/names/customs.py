"""What the customs of naming say of a word that only one of two names has: a son's name, a father's, an honour."""

from __future__ import annotations

from collections.abc import Collection

from normalize.names.alignment import Pair
from normalize.names.order import PATRONYMICS
from normalize.names.prepare import Prepared
from normalize.names.syllables import surnames
from normalize.names.tables import arabic, roles

_ORIGINS = ("zai", "zay", "zada", "zadeh", "khel")  # Afghan and Persian families and tribes


def named_before(fuller: Prepared, full: Collection[int]) -> bool:
    """Answer whether the one word left over is a given name before the whole of a name built the Arabic way.

    Mohammed and Sayyid before a name are an honour, not another person.
    """
    if full != {0} or not fuller.arabic:
        return False
    return roles().get(fuller.words[0].text) != "honorary"


def is_son(fuller: Prepared) -> bool:
    """Answer whether the name after the first one is surely a father's, so that the first one is his son's.

    It is where his name or his own father's is known; families outside the Arabic way of naming leave out a first
    name freely.
    """
    if not any(word.code in arabic() for word in fuller.words[1:3]):
        return False
    return fuller.words[-1].code in arabic() or any(role == "article" for _, role in fuller.aside)


def two_cultures(pairs: list[Pair], a: Prepared, b: Prepared) -> bool:
    """Answer whether only a Chinese family name is shared, with a Chinese given name in one alone: Ann and Lai-wan Chiang.

    Many bear both, so the two given names do not speak against each other as those of one language do.
    """
    if len(pairs) != 1 or a.eastern == b.eastern or pairs[0].how == "initial":
        return False
    (left, _), (right, _) = pairs[0].left, pairs[0].right
    return a.words[left].text in surnames()[1] and b.words[right].text in surnames()[1]


def left_out(fuller: Prepared, full: Collection[int]) -> tuple[int, int, int]:
    """Count the fathers' names, the names of origin and the honours among the words that the other name lacks.

    All three are left out freely: Vladimir [Vladimirovich] Putin, Ali Hassan [al-Majid], [Mohammad] Javad Zarif.

    >>> from normalize.names.prepare import prepare
    >>> left_out(prepare("Vladimir Vladimirovich Putin"), {1}), left_out(prepare("Mohammad Javad Zarif"), {0})
    ((1, 0, 0), (0, 0, 1))
    """
    kinds = [_kind(fuller, place) for place in full]
    return kinds.count("father"), kinds.count("origin"), kinds.count("honour")


def _kind(name: Prepared, place: int) -> str:
    text, last = name.words[place].text, len(name.words) - 1
    before = next((role for token, role in name.aside if token == name.made_of[place][0] - 1), "")
    if 0 < place < last and (before == "lineage" or text.endswith(PATRONYMICS)):
        return "father"
    if place == last and (text.endswith(_ORIGINS) or (before == "article" and text[-1] in "iy")):
        return "origin"
    return "honour" if roles().get(text) == "honorary" else ""
