"""Measure what cleaning costs, as ratios to one pass of `re.findall(r"\\w+")` over the same text in the same run.

    python scripts/bench [--text FILE ...] [--json FILE] [--gate]

FILE is plain text, gzipped or not, cut into documents of 5,000 characters; without one a sample of English news is
made, the same each time. `--gate` compares with `reference.json` and exits 1 where a ratio is more than half as high
again; `--json scripts/bench/reference.json` makes a new one. Times are those of the processor, in interleaved rounds,
medians; only "two processes over one" is by the clock, and needs two idle cores.

Where the time goes, in passes of 95 microseconds over a document of 5,000 characters (py-spy and each stage timed by
itself, the least of several rounds, 2026-11-30). Reading takes two: one for the protected places, a fifth each for
folding, the language and the lines. The checks take twelve to eighteen, by how much of the processor's cache others
leave: one or two for the automaton that finds the anchors of all rules at once, one for the expressions it calls, half
a one each for the words, for where they repeat, for sentences said twice, for letters exchanged and for words of other
languages; what is left of seventy checks is called only where one of its anchors stands. Linking takes nineteen, half
of the whole: four to find the runs and what is remembered of each, three to look for unknown names in two spellings,
two each for single words, for decisions and for what is respelt, the rest in a dozen small rooms. A text that was
edited is read and linked once more, and checked by the rules that edit: in a quarter of these texts, a seventh of the
time.

A text seen for the first time costs as much again: each new run is looked up, read as a name and compared, and what is
remembered of it is what Python's collector walks over. That walk took a third of this time, and takes a sixth since
equal things are one object. Starting the command takes a third for modules, a sixth for the rules, which are parsed
once and kept, and a quarter for the tables of names, which the first names read.

The floor of reading and checking is some four passes: two for the text as bytes, words and lines, one for the
automaton, one for sixty questions that Python asks one at a time. A search that begins with a rare character costs a
thirtieth of a pass, `in` for two characters as much, one that looks behind at each character three quarters.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

import measure
from sample import cut, made, read_text

SLACK = 1.5  # a ratio may be this many times the reference: machines differ, and neighbours disturb
REFERENCE = Path(__file__).with_name("reference.json")


def ratios(documents: list[str]) -> dict[str, float]:
    """Return every ratio by its name."""
    return {
        **measure.stages(documents),
        **measure.sizes(" ".join(documents)),
        "cold": measure.cold(documents),
        **measure.start(ROOT / "normalize" / "samples" / "visit.txt"),
        "two processes over one": measure.speed_up(documents),
        **measure.peers(documents),
    }


def main() -> int:
    """Print, write or compare the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", action="append", type=Path, default=[])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--gate", action="store_true")
    options = parser.parse_args()
    documents = [document for path in options.text for document in cut(read_text(path))] or made()
    found = ratios(documents)
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))["ratios"] if options.gate else {}
    worse = {name for name, limit in reference.items() if name in found and found[name] > SLACK * limit}
    worse.discard("two processes over one")  # by the clock, and more is better
    for name, value in found.items():
        print(f"{name:<36}{value:8.2f}{'   reference ' + format(reference[name], '.2f') if name in reference else ''}")
    if options.json:
        about = {"python": sys.version.split()[0], "cores": os.cpu_count(), "documents": len(documents)}
        rounded = {name: round(value, 2) for name, value in found.items()}
        options.json.write_text(json.dumps({"about": about, "ratios": rounded}, indent=1) + "\n", encoding="utf-8")
    if worse:
        print(f"slower than the reference allows: {', '.join(sorted(worse))}", file=sys.stderr)
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
