"""What a 体检 found, in sentences that claim no more than the tests show."""

from collections.abc import Sequence
from fractions import Fraction

from metrics._checkup import Cell, Line, Tally, is_compared
from metrics._metric import Metric
from metrics._rounding import half_up

FEW_METRICS = 3
NAMED = 4
"""Differences named in a sentence at most."""
LIKE_CHANCE = 2
"""Up to so many times what chance brings, nothing is made of the number."""
_LEAST = Fraction(1, 10)


def found_words(when: str, metrics: Sequence[Metric], areas: int, thing: str, against: str, found: Tally) -> str:
    """How many of the areas differ clearly in how many metrics, and how many would by chance alone.

    `when` is the period, `thing` counts areas (个乡镇街道), `against` names the yardstick (全县).
    """
    compared = sum(is_compared(one) for one in metrics)
    over = f"{when}，{areas:,} {thing}、{compared} 项可比指标"
    if not found.compared:
        return f"{over}：没有可以与{against}比较的数，数量过小或缺少分母。"
    beyond = f"与{against}差异明确（超出99.8%界限）的"
    if not found.clear:
        return f"{over}中，没有{beyond}。"
    chance = f"实际都无差异时，偶然{_expected(found.clear_by_chance)}处"
    spread = f"分布在 {found.clear_areas:,} {thing}、{_metrics(found)}{_like_chance(found)}"
    return f"{over}中，{beyond}有 {len(found.clear):,} 处（{_sides(found)}；{chance}），{spread}。"


def compared_words(found: Tally) -> list[str]:
    """What was compared, and what lies outside the 95 % limits only: with many comparisons some always do."""
    by_chance = f"偶然{_expected(found.slight_by_chance)}处"
    slight = f"有 {found.slight:,} 处（{by_chance}），不单独据以判断" if found.slight else "没有"
    rest = f"，另 {found.not_compared:,} 处数量过小等不作比较" if found.not_compared else ""
    chance = "实际都无差异时，平均每500处偶然有1处超出99.8%界限、24处只超出95%区间"
    return [f"共比较 {found.compared:,} 处{rest}", f"只超出95%区间的{slight}", chance]


def _sides(found: Tally) -> str:
    high = sum(cell.stands is not None and cell.stands.symbol == "▲" for _, cell in found.clear)
    low = len(found.clear) - high
    if not high or not low:
        return "都偏高" if high else "都偏低"
    return f"偏高 {high:,}、偏低 {low:,}"


def _metrics(found: Tally) -> str:
    """How many metrics, by name where they are few."""
    labels = list(dict.fromkeys(cell.figure.label for _, cell in found.clear))
    beside = f"（{'、'.join(labels)}）" if len(labels) <= FEW_METRICS else ""
    return f"{len(labels)} 项指标{beside}"


def _like_chance(found: Tally) -> str:
    is_like = len(found.clear) <= LIKE_CHANCE * found.clear_by_chance
    return "，与偶然所致的个数相当，不作判断" if is_like else ""


def _expected(number: Fraction) -> str:
    return "不到 0.1 " if number < _LEAST else f"约 {half_up(number, 1)} "


def named(clear: Sequence[tuple[Line, Cell]]) -> str:
    """The first clear differences in the order of the table: 东法庭万人成讼率显著高、…等 9 处."""
    words = [f"{line.name}{cell.figure.label}{cell.stands.word}" for line, cell in clear[:NAMED] if cell.stands]
    more = f"等 {len(clear):,} 处" if len(clear) > NAMED else ""
    return "、".join(words) + more
