import pytest
from frameworks import CLEAN, DIRTY, needs

sklearn = needs("sklearn", "sklearn")


def test_in_a_pipeline_cloned_and_searched(small):
    from sklearn.base import clone
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline

    from normalize.integrations.sklearn import TextCleaner

    step = clone(TextCleaner(cleaner=small))
    assert step.fit([DIRTY]).transform([DIRTY]) == [CLEAN]
    pipe = make_pipeline(step, CountVectorizer(), LogisticRegression())
    search = GridSearchCV(pipe, {"textcleaner__names": ["mend", "keep"]}, cv=2)
    search.fit([DIRTY, "Rain fell.", DIRTY, "Rain fell."], [1, 0, 1, 0])
    assert list(search.predict([CLEAN, "rain"])) == [1, 0]
    assert "ismail" not in search.best_estimator_[1].vocabulary_


def test_its_parameters_are_options():
    from normalize.integrations.sklearn import TextCleaner

    assert TextCleaner(lang="en", names="keep").transform([DIRTY]) == [DIRTY.replace("the the", "the")]
    with pytest.raises(ValueError, match="Invalid parameter"):
        TextCleaner().set_params(nmaes="keep")
