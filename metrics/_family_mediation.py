"""What became of disputes of the branch 婚姻家庭、继承纠纷 that came to the court's mediation before filing."""

from fractions import Fraction
from typing import NamedTuple

from metrics._compute import compute
from metrics._evaluate import FEW
from metrics._family_cases import NAMES, line_of
from metrics._figures import Figure
from metrics._period import dates_label
from metrics._registry import METRICS
from metrics._review import Review
from metrics._review_words import to_date_words
from metrics._rounding import half_up


class FamilyMediation(NamedTuple):
    """Disputes of the branch that the court sent to mediation, accepted in the year to date as far as it is known."""

    accepted: int
    resolved: int
    failed: int
    still_open: int
    base_accepted: int
    base_resolved: int


_MEDIATIONS = """
SELECT category,
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result = 'success'),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result IN ('failure', 'withdrawn')),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result = 'open'),
    count(*) FILTER (WHERE accepted_on BETWEEN $base_start AND $base_end),
    count(*) FILTER (WHERE accepted_on BETWEEN $base_start AND $base_end AND result = 'success')
FROM mediations WHERE kind = 'court' AND category IS NOT NULL GROUP BY ALL"""


def _of_ledger(told: Review) -> Figure:
    """The days that the ledger tells of, this year and a year before."""
    [county] = compute(told.build, [METRICS["court_mediation_resolution_rate"]], told.to_date, by="county").rows()
    return county


def mediation(told: Review) -> FamilyMediation | None:
    """None where the ledger of court mediation names no cause of the branch."""
    days = _of_ledger(told)
    given = {
        "start": days.period_start,
        "end": days.period_end,
        "base_start": days.base_start,
        "base_end": days.base_end,
    }
    rows = told.build.cursor().execute(_MEDIATIONS, given).fetchall()
    of_branch = [n for category, *n in rows if line_of(category) in NAMES]
    sums = [sum(one) for one in zip(*of_branch, strict=True)]
    return FamilyMediation(*sums) if sums and sums[0] else None


def mediation_words(told: Review) -> str:
    """What became of such disputes; '' where nothing is told. A year before that is not covered is not told."""
    found = mediation(told)
    if found is None:
        return ""
    days = _of_ledger(told)
    has_base = "not_covered" not in days.notes
    before = f"（上年同期{found.base_accepted:,}件）" if has_base else ""
    share, base = _percent(found.resolved, found.accepted), ""
    if has_base and "break" not in days.notes and found.base_accepted >= FEW:
        base = f"，上年同期{_percent(found.base_resolved, found.base_accepted)}"
    return (
        f"{_when(told, days)}进入诉前（先行）调解的婚姻家庭、继承纠纷{found.accepted:,}件{before}，"
        f"调解成功{found.resolved:,}件，占{share}{base}；"
        f"未成功或撤回{found.failed:,}件，尚在调解{found.still_open:,}件。"
    )


def _when(told: Review, days: Figure) -> str:
    """The year to date; its very days where this ledger ends before that of the cases."""
    is_same = days.period_end == told.figure(told.metrics[0].name).period_end
    return to_date_words(told) if is_same else dates_label(days.period_start, days.period_end)


def _percent(part: int, of: int) -> str:
    return f"{half_up(Fraction(100 * part, of), 1)}%"
