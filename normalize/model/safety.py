"""Whether a change may be made without asking."""

from __future__ import annotations

from enum import StrEnum


class Safety(StrEnum):
    """How sure a fix is, in ruff's sense.

    SAFE fixes keep the meaning and are applied; UNSAFE ones may change it and wait for `--unsafe-fixes`;
    NONE means that nothing is proposed and a person has to decide.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"
