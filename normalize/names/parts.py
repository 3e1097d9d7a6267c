"""What each part of a name is: title, given name, kunya, lineage, article, family name ..."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalize.names.order import PATRONYMICS
from normalize.names.prepare import Prepared, prepare, role_of, tokens_of
from normalize.names.tables import roles
from normalize.names.words import Token


class Role(StrEnum):
    """What a token of a name is."""

    TITLE = "title"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    KUNYA = "kunya"
    SERVANT = "servant"
    LINEAGE = "lineage"
    ARTICLE = "article"
    PARTICLE = "particle"
    NISBA = "nisba"
    FAMILY = "family"
    SUFFIX = "suffix"
    INITIAL = "initial"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Part:
    """One token of a name as written, its role, and where it stands (code points)."""

    text: str
    role: Role
    start: int
    end: int


_PATRONYMICS = (*PATRONYMICS, "oglu", "oghlu")


def _aside_role(role: str) -> Role:
    return Role.ARTICLE if role == "sun" else Role(role)


def _word_roles(p: Prepared, tokens: tuple[Token, ...]) -> dict[int, Role]:
    """Roles of the tokens that are names: by place, by what stands before them, and by their ending."""
    found: dict[int, Role] = {}
    aside = dict(p.aside)
    last = len(p.made_of) - 1
    for number, (start, past) in enumerate(p.made_of):
        for token in range(start, past - 1):
            found[token] = Role.KUNYA if roles().get(tokens[token].text) == "kunya" else Role.SERVANT
            if role_of(token, tokens, p.name) == "article":
                found[token] = Role.ARTICLE
        found[past - 1] = _name_role(p, number, last, aside.get(start - 1, ""))
    return found


def _name_role(p: Prepared, number: int, last: int, before: str) -> Role:
    word = p.words[number]
    if word.initial:
        return Role.INITIAL
    if p.kind != "person":
        return Role.NAME
    if before == "lineage" or (0 < number < last and word.text.endswith(_PATRONYMICS)):
        return Role.PATRONYMIC
    if p.eastern:
        return Role.GIVEN if number else Role.FAMILY
    if number == last and (last > 0 or before):
        return Role.NISBA if before == "article" and word.text.endswith(("i", "y")) else Role.FAMILY
    return Role.NAME if last == 0 else Role.GIVEN


def parse(name: str, kind: str = "person") -> tuple[Part, ...]:
    """Return the parts of `name` in the order they are written; a token for which nothing speaks is a "name".

    >>> [f"{part.text}:{part.role}" for part in parse("Sheikh Hamad bin Khalifa Al Thani")]
    ['Sheikh:title', 'Hamad:given', 'bin:lineage', 'Khalifa:patronymic', 'Al:article', 'Thani:nisba']
    >>> [str(part.role) for part in parse("Kim Jong-un")]
    ['family', 'given', 'given']
    """
    p = prepare(name, kind)
    tokens = tokens_of(p)
    found = _word_roles(p, tokens)
    found.update({index: _aside_role(role) for index, role in p.aside})
    parts = [
        Part(name[token.start : token.end], found.get(index, Role.NAME), token.start, token.end)
        for index, token in enumerate(tokens)
    ]
    return tuple(sorted(parts, key=lambda part: part.start))
