"""Where names stand in Chinese text, and where parts of other words do."""

import pytest

from normalize.text.chinese import costs, stands

WHOLE = [
    "他[访问]中国",
    "在[巴西]里约热内卢",
    "[上海]市场活跃",
    "向[中国]政府提出",
    "[北京]",
    "(古巴)[古巴]",
    "会见[克里]并讲话",
    "住在[银川]市东",
]
PARTS = [
    "发展[中国]家",
    "增[加利]润",
    "文[明村]镇",
    "恩[古巴]尼",
    "[马里]兰的法官",
    "抵[达拉]萨",
    "[青年党]员大会",
    "[李铁]映出席",
]


def _marked(text):
    start = text.index("[")
    return text.replace("[", "").replace("]", ""), start, text.index("]") - 1


@pytest.mark.parametrize("text", WHOLE)
def test_a_name_between_words_stands(text):
    assert stands(*_marked(text))


@pytest.mark.parametrize("text", PARTS)
def test_parts_of_words_are_no_name(text):
    assert not stands(*_marked(text))


def test_nothing_stands_around_a_name_at_the_ends_of_a_text():
    assert stands("中国", 0, 2)
    assert stands("", 0, 0)


def test_what_is_frequent_costs_little():
    assert costs()["国家"] < costs()["军营"] < 16
