from frameworks import DIRTY, needs

spacy = needs("spacy", "spacy")


def test_the_entry_point_adds_and_never_alters():
    nlp = spacy.blank("en")
    nlp.add_pipe("normalize", config={"source_lang": "ar"})
    doc, plain = nlp(DIRTY), spacy.blank("en")(DIRTY)
    assert doc._.clean_text == "Esmail Qaani met the minister. Esmail Qaani left."
    assert [(span.text, span._.canonical, span.label_) for span in doc.spans["normalize"]] == [
        ("Ismail Qaani", "Esmail Qaani", "person"),
        ("Esmail Qaani", "Esmail Qaani", "person"),
    ]
    assert doc[0:2]._.canonical == "Esmail Qaani"
    assert doc[2:4]._.canonical is None
    assert (doc.text, [token.text for token in doc], doc.ents) == (plain.text, [token.text for token in plain], ())


def test_docs_and_pipelines_are_saved_and_sent(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("normalize", config={"names": "keep"})
    texts = [f"{DIRTY} {n}" for n in range(4)]
    cleaned = [f"{DIRTY.replace('the the', 'the')} {n}" for n in range(4)]
    assert [doc._.clean_text for doc in nlp.pipe(texts, n_process=2, batch_size=2)] == cleaned
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(texts[0])
    assert doc._.clean_text == cleaned[0]
    back = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.clean_text == cleaned[0]
    assert [span._.canonical for span in back.spans["normalize"]] == ["Esmail Qaani"] * 2
    assert spacy.blank("xx").add_pipe("normalize").cleaner.options.lang == ""
