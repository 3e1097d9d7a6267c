"""Write how Chinese characters are read in names, from the Unihan database.

    python scripts/make_characters.py FOLDER

FOLDER holds Unihan_Readings.txt, Unihan_Variants.txt and Unihan_DictionaryLikeData.txt of the Unicode Character
Database (Unicode licence; Debian has them in the package unicode-data). Writes normalize/names/data/characters.tsv:
readings without tones of the characters that are frequent or may stand in a Korean name, and of their variants.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.fuzz import ratio

from normalize.names import romanise

DATA = Path(__file__).resolve().parent.parent / "normalize" / "names" / "data"
FILES = ("Readings", "Variants", "DictionaryLikeData")
Fields = dict[str, dict[str, str]]


def read(folder: Path) -> Fields:
    """Return the fields of each character."""
    found: Fields = defaultdict(dict)
    for name in FILES:
        for line in (folder / f"Unihan_{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t")
                found[chr(int(code[2:], 16))][field] = value
    return found


def variants(character: str, fields: Fields) -> list[str]:
    """Return the simplified and traditional forms of a character."""
    codes = " ".join(fields[character].get(f"k{kind}Variant", "") for kind in ("Traditional", "Simplified"))
    return [chr(int(code[2:], 16)) for code in codes.split()]


def bare(reading: str) -> str:
    """Return a reading in plain letters, without its tone."""
    plain = unicodedata.normalize("NFD", reading.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())


def korean(readings: str) -> str:
    """Return the usual Hangul syllable, and after it the one of names where that is another: 金 is 금, as a name 김."""
    found = [reading.partition(":") for reading in readings.split()]
    usual = [syllable for syllable, _, marks in found if "E" in marks] or [syllable for syllable, _, _ in found]
    names = [syllable for syllable, _, marks in found if "N" in marks]
    return "".join(dict.fromkeys(usual[:1] + names[:1]))


# Jyutping to the spelling of Hong Kong's passports, tried in this order.
_ONSETS = (("gw", "kw"), ("g", "k"), ("b", "p"), ("d", "t"), ("z", "ch"), ("c", "ch"), ("j", "y"))
_FINALS = (("oeng", "eung"), ("oek", "euk"), ("eoi", "ui"), ("eon", "un"), ("eot", "ut"), ("yun", "uen"), ("yut", "uet"),
           ("yu", "yu"), ("aa", "a"), ("ou", "o"))  # fmt: skip


def hong_kong(jyutping: str) -> str:
    """Return a syllable as names are spelt in Hong Kong.

    >>> hong_kong("zoeng"), hong_kong("gwok"), hong_kong("jyun"), hong_kong("ng")
    ('cheung', 'kwok', 'yuen', 'ng')
    """
    if jyutping == "ng":
        return jyutping
    onset, new = next(((old, new) for old, new in _ONSETS if jyutping.startswith(old)), ("", ""))
    final = jyutping[len(onset) :]
    for old, other in _FINALS:
        if old in final:
            final = final.replace(old, other)
            break
    return new + (final[1:] if new == "y" and final[:2] in ("yu", "yi") else final)


def nearest(readings: str, others: list[str]) -> str:
    """Return the Vietnamese reading most like those of the other languages: the rest translate the character."""
    return max(map(bare, readings.split()), key=lambda one: max(ratio(one, other) for other in others), default="")


def readings(character: str, fields: Fields) -> list[str]:
    """Return Mandarin, Cantonese, Korean (Hangul) and Vietnamese; a variant lends what is lacking."""
    older = [c for c in variants(character, fields) if c != character]
    own = [fields[c] for c in (character, *older)]
    older_first = [fields[c] for c in (*older, character)] if "kTraditionalVariant" in fields[character] else own

    def first(field: str, own: list[dict[str, str]] = own) -> str:
        return next((found[field] for found in own if field in found), "")

    mandarin, cantonese = (bare((first(field).split() or [""])[0]) for field in ("kMandarin", "kCantonese"))
    hangul = korean(first("kHangul", older_first))
    others = [mandarin, cantonese, romanise(hangul[:1])]
    return [mandarin, hong_kong(cantonese), hangul, nearest(first("kVietnamese", older_first), others)]


def main() -> None:
    """Write the table."""
    fields = read(Path(sys.argv[1]))
    wanted = {c for c in fields if "kFrequency" in fields[c] or "kHanyuPinlu" in fields[c]}
    wanted |= {c for c in fields if set("EN") & set(fields[c].get("kHangul", ""))}
    wanted |= {other for c in wanted for other in variants(c, fields)}
    rows: dict[str, str] = defaultdict(str)
    for character in sorted(wanted):
        if (found := readings(character, fields))[0]:
            rows["\t".join(found)] += character
    lines = [
        "# Chinese characters, how they are read in Mandarin, Cantonese (as in Hong Kong), Korean, Vietnamese.",
        "# From the Unihan database of Unicode 15 (Unicode licence) by: python scripts/make_characters.py FOLDER",
        *(f"{characters}\t{found}" for found, characters in sorted(rows.items())),
    ]
    (DATA / "characters.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
