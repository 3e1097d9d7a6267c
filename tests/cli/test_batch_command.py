"""The command `normalize batch`: exit codes, what is said, and a process killed without warning."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from normalize.cli import main


def corpus(path, count, broken=False):
    lines = [json.dumps({"id": n, "text": f"Ismail Qaani met Esmail Qaani, number {n}."}) for n in range(count)]
    path.write_text("\n".join(lines + ["{"] * broken), encoding="utf-8")
    return str(path)


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_said_and_the_exit_code(capfd, tmp_path):
    output = str(tmp_path / "out")
    assert main(["batch", corpus(tmp_path / "in.jsonl", 3, broken=True), "--output", output, "--jobs", "1"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "3 documents, 3 changed by 3 edits" in err
    assert "6 mentions of 1 entities" in err
    assert "1 could not be used; see" in err
    assert "\r" not in err  # no progress where no terminal is
    assert main(["batch", corpus(tmp_path / "ok.jsonl", 3), "--output", output + "2", "--jobs", "1"]) == 0


def test_usage(capfd, tmp_path):
    path = corpus(tmp_path / "in.jsonl", 1)
    assert main(["batch", path]) == 2
    assert main(["batch", str(tmp_path / "none.jsonl"), "--output", str(tmp_path / "out")]) == 2
    assert main(["batch", path, "--output", str(tmp_path / "out"), "--jobs", "1"]) == 0
    assert main(["batch", path, "--output", str(tmp_path / "out"), "--names", "keep"]) == 2
    assert "begun with other names" in capfd.readouterr().err


def test_a_full_disk_is_one_line(capfd, tmp_path, monkeypatch):
    def full(_file):
        raise OSError(28, "No space left on device")

    command = ["batch", corpus(tmp_path / "in.jsonl", 1), "--output", str(tmp_path / "out"), "--jobs", "1"]
    monkeypatch.setattr(os, "fsync", full)
    assert main(command) == 2
    assert capfd.readouterr().err.endswith("No space left on device; the same command again goes on\n")
    monkeypatch.undo()
    assert main(command) == 0


def test_the_output_is_not_read(capfd, tmp_path):
    corpus(tmp_path / "in.jsonl", 1)
    assert main(["batch", str(tmp_path), "--output", str(tmp_path / "out")]) == 2
    assert "name one outside" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_is_quiet(tmp_path):
    words = ["batch", corpus(tmp_path / "in.jsonl", 30_000), "--output", str(tmp_path / "out"), "--jobs", "2"]
    # What a shell starts in the background ignores the signal, and so would its children.
    heard = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    program = heard + "from normalize.cli import main; sys.exit(main())"
    process = subprocess.Popen([sys.executable, "-c", program, *words], stderr=subprocess.PIPE, start_new_session=True)
    journal = tmp_path / "out" / "batch.journal"
    while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
        time.sleep(0.02)
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, err.decode()) == (130, "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_killed_run_goes_on_and_leaves_no_process(tmp_path):
    command = [sys.executable, "-m", "normalize", "batch", corpus(tmp_path / "in.jsonl", 4300), "--jobs", "2"]
    subprocess.run([*command, "--output", str(tmp_path / "whole")], check=True, timeout=120)
    process = subprocess.Popen([*command, "--output", str(tmp_path / "out")], stderr=subprocess.PIPE)
    journal = tmp_path / "out" / "batch.journal"
    while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
        time.sleep(0.02)
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)  # the parent alone: its processes must notice
    process.communicate(timeout=30)  # ends when the last of them has closed standard error
    assert not (tmp_path / "out" / "summary.json").exists()
    subprocess.run([*command, "--output", str(tmp_path / "out")], check=True, timeout=120)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
