"""The review queue: what `mine` proposes and what somebody decided on it. Lies beside the source files, is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from normalize.gazetteer.table import QUEUE_FILE
from normalize.gazetteer.upkeep.files import write_all
from normalize.model import GazetteerError

COLUMNS = ("form", "lang", "id", "near", "score", "count", "contexts", "decision")
DECISIONS = ("", "accepted", "rejected")
_BETWEEN = " ¦ "  # contexts in one field


@dataclass(frozen=True, slots=True)
class Find:
    """A spelling that may be one of an entity's: `near` is its name it is like, `score` how likely (0 to 1).

    `contexts` are a few of the `count` places it was seen in. `decision` is one of DECISIONS, "" while nobody decided.
    """

    form: str
    lang: str
    id: str
    near: str
    score: float
    count: int
    contexts: tuple[str, ...] = ()
    decision: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a decision is about: this form, this entity."""
        return self.form, self.id


def read_queue(folder: Path) -> list[Find]:
    """Return the queue of a gazetteer folder; empty when there is none. Raises GazetteerError for a faulty line."""
    path = folder / QUEUE_FILE
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [_find(path, number, line) for number, line in enumerate(lines, start=1) if number > 1]


def _find(path: Path, number: int, line: str) -> Find:
    fields = line.split("\t")
    try:
        form, lang, id_, near, score, count, contexts, decision = fields
        if decision in DECISIONS:
            seen = tuple(contexts.split(_BETWEEN)) if contexts else ()
            return Find(form, lang, id_, near, float(score), int(count), seen, decision)
    except ValueError:
        pass
    raise GazetteerError("no line of a review queue", path=str(path), line=number, column=1, text=line)


def write_queue(folder: Path, finds: Iterable[Find]) -> None:
    """Write the queue: undecided finds first, the likeliest and most frequent on top."""
    ordered = sorted(finds, key=lambda find: (bool(find.decision), find.id, -find.count, find.form))
    lines = ["\t".join(COLUMNS), *(_line(find) for find in ordered), ""]
    write_all({folder / QUEUE_FILE: "\n".join(lines).encode()})


def _line(find: Find) -> str:
    contexts = _BETWEEN.join(" ".join(context.split()) for context in find.contexts)
    fields = (find.form, find.lang, find.id, find.near, f"{find.score:.2f}", str(find.count), contexts, find.decision)
    return "\t".join(" ".join(field.split()) for field in fields)


def joined(old: Iterable[Find], new: Iterable[Find]) -> list[Find]:
    """Return a queue with new finds: what was decided stays decided, what was not is as it was seen last.

    >>> seen = Find("Ismail Ghani", "en-Latn", "esmail-qaani", "Ismail Ghaani", 0.9, 4)
    >>> from dataclasses import replace
    >>> [find.decision for find in joined([replace(seen, decision="rejected")], [seen])]
    ['rejected']
    """
    finds = {find.key: find for find in old}
    for find in new:
        known = finds.get(find.key)
        finds[find.key] = known if known and known.decision else find
    return list(finds.values())
