"""A small cleaner; and silence for what the frameworks warn of, which is theirs to mend."""

import pytest

from normalize import Cleaner, Gazetteer


def pytest_collection_modifyitems(items):
    for item in items:
        if "integrations" in item.path.parts:
            item.add_marker(pytest.mark.filterwarnings("ignore"))


@pytest.fixture(scope="session")
def small():
    return Cleaner(Gazetteer.from_names([("qaani", "Esmail Qaani"), ("qaani", "Ismail Qaani")]), lang="en")
