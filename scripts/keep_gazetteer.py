"""Keep the gazetteers of this checkout: `normalize gazetteer`, with its folder named.

    python scripts/keep_gazetteer.py lint
    python scripts/keep_gazetteer.py fmt --check
    python scripts/keep_gazetteer.py add esmail-qaani --name "en-Latn:spelling:Ismail Qani"
    python scripts/keep_gazetteer.py mine ARCHIVE
    python scripts/keep_gazetteer.py review

What follows the verb goes to the command as it stands; `normalize gazetteer VERB --help` tells what may follow.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from normalize.cli import main

LOOKING = frozenset(["lint", "fmt", "build", "stats", "export"])  # the folder is their argument
CHANGING = frozenset(["add", "merge", "split", "undo", "mine", "review"])  # the folder is an option


def words(verb: str, rest: list[str], folder: Path) -> list[str]:
    """Return the words of the command for a verb and what follows it.

    >>> words("lint", [], Path("gazetteers")), words("undo", [], Path("gazetteers"))
    (['gazetteer', 'lint', 'gazetteers'], ['gazetteer', 'undo', '--folder', 'gazetteers'])
    """
    named = [str(folder)] if verb in LOOKING else ["--folder", str(folder)] if verb in CHANGING else []
    return ["gazetteer", verb, *rest, *named]


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in LOOKING | CHANGING:
        sys.exit(__doc__)
    sys.exit(main(words(sys.argv[1], sys.argv[2:], ROOT / "gazetteers")))
