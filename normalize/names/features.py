"""What an alignment says, as figures: the input of the fitted model, each with a name.

Costs are in nats a letter of the two words (`each`), weights in nats (the rarer a word, the more it says).
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.fuzz import ratio

from normalize.names.alignment import Pair, align_words
from normalize.names.customs import is_son, left_out, named_before, two_cultures
from normalize.names.prepare import Prepared
from normalize.names.styles import generations_differ, title_figures, titled

NAMES = (
    # how alike the words are that were paired
    "bias", "agree", "cost", "mean", "mean_over_.1", "mean_over_.3", "worst_over_.1", "worst_over_.25",
    "worst_over_.5", "worst_over_.9", "second_worst", "worst_short", "contrast", "pet", "initial", "joined",
    "bones_differ", "bones_same", "rare_match", "first_letter", "two_good", "letters", "weak_only",
    "common_apart", "common_bones", "worst_of_two", "worst_unsupported", "exact_weight", "uneven",
    "final_only",
    "last_apart", "last_cost", "first_apart", "first_cost", "inverted", "one_pair", "no_pair",
    # what is left over, and where
    "fuller_free", "fuller_weight", "lesser_free", "lesser_weight", "free_first", "free_middle", "free_last",
    "both_free", "free_first_only", "all_exact", "exact_turned", "three_free_first", "free_common",
    "free_in_two", "bare", "clash_rare", "share",
    # the names as wholes
    "one_word", "both_one_word", "ratio", "son", "son_of_three", "same_size_contrast", "given_before", "generation",
    # their titles
    "titles_same", "titles_differ", "title_in_one", "title_or_name",
    # what custom says
    "two_cultures", "father_free", "origin_free", "honour_free",
)  # fmt: skip
_RAREST = 8.4  # nats: the weight of a word that is in no table
_GOOD = 0.25  # nats a letter: below this two words are surely spellings of one another
_SHORT = 8  # letters of both words together


def _over(value: float, start: float) -> float:
    return value - start if value > start else 0.0


class _Tally:
    """Sums over the pairs of an alignment."""

    # Defaults on the class: an alignment changes but few of them.
    agree = cost = rare = exact_weight = uneven = 0.0
    worst = second = worst_short = common_apart = common_bones = 0.0
    letters = bones_differ = bones_same = good = first_letter = final_only = 0
    first_cost = last_cost = -1.0

    def __init__(self, pairs: list[Pair], a: Prepared, b: Prepared) -> None:
        self.number = len(pairs)
        self.how = [pair.how for pair in pairs]
        for pair in pairs:
            self.see(pair, a, b)

    def see(self, pair: Pair, a: Prepared, b: Prepared) -> None:
        """Count one pair."""
        each = 2.0 * pair.cost / pair.length
        self.cost += pair.cost
        self.letters += pair.length
        if each > self.worst:
            self.worst, self.second = each, self.worst
            self.worst_short = each if pair.length <= _SHORT else 0.0
        elif each > self.second:
            self.second = each
        if pair.left[1] == len(a.words) and pair.right[1] == len(b.words):
            self.last_cost = each
        if pair.left[0] == 0 and pair.right[0] == 0:
            self.first_cost = each
        if pair.how != "initial":
            self._see_words(pair, each, a, b)

    def _see_words(self, pair: Pair, each: float, a: Prepared, b: Prepared) -> None:
        if each < 1.0:
            says = pair.weight * (1.0 - each)
            self.agree += says
            if says > self.rare:
                self.rare = says
            if each < _GOOD:
                self.good += 1
        if pair.how == "reading":  # its letters differ for a reason
            return
        if pair.cost:
            self._see_difference(pair, each, a, b)
        else:
            self.exact_weight += pair.weight

    def _see_difference(self, pair: Pair, each: float, a: Prepared, b: Prepared) -> None:
        """Two frequent words that differ are two names; a rare one near a frequent one may be misspelt."""
        x, y = a.words[pair.left[0]], b.words[pair.right[0]]
        common = _over(_RAREST, max(x.weight, y.weight)) / _RAREST
        if x.bones == y.bones:
            self.bones_same += 1
        else:
            self.bones_differ += 1
            self.common_bones = max(self.common_bones, common)
        self.common_apart = max(self.common_apart, common * min(each * 2, 1.0))
        self.first_letter += x.code[0] != y.code[0]
        self.final_only += x.code[:3] == y.code[:3]
        if pair.how != "joined":
            self.uneven = max(self.uneven, abs(len(x.code) - len(y.code)) / pair.length)


def _pair_figures(t: _Tally, inverted: int) -> tuple[float, ...]:
    mean = 2.0 * t.cost / t.letters if t.letters else 2.0
    number, how, worst = t.number, t.how, t.worst
    initial = how.count("initial")
    return (
        1.0, t.agree / 10, t.cost / 5, mean, (mean - 0.1) * (mean > 0.1), (mean - 0.3) * (mean > 0.3),
        (worst - 0.1) * (worst > 0.1), (worst - 0.25) * (worst > 0.25), (worst - 0.5) * (worst > 0.5),
        (worst - 0.9) * (worst > 0.9), t.second, t.worst_short, how.count("contrast"), how.count("pet"), initial,
        how.count("joined"), t.bones_differ, t.bones_same, t.rare / 10, t.first_letter,
        float(t.good >= 2), t.letters / 40, initial / number if number else 0.0, t.common_apart,
        t.common_bones, worst * (number == 2), worst / (1.0 + t.exact_weight / 4), t.exact_weight / 10,
        t.uneven,
        t.final_only, float(t.last_cost < 0), max(t.last_cost, 0.0), float(t.first_cost < 0),
        max(t.first_cost, 0.0), min(inverted, 2), float(number == 1), float(number == 0),
    )  # fmt: skip


def _free_figures(
    t: _Tally, inverted: int, fuller: Prepared, free: tuple[set[int], set[int]], weights: tuple[float, float]
) -> tuple[float, ...]:
    """Figures of the words without a counterpart: `free` of the name with more of them, then of the other."""
    full, lesser = free
    size, number = len(fuller.words), t.number
    first, last, only = float(0 in full), float(size - 1 in full), not lesser
    exact = float(number > 0 and t.cost == 0.0)
    lightest = min([fuller.words[k].weight for k in full], default=_RAREST)
    total = t.agree + weights[0] + weights[1]
    middle = len([k for k in full if 0 < k < size - 1])
    clash = weights[1] / 10 * (1.0 - len(lesser) / (len(lesser) + number)) if lesser else 0.0
    return (
        len(full), weights[0] / 10, len(lesser), weights[1] / 10, first, middle, last, float(bool(lesser)),
        first * (only and number > 1), exact * (not full), exact * min(inverted, 1),
        first * (only and number > 2), _over(_RAREST, lightest) / _RAREST,
        float(number == 2 and len(full) == 1 and only), float(number == 1 and bool(full)), clash,
        t.agree / total if total else 0.0,
    )  # fmt: skip


def _turns(pairs: list[Pair]) -> int:
    """Count the pairs that stand in another order in the two names."""
    if len(pairs) < 2:
        return 0
    places = sorted([(pair.left, pair.right) for pair in pairs])
    return sum([before[1] > after[1] for before, after in pairwise(places)])


def _whole_figures(
    t: _Tally, inverted: int, names: tuple[Prepared, Prepared], fuller: Prepared, free: tuple[set[int], set[int]]
) -> tuple[float, ...]:
    a, b = names
    before = t.number > 1 and not (free[1] or inverted) and named_before(fuller, free[0])
    son = before and is_son(fuller)
    fewest, most = sorted((len(a.words), len(b.words)))
    return (
        float(fewest == 1 < most), float(most == 1), max(ratio(a.joined, b.joined) / 100, _as_read(t, a, b)), float(son),
        float(son and t.number > 2), float("contrast" in t.how and fewest == most),
        float(before and not son), float(generations_differ(a, b)),
    )  # fmt: skip


def _as_read(t: _Tally, a: Prepared, b: Prepared) -> float:
    """Return how alike two names are in the orthographies they were read in; 0.0 for those read in the usual one."""
    if "reading" not in t.how:
        return 0.0
    return (t.letters - t.cost) / (len(a.joined) + len(b.joined))


def figures_of(a: Prepared, b: Prepared, pairs: list[Pair], free_a: set[int], free_b: set[int]) -> tuple[float, ...]:
    """Return the features of an alignment, in the order of NAMES."""
    titled_a, titled_b = titled(free_a, a, b, free_b), titled(free_b, b, a, free_a)
    free_a, free_b = free_a - titled_a, free_b - titled_b
    weight_a = sum([a.words[i].weight for i in free_a])
    weight_b = sum([b.words[i].weight for i in free_b])
    fuller, free, weights = a, (free_a, free_b), (weight_a, weight_b)
    if (weight_a, len(free_a)) < (weight_b, len(free_b)):
        fuller, free, weights = b, (free_b, free_a), (weight_b, weight_a)
    t = _Tally(pairs, a, b)
    inverted = _turns(pairs)
    return (
        *_pair_figures(t, inverted),
        *_free_figures(t, inverted, fuller, free, weights),
        *_whole_figures(t, inverted, (a, b), fuller, free),
        *title_figures(a, b, len(titled_a) + len(titled_b)),
        float(two_cultures(pairs, a, b)),
        *(left_out(fuller, free[0]) if len(pairs) > 1 and free[0] and not free[1] else (0, 0, 0)),
    )


def figures(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """Return the features of a pair of names; put them in a fixed order before, as `compare.score` does."""
    return figures_of(a, b, *align_words(a, b))
