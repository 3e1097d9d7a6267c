"""Texts to measure with: a file of one's own, or English news made of patterns and the names of the gazetteer."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from normalize import Gazetteer

SIZE = 5000  # characters of a document
DOCUMENTS = 120
_PATTERNS = (
    "{person} arrived in {place} on {day} for talks with {person} about {topic}, officials of {body} said.",
    "A spokesman for {body} told reporters that {number} people had been displaced by {topic} near {place} since {month}.",
    "“We will not accept any agreement that ignores {topic},” {person} said during a visit to {place}.",
    "According to {body}, the cost of {topic} rose to ${number} million last year, the highest figure in a decade.",
    "Residents of {place} described hours of uncertainty before {body} announced that the road to {place} had reopened.",
    "The statement did not mention {person}, who has led {body} since {year} and is expected to step down in {month}.",
    "Analysts said the decision could complicate relations between {place} and {place}, where {topic} remains disputed.",
    "In a separate development, {body} published a report on {topic} that had been delayed for more than {few} months.",
    "Neither {person} nor {body} responded to requests for comment on {day} evening.",
    "The two sides agreed to form a committee on {topic}, and its first meeting is scheduled to take place in {place}.",
    "Footage shared by local media showed long queues outside shops in {place}, while schools stayed closed until {day}.",
    "Prices in the capital have doubled within weeks, and many families say they can no longer afford {topic} at all.",
    "It was not immediately clear whether the measures would be approved before the end of the current session.",
    "Witnesses said the crowd had gathered peacefully at first and that the violence began only after dark.",
    "Critics of the plan argue that it would benefit a small number of companies and leave the rest of the country behind.",
    "“What matters now is {topic},” {person} wrote, adding that the proposal of {body} was “a first step” and no more.",
)
_WORDS = {
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November December",
    "few": "two three four five six seven eight",
    "topic": "drinking-water electricity inflation migration censorship housing vaccination corruption wheat fishing "
    "pensions unemployment sanctions smuggling drought tourism conscription banking trade elections railways pollution",
}


def made(documents: int = DOCUMENTS) -> list[str]:
    """Return documents of about 5,000 characters, the same each time."""
    gazetteer, draw = Gazetteer.load(), random.Random(1)
    names: dict[str, list[str]] = {"person": [], "place": [], "organisation": []}
    for entity in gazetteer.layers[0].entities():
        if entity.kind in names:
            names[entity.kind].append(entity.canonical("en"))
    words = {slot: listed.split() for slot, listed in _WORDS.items()}
    words |= {"person": names["person"], "place": names["place"], "body": names["organisation"]}
    return [_document(draw, words | _cast(draw, words)) for _ in range(documents)]


def _cast(draw: random.Random, words: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return whom one document names: few, and again and again."""
    return {slot: draw.sample(words[slot], 4) for slot in ("person", "place", "body")}


def _document(draw: random.Random, words: dict[str, list[str]]) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < SIZE:
        sentences = (_sentence(draw, words) for _ in range(draw.randint(1, 4)))
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def _sentence(draw: random.Random, words: dict[str, list[str]]) -> str:
    pattern = draw.choice(_PATTERNS)
    while "{" in pattern:
        slot = pattern[pattern.index("{") + 1 : pattern.index("}")]
        if slot in ("number", "year"):
            value = str(draw.randint(2, 990)) if slot == "number" else str(draw.randint(1990, 2024))
        else:
            value = draw.choice(words[slot])
        pattern = pattern.replace(f"{{{slot}}}", value, 1)
    return pattern


def read_text(path: Path) -> str:
    """Return the text of a file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return file.read(SIZE * DOCUMENTS)


def cut(text: str) -> list[str]:
    """Return the text in documents of 5,000 characters."""
    return [text[start : start + SIZE] for start in range(0, len(text), SIZE)]
