"""`normalize gazetteer import`, run through the sub-command."""

import gzip

from gazetteer.importers.test_formats import geonames_row
from typer.testing import CliRunner

from normalize.cli.gazetteer import app
from normalize.gazetteer import store


def run(*arguments):
    result = CliRunner().invoke(app, ["import", *(str(argument) for argument in arguments)], standalone_mode=False)
    return result.return_value, result.stderr, result.exception


def test_places_with_their_other_names(tmp_path):
    (tmp_path / "IQ.txt.gz").write_bytes(gzip.compress((geonames_row(others="") + "bad\n").encode()))
    (tmp_path / "names.txt").write_text(
        "1\t98182\tar\tبغداد\t1\t\t\t\t\t\n2\t7\tar\tغيرها\t1\t\t\t\t\t\n", encoding="utf-8"
    )
    out = tmp_path / "mine"
    code, said, _ = run("geonames", tmp_path / "IQ.txt.gz", "--names", tmp_path / "names.txt", "--out", out)
    assert code == 3
    assert "line 2: 1 columns, 19 wanted: bad" in said
    assert "1 entities, 2 names" in said
    (baghdad,) = store.load(out).entities
    assert {alias.lang for alias in baghdad.names} == {"und-Latn", "ar-Arab"}


def test_a_map_that_is_none_is_a_setting_error(tmp_path):
    _, _, error = run("csv", tmp_path / "x", "--out", tmp_path / "o", "--column", "name")
    assert "FIELD=COLUMN is wanted" in str(error)
