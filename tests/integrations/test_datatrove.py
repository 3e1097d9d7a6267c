import gzip
import json

from frameworks import CLEAN, DIRTY, needs

needs("datatrove", "datatrove")
needs("orjson", "datatrove")


def test_a_pipeline_keeps_metadata_counts_and_what_it_took_out(small, tmp_path):
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers import JsonlWriter

    from normalize.integrations.datatrove import NormalizeStep

    page = f"{DIRTY}\n\nRain fell in the hills.\n\nLeave a Reply\nYour email address will not be published.\n"
    documents = [
        Document(text=page, id="a", metadata={"url": "https://example.org"}),
        Document(text="Rain fell.", id="b"),
    ]
    step = NormalizeStep(small, JsonlWriter(str(tmp_path / "removed")))
    executor = LocalPipelineExecutor(
        [documents, step, JsonlWriter(str(tmp_path / "out"))], logging_dir=str(tmp_path / "logs")
    )
    stats = executor.run()
    out, removed = read(tmp_path / "out"), read(tmp_path / "removed")
    assert [row["text"] for row in out] == [f"{CLEAN}\n\nRain fell in the hills.\n", "Rain fell."]
    assert out[0]["metadata"]["url"] == "https://example.org"
    assert [row["text"] for row in removed] == ["Leave a Reply\nYour email address will not be published."]
    assert removed[0]["metadata"]["filter_reason"] == "boilerplate.comment-form"
    assert page[removed[0]["metadata"]["removed"]["start"] :].strip().startswith("Leave a Reply")
    assert documents[0].text == page
    (own,) = [entry.stats for entry in stats.stats if "normalize" in entry.name]
    counts = {name: int(own[name].total) for name in ("total", "changed", "blocks removed", "doc_len")}
    assert counts == {"total": 2, "changed": 1, "blocks removed": 1, "doc_len": sum(len(row["text"]) for row in out)}


def read(folder):
    return [
        json.loads(line) for path in folder.rglob("*.gz") for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
