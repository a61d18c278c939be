"""主要案由与重点领域 of a monthly review: which causes are most frequent, of the county only, and what moved."""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from data.reference.causes import official_name, path_of
from metrics._evaluate import FEW
from metrics._review import Review
from metrics._review_words import in_county, to_date_words
from metrics._rounding import half_up
from metrics._what_moved import ONLY_TOTALS, by_cause
from metrics._what_moved_words import cannot_split, causes_caution, causes_words, signed
from metrics._words import DASH

NAMED, LISTED = 5, 20
_FIELDS = 3
REST = "其余{:,}种案由"
TOTAL = "合计"


class CauseLine(NamedTuple):
    """A cause of the county over the year to date; texts are rounded, numbers are not. None: there is no such number.

    `share` is in percent of all filings, `growth` in percent of the year before.
    """

    cause: str
    n: int
    share: Fraction
    base_n: int | None
    growth: Fraction | None
    has_few: bool
    """The year before had so few that no growth is told."""

    @property
    def share_text(self) -> str:
        """With one decimal."""
        return half_up(self.share, 1)

    @property
    def growth_text(self) -> str:
        """With its sign."""
        return DASH if self.growth is None else f"{signed(self.growth)}%"


def cause_lines(told: Review) -> tuple[CauseLine, ...]:
    """The most frequent causes, the others as one line, cases without a cause, the total last; nothing where no cause
    is known."""
    known, county = _known(told), told.moved.county
    if told.moved.state == "not_covered" or not county.numerator or not known:
        return ()
    lines = [_cause_line(told, *one) for one in known[:LISTED]]
    if rest := known[LISTED:]:
        lines.append(
            _cause_line(told, REST.format(len(rest)), sum(one[1] for one in rest), sum(one[2] for one in rest))
        )
    if summed := without_cause(told):
        lines.append(_line(told, ONLY_TOTALS, summed, None))
    return (*lines, _line(told, TOTAL, county.numerator, county.base_numerator))


def without_cause(told: Review) -> int:
    """Cases of the year to date that a summary alone tells."""
    return sum(one.n for one in told.moved.cells if one.cause == ONLY_TOTALS)


def _known(told: Review) -> list[tuple[str, int, int]]:
    """Causes with their counts of both years, the most frequent first."""
    parts = [(one.name, one.n, one.base_n) for one in by_cause(told.moved).parts if one.name != ONLY_TOTALS]
    return sorted(parts, key=lambda one: (-one[1], one[0]))


def _cause_line(told: Review, name: str, n: int, base_n: int) -> CauseLine:
    """A cause; in a year of which a part is a summary nobody knows how many of it there were."""
    return _line(told, name, n, None if told.moved.is_summed else base_n)


def _line(told: Review, name: str, n: int, base_n: int | None) -> CauseLine:
    state = told.moved.state
    before = None if state in ("not_whole", "not_covered") else base_n
    may_compare = before is not None and before >= FEW and state != "break"
    return CauseLine(
        cause=name,
        n=n,
        share=Fraction(100 * n, told.moved.county.numerator),
        base_n=before,
        growth=Fraction(100 * (n - before), before) if before is not None and may_compare else None,
        has_few=before is not None and before < FEW,
    )


def top_words(told: Review) -> str:
    """The most frequent causes and their part of all filings; what a part only of the filings tells has no shares."""
    named = [_cause_line(told, *one) for one in _known(told)[:NAMED] if one[1]]
    if not named:
        return "没有案由明细，不列主要案由。"
    items = "、".join(f"{one.cause}{one.n:,}件{_of_all(told, one.n)}" for one in named)
    if summed := without_cause(told):
        total = told.moved.county.numerator
        return (
            f"{to_date_words(told)}新收{total:,}件中，{summed:,}件只有汇总数，没有案由；"
            f"其余{total - summed:,}件中较多的案由依次为{items}。"
        )
    together = half_up(Fraction(100 * sum(one.n for one in named), told.moved.county.numerator), 1)
    if len(named) == 1:
        return f"{to_date_words(told)}新收案由只有{items}。"
    return f"{to_date_words(told)}新收较多的案由依次为{items}，合计占{together}%。"


def field_words(told: Review) -> str:
    """Filings by the branches of law at the top of the tree of causes; '' where there are not two."""
    sums: Counter[str] = Counter()
    for one in told.moved.cells:
        if official_name(one.cause):
            sums[path_of(one.cause)[-1]] += one.n
    known = [(name, n) for name, n in sums.most_common() if n]
    if len(known) < 2:
        return ""
    items = [f"{name}{n:,}件{_of_all(told, n)}" for name, n in known[:_FIELDS]]
    # Names of branches hold 、 themselves.
    return f"按案由大类分，{('，' if without_cause(told) else '、').join(items)}。"


def _of_all(told: Review, n: int) -> str:
    """（占12.3%）; nothing where the causes of a part only are known."""
    if without_cause(told):
        return ""
    return f"（占{half_up(Fraction(100 * n, told.moved.county.numerator), 1)}%）"


def moved_words(told: Review) -> str:
    """Which causes the change lies in, or why it is not split; '' where there is one cause only."""
    if len(by_cause(told.moved).parts) < 2:
        return ""
    return in_county(told, cannot_split(told.moved) or causes_words(told.moved))


def table_notes(told: Review) -> tuple[str, ...]:
    """What the table of causes leaves out, and why."""
    state, moved = told.moved.state, told.moved
    notes = ["案由只列全县合计，不列单个乡镇街道。"]
    if state == "break":
        notes.append("本期与上年同期跨口径断点，不计算增幅。")
    if state == "not_whole":
        notes.append("本期或上年同期的案件台账未覆盖全，不列上年同期和增幅。")
    elif moved.is_summed:
        notes.append("本期或上年同期有的月份只有汇总数，没有案由，各案由不列上年同期和增幅。")
    elif state != "break" and any(one.has_few for one in cause_lines(told)):
        notes.append(f"上年同期不足{FEW}件的，不计算增幅。")
    caution = causes_caution(moved)
    return (*notes, f"{caution}。") if caution and state != "not_whole" else tuple(notes)
