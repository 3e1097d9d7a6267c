"""The measurements. Each returns ratios; none prints."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

from normalize import Cleaner
from normalize.text import read

ROUNDS = 5
FINDALL = re.compile(r"\w+").findall
_COLD = """
import json, re, sys, time
from normalize import Cleaner
documents, cleaner = json.load(sys.stdin), Cleaner()
start = time.process_time()
for document in documents: cleaner.clean(document)
cold = time.process_time() - start
passes = []
for _ in range(5):
    start = time.process_time()
    for document in documents: re.findall(r"\\w+", document)
    passes.append(time.process_time() - start)
print(cold / sorted(passes)[2])
"""


def seconds(work: Callable[[str], object], documents: Sequence[str]) -> float:
    """Return the processor time of `work` over the documents."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def over(
    base: Callable[[str], object], works: dict[str, Callable[[str], object]], texts: Sequence[str]
) -> dict[str, float]:
    """Return, for each work, the median over the rounds of its time over that of `base`."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        seconds(work, texts)  # caches are warm
    for _ in range(ROUNDS):
        unit = seconds(base, texts)
        for name, work in works.items():
            found[name].append(seconds(work, texts) / unit)
    return {name: median(values) for name, values in found.items()}


def stages(documents: Sequence[str]) -> dict[str, float]:
    """Return passes for the whole, warm, and for each of its stages on its own."""
    cleaner = Cleaner()
    known = {text: read(text) for text in documents}
    links = {text: cleaner.linker.link(document) for text, document in known.items()}
    return over(
        FINDALL,
        {
            "warm": cleaner.clean,
            "warm: read": read,
            "warm: link": lambda text: cleaner.linker.link(known[text]),
            "warm: check": lambda text: cleaner.rulebook.check(known[text], links[text]),
        },
        documents,
    )


def cold(documents: Sequence[str]) -> float:
    """Return passes for documents a fresh process sees for the first time."""
    import json

    run = [sys.executable, "-c", _COLD]
    return float(
        subprocess.run(run, input=json.dumps(list(documents)), capture_output=True, text=True, check=True).stdout
    )


def sizes(text: str) -> dict[str, float]:
    """Return what a character costs in short and long documents, over one in documents of 5,000 characters."""
    cleaner, text = Cleaner(), text[:400_000]
    cost: dict[int, list[float]] = {200: [], 5000: [], 400_000: []}
    for _ in range(3):
        for size, found in cost.items():
            found.append(seconds(cleaner.clean, [text[n : n + size] for n in range(0, len(text), size)]))
    return {f"a character in {size:,}": median(cost[size]) / median(cost[5000]) for size in (200, 400_000)}


def start(sample: Path) -> dict[str, float]:
    """Return the processor time of two commands over that of the bare interpreter, with bytecode as where installed."""
    normalize = [sys.executable, "-m", "normalize"]
    commands = {
        "bare": [sys.executable, "-c", ""],
        "start: --version": [*normalize, "--version"],
        "start: clean SAMPLE": [*normalize, "clean", str(sample)],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as kept:
        known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": kept}
        for _ in range(ROUNDS + 1):  # the first writes the bytecode
            for name, command in commands.items():
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run(command, check=True, capture_output=True, env=known)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                found[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {name: median(values[1:]) / median(found["bare"]) for name, values in found.items() if name != "bare"}


def speed_up(documents: Sequence[str]) -> float:
    """Return how many times faster two processes are, their start included, by the clock.

    Over seconds of work: each process starts in one, and sees each text for a first time of its own.
    """
    cleaner, texts, clock = Cleaner(), list(documents) * 12, []
    for jobs in (1, 2):
        begun = time.perf_counter()
        for _ in cleaner.clean_many(texts, jobs=jobs):
            pass
        clock.append(time.perf_counter() - begun)
    return clock[0] / clock[1]


def peers(documents: Sequence[str]) -> dict[str, float]:
    """Return passes of tools that do part of the work, those that are installed."""
    works: dict[str, Callable[[str], object]] = {}
    with suppress(ImportError):
        import ftfy

        works["peer: ftfy"] = ftfy.fix_text
    with suppress(ImportError):
        works["peer: ftfy, spaCy and expressions"] = _chain()
    from sacremoses import MosesPunctNormalizer

    works["peer: sacremoses"] = MosesPunctNormalizer().normalize
    return over(FINDALL, works, documents)


def _chain() -> Callable[[str], object]:
    """Return what one would put together otherwise: ftfy, spaCy's sentences, a list of names, ten phrases."""
    import ftfy
    import spacy

    cleaner = Cleaner()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    names = {entity.canonical("en") for layer in cleaner.gazetteer.layers for entity in layer.entities()}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "NAME", "pattern": name} for name in sorted(names)])
    phrases = [rule.phrases[0] for rule in cleaner.rulebook.rules if rule.phrases][:10]
    find = re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE).findall

    def chain(text: str) -> object:
        document = nlp(ftfy.fix_text(text))
        return [*document.sents], document.ents, find(document.text)

    return chain
