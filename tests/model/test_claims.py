"""Who has which characters: the fast answer is the plain one."""

from hypothesis import given
from hypothesis import strategies as st

from normalize.model import Claims, Span

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))


def clash(one, other):
    return one == other if not len(one) and not len(other) else one.overlaps(other)


@given(st.lists(SPANS, max_size=12))
def test_claims_answer_as_a_comparison_with_each_would(spans):
    claims, taken = Claims(12), []
    for span in spans:
        assert claims.free(span) == (not any(clash(span, other) for other in taken))
        if claims.free(span):
            claims.take(span)
            taken.append(span)
