"""The order of speech, given name before family name, which lists and forms of many countries turn round."""

from __future__ import annotations

from itertools import chain

from normalize.names.letters import sounds
from normalize.names.syllables import surnames
from normalize.names.tables import nicknames, roles
from normalize.names.words import Token

SUFFIXES = ("suffix", "degree")
PATRONYMICS = (
    *("ovich", "evich", "ovych", "evych", "ovitch", "evitch", "avich"),
    *("ovna", "evna", "ivna", "avna"),
)
_FAMILIES = ("ov", "ova", "ev", "eva", "in", "ina", "off", "sky", "skiy", "skyi", "ski", "skaya", "ska", "enko", "uk")


def in_order(name: str, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put a family name that is surely written first behind the others.

    >>> from normalize.names.words import tokens
    >>> for name in ("Sinwar, Yahya", "ROUHANI Hassan", "Putin Vladimir Vladimirovich", "NGUYEN Phu Trong"):
    ...     print(*(token.text for token in in_order(name, tokens(name))))
    yahya sinwar
    hassan rouhani
    vladimir vladimirovich putin
    nguyen phu trong
    """
    family = _before_comma(name, found) or _in_capitals(name, found) or _before_patronymic(found)
    return found[family:] + found[:family] if family else found


def _before_comma(name: str, found: tuple[Token, ...]) -> int:
    """Count the words before a comma, behind which a given name stands: no degree, no Jr."""
    if (comma := name.find(",")) < 1:
        return 0
    family = len([token for token in found if token.start < comma])
    after = [roles().get(token.text, "") for token in found[family:]]
    if not family or not after or after[0] == "suffix":
        return 0
    return 0 if family > 1 and all(role in SUFFIXES for role in after) else family


def _in_capitals(name: str, found: tuple[Token, ...]) -> int:
    """Count the words in capitals before others that are not: a family name, where none is a title.

    Korean, Chinese and Vietnamese names are spoken in the order of lists.
    """
    if not name[:2].isupper() or len(found) < 2:
        return 0
    loud = [len(token.text) > 1 and name[token.start : token.end].isupper() for token in found]
    family = loud.index(False) if False in loud else 0
    if not family or any(loud[family:]) or found[0].text in chain(*surnames()):
        return 0
    return 0 if any(roles().get(token.text) == "title" for token in found[:family]) else family


def _before_patronymic(found: tuple[Token, ...]) -> int:
    """Russian forms ask for the family name first, and the father's name last."""
    if len(found) != 3 or not found[2].text.endswith(PATRONYMICS) or not found[0].text.endswith(_FAMILIES):
        return 0
    return int(sounds(found[0].text) not in nicknames())  # Martin is a given name
