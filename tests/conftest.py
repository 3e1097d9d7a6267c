"""One cache of the compiled gazetteer for the whole run, apart from the user's own."""

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory):
    os.environ.setdefault("NORMALIZE_CACHE", str(tmp_path_factory.mktemp("cache")))
