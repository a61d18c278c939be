"""主要案由与重点领域 of a monthly review: which causes are most frequent, of the county only, and what moved."""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from data.reference.causes import path_of
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
    share: Fraction | None
    base_n: int | None
    growth: Fraction | None
    has_few: bool
    """The year before had so few that no growth is told."""

    @property
    def share_text(self) -> str:
        """With one decimal."""
        return DASH if self.share is None else half_up(self.share, 1)

    @property
    def growth_text(self) -> str:
        """With its sign."""
        return DASH if self.growth is None else f"{signed(self.growth)}%"


def cause_lines(told: Review) -> tuple[CauseLine, ...]:
    """The most frequent causes, the others as one line, the total last; nothing where no cause is known."""
    if told.moved.state == "not_covered" or not told.moved.county.numerator:
        return ()
    counts = sorted(((one.n, one.base_n, one.name) for one in by_cause(told.moved).parts), key=_place)
    if all(name == ONLY_TOTALS for _, _, name in counts):
        return ()
    first, rest = counts[:LISTED], counts[LISTED:]
    lines = [_line(told, name, n, base_n) for n, base_n, name in first]
    if rest:
        lines.append(_line(told, REST.format(len(rest)), sum(one[0] for one in rest), sum(one[1] for one in rest)))
    county = told.moved.county
    return (*lines, _line(told, TOTAL, county.numerator, county.base_numerator))


def _place(row: tuple[int, int, str]) -> tuple[bool, int, str]:
    return row[2] == ONLY_TOTALS, -row[0], row[2]


def _line(told: Review, name: str, n: int, base_n: int) -> CauseLine:
    whole = told.moved.county.numerator
    is_known = told.moved.state not in ("not_whole", "not_covered")
    may_compare = is_known and told.moved.state != "break" and base_n >= FEW
    growth = Fraction(100 * (n - base_n), base_n) if may_compare else None
    return CauseLine(
        cause=name,
        n=n,
        share=Fraction(100 * n, whole) if whole else None,
        base_n=base_n if is_known else None,
        growth=growth,
        has_few=is_known and base_n < FEW,
    )


def top_words(told: Review) -> str:
    """The most frequent causes and their part of all filings."""
    lines = [one for one in cause_lines(told)[:-1] if not one.cause.startswith(REST[:2]) and one.n]
    named = [one for one in lines if one.cause != ONLY_TOTALS][:NAMED]
    if not named:
        return "没有案由明细，不列主要案由。"
    whole = told.moved.county.numerator
    together = half_up(Fraction(100 * sum(one.n for one in named), whole), 1)
    items = "、".join(f"{one.cause}{one.n:,}件（占{one.share_text}%）" for one in named)
    if len(named) == 1:
        return f"{to_date_words(told)}新收案由只有{items}。"
    return f"{to_date_words(told)}新收较多的案由依次为{items}，合计占{together}%。"


def field_words(told: Review) -> str:
    """The same by the branches of law at the top of the tree of causes; '' where there are not two."""
    sums: Counter[str] = Counter()
    for one in told.moved.cells:
        sums[path_of(one.cause)[-1]] += one.n
    whole = told.moved.county.numerator
    known = [(name, n) for name, n in sums.most_common() if n and name != ONLY_TOTALS]
    if len(known) < 2:
        return ""
    items = "、".join(f"{name}{n:,}件（占{half_up(Fraction(100 * n, whole), 1)}%）" for name, n in known[:_FIELDS])
    return f"按案由大类分，{items}。"


def moved_words(told: Review) -> str:
    """Which causes the change lies in, or why it is not split; '' where there is one cause only."""
    if len(by_cause(told.moved).parts) < 2:
        return ""
    return in_county(told, cannot_split(told.moved) or causes_words(told.moved))


def table_notes(told: Review) -> tuple[str, ...]:
    """What the table of causes leaves out, and why."""
    state = told.moved.state
    notes = ["案由只列全县合计，不列单个乡镇街道。"]
    if state == "break":
        notes.append("本期与上年同期跨口径断点，不计算增幅。")
    elif state == "not_whole":
        notes.append("本期或上年同期的案件台账未覆盖全，不列上年同期和增幅。")
    elif any(one.has_few for one in cause_lines(told)):
        notes.append(f"上年同期不足{FEW}件的，不计算增幅。")
    caution = causes_caution(told.moved)
    return (*notes, f"{caution}。") if caution and state != "not_whole" else tuple(notes)
