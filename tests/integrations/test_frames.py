from frameworks import CLEAN, DIRTY, needs


def test_pandas_keeps_index_name_type_and_what_is_missing(small):
    pd = needs("pandas", "pandas")
    from normalize.integrations.pandas import clean, names

    for dtype in ("object", "string", None):
        texts = pd.Series([DIRTY, None, ""], index=[3, 1, 2], name="body", dtype=dtype)
        cleaned = clean(texts, small)
        assert (cleaned.dtype, cleaned.name, list(cleaned.index)) == (texts.dtype, "body", [3, 1, 2])
        assert cleaned[3] == CLEAN
        assert pd.isna(cleaned[1])
        assert cleaned[2] == ""
        assert list(names(texts, small)) == [["Esmail Qaani"], None, []]
    assert clean(texts[:0], small).empty


def test_polars_expressions_eager_and_lazy(small):
    pl = needs("polars", "polars")
    from normalize.integrations.polars import clean, names

    frame = pl.DataFrame({"id": [1, 2, 3], "text": [DIRTY, None, ""]})
    wanted = [clean(pl.col("text"), small), names(pl.col("text"), small).alias("names")]
    for out in (frame.with_columns(wanted), frame.lazy().with_columns(wanted).collect()):
        assert out["text"].to_list() == [CLEAN, None, ""]
        assert out["names"].to_list() == [["Esmail Qaani"], None, []]
        assert out.schema == {"id": pl.Int64, "text": pl.String, "names": pl.List(pl.String)}
    assert frame[:0].with_columns(wanted).schema == out.schema
    assert frame["text"][0] == DIRTY
