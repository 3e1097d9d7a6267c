"""What the tests of the adapters share."""

import warnings

import pytest

DIRTY = "Ismail Qaani met the the minister. Esmail Qaani left."
CLEAN = "Esmail Qaani met the minister. Esmail Qaani left."


def needs(module, extra):
    """Import a framework, or skip with the command that installs it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own affairs are not ours to mend
        return pytest.importorskip(module, reason=f"pip install 'normalize-mt[{extra}]'", exc_type=ImportError)
