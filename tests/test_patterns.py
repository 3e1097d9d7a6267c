"""No regular expression of the package takes more than its share of time, whatever it is given."""

import importlib
import pkgutil
import re
import time
from collections.abc import Mapping

import pytest

import normalize
from normalize.checks.rulefile import optional_expressions
from normalize.cleaner import shipped_rules

SHORT, LONG = 1_500, 12_000
ALLOWED = 24  # times the time for 8 times the length: linear with room for noise, quadratic has 64
ENOUGH = 0.02  # seconds below which a measurement says nothing
PUMPS = [
    *("a", "A", " ", "\n", "1", "-", ".", "'", "(", "<", "/", "@", "_", ",", "ف", "،"),
    *("a ", "A ", "a.", "1.", "a-", "a@", "\\a", "a\u00ad", "<a ", "://", "{{", "``", "%(", ", the "),
]
# Asked once, with fullmatch, of a word of the command line; and of one word of a name.
OF_ONE_WORD = ("(?P<path>.+?)", "(?<=...)[aeiou]*")
BETWEEN = "A" + "{}" + "\0!"


def patterns_in(thing):
    if isinstance(thing, re.Pattern) and isinstance(thing.pattern, str):
        yield thing
    elif isinstance(thing, Mapping):
        yield from patterns_in(tuple(thing.values()))
    elif isinstance(thing, (list, tuple)):
        for part in thing:
            yield from patterns_in(part)


def optional():
    """Yield what the options of checks state, as freely as any check compiles it."""
    for rule in shipped_rules():
        for _, expression in optional_expressions(rule):
            yield re.compile(expression.pattern, re.IGNORECASE | re.MULTILINE)


def found():
    for info in pkgutil.walk_packages(normalize.__path__, "normalize."):
        # The adapters import frameworks that may be absent, and have no pattern of their own.
        if not info.name.endswith("__main__") and not info.name.startswith("normalize.integrations."):
            for thing in vars(importlib.import_module(info.name)).values():
                yield from patterns_in(thing)
    yield from (each.compiled for rule in shipped_rules() for each in (rule.pattern, rule.beside) if each)
    yield from optional()


PATTERNS = sorted(
    {(each.pattern, each.flags): each for each in found() if not each.pattern.startswith(OF_ONE_WORD)}.items()
)


def seconds(pattern, text):
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=lambda pattern: pattern.pattern[:40])
def test_time_grows_in_step_with_length(pattern):
    for pump in PUMPS:
        long = seconds(pattern, BETWEEN.format(pump * (LONG // len(pump))))
        if long >= ENOUGH:
            short = min(seconds(pattern, BETWEEN.format(pump * (SHORT // len(pump)))) for _ in range(3))
            long = min(long, seconds(pattern, BETWEEN.format(pump * (LONG // len(pump)))))
            assert long <= max(ENOUGH, ALLOWED * short), f"{pump!r}: {short:.4f} s, then {long:.4f} s"
