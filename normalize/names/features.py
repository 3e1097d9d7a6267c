"""What an alignment says, as figures: the input of the fitted model, each with a name."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from normalize.names.alignment import Pair, align_words
from normalize.names.prepare import Prepared

NAMES = (
    "bias", "agree", "cost", "mean", "mean_over_.1", "mean_over_.3", "worst_over_.1", "worst_over_.25", "worst_over_.5",
    "worst_over_.9", "second_worst", "worst_short", "contrast", "pet", "initial", "joined", "fuller_free", "fuller_weight",
    "lesser_free", "lesser_weight", "last_apart", "last_cost", "first_apart", "first_cost", "inverted", "free_first",
    "free_middle", "free_last", "one_pair", "no_pair", "one_word", "ratio", "bones_differ", "bones_same", "both_free",
    "rare_match", "share", "first_letter", "two_good", "letters", "free_first_only", "weak_only",
    "common_apart", "common_bones", "worst_of_two", "worst_unsupported", "exact_weight", "all_exact", "exact_turned",
    "three_free_first", "uneven", "free_common", "free_in_two", "bare", "final_only", "clash_rare",
)  # fmt: skip


_RAREST = 8.4  # nats: the weight of a word that is in no table


def share_of(free: set[int], size: int) -> float:
    """Return how much of a name is left over."""
    return len(free) / size if size else 1.0


def _over(value: float, start: float) -> float:
    return value - start if value > start else 0.0


def figures(a: Prepared, b: Prepared) -> tuple[float, ...]:
    """Return the features of a pair, in the order of NAMES; the same for (b, a)."""
    pairs, free_a, free_b = align_words(a, b)
    return figures_of(a, b, pairs, free_a, free_b)


def figures_of(a: Prepared, b: Prepared, pairs: list[Pair], free_a: set[int], free_b: set[int]) -> tuple[float, ...]:
    """Return the features of an alignment."""
    weight_a = sum([a.words[i].weight for i in free_a])
    weight_b = sum([b.words[i].weight for i in free_b])
    if (weight_a, len(free_a)) < (weight_b, len(free_b)):
        fuller, full, lesser_free, fuller_weight, lesser_weight = b, free_b, free_a, weight_b, weight_a
    else:
        fuller, full, lesser_free, fuller_weight, lesser_weight = a, free_a, free_b, weight_a, weight_b
    agree = cost = letters = rare = first_letter = weak = 0.0
    worst = second = worst_short = 0.0
    count = {"same": 0, "spelling": 0, "contrast": 0, "pet": 0, "initial": 0, "joined": 0}
    bones_differ = bones_same = good = 0
    common_apart = common_bones = exact_weight = uneven = 0.0
    final_only = 0
    last_cost = first_cost = -1.0
    size_a, size_b = len(a.words), len(b.words)
    for pair in pairs:
        i, past_i = pair.left
        j, past_j = pair.right
        count[pair.how] += 1
        each = 2.0 * pair.cost / pair.length
        if each > worst:
            worst, second = each, worst
            worst_short = 1.0 if pair.length <= 8 else 0.0
        elif each > second:
            second = each
        cost += pair.cost
        letters += pair.length
        if pair.how == "initial":
            weak += 1
        else:
            closeness = 1.0 - each
            if closeness > 0:
                agree += pair.weight * closeness
                rare = max(rare, pair.weight * closeness)
            good += each < 0.25
            if pair.cost:
                x, y = a.words[i], b.words[j]
                common = _over(_RAREST, max(x.weight, y.weight)) / _RAREST
                if x.bones == y.bones:
                    bones_same += 1
                else:
                    bones_differ += 1
                    common_bones = max(common_bones, common)
                common_apart = max(common_apart, common * min(each * 2, 1.0))
                first_letter += x.code[0] != y.code[0]
                uneven = max(uneven, abs(len(x.code) - len(y.code)) / pair.length) if pair.how != "joined" else uneven
                final_only += x.code[:3] == y.code[:3]
            else:
                exact_weight += pair.weight
        if past_i == size_a and past_j == size_b:
            last_cost = each
        if i == 0 and j == 0:
            first_cost = each
    number = len(pairs)
    mean = 2.0 * cost / letters if letters else 2.0
    ordered = sorted(pairs, key=lambda pair: pair.left) if number > 1 else pairs
    inverted = sum([ordered[k].right > ordered[k + 1].right for k in range(number - 1)])
    size = len(fuller.words)
    free_first, free_last = float(0 in full), float(size - 1 in full)
    total = agree + weight_a + weight_b
    exact = float(number > 0 and cost == 0.0)
    lightest = min([fuller.words[k].weight for k in full], default=_RAREST)
    return (
        1.0, agree / 10, cost / 5, mean, _over(mean, 0.1), _over(mean, 0.3), _over(worst, 0.1), _over(worst, 0.25),
        _over(worst, 0.5), _over(worst, 0.9), second, worst * worst_short, count["contrast"], count["pet"],
        count["initial"], count["joined"], len(full), fuller_weight / 10, len(lesser_free), lesser_weight / 10,
        float(last_cost < 0), max(last_cost, 0.0), float(first_cost < 0), max(first_cost, 0.0), min(inverted, 2),
        free_first, len(full) - free_first - free_last if len(full) > 1 else float(bool(full) and not free_first and not free_last),
        free_last, float(number == 1), float(number == 0), float(min(size_a, size_b) == 1),
        ratio(a.joined, b.joined) / 100, bones_differ, bones_same, float(bool(full) and bool(lesser_free)), rare / 10,
        agree / total if total else 0.0, first_letter, float(good >= 2), letters / 40,
        float(bool(full) and free_first and not lesser_free and number > 1), weak / number if number else 0.0,
        common_apart, common_bones, worst * (number == 2), worst / (1.0 + exact_weight / 4), exact_weight / 10,
        exact if not full and not lesser_free else 0.0, exact * min(inverted, 1),
        float(number > 2 and free_first and not lesser_free), uneven, _over(_RAREST, lightest) / _RAREST * bool(full),
        float(number == 2 and len(full) == 1 and not lesser_free), float(number == 1 and bool(full)), final_only,
        min(weight_a, weight_b) * bool(lesser_free) / 10 * (1.0 - min(share_of(free_a, size_a), share_of(free_b, size_b))),
    )  # fmt: skip
