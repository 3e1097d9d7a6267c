"""The house: imports run down, no room is a stranger, public things are documented, exported names exist."""

import ast
import importlib
import inspect
import pkgutil
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import normalize

ROOT = Path(__file__).resolve().parents[1]
# Floor of each room; a module imports from its own floor only inside its own room.
FLOORS = {
    "version": 0,
    "model": 1,
    "folders": 1,
    "pool": 2,
    "toml": 2,
    "profiles": 2,
    "rules": 2,
    "samples": 2,
    "gazetteers": 2,
    "text": 3,
    "names": 4,
    "checks": 5,  # they may ask what language a word is of, and how names sound
    "gazetteer": 5,
    "linking": 6,
    "report": 7,
    "unjudged": 7,
    "cleaner": 8,
    "__init__": 9,
    "batch": 10,
    "integrations": 10,
    "cli": 11,
    "__main__": 12,
}
MODULES = sorted((ROOT / "normalize").rglob("*.py"))
NAMES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}


def room_of(path):
    parts = path.relative_to(ROOT / "normalize").parts
    return parts[0].removesuffix(".py")


def imports_of(path):
    """Every module of the package that `path` imports, for types alone included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "normalize":
                yield from (f"normalize.{alias.name}" for alias in node.names)
            elif node.module:
                whole = (f"{node.module}.{alias.name}" for alias in node.names)
                yield from (name if name in NAMES else node.module for name in whole)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_down(path):
    own = room_of(path)
    for name in imports_of(path):
        if name.split(".")[0] != "normalize" or name == "normalize":
            continue
        other = name.split(".")[1]
        other = other if other in FLOORS else "__init__"
        assert other == own or FLOORS[other] < FLOORS[own], f"{own} imports {name}"


def test_no_imports_in_a_circle():
    graph = {
        name: {other for other in imports_of(path) if other in NAMES and other != name} for name, path in NAMES.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_every_room_has_a_floor():
    assert {room_of(path) for path in MODULES} <= set(FLOORS)


def test_the_model_needs_nothing():
    for path in (ROOT / "normalize" / "model").glob("*.py"):
        for name in imports_of(path):
            assert name.split(".")[0] not in {"re", "os", "io", "pathlib", "json"}, f"{path.name} imports {name}"


def modules():
    for info in pkgutil.walk_packages(normalize.__path__, "normalize."):
        if info.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(info.name)
        except ModuleNotFoundError as error:  # an adapter without its framework
            if not info.name.startswith("normalize.integrations.") or error.name.startswith("normalize"):
                raise


def test_exported_names_exist_and_public_things_are_documented():
    for module in modules():
        assert module.__doc__, module.__name__
        for name in getattr(module, "__all__", ()):
            assert hasattr(module, name), f"{module.__name__}.{name}"
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
                continue
            if inspect.isfunction(thing) or inspect.isclass(thing):
                assert inspect.getdoc(thing), f"{module.__name__}.{name}"


def test_every_package_is_installed():
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(data["tool"]["setuptools"]["packages"])
    inside = {
        ".".join(path.relative_to(ROOT).parts)
        for path in (ROOT / "normalize").rglob("*")
        if path.is_dir() and path.name != "__pycache__"
    }
    gazetteers = {".".join(("normalize", *path.relative_to(ROOT).parts)) for path in (ROOT / "gazetteers").rglob("**/")}
    assert listed == inside | gazetteers | {"normalize"}
