"""One cache of the compiled gazetteer for the whole run, apart from the user's own."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "normalize" / "samples" / "visit.txt"


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    os.environ.setdefault("NORMALIZE_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def cleaner(cache):
    from normalize import Cleaner

    return Cleaner()


@pytest.fixture(scope="session")
def sample():
    return SAMPLE.read_text(encoding="utf-8")


def pytest_addoption(parser):
    parser.addoption("--nightly", action="store_true", help="give the tests of tests/test_long.py their full length")


@pytest.fixture
def nightly(request):
    return request.config.getoption("--nightly")
