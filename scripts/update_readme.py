"""Put the real output of the README's first command into the README; `tests/test_readme.py` holds it there."""

from __future__ import annotations

import re
from pathlib import Path

from normalize import Cleaner

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "normalize/samples/visit.txt"
BLOCK = re.compile(r"(<!-- sample -->\n```diff\n).*?(```\n)", re.DOTALL)


def main() -> None:
    """Rewrite the block."""
    diff = Cleaner().clean((ROOT / SAMPLE).read_text(encoding="utf-8")).diff(SAMPLE)
    readme = ROOT / "README.md"
    text = BLOCK.sub(lambda match: match[1] + diff + match[2], readme.read_text(encoding="utf-8"))
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
