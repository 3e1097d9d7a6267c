import gzip
import json

from frameworks import CLEAN, DIRTY, needs

needs("datatrove", "datatrove")


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
    counts = {name: stat["total"] if isinstance(stat, dict) else stat for name, stat in step_stats(stats).items()}
    assert (counts["total"], counts["changed"], counts["blocks removed"]) == (2, 1, 1)
    assert counts["finding repetition.word"] == 1


def step_stats(stats):
    (own,) = (
        entry["stats"]
        for entry in json.loads(stats.to_json() if hasattr(stats, "to_json") else "[]")
        if "normalize" in entry["name"]
    )
    return own


def read(folder):
    return [
        json.loads(line) for path in folder.rglob("*.gz") for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
