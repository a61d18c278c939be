"""Is a month ready to be issued (关账)? Every check of its data and of what people left open, in one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.brief import Target
from data.build.change_words import month_name
from data.definition import Definition
from data.definition_words import counts_alike, difference_words
from data.store.controls import ControlFigure
from metrics._build import Build
from metrics._check import Check, check_of
from metrics._controls import open_differences
from metrics._metric import Metric
from metrics._month_data import (
    NAMES_SHOWN,
    accounts_agree,
    covered_wholly,
    people_known,
    townships_listed,
    unassigned_as_usual,
    unusual_months_told,
    year_of,
)
from metrics._period import Period, month_end, months_later, year_to_date


@dataclass(frozen=True)
class OnRecord:
    """What people did and left open, as state.db tells it; the build knows nothing of it."""

    today: date
    set_aside: int
    """Rows of imports in force that wait to be put right."""
    drafts: int
    jobs: int
    """Requests that wait or run."""
    unknown_words: int
    is_current: bool
    """The build in force holds every decision, word and definition."""
    controls: tuple[ControlFigure, ...] = ()
    targets: tuple[Target, ...] = ()
    """Those of the month's year."""
    issued_last: date | None = None
    """The latest month before this one that a notice of this kind was issued for."""
    definition_then: Definition | None = None
    """Its definition."""
    revisions: int = 0
    """How often this very month was issued."""


def month_checks(build: Build, metrics: Sequence[Metric], month: date, record: OnRecord) -> list[Check]:
    """Every check of a month (its first day), in the order in which a person would go about it.

    `metrics` are those of the notice, the leading one first.
    """
    to_date = year_to_date(month_end(month), build.definition.year_starts_in_december)
    made = [
        _ended(month, record.today),
        *covered_wholly(build, metrics, month, to_date.start),
        townships_listed(build),
        people_known(build, metrics, month),
        accounts_agree(build, to_date),
        _up_to_date(record),
        _set_aside(record),
        _drafts(record),
        unassigned_as_usual(build, month),
        *unusual_months_told(build, metrics, _months_to_look_at(to_date, month, record)),
        _words(record),
        _controls(build, to_date, record),
        _same_definition(build, record),
        _targets(metrics, year_of(build, month), record),
        _not_issued(month, record),
    ]
    return [one for one in made if one is not None]


def _ended(month: date, today: date) -> Check:
    end = month_end(month)
    name = month_name(month)
    words = "" if end < today else f"{name}到{end.isoformat()}才结束，现在是{today.isoformat()}，不能定稿。"
    return check_of("月份", "stop", words, f"{name}已经结束。")


def _months_to_look_at(to_date: Period, month: date, record: OnRecord) -> tuple[date, ...]:
    """Months of the year that no notice was issued for since they came: what was confirmed once is not asked again."""
    months = [to_date.start]
    while months[-1] < month:
        months.append(months_later(months[-1], 1))
    last = record.issued_last
    return tuple(one for one in months if last is None or one > last)


def _up_to_date(record: OnRecord) -> Check:
    words = "" if record.is_current else "有新的认定、含义或口径还没有计入现在的数，请先重新计算，再定稿。"
    return check_of("数据版本", "stop", words, "现在的数包含全部认定和现行口径。", "definitions")


def _set_aside(record: OnRecord) -> Check:
    words = f"生效的导入中有 {record.set_aside:,} 行待修正，没有计入。" if record.set_aside else ""
    return check_of("待修正的行", "warn", words, "没有待修正的行。", "quality")


def _drafts(record: OnRecord) -> Check:
    parts = [
        f"{record.drafts:,} 份草稿没有发布" if record.drafts else "",
        f"{record.jobs:,} 项任务正在处理或等待" if record.jobs else "",
    ]
    told = "，".join(part for part in parts if part)
    return check_of(
        "草稿和任务", "warn", f"有{told}，其中的数没有计入。" if told else "", "没有未发布的草稿。", "imports"
    )


def _words(record: OnRecord) -> Check:
    n = record.unknown_words
    words = f"台账里有 {n:,} 种写法没有指定含义，有关的行可能没有算对。" if n else ""
    return check_of("不认得的写法", "warn", words, "没有不认得的写法。", "mapping")


def _controls(build: Build, to_date: Period, record: OnRecord) -> Check:
    held = [one for one in record.controls if to_date.start <= one.month <= to_date.end]
    waiting = open_differences(build, held)
    told = "、".join(f"{one.control.month.month}月{one.label}差 {one.difference:+,}" for one in waiting[:NAMES_SHOWN])
    more = "等" if len(waiting) > NAMES_SHOWN else ""
    words = f"{len(waiting):,} 项控制数与明细有差额，没有说明：{told}{more}。" if waiting else ""
    fine = f"登记的 {len(held):,} 项控制数都相符或有说明。" if held else "没有登记控制数。"
    return check_of("控制数", "warn", words, fine, "quality")


def _same_definition(build: Build, record: OnRecord) -> Check | None:
    before, last = record.definition_then, record.issued_last
    if before is None or last is None:
        return None
    when, words = month_name(last), ""
    if not counts_alike(before, build.definition):
        told = difference_words(before, build.definition)
        words = f"口径与上次定稿（{when}）不同，位次不与上月比较：{told}。"
    return check_of("口径", "warn", words, f"口径与上次定稿（{when}）相同。", "definitions")


def _targets(metrics: Sequence[Metric], year: int, record: OnRecord) -> Check | None:
    """Of the metrics that a target may ask anything of; of counts alone there is nothing to say."""
    judged = [one for one in metrics if one.better != "none"]
    if not judged:
        return None
    known = {one.metric for one in record.targets}
    missing = "、".join(one.label for one in judged if one.name not in known)
    words = f"没有登记{year}年{missing}的目标值，通报不列未达标清单中的这些项。" if missing else ""
    return check_of("目标值", "warn", words, f"已登记{year}年 {len(known):,} 项指标的目标值。", "targets")


def _not_issued(month: date, record: OnRecord) -> Check | None:
    if not record.revisions:
        return None
    words = f"{month_name(month)}已经定稿 {record.revisions} 次，再次定稿是更正，原通报保留。"
    return Check("已经定稿", "warn", words, "bulletin")
