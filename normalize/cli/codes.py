"""Exit codes of the command."""

from __future__ import annotations

DONE = 0  # also as a filter that changed things
FOUND = 1  # with --check or `check`: something would change, or a finding reaches --fail-on
USAGE = 2  # a wrong word, setting, rule or gazetteer
UNREADABLE = 3  # some inputs could not be used; the others are done
INTERRUPTED = 130
