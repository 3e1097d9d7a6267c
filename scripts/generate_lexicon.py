"""Draw the lists of English words in `normalize/text/data` from SCOWL, to the byte.

    apt-get install scowl            # 2020.12.07; or unpack it from http://wordlist.sourceforge.net
    python scripts/generate_lexicon.py /usr/share/dict/scowl [--check]

Sizes 10 to 50 of what all of English, American and British English write; without abbreviations, names of people,
genitives, single letters and words with accents. `data/SCOWL.txt` has the terms. `--check` writes nothing and exits 1
when a list is another one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "normalize" / "text" / "data"
SIZES = (10, 20, 35, 40, 50)
REGIONS = ("english", "american", "british")
LISTS = {"english.txt": ("words", str.islower), "english-capitalised.txt": ("upper", str.istitle)}


def drawn(folder: Path, category: str) -> set[str]:
    """Return the words of a category, of all regions and sizes."""
    files = (folder / f"{region}-{category}.{size}" for region in REGIONS for size in SIZES)
    return {word for file in files if file.exists() for word in file.read_text(encoding="utf-8").split()}


def main() -> int:
    """Write the lists, or compare them; 0 when they are as SCOWL has them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if not (given.folder / "english-words.10").exists():
        parser.error(f"{given.folder} holds no SCOWL")
    same = True
    for name, (category, cased) in LISTS.items():
        words = (word for word in drawn(given.folder, category) if word.isascii() and word.isalpha() and len(word) > 1)
        text = "".join(f"{word}\n" for word in sorted(filter(cased, words)))
        same &= text == (DATA / name).read_text(encoding="utf-8")
        if not given.check:
            (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    return 0 if same or not given.check else 1


if __name__ == "__main__":
    sys.exit(main())
