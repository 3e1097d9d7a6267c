"""Write the generated part of the shipped gazetteer.

    pip install --no-deps -r scripts/generate_gazetteer.txt
    python scripts/generate_gazetteer.py

Draws on pinned packages and on the hand-written files in gazetteers/, which are never repeated: run it again when those
have changed. Takes less than a minute; the same input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from normalize.gazetteer.generate import generate

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "gazetteers"
    generate(ROOT / "gazetteers", folder)
