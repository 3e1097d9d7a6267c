"""What the script wrote is what it says: pinned, counted, clean, and never against the hand-written files."""

import csv
import gzip
import io
import re
from importlib import metadata
from pathlib import Path

import pytest

from normalize.gazetteer import Gazetteer, store
from normalize.gazetteer.generate import PINNED, generate
from normalize.gazetteer.generate.curated import Curated
from normalize.gazetteer.generate.villages import villages
from normalize.gazetteer.record import SOURCE_COLUMNS
from normalize.model import Alias, Entity
from normalize.text import fold

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "gazetteers"
GENERATED = FOLDER / "generated"
# Rows of each file, least and most: hand-written files grow, and take entities over.
ROWS = {
    "territories/places.entities.tsv": (100, 290),
    "territories/places.names.tsv": (3_000, 8_000),
    "languages/terms.entities.tsv": (150, 220),
    "languages/terms.names.tsv": (4_000, 6_000),
    "cities/places.entities.tsv": (8_000, 10_500),
    "cities/places.names.tsv": (30_000, 45_000),
    "people/background.tsv.gz": (130_000, 150_000),
}


def rows(name):
    data = (GENERATED / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", ROWS)
def test_counts(name):
    assert ROWS[name][0] <= len(rows(name)) <= ROWS[name][1]


def test_nothing_else_lies_there():
    assert {str(path.relative_to(GENERATED)) for path in GENERATED.rglob("*") if path.is_file()} == set(ROWS)
    assert sum(path.stat().st_size for path in GENERATED.rglob("*") if path.is_file()) < 6_000_000


@pytest.mark.parametrize("name", ROWS)
def test_every_row_has_a_source_with_its_licence(name):
    with (FOLDER / "sources.tsv").open(encoding="utf-8", newline="") as file:
        known = {row["key"]: row for row in csv.DictReader(file, delimiter="\t")}
    assert tuple(next(iter(known.values()))) == SOURCE_COLUMNS
    assert {row["source"] for row in rows(name)} <= {package.key for package in PINNED}
    assert all(known[package.key]["licence"] and known[package.key]["url"] for package in PINNED)


def test_versions_are_pinned_to_the_number():
    text = (ROOT / "scripts" / "generate_gazetteer.txt").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([\w-]+)==([\d.]+)$", text, re.M))
    assert pins == {package.name: package.version for package in PINNED}


def test_the_same_bytes_again(tmp_path):
    for package in PINNED:
        try:
            found = metadata.version(package.name)
        except metadata.PackageNotFoundError:
            pytest.skip("pip install --no-deps -r scripts/generate_gazetteer.txt")
        if found != package.version:
            pytest.skip(f"{package.name} {found} is installed")
    generate(FOLDER, tmp_path, say=lambda _: None)
    for name in ROWS:
        assert (tmp_path / "generated" / name).read_bytes() == (GENERATED / name).read_bytes(), name
    assert (tmp_path / "sources.tsv").read_bytes() == (FOLDER / "sources.tsv").read_bytes()


def test_no_hand_written_entity_is_doubled():
    curated = Curated.load(FOLDER)
    for name in ("territories/places", "cities/places", "languages/terms"):
        ids = {row["id"] for row in rows(f"{name}.entities.tsv")}
        assert not ids & set(curated.entities)
        for row in rows(f"{name}.names.tsv"):
            by = row["id"] if row["id"] in curated.entities else ""
            assert not curated.taken(row["name"], by), row
            assert row["id"] in ids or row["id"] in curated.entities


def test_cities_are_clean():
    for row in rows("cities/places.names.tsv"):
        assert row["kind"] in ("main", "alternative")  # nothing a text is ever respelt by
        assert len(row["name"]) >= 2
        assert not re.search(r"[0-9(/;=]", row["name"])


def place(name, country="UA", region="05", others=()):
    return {"name": name, "countrycode": country, "admin1code": region, "alternatenames": list(others)}


@pytest.mark.parametrize(
    ("name", "country", "region", "kept"),
    [
        ("Bezliudivka", "UA", "07", True),
        ("Bezliudivka", "UA", "15", False),  # far from the front
        ("Orlov", "UA", "07", False),  # somebody's surname
        ("Border", "UA", "07", False),
        ("Kut", "AM", "03", False),
        ("Paruyr Sevak", "AM", "02", False),
        ("Kafr Naseh", "SY", "09", True),
        ("Rawdah", "SY", "09", False),
        ("Abu Naseh", "SY", "09", False),
        ("Kafr Naseh", "FR", "09", False),
    ],
)
def test_small_places_whose_name_is_nobodys(name, country, region, kept):
    found = villages([place(name, country, region), place("Talin", "AM"), place("Talin", "EE")], {"orlov", "naseh"})
    assert [item["name"] for item in found] == [name] * kept


def test_words_of_a_language_are_no_towns_name_in_it():
    written = {row["name"] for row in rows("cities/places.names.tsv")}
    assert {"Pietermaritzburg", "Tema"} <= written
    assert not {"Brent", "Тема", "Центральний", "日本語"} & written
    kinds = {
        row["kind"] for row in rows("territories/places.names.tsv") if (row["name"], row["lang"]) == ("مالي", "ar-Arab")
    }
    assert kinds == {"weak"}


def test_a_village_keeps_no_name_that_is_somebodys():
    (found,) = villages([place("Bezliudivka", others=("Orlov", "Bezlyudovka"))], {"orlov"})
    assert found["alternatenames"] == ["Bezlyudovka"]


def test_a_name_of_two_entities_is_left_out():
    curated = Curated([
        Entity("a", "place", (Alias("Aleppo", "en-Latn", "main", "s"),), type="city", countries=("SY",)),
        Entity("b", "organisation", (Alias("Amal", "en-Latn", "main", "s"),)),
    ])  # fmt: skip
    found = curated.find(["ALEPPO"], "place", "SY", frozenset({"city"}))
    assert found is not None
    assert curated.find(["Aleppo"], "place", "US", frozenset({"city"})) is None
    new = curated.fresh(found, [Alias("Halab", "und-Latn", "main", "g"), Alias("Amal", "und-Latn", "alternative", "g")])
    assert [(alias.form, alias.kind) for alias in new] == [("Halab", "alternative")]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def test_the_background_is_nobody(gazetteer):
    people = [row["name"] for row in rows("people/background.tsv.gz") if " " in row["name"]]
    sample = people[:: len(people) // 500]
    assert all(gazetteer.borne(fold(name)) for name in sample)
    assert not any(entity.kind == "person" for name in sample for entity, _ in gazetteer.named(fold(name)))


def test_generated_names_link(gazetteer):
    assert any(entity.countries == ("BR",) for entity, _ in gazetteer.named(fold("Fortaleza")))
    assert any(entity.kind == "place" for entity, _ in gazetteer.named(fold("Brasilien")))
    assert [entity.id for entity, alias in gazetteer.named(fold("Portuguese language"))] == ["language-pt"]


def test_packed_sources_are_read_and_damage_is_a_fault(tmp_path):
    head = "name\tlang\tbearers\tsource\n"
    (tmp_path / "background.tsv.gz").write_bytes(gzip.compress((head + "Ali Hasan\tund-Latn\t2\ts\n").encode()))
    assert store.load(tmp_path).background == ("Ali Hasan",)
    assert Gazetteer.load(tmp_path, shipped=False).borne("ali hasan")
    (tmp_path / "background.tsv.gz").write_bytes(gzip.compress(head.encode())[:-5])
    with pytest.raises(store.GazetteerError, match="the archive is damaged"):
        store.load(tmp_path)
