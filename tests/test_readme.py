"""The README shows what happens."""

import re
import tomllib
from pathlib import Path

from normalize.cli import main
from normalize.version import __version__

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_command_prints_what_the_readme_shows(capfdbinary, monkeypatch):
    monkeypatch.chdir(ROOT)
    shown = re.search(r"<!-- sample -->\n```diff\n(.*?)```\n", README, re.DOTALL)[1]
    assert "$ normalize clean normalize/samples/visit.txt --diff" in README
    assert main(["clean", "normalize/samples/visit.txt", "--diff"]) == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == shown


def test_the_python_runs(capsys):
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    exec(compile(code, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert out.startswith("Esmail Qaani left Baghdad. Qaani’s demands, officials said in this regard, were two.")
    assert "calque.in-this-regard" in out


def test_every_command_of_the_readme_exists(capfdbinary):
    for name in re.findall(r"^\| `normalize (\w+)", README, re.MULTILINE):
        assert main([name, "--help"]) == 0
    assert capfdbinary.readouterr().err == b""


def test_the_version_is_the_one_of_the_package():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__
