"""`python -m normalize` is `normalize`."""

from normalize.cli import main

raise SystemExit(main())
