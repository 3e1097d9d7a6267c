"""Measure what cleaning costs, as ratios to one pass of `re.findall(r"\\w+")` over the same text in the same run.

    python scripts/bench [--text FILE ...] [--json FILE] [--gate]

FILE is plain text, gzipped or not, cut into documents of 5,000 characters; without one a sample of English news is
made, the same each time. `--gate` compares with `reference.json` and exits 1 where a ratio is more than half as high
again; `--json scripts/bench/reference.json` makes a new one. Times are those of the processor, in interleaved rounds,
medians; only "two processes over one" is by the clock, and needs two idle cores.

Where the time goes (cProfile over the made sample, 2026-11-23): a third is linking, of which half is looking up where a
name begins (one trie search a word) and half is deciding on what was found; a tenth is reading (folding, language,
protected places); the rest are the checks, none of which costs more than a pass or two: each asks first whether the
text can have anything for it (`normalize/checks/views.py`). The floor of this design is some twenty passes: five to
take the text apart (words, lines, alphabet), ten for a trie search a word in Python, five for the rules' automaton and
what it finds. Below that the search would have to leave Python.
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
