import os
import shutil
import sys
from pathlib import Path

import pytest
from frameworks import CLEAN, DIRTY, needs

pyspark = needs("pyspark", "spark")
needs("pandas", "spark")
pytestmark = pytest.mark.skipif(
    shutil.which("java") is None, reason="Spark needs Java 17: apt install openjdk-17-jre-headless"
)


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable  # what the executors run
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


def test_a_frame_keeps_its_other_columns(spark, small):
    from normalize.integrations.spark import clean_frame

    texts = [DIRTY, None, ""] * 20
    frame = spark.createDataFrame([(n, text) for n, text in enumerate(texts)], "id int, body string").repartition(4)
    out = clean_frame(frame, small, "body")
    assert out.schema == frame.schema
    assert [row["body"] for row in out.orderBy("id").collect()] == [CLEAN, None, ""] * 20
    cleaned = clean_frame(frame, small, "body").filter("body is not null").count()  # the same files, shipped before
    assert cleaned == 40


def test_the_gazetteer_arrives_as_a_file(spark, small):
    from pyspark import SparkFiles

    from normalize.gazetteer.compiled import Compiled
    from normalize.integrations.spark import clean_frame

    frame = spark.createDataFrame([(DIRTY,)], "text string")
    assert clean_frame(frame, small).first()["text"] == CLEAN
    (name,) = [layer.folder.name for layer in small.gazetteer.layers]
    (there,) = spark.sparkContext.parallelize([0]).map(lambda _: SparkFiles.get(name)).collect()
    assert Compiled(Path(there)).size == 1
    assert there != str(small.gazetteer.layers[0].folder)
