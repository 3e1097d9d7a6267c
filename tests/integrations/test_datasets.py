import os
import subprocess
import sys

from frameworks import CLEAN, DIRTY, needs

datasets = needs("datasets", "datasets")

FINGERPRINT = """
import sys
from datasets.fingerprint import Hasher
from normalize import Cleaner
from normalize.integrations.datasets import clean_column
used = clean_column(Cleaner(lang="en"))
used({"text": ["Ismail Qaani met Esmail Qaani."]})
print(Hasher.hash(clean_column(Cleaner(lang="en"))), Hasher.hash(used), Hasher.hash(clean_column(Cleaner(lang="de"))))
"""


def test_map_in_one_and_two_processes(small):
    from normalize.integrations.datasets import clean_column

    rows = datasets.Dataset.from_dict({"id": list(range(6)), "body": [DIRTY, None, ""] * 2})
    for processes in (None, 2):
        out = rows.map(clean_column(small, "body"), batched=True, num_proc=processes)
        assert out["body"][:] == [CLEAN, None, ""] * 2
        assert out["id"][:] == rows["id"][:]


def test_the_second_map_reads_the_cache(small, tmp_path):
    from normalize.integrations.datasets import clean_column

    (tmp_path / "in.jsonl").write_text(f'{{"text": "{DIRTY}"}}\n')
    rows = datasets.load_dataset("json", data_files=str(tmp_path / "in.jsonl"), cache_dir=str(tmp_path), split="train")
    first = rows.map(clean_column(small), batched=True)
    again = rows.map(clean_column(small), batched=True)
    assert first._fingerprint == again._fingerprint
    assert first.cache_files == again.cache_files != []


def test_the_fingerprint_is_the_same_in_every_process():
    answers = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", FINGERPRINT], env=environment, capture_output=True, text=True, check=True
        )
        answers.add(run.stdout)
    (answer,) = answers
    new, used, other = answer.split()
    assert new == used != other
