"""Learn what Chinese characters stand for in foreign names: 斯 is an s, 夫 a v.

    python scripts/train_transcriptions.py FOLDER

FOLDER holds wd_chinese_80 of NETransliteration-COLING2018 (CC0): an English word, the characters, a count. Each word is
cut into as many pieces as it has characters, the likeliest way, in rounds; a piece is likely at first the more it looks
like the pinyin. Writes normalize/names/data/transcriptions.tsv: the commonest piece for each character.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.distance import Indel

from normalize.names.letters import plain, sounds
from normalize.names.romanise.characters import mandarin

TARGET = Path(__file__).resolve().parent.parent / "normalize" / "names" / "data" / "transcriptions.tsv"
LONGEST = 5  # letters of a piece
LONGEST_WORD = 14
ROUNDS = 5
PRIOR = 5.0  # how many pieces the pinyin is worth
BY_LENGTH = (0.025, 1.0, 1.0, 0.6, 0.3, 0.1)  # no character is silent if it need not be, and long pieces hide others
LIKE_PINYIN = 5.0  # how fast a piece gets unlikely the less it looks like the pinyin
SILENT = 0.3  # how much a piece without letters counts
FEWEST = 10  # pieces seen, for a row
Counts = dict[str, Counter[str]]


def read(folder: Path) -> list[tuple[str, str]]:
    """Return (English word, characters)."""
    found = []
    for line in (folder / "wd_chinese_80").read_text("utf-8").splitlines():
        english, source, _ = line.split("\t")
        word, characters = plain(english), source.replace(" ", "")
        if len(characters) - 1 <= len(word) <= LONGEST_WORD and all(map(mandarin, characters)):
            found.append((word, characters))
    return found


@cache
def looks_like(piece: str, pinyin: str) -> float:
    """Return how likely a piece is before anything is counted."""
    alike = Indel.normalized_similarity(sounds(piece), sounds(pinyin)) if piece else 1.0
    return 0.02 * math.exp(-LIKE_PINYIN * (1 - alike)) * BY_LENGTH[len(piece)]


def cost(piece: str, character: str, counts: Counts, totals: dict[str, int]) -> float:
    """Return how unlikely a character stands for a piece (nats)."""
    seen = counts[character][piece] * (1.0 if piece else SILENT) if character in counts else 0.0
    likely = seen + PRIOR * looks_like(piece, mandarin(character))
    return -math.log(likely / (totals.get(character, 0) + PRIOR))


def cut(word: str, characters: str, counts: Counts, totals: dict[str, int]) -> tuple[str, ...]:
    """Return the likeliest pieces of a word, one a character; none where it is too long."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for place, character in enumerate(characters):
        longer: dict[int, tuple[float, tuple[str, ...]]] = {}
        left = (len(characters) - place - 1) * LONGEST
        for at, (so_far, pieces) in best.items():
            for past in range(max(at, len(word) - left), min(at + LONGEST, len(word)) + 1):
                together = so_far + cost(word[at:past], character, counts, totals)
                if past not in longer or together < longer[past][0]:
                    longer[past] = together, (*pieces, word[at:past])
        best = longer
    return best[len(word)][1] if len(word) in best else ()


def learn(words: list[tuple[str, str]]) -> Counts:
    """Return how often each character stood for each piece."""
    counts: Counts = {}
    for _ in range(ROUNDS):
        totals = {character: sum(seen.values()) for character, seen in counts.items()}
        new: Counts = defaultdict(Counter)
        for word, characters in words:
            for piece, character in zip(cut(word, characters, counts, totals), characters, strict=False):
                new[character][piece] += 1
        counts = dict(new)
    return counts


def commonest(seen: Counter[str]) -> str:
    """Return the commonest of the pieces that sound as the commonest sound."""
    by_sound: Counter[str] = Counter()
    for piece, count in seen.items():
        by_sound[sounds(piece)] += count * bool(piece)
    sound = max(by_sound, key=lambda code: (by_sound[code], code))
    return max((piece for piece in seen if piece and sounds(piece) == sound), key=lambda piece: (seen[piece], piece))


def main() -> None:
    """Write the table."""
    rows: dict[str, str] = defaultdict(str)
    for character, seen in sorted(learn(read(Path(sys.argv[1]))).items()):
        if sum(seen.values()) >= FEWEST and any(seen):
            rows[commonest(seen)] += character
    lines = [
        "# What Chinese characters stand for in foreign names, in Latin letters.",
        "# Learned from NETransliteration-COLING2018 (CC0) by: python scripts/train_transcriptions.py FOLDER",
        *(f"{piece}\t{characters}" for piece, characters in sorted(rows.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
