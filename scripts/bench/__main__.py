"""Measure what cleaning costs, as ratios to one pass of `re.findall(r"\\w+")` over the same text in the same run.

    python scripts/bench [--text FILE ...] [--json FILE] [--gate] [--all]

FILE is plain text, gzipped or not, cut into documents of 5,000 characters; without one a sample of English news is
made, the same each time. `--gate` compares with `reference.json` and exits 1 where a ratio is more than half as high
again; `--json scripts/bench/reference.json` makes a new one. `--all` measures what takes minutes as well: a document of
five million characters, a million names more, PySpark where it is installed. Times are those of the processor, in
interleaved rounds, medians; only "two processes over one" is by the clock, and needs two idle cores. On a busy
machine the other ratios are up to half as high again, too: cleaning is slower then, a pass is hardly.

Where the time goes, in passes of 95 microseconds over a document of 5,000 characters (py-spy and each stage timed by
itself, the least of several rounds, 2026-12-01): some 40 in all. Reading takes three: one for lines of programs,
one for the other protected places, a quarter each for the language and folding. The checks take fifteen: one for the automaton that finds the
anchors of all rules at once, one for the expressions it calls, two for the words and where they repeat, half a one each
for letters exchanged, sentences said twice, words of other languages and what zlib would shrink; what is left of
seventy checks is called only where one of its anchors stands. Linking takes thirteen: three to find the runs and what
is remembered of each, four to look for unknown names in two spellings, one each for single words, for how far a name
reaches, for decisions and for what is respelt, the rest in a dozen small rooms. A text that was edited is read and
linked once more, and checked by the rules that edit: in a quarter of these texts, a fifth of the time.

A pass over Chinese takes a quarter of that, for it has few words, and each character costs what it costs elsewhere:
a third of its passes go to who is named, a third to loops, a sixth to which characters there are and which are numbers.

A text seen for the first time costs as much again: each new run is looked up, read as a name and compared, and what is
remembered of it is what Python's collector walks over. That walk took a third of this time, and takes a sixth since
equal things are one object; processes of a pool, which remember as long as they live, are spared it. Starting the
command takes a third for the modules, a third for typer and what it makes of the options, a fifth for the rules, which
are parsed once and kept, and for the automaton of their anchors, and the rest for the tables of names that the first
names read.

What makes ten thousand objects that live together, the matches of an expression in a long text, sends the collector over
all there is: two checks of loops took nine in ten of their time for that, and keep numbers instead.

A process of a pool starts in a second. To hand a result over takes a twentieth of making it on either side. Whole
chunks of results alive at once cost the receiver four times that, for the collector walked over all else it had: each
is pickled by itself, and read when it is its turn. The hottest rooms compiled with mypyc (24 modules of the checks and
of linking) are an eighth faster: the time lies in searches and look-ups that are C already, and in small objects.

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
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent), str(ROOT / "scripts")]

import heavy
import measure
from sample import cut, made, read_text

SLACK = 1.5  # a ratio may be this many times the reference: machines differ, and neighbours disturb
REFERENCE = Path(__file__).with_name("reference.json")


def ratios(documents: list[str], *, more: bool) -> dict[str, float]:
    """Return every ratio by its name; `more`: those that take minutes as well."""
    return {
        **measure.stages(documents),
        **measure.sizes(" ".join(documents)),
        "cold": measure.cold(documents),
        **measure.start(ROOT / "normalize" / "samples" / "visit.txt"),
        "two processes over one": measure.speed_up(documents),
        **measure.peers(documents),
        **(heavy.all_of(documents) if more else {}),
    }


def main() -> int:
    """Print, write or compare the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", action="append", type=Path, default=[])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    documents = [document for path in options.text for document in cut(read_text(path))] or made()
    found = ratios(documents, more=options.all)
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
