"""Prove with recheck that no regular expression of the package can be made to backtrack without end.

    npm install --prefix FOLDER recheck
    python scripts/prove_patterns.py FOLDER

recheck (https://makenowjust-labs.github.io/recheck/, MIT) reads JavaScript's regular expressions: named groups are
rewritten, a possessive repetition is given as a greedy one, and a group that minds capitals as one that does not, which
can only be slower. Exit 1 when one is flagged.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from test_patterns import PATTERNS

# Asked of a stretch that is never longer than the figure, so that what backtracks cannot grow with the text.
SIGNED = {
    r"[^ \n]*[^ \n'’‘`´-]": "linking.linker: one run of capitalised words, 120 characters",
}
TIMEOUT = 300_000  # milliseconds: the longest take a minute, on a busy machine two
CHECK = """
const { checkSync } = require("recheck");
const patterns = JSON.parse(require("fs").readFileSync(0, "utf8"));
const seen = patterns.map(([source, flags]) => {
  const found = checkSync(source, flags, { timeout: TIMEOUT });
  return [found.status, found.complexity?.summary ?? found.error?.kind ?? ""];
});
console.log(JSON.stringify(seen));
"""


# Only "\n" ends a line of Python's; of JavaScript's "\r" does, too.
LINE = {"^": r"(?<![^\n])", "$": r"(?![^\n])"}
_ANCHOR = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[$^]", re.DOTALL)


def javascript(pattern: re.Pattern[str]) -> tuple[str, str]:
    """Return the source and flags of the same expression in JavaScript.

    >>> javascript(re.compile(r"(?P<a>x)++(?P=a)", re.IGNORECASE))
    ('(?<a>x)+\\\\k<a>', 'i')
    >>> javascript(re.compile(r"^[$^]", re.MULTILINE))
    ('(?<![^\\\\n])[$^]', '')
    """
    source = re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", pattern.pattern.replace("(?P<", "(?<"))
    source = re.sub(r"(?<!\\)([*+?}])\+", r"\1", source).replace("(?-i:", "(?:")
    if pattern.flags & re.MULTILINE:
        source = _ANCHOR.sub(lambda match: LINE.get(match[0], match[0]), source)
    flags = ((re.IGNORECASE, "i"), (re.DOTALL, "s"))
    return source, "".join(letter for flag, letter in flags if pattern.flags & flag)


def main(folder: str) -> int:
    """Print what recheck flags, and how many it found safe."""
    patterns = [pattern for _, pattern in PATTERNS if pattern.pattern not in SIGNED]
    answer = subprocess.run(
        ["node", "-e", CHECK.replace("TIMEOUT", str(TIMEOUT))],
        cwd=folder,
        input=json.dumps([javascript(pattern) for pattern in patterns]),
        capture_output=True,
        text=True,
        check=True,
    )
    verdicts = list(zip(patterns, json.loads(answer.stdout), strict=True))
    flagged = [(pattern, *verdict) for pattern, verdict in verdicts if verdict[0] != "safe"]
    for pattern, status, summary in flagged:
        print(f"{status}: {summary}: {pattern.pattern}")
    print(f"{len(patterns)} expressions, {len(flagged)} flagged, {len(SIGNED)} signed")
    return 1 if flagged else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
