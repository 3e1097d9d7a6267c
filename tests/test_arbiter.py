"""Which of several edits stands: the families in their order, then the place, then the longer."""

from itertools import permutations

import pytest

from normalize.checks.arbiter import ORDER, arbitrate
from normalize.cleaner import shipped_rules
from normalize.model import Document, Edit, Span

TEXT = "abcdefgh"


def standing(*edits):
    """Return the rules that stand; the same whatever the order they come in."""
    document = Document(TEXT, TEXT, "en")
    proposals = [
        tuple(Edit(Span(*place), TEXT[slice(*place)], after, rule) for place, after, rule in edit) for edit in edits
    ]
    answers = {tuple(edit.rule for edit in arbitrate(document, order)) for order in permutations(proposals)}
    assert len(answers) == 1
    return list(answers.pop())


@pytest.mark.parametrize(("stronger", "weaker"), [*zip(ORDER, [*ORDER[1:], "loop"], strict=True)])
def test_a_stronger_family_wins_wherever_it_stands(stronger, weaker):
    assert standing([((2, 4), "X", f"{stronger}.z.y")], [((1, 3), "Y", f"{weaker}.a.b")]) == [f"{stronger}.z.y"]


def test_every_family_of_the_order_has_rules_that_edit():
    assert {rule.id.partition(".")[0] for rule in shipped_rules() if rule.mends} >= set(ORDER)


def test_within_a_family_the_first_then_the_longer_then_the_name():
    assert standing([((2, 4), "X", "name.a")], [((1, 3), "Y", "name.b")]) == ["name.b"]
    assert standing([((1, 2), "X", "name.a")], [((1, 3), "Y", "name.b")]) == ["name.b"]
    assert standing([((1, 3), "X", "name.a")], [((1, 3), "Y", "name.b")]) == ["name.a"]
    assert standing([((1, 3), "X", "name")], [((1, 3), "Y", "noname.b")]) == ["name"]


def test_a_proposal_stands_whole_or_not_at_all():
    pair = [((0, 1), "X", "name.pair"), ((4, 6), "Y", "name.pair")]
    assert standing(pair, [((7, 8), "Z", "name.far")]) == ["name.pair", "name.pair", "name.far"]
    assert standing(pair, [((5, 7), "Z", "encoding.near")]) == ["encoding.near"]
