"""Deciding on what was mined, entity by entity: accept, reject, skip, or exclude one spelling from the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from normalize.gazetteer.upkeep.queue import Find
from normalize.model import GazetteerError

Ask = Callable[[str], str]
Tell = Callable[[str], None]
QUESTION = "accept all (a), reject all (r), skip (s), exclude one (e NUMBER), quit (q)? "


def review(
    finds: Sequence[Find],
    ask: Ask,
    tell: Tell,
    accept: Callable[[Find], None],
    keep: Callable[[list[Find]], None],
    about: Callable[[str], str] = lambda id_: id_,
) -> list[Find]:
    """Ask about every undecided find; return the queue with the decisions.

    `accept` brings a name into the gazetteer and raises GazetteerError when that would make a fault: the find then
    stays undecided, and the fault is told. `keep` is given the queue after each decision, so that nothing decided is
    lost or asked again. `about` says in a line who an id is.
    """
    queue = {find.key: find for find in finds}

    def decide(find: Find, decision: str) -> None:
        if decision == "accepted":
            try:
                accept(find)
            except GazetteerError as error:
                tell(f"not accepted: {error}")
                return
        queue[find.key] = replace(find, decision=decision)
        keep(list(queue.values()))

    for id_, group in _groups(finds):
        tell(f"\n{about(id_)}")
        if not _one(group, ask, tell, decide):
            break
    return list(queue.values())


def _groups(finds: Sequence[Find]) -> Iterator[tuple[str, list[Find]]]:
    pending = sorted((find for find in finds if not find.decision), key=lambda find: (find.id, -find.count, find.form))
    for id_, group in groupby(pending, key=lambda find: find.id):
        yield id_, list(group)


def _one(group: list[Find], ask: Ask, tell: Tell, decide: Callable[[Find, str], None]) -> bool:
    """Ask about the spellings of one entity; return False to stop."""
    while group:
        for number, find in enumerate(group, start=1):
            tell(f"  {number}. {find.form}  (like {find.near}, {find.score:.2f}; {find.count}x)")
            for context in find.contexts:
                tell(f"       {context}")
        answer, _, rest = ask(QUESTION).strip().lower().partition(" ")
        if answer in ("a", "r"):
            for find in group:
                decide(find, "accepted" if answer == "a" else "rejected")
            return True
        if answer in ("s", "q"):
            return answer == "s"
        if answer == "e" and rest.strip().isdecimal() and 1 <= int(rest) <= len(group):
            decide(group.pop(int(rest) - 1), "rejected")
    return True
