"""Draw the words of Chinese in `normalize/text/data/chinese.txt` from jieba's dictionary.

    python scripts/generate_chinese.py DICT

DICT is `jieba/dict.txt` of jieba 0.42.1 (`pip download jieba`; MIT, `data/jieba.txt` has the terms). Taken are words that
are frequent, but for a place's name with what it is or has (上海市, 中国政府): there the name stands.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from math import log
from pathlib import Path

TO = Path(__file__).resolve().parent.parent / "normalize" / "text" / "data" / "chinese.txt"
OFTEN = {1: 50, 2: 50, 3: 50, 4: 50}  # times in jieba's corpora, by characters of a word
SELDOM = 10  # the same of a longer name, which has parts that are names
FAMOUS = 1000  # the same of a name that stands whatever follows
KNOWN = 50  # the same of a word that may follow one
NAMES = ("nr", "ns", "nt", "nz", "j")  # its tags of names
WORDS = tuple("nvblai")  # and of words that may follow one
RIGHT = frozenset("市县省区州队")  # behind these no name is needed to tell
PARTS = RIGHT | frozenset(
    "都镇乡村路街国岛山江河湖海湾港城堡府军党社会部厅局院校厂所人族语文话式籍方界派系型产货币报台站馆寺宫塔园墙杯史学裔戏菜茶酒"
)
STEP = 4  # parts of a nat that costs are told in


class Dictionary(dict[str, tuple[int, str]]):
    """How often each word was found, and its tag."""

    def named(self, word: str) -> bool:
        """Answer whether a word is a name."""
        return len(word) > 1 and word in self and self[word][1].startswith(NAMES)

    def compound(self, word: str) -> bool:
        """Answer whether a word is a name with what it is or has."""
        return any(self._owns(word[:place], word[place:]) for place in range(2, len(word)))

    def _owns(self, name: str, rest: str) -> bool:
        if rest in RIGHT and name in self:
            return True
        if not self.named(name):
            return False
        times, tag = self.get(rest, (0, ""))
        word = len(rest) > 1 and times >= KNOWN and tag.startswith(WORDS)
        return rest in PARTS or word or self.named(rest) or (len(rest) > 1 and self[name][0] >= FAMOUS)


def read(file: Path) -> Dictionary:
    """Return what jieba knows of words in Chinese characters."""
    rows = [line.split() for line in file.read_text("utf-8").splitlines()]
    chinese = (row for row in rows if all("\u3400" <= character <= "\u9fff" for character in row[0]))
    return Dictionary({word: (int(times), tag) for word, times, tag in chinese})


def frequent(known: Dictionary) -> dict[str, int]:
    """Return the words that are taken, and how often each is found."""
    often = {word: times for word, (times, _) in known.items()}
    for word, (times, _) in known.items():
        if word[-1] in RIGHT and word[:-1] in known:  # 马里兰 is a name, as 马里兰州 is
            often[word[:-1]] = max(times, often[word[:-1]])
    least = {
        word: SELDOM if len(word) > 2 and known.named(word) else OFTEN.get(len(word), sys.maxsize) for word in often
    }
    return {
        word: n for word, n in often.items() if len(word) in OFTEN and n >= least[word] and not known.compound(word)
    }


def main() -> None:
    """Write the list: a line a cost, with the words that have it."""
    known = read(Path(sys.argv[1]))
    total = sum(times for times, _ in known.values())
    by_cost = defaultdict(list)
    for word, times in frequent(known).items():
        by_cost[round(STEP * -log(times / total)) / STEP].append(word)
    lines = [" ".join([str(cost), *sorted(words)]) for cost, words in sorted(by_cost.items())]
    TO.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
