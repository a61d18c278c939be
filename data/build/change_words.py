"""What an import changes, in words: one sentence for all, one for each ledger."""

from collections.abc import Sequence
from datetime import date

from data.build.review import LedgerReview, Review, sum_of
from data.build.unusual_months import Unusual
from data.ledgers import LEDGERS, MEDIATION_KINDS


def ledger_name(ledger: str, kind: str | None) -> str:
    """A ledger as people call it, with the kind of mediation."""
    return f"{MEDIATION_KINDS[kind]}台账" if kind else LEDGERS[ledger].label


def month_name(month: date) -> str:
    """A month as a table heads it."""
    return f"{month.year}年{month.month}月"


def months_words(months: Sequence[date]) -> str:
    """Months in order, runs drawn together: 2026年1—3月、2026年5月."""
    runs: list[list[date]] = []
    for month in months:
        if runs and (month.year * 12 + month.month) - (runs[-1][-1].year * 12 + runs[-1][-1].month) == 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(_run(run[0], run[-1]) for run in runs)


def _run(first: date, last: date) -> str:
    if first == last:
        return month_name(first)
    if first.year == last.year:
        return f"{first.year}年{first.month}—{last.month}月"
    return f"{month_name(first)}—{month_name(last)}"


def why_moved(one: LedgerReview) -> str:
    """What moves rows that say what they said."""
    return "补填归属" if one.is_by_placements else "地名认定"


def tally(one: LedgerReview) -> str:
    """Numbers of one ledger: 新增 12、更新 3（其中 1 件换了乡镇或月份）."""
    own_moves = one.moved - one.moved_unsaid
    among = f"（其中 {own_moves:,} 条换了乡镇或月份）" if own_moves else ""
    parts = [
        f"新增 {one.added:,} 条" if one.added else "",
        f"更新 {one.says_other:,} 条{among}" if one.says_other else "",
        f"撤下 {one.retracted:,} 条" if one.retracted else "",
        f"因{why_moved(one)}而改变归属 {one.moved_unsaid:,} 条" if one.moved_unsaid else "",
        f"与较新数据不一致、不采用 {one.overruled:,} 条" if one.overruled else "",
    ]
    return "，".join(part for part in parts if part) or "没有变化"


def answer(review: Review, verb: str) -> list[str]:
    """The answer under the title: what becomes of the rows, and in which months."""
    if not review.ledgers:
        return [f"{verb}后没有任何一条数据改变。"]
    told = [f"{ledger_name(one.ledger, one.kind)}{tally(one)}" for one in review.ledgers]
    months = sorted({month for one in review.ledgers for month in one.months})
    where = f"涉及 {months_words(months)}。" if months else ""
    return [f"{verb}后：{'；'.join(told)}。", where]


def unusual_words(ledger: LedgerReview, one: Unusual) -> str:
    """One month that stands out, with what is usual."""
    much = "不到平常的一半" if one.is_few else "超过平常的两倍"
    usual = f"{one.usual:,.1f}".removesuffix(".0")
    return (
        f"{ledger_name(ledger.ledger, ledger.kind)}{month_name(one.month)}共 {one.n:,} 条，"
        f"{much}（其余各整月的中位数是 {usual} 条）"
    )


def whole(one: LedgerReview) -> str:
    """Before and after of all cells of a ledger, for the caption of its matrix."""
    total = sum_of(one.cells.values())
    return f"所列月份现有 {total.before:,} 条，变更后 {total.after:,} 条"
