"""口径说明 of a monthly review: what is counted and divided by what, what is left out, how far the figures reach."""

from collections.abc import Sequence
from datetime import date

from data.definition import SeriesBreak
from data.ledgers import LEDGERS, MEDIATION_KINDS
from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._breaks import breaks_of
from metrics._coverage import event_counts
from metrics._exclusions import left_out
from metrics._metric import Metric
from metrics._population import population_of
from metrics._review import FILINGS, Review
from metrics._review_words import batch_rule, day_words, listed, to_date_words


def metric_basis(told: Review, metric: Metric) -> str:
    """万人成讼率＝新收一审民商事案件÷常住人口×10000（每万人），统计…，不含…。"""
    what = f"统计{'，'.join(metric.includes)}" if metric.includes else ""
    parts = [f"{metric.label}＝{_formula(told, metric)}", what, *_excludes(metric)]
    return f"{'；'.join(one for one in parts if one)}。"


def told_metrics(told: Review) -> tuple[Metric, ...]:
    """The metrics to be explained: a count that stands above the line of another one needs no sentence of its own."""
    tops = [one.numerator for one in told.metrics if one.denominator is not None]
    return tuple(one for one in told.metrics if one.denominator is not None or one.numerator not in tops)


def _excludes(metric: Metric) -> list[str]:
    """What never counts; exclusions of the definition and 未归属 have sentences of their own."""
    said = ("口径中列明", "未归属")
    others = [one for one in metric.excludes if not any(word in one for word in said)]
    return [one if "不" in one else f"不含{one}" for one in others]


def _formula(told: Review, metric: Metric) -> str:
    formula = metric.formula.replace(" ", "")
    return formula.replace("人口数", people_label(told)) if metric.is_rate else formula


def people_label(told: Review) -> str:
    """常住人口, or another basis that the definition divides by."""
    return f"{told.definition.population_basis}人口"


def people_basis(told: Review) -> str:
    """Which population stands below the line: its basis, its date, how many, and who lacks one."""
    rate = next((one for one in told.metrics if one.is_rate), None)
    if rate is None:
        return ""
    rows = [told.figure(rate.name, code) for code, _ in told.townships]
    dates = sorted(population_of(told.build).on(told.to_date.end).dates, reverse=True)
    if not dates:
        return f"没有导入{people_label(told)}，不计算各项万人率。"
    when = listed([day_words(one) for one in dates], 3)
    known = sum(one.denominator or 0 for one in rows if one.denominator is not None)
    missing = [one.area_name for one in rows if one.status == "no_population"]
    lack = f"；缺人口的有{listed(missing)}，不计算其万人率，也不计算含有它们的合计率" if missing else ""
    same = (
        "本期与上年同期用同一人口" if told.definition.same_population_for_both_years else "本期与上年同期各用当期人口"
    )
    return (
        f"{people_label(told)}{_which_people(told, dates)}，本期所用数据的时点为{when}，"
        f"各乡镇街道合计{known:,}人{lack}；"
        f"{same}，期内累计不折算全年。"
    )


def _which_people(told: Review, dates: Sequence[date]) -> str:
    """Which of the figures ever published is taken."""
    year = told.definition.population_year
    if year is not None:
        return f"固定用{year}年的公布数"
    later = "，此前没有的取其后最早一次公布数" if any(one > told.to_date.end for one in dates) else ""
    return f"取期末当日或之前最近一次公布数{later}"


def places_basis(told: Review) -> str:
    """Townships + 辖区外 + 未归属 are the court's total; only the county's rate holds the last two."""
    filings = told.figure(FILINGS)
    if filings.status == "not_covered":
        return "本期没有案件台账，不列件数归属。"
    outside, unassigned = told.figure(FILINGS, OUTSIDE).numerator, told.figure(FILINGS, UNASSIGNED).numerator
    here = filings.numerator - outside - unassigned
    return (
        f"{to_date_words(told)}新收一审民商事案件{filings.numerator:,}件中，归属各乡镇街道{here:,}件，辖区外{outside:,}件，"
        f"未归属{unassigned:,}件；辖区外、未归属只计入全县，不计入任何乡镇街道。"
    )


def exclusions_basis(told: Review) -> str:
    """What the definition leaves out, in numbers."""
    definition, county = told.definition, told.figure(FILINGS)
    if not definition.excludes:
        return "本口径未剔除任何案由，批量案件计入。"
    metric = next(one for one in told.metrics if one.name == FILINGS)
    out = left_out(told.build, metric, county.period_start, county.period_end, county.area_code)
    named = (("剔除案由", out.cause), ("集中管辖案由", out.group), ("批量案件", out.batch))
    parts = "、".join(f"{label}{n:,}件" for label, n in named if n)
    batch = f"（批量案件指{batch_rule(told)}）" if out.batch else ""
    return f"本口径已剔除{out.total:,}件{f'：{parts}{batch}' if parts else ''}。"


def breaks_basis(told: Review) -> str:
    """Breaks between the base and the period, and what may not be compared because of them; '' without one."""
    found: dict[SeriesBreak, None] = {}
    for metric in told.metrics:
        county = told.figure(metric.name)
        of_series = breaks_of(told.definition, metric)
        found |= {one: None for one in of_series if county.base_start < one.on <= county.period_end}
    lead = told.figure(told.metrics[0].name)
    causes = [
        one for one in told.definition.breaks if "causes" in one.scope and lead.base_start < one.on <= lead.period_end
    ]
    series = [f"{day_words(one.on)}起{one.reason}，前后件数不宜直接比较" for one in found]
    series += [f"{day_words(one.on)}起{one.reason}，前后案由不尽可比" for one in causes if one not in found]
    return f"{'；'.join(series)}。" if series else ""


def reach_basis(told: Review) -> str:
    """Up to which day each ledger tells, and that later entries may move a figure."""
    days: dict[str, str] = {}
    for metric in told.metrics:
        county = told.figure(metric.name)
        for count in event_counts(metric):
            label = MEDIATION_KINDS[count.kind] + "台账" if count.kind else LEDGERS[count.ledger].label
            days[label] = "尚无数据" if county.cutoff is None else f"截至{day_words(county.cutoff)}"
    told_days = "，".join(f"{label}{day}" for label, day in days.items())
    return (
        f"{told_days}。各项数据由导入的台账统计，以截至日已登记的为准；此后补录、更正或改判归属的，数字会相应变动，"
        "与其他系统因提取时间、口径不同可能略有差异。"
    )
