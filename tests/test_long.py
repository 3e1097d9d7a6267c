"""What needs many tries or much input to fail. Short here; `pytest --nightly` gives each its full length."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from normalize import Cleaner, Gazetteer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")
PIECES = (
    *("Ismail Qaani", "Esmail Qaani", "Qani's", "Kyiv", "the the ", " ,", " .", '"', "“", "’", "'s", "n't", "( ", " )", "\n", "\r\n"),
    *("\u200b", "\u202e", "\u00ad", "\ufeff", "ـ", "قاآنی", "Киев", "基辅", "،", "؟", "，", "。", "１", "٣", "а", "о", "&amp;", "&nbsp;", "&#8217;"),
    *("â€™", "Ã©", "Ø§Ù„", "\ufffd", "@@ ", " @-@ ", "▁", "<unk>", "https://ex.org/a", "@qaani", "#tag", "`code`", "{{x}}", "%s", "1,200"),
    *("Leave a Reply\n", "Read also: more", "no no no ", "in this regard", "\u0301", "\ud800", "\x00", "\x1b[31m", "a", "B", " ", " ", "."),
)  # fmt: skip


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_runs_killed_at_any_moment_end_as_one_undisturbed(tmp_path, nightly):
    lines = [json.dumps({"id": n, "text": f"Ismail Qaani met Esmail Qaani in the the town, {n}."}) for n in range(2300)]
    (tmp_path / "in.jsonl").write_text("\n".join([*lines[:1500], "{", *lines[1500:]]), encoding="utf-8")
    command = [sys.executable, "-m", "normalize", "batch", str(tmp_path / "in.jsonl"), "--jobs", "2", "--output"]
    begun = time.monotonic()
    assert subprocess.run([*command, str(tmp_path / "whole")], check=False, stderr=subprocess.DEVNULL).returncode == 3
    whole, seconds = tree(tmp_path / "whole"), time.monotonic() - begun
    moments, kills, rounds = random.Random(1), 0, 0
    while kills < (50 if nightly else 2):
        rounds += 1
        output = tmp_path / f"out{rounds}"
        while True:
            run = subprocess.Popen([*command, str(output)], stderr=subprocess.DEVNULL, start_new_session=True)
            try:
                assert run.wait(moments.uniform(0.1, 0.9) * seconds) == 3
                break
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                kills += 1
        assert tree(output) == whole


def test_random_texts_come_to_rest_and_back(nightly):
    names = [("qaani", "Esmail Qaani"), ("qaani", "Ismail Qaani"), ("kyiv", "Kyiv"), ("kyiv", "Kiev")]
    cleaner, draw = Cleaner(Gazetteer.from_names(names)), random.Random(time.time_ns() if nightly else 1)
    for _ in range(1_000_000 if nightly else 1000):
        text = "".join(draw.choices(PIECES, k=draw.randint(0, 12)))
        result = cleaner.clean(text)
        assert result.edits.invert().apply(result.text) == text, ascii(text)
        assert cleaner.clean(result.text).text == result.text, ascii(text)


# The kernel's own mark of this program: `ru_maxrss` would begin with what the process that started it had taken.
PEAK = """
import sys
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
"""
STREAM = """
from normalize.cli import main
main(["batch", sys.argv[1], "--output", sys.argv[2], "--jobs", "1", "--only", "encoding"])
print(peak())
"""
needs_proc = pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is read from Linux's /proc")


@needs_proc
@pytest.mark.usefixtures("cleaner")  # the gazetteer is compiled, which takes more memory than using it
def test_memory_does_not_grow_with_the_input(tmp_path, nightly):
    with (tmp_path / "in.jsonl").open("w", encoding="utf-8") as file:
        for n in range(200_000 if nightly else 1000):  # of five kilobytes each
            file.write(json.dumps({"id": n, "text": f"{n} He said that&nbsp;talks would go on. " * 140}) + "\n")
    run = [sys.executable, "-c", PEAK + STREAM, str(tmp_path / "in.jsonl"), str(tmp_path / "out")]
    kilobytes = int(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    assert kilobytes < 200_000


LINE = """
from normalize import Cleaner
sentence, count = "The agency named no one and gave no figure, he said in town {}. ", int(sys.argv[1])
cleaner = Cleaner()
cleaner.clean(" ".join(map(sentence.format, range(2000))))
text = "".join(map(sentence.format, range(count)))
before = peak()
cleaner.clean(text)
print(len(text), peak() - before)
"""


@needs_proc
@pytest.mark.usefixtures("cleaner")
def test_a_long_line_takes_little_memory(nightly):
    run = [sys.executable, "-c", PEAK + LINE, str(150_000 if nightly else 50_000)]
    length, kilobytes = map(int, subprocess.run(run, check=True, capture_output=True, text=True).stdout.split())
    assert kilobytes * 1024 < 6 * length  # 60 MB for ten million characters
