"""Is the data of a month complete? What a build alone can tell before the month is issued."""

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

import numpy as np

from data.build.change_words import ledger_name, month_name
from data.build.spans import DAY_COLUMN
from data.build.unusual_months import unusual_months
from data.count import Count, PeriodCount
from metrics._areas import areas_of
from metrics._build import Build
from metrics._check import Check, State, check_of
from metrics._coverage import covered_days, event_counts, spans_of
from metrics._facts import identities, unassigned_by_month
from metrics._metric import Metric
from metrics._period import Period, month_end, months_later, year_number
from metrics._population import population_of
from metrics._registry import counts
from metrics._rounding import half_up_float

USUAL_MONTHS = 12
"""Months before this one that tell what share of 未归属 is usual."""
FAR = 1.5
"""So many times the usual share is pointed out."""
FEWEST_UNASSIGNED = 10
"""Cases beyond the usual that it takes: a share of few cases jumps by chance."""
NAMES_SHOWN = 5
Ledger = tuple[str, str | None]


def year_of(build: Build, month: date) -> int:
    """The year that a month counts in: the statistical one where the definition has it."""
    return year_number(month, build.definition.year_starts_in_december)


def covered_wholly(build: Build, metrics: Sequence[Metric], month: date, year_start: date) -> Iterator[Check]:
    """Every ledger that the notice counts covers the month, and the year up to it.

    A ledger that was never imported leaves its figure out, which a person may confirm; not that of the leading metric.
    """
    leading = {_ledger(one) for one in event_counts(metrics[0])}
    for (ledger, kind), count in _ledgers_of(metrics).items():
        name, spans = ledger_name(ledger, kind), spans_of(build, count)
        if not spans:
            state: State = "stop" if (ledger, kind) in leading else "warn"
            yield Check("数据齐全", state, f"还没有导入{name}，通报中有关的数空缺。", "imports")
            continue
        end = month_end(month)
        missing = (end - month).days + 1 - covered_days(spans, month, end)
        upto = f"，只到{spans[-1][1].isoformat()}" if spans[-1][1] < end else ""
        words = f"{name}在{month_name(month)}有 {missing} 天没有导入{upto}，不能定稿。" if missing else ""
        yield check_of("数据齐全", "stop", words, f"{name}完整覆盖{month_name(month)}。", "quality")
        gap = (end - year_start).days + 1 - covered_days(spans, year_start, end) - missing
        if gap:
            words = f"{name}自{year_start.isoformat()}起有 {gap} 天没有导入，累计数不全。"
            yield Check("累计期间", "warn", words, "quality")


def _ledger(count: Count | PeriodCount) -> Ledger:
    return count.ledger, count.kind


def _ledgers_of(metrics: Sequence[Metric]) -> dict[Ledger, Count | PeriodCount]:
    return {_ledger(one): one for metric in reversed(metrics) for one in reversed(event_counts(metric))}


def townships_listed(build: Build) -> Check:
    """There is a list of townships."""
    n = areas_of(build).townships
    words = "" if n else "还没有乡镇街道名册，案件都不能归属。"
    return check_of("名册", "stop", words, f"名册有 {n} 个乡镇街道。", "imports")


def people_known(build: Build, metrics: Sequence[Metric], month: date) -> Check | None:
    """Every township has a population of the basis in force; without any there is no rate at all."""
    rates = [one.label for one in metrics if one.is_rate]
    if not rates:
        return None
    basis, listed = build.definition.population_basis, areas_of(build).townships
    unknown = np.flatnonzero(np.isnan(population_of(build).on(month_end(month)).people))
    gaps = [areas_of(build).names[at] for at in unknown]
    if not gaps:
        return Check("人口", "ok", f"{listed} 个乡镇街道都有{basis}人口。")
    if len(gaps) >= listed:
        return Check("人口", "stop", f"没有一个乡镇街道有{basis}人口，{rates[0]}不能计算。", "imports")
    names = "、".join(gaps[:NAMES_SHOWN]) + ("等" if len(gaps) > NAMES_SHOWN else "")
    words = f"{names} {len(gaps)} 个乡镇街道缺{basis}人口，它们和全县的{rates[0]}空缺。"
    return Check("人口", "warn", words, "imports")


def accounts_agree(build: Build, period: Period) -> Check:
    """乡镇街道＋辖区外＋未归属＝全县, of every count."""
    plain = [one for one in counts() if isinstance(one, Count)]
    rows = identities(build, plain, period.start, period.end)
    wrong = "、".join(one.label for one in rows if not one.adds_up)
    words = f"{wrong}的乡镇街道、辖区外、未归属之和与全县不符，请联系系统维护人员。" if wrong else ""
    return check_of("件数对账", "stop", words, f"{len(rows)} 项件数对账全部相符。", "quality")


def unassigned_as_usual(build: Build, month: date) -> Check:
    """The share of 未归属 among new filings beside the median of the twelve months before."""
    shares = unassigned_by_month(build, months_later(month, -USUAL_MONTHS), month_end(month))
    own = shares.pop(month, None)
    if own is None or own.value is None:
        return Check("未归属", "ok", f"{month_name(month)}没有新收案件。")
    told = f"{month_name(month)}新收 {own.denominator:,} 件，{own.numerator:,} 件未归属，占{own.text}%"
    before = [one.value for one in shares.values() if one.value is not None]
    if not before:
        is_many = own.numerator >= FEWEST_UNASSIGNED
        return Check("未归属", "warn" if is_many else "ok", f"{told}，以前各月无数据可比。", "names")
    usual = median(before)
    beyond = own.numerator - usual * own.denominator / 100
    is_far = own.value > FAR * usual and beyond >= FEWEST_UNASSIGNED
    words = f"{told}，{'明显高于' if is_far else '没有明显高于'}前{len(before)}个月的中位数{half_up_float(usual, 1)}%。"
    return Check("未归属", "warn" if is_far else "ok", words, "names")


def unusual_months_told(build: Build, metrics: Sequence[Metric], months: Sequence[date]) -> Iterator[Check]:
    """Months whose rows are under half or over twice the usual, ledger by ledger."""
    ledgers = [one for one in _ledgers_of(metrics) if one[0] in DAY_COLUMN]
    found = []
    for ledger, kind in ledgers:
        by_month = _by_month(build, ledger, kind)
        for one in unusual_months(build.cursor(), ledger, kind, by_month, months, "coverage"):
            much = "不到平常的一半" if one.is_few else "超过平常的两倍"
            usual = half_up_float(one.usual, 1).removesuffix(".0")
            words = f"{ledger_name(ledger, kind)}{month_name(one.month)}共 {one.n:,} 条，{much}（中位数 {usual} 条）。"
            found.append(Check("月份异常", "warn", words, "quality"))
    yield from found or [Check("月份异常", "ok", "各月行数没有不到平常一半或超过两倍的。")]


def _by_month(build: Build, ledger: str, kind: str | None) -> dict[date, int]:
    day = DAY_COLUMN[ledger]
    only = "" if kind is None else "AND kind = $kind"
    rows = build.cursor().execute(
        f"SELECT CAST(date_trunc('month', {day}) AS DATE) AS month, count(*) FROM {ledger} "
        f"WHERE {day} IS NOT NULL {only} GROUP BY month",
        {} if kind is None else {"kind": kind},
    )
    return {month: int(n) for month, n in rows.fetchall()}
