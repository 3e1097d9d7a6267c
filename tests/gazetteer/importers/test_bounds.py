"""Whatever a file holds, it is read or refused in bounded time and memory."""

import bz2
import gzip
import io
import json
import resource
import subprocess
import sys
import time

import pytest
from gazetteer.importers.test_formats import geonames_row

from normalize.gazetteer.importers import FORMATS, Options, entities
from normalize.gazetteer.importers.jsons import records
from normalize.model import InputError

LINE = b'{"id": "q", "name": "Esmail Qaani"}\n'


def drain(path, format_="jsonl"):
    rejected = []
    return list(entities(str(path), format_, Options(), rejected.append)), rejected


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress], ids=["plain", "gz", "bz2"])
def test_archives_are_known_by_their_bytes(tmp_path, pack):
    path = tmp_path / "named-anyhow"
    path.write_bytes(pack(LINE * 3))
    assert len(drain(path)[0]) == 3


def test_zst(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "x"
    path.write_bytes(zstandard.compress(LINE))
    assert len(drain(path)[0]) == 1


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINE)))
    assert len(drain("-")[0]) == 1
    assert not sys.stdin.buffer.closed


@pytest.mark.parametrize("cut", [gzip.compress(LINE * 99)[:-9], bz2.compress(LINE * 99)[:-9], b"PK\x03\x04zip"])
def test_damaged_or_foreign_archives_are_refused(tmp_path, cut):
    (tmp_path / "x").write_bytes(cut)
    with pytest.raises(InputError):
        drain(tmp_path / "x")


def test_a_missing_file_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        drain(tmp_path / "x")


def bomb(lines):
    return bz2.compress((b"\n" * 900_000 if lines else b"0" * 900_000) * 100)


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">""" + b"".join(
    b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (b"bcdefghij"[i], *[b"abcdefghi"[i]] * 8) for i in range(9)
) + b"]><CONSOLIDATED_LIST>&j;</CONSOLIDATED_LIST>"  # fmt: skip
OUTSIDE = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&x;</CONSOLIDATED_LIST>'

HOSTILE = {
    "bomb of lines": ("jsonl", bomb(True)),
    "bomb of one line": ("geonames", bomb(False)),
    "endless line": ("csv", b"x" * (20 << 20)),
    "deep json": ("jsonl", b"[" * 5_000_000),
    "deep document": ("popolo", b'{"persons":' + b"[" * 1_000_000),
    "huge count of objects": ("jsonl", b"[" + b"{}," * 2_000_000 + b"{}]"),
    "huge count of names": ("jsonl", json.dumps({"id": "q", "alias": [f"n{i}" for i in range(300_000)]}).encode()),
    "huge count of small objects": (
        "jsonl",
        json.dumps({"id": "q", "alias": [{"a": n} for n in range(300_000)]}).encode(),
    ),
    "huge count of names of one": (
        "popolo",
        json.dumps({"persons": [{"id": "q", "other_names": [{"name": f"n{n}"} for n in range(300_000)]}]}).encode(),
    ),
    "huge count of cells": (
        "sparql",
        json.dumps({"results": {"bindings": [{f"v{n}": {"value": "a"} for n in range(300_000)}]}}).encode(),
    ),
    "huge number": ("jsonl", b'{"id": ' + b"9" * 3_000_000 + b"}"),
    "huge record": ("popolo", b'{"persons":[{"name":"' + b"x" * (20 << 20)),
    "unclosed quotation": ("csv", b'id,name\n1,"' + b"x\n" * 4_000_000),
    "laughs": ("un", LAUGHS),
    "outside entity": ("un", OUTSIDE),
    "deep xml": ("un", b"<a>" * 2_000_000),
    "long text": ("un", b"<a><b><INDIVIDUAL><DATAID>" + b"1" * (20 << 20)),
    "long tag": ("un", b"<" + b"a" * (20 << 20)),
    "marks": ("jsonl", json.dumps({"id": "q", "name": "a" + "\u0327\u0301" * 1_000_000}).encode()),
}

CHILD = """
import re, sys, time
from normalize.gazetteer.importers import Options, entities
from normalize.model import InputError
start, rejected = time.process_time(), []
try:
    keep = lambda row: rejected.__setitem__(slice(9), [row])
    found = sum(1 for _ in entities(sys.argv[1], sys.argv[2], Options(), keep))
except InputError as error:
    found = -1
memory = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
print(found, len(rejected), time.process_time() - start, int(memory) >> 10)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused_in_a_second_and_100_mb(tmp_path, name):
    format_, content = HOSTILE[name]
    (tmp_path / "x").write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "x"), format_],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    found, rejected, seconds, megabytes = map(float, done.stdout.split())
    assert found == -1 or (found == 0 and rejected), done.stdout
    assert megabytes < 100
    assert seconds < 1


@pytest.mark.parametrize("encoding", ["utf-4", "base64", "shift_jis", "idna", "undefined"])
def test_xml_in_an_encoding_that_cannot_be_read_is_refused(tmp_path, encoding):
    (tmp_path / "x").write_bytes(f'<?xml version="1.0" encoding="{encoding}"?><CONSOLIDATED_LIST/>'.encode())
    with pytest.raises(InputError, match="not XML"):
        drain(tmp_path / "x", "un")


@pytest.mark.parametrize("format_", FORMATS)
def test_noise_is_no_error_of_another_kind(tmp_path, format_):
    noise = bytes(range(256)) * 40 + b'\n{"a":[1,{"b":"\\u0000"}]}\n\t\t\t\n"\n' + b"a,b\n" * 5
    (tmp_path / "x").write_bytes(noise)
    try:
        found, rejected = drain(tmp_path / "x", format_)
    except InputError:
        return
    assert not found
    assert rejected


def test_records_of_a_document_cut_anywhere():
    document = {"success": 1, "persons": [{"a": 'x"{}[]\\', "b": [{"c": {}}]}, {"é": "ü"}], "z": {"p": {"q": 1}}}
    whole = json.dumps(document).encode()
    expected = [(("persons",), p) for p in document["persons"]] + [(("z", "p"), {"q": 1})]
    for size in (1, 2, 3, 7, 1000):
        pieces = [whole[i : i + size] for i in range(0, len(whole), size)]
        assert [(keys, json.loads(text)) for keys, text in records(pieces, 2)] == expected


def test_geonames_streams_in_flat_memory(tmp_path):
    """Ten times the rows take no more memory: measured in this process, after a first reading."""
    row = geonames_row(others="Bagdad,Bagdat,Baghdād,بغداد,巴格达").encode()
    peaks = []
    for rows in (20_000, 200_000):
        with gzip.open(tmp_path / "x", "wb", 1) as file:
            for _ in range(rows // 1000):
                file.write(row * 1000)
        start = time.process_time()
        count = sum(1 for _ in entities(str(tmp_path / "x"), "geonames", Options(), print))
        seconds = time.process_time() - start
        assert count == rows
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    assert peaks[1] - peaks[0] < 4096  # kB
    assert rows / seconds > 10_000  # the benchmark asks for 50,000; a busy machine may be slower
