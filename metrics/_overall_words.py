"""总体情况 of a monthly review: the county's figures of the month and of the year to date, with their weight."""

from data.count import Count
from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._ended_words import change_with_open
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._registry import METRICS
from metrics._review import FILINGS, Review
from metrics._review_words import day_words, known_month_words, nothing_below, to_date_words, whole
from metrics._rounding import half_up_float
from metrics._words import change_words, format_base_value, format_counts, format_value, note_words


def month_paragraph(told: Review) -> str:
    """The month alone, up to where the data reach."""
    found = [told.of_month(one.name) for one in told.metrics]
    return _paragraph(told, f"{known_month_words(told)}，", found)


def to_date_paragraph(told: Review) -> str:
    """The year to date, which is what the places rest on; the county's rate apart from the townships' together."""
    found = [told.figure(one.name) for one in told.metrics]
    return f"{_paragraph(told, f'{to_date_words(told)}，', found)}{together_words(told)}"


def _paragraph(told: Review, when: str, figures: list[Figure]) -> str:
    """Filings and their rate in one sentence, every other metric in one of its own."""
    by_name = dict(zip((one.name for one in told.metrics), figures, strict=True))
    lead = told.metrics[0]
    sentences = []
    if FILINGS in by_name and lead.is_rate and lead.numerator == _metric(told, FILINGS).numerator:
        sentences.append(filings_words(told, by_name[FILINGS], by_name[lead.name]))
        by_name = {name: one for name, one in by_name.items() if name not in (FILINGS, lead.name)}
    known = {name: one for name, one in by_name.items() if one.status != "not_covered"}
    sentences += [county_words(told, _metric(told, name), one) for name, one in known.items()]
    unknown = [_metric(told, name).label for name in by_name if name not in known]
    if unknown:
        sentences.append(f"{'、'.join(unknown)}没有数据，导入的台账未覆盖这段时间")
    return f"{when}{'。'.join(sentences)}。"


def _metric(told: Review, name: str) -> Metric:
    return next(one for one in told.metrics if one.name == name)


def filings_words(told: Review, filings: Figure, rate: Figure) -> str:
    """How many, against the year before, and per ten thousand people."""
    if filings.status == "not_covered":
        return "案件台账未覆盖这段时间，新收一审民商事案件不明"
    lead = told.metrics[0]
    head = f"{whole(told)}新收一审民商事案件{filings.numerator:,}件{base_words(filings, '件')}，{change_words(filings)}"
    if rate.value is None:
        return f"{head}；{_no_people(rate)}，{lead.label}无法计算"
    own = "" if told.definition.same_population_for_both_years else f"，{change_words(rate)}"
    return f"{head}；{lead.label}{format_value(rate, lead)}{lead.unit}{own}"


def county_words(told: Review, metric: Metric, figure: Figure) -> str:
    """One metric of the county: 矛盾纠纷调处化解率90.68%（受理923件，化解837件），同比下降2.9个百分点，…."""
    if figure.value is None:
        return f"{_no_value(figure)}，不计算{metric.label}"
    value = f"{format_value(figure, metric)}{metric.unit}{_own_end(told, figure)}"
    if metric.denominator is None:
        return f"{whole(told)}{metric.event}{value}{base_words(figure, metric.unit)}，{change_words(figure)}"
    counts = f"{figure.numerator:,}{metric.numerator.unit}" if metric.is_rate else two_counts(told, metric, figure)
    was = f"，上年同期{format_base_value(figure, metric)}{metric.unit}" if figure.change is not None else ""
    return f"{metric.label}{value}（{counts}{was}），{change_with_open(told, metric, figure)}"


def _own_end(told: Review, figure: Figure) -> str:
    """（截至2026年9月30日）, where a ledger ends before that of the cases."""
    lead = told.metrics[0].name
    ends = {told.figure(lead).period_end, told.of_month(lead).period_end}
    return "" if figure.period_end in ends else f"（截至{day_words(figure.period_end)}）"


def _no_value(figure: Figure) -> str:
    return nothing_below(METRICS[figure.metric]) if figure.status == "zero_denominator" else _no_people(figure)


def two_counts(told: Review, metric: Metric, figure: Figure) -> str:
    """受理923件，化解837件; of other proportions the two numbers alone."""
    top = metric.numerator
    is_mediation = isinstance(top, Count) and top.ledger == "mediations" and metric.ended is not None
    if not is_mediation or figure.denominator is None:
        return format_counts(figure)
    bottom = "受理" if told.definition.mediation_denominator == "accepted" else "办结"
    return f"{bottom}{figure.denominator:,}件，化解{figure.numerator:,}件"


def base_words(figure: Figure, unit: str) -> str:
    """（上年同期576件）, where the year before is covered and a percentage is told of it."""
    if figure.change is None or "base_small" in figure.notes:
        return ""
    return f"（上年同期{figure.base_numerator:,}{unit}）"


def _no_people(rate: Figure) -> str:
    missing = [note_words(one) for one in rate.notes if one.startswith("no_population:")]
    return "、".join(missing[:3]) + ("等" if len(missing) > 3 else "") if missing else "缺人口"


def together_words(told: Review) -> str:
    """That the county's rate holds more cases than the townships' together, and which one is the yardstick."""
    lead = told.metrics[0]
    if not lead.is_rate:
        return ""
    county = told.figure(lead.name)
    if county.together is None or county.value is None:
        return ""
    outside, unassigned = (told.figure(lead.name, code).numerator for code in (OUTSIDE, UNASSIGNED))
    if not outside and not unassigned:
        return ""
    number, what = half_up_float(county.together, lead.decimals), "事项" if lead.family == "访源" else "案件"
    return (
        f"上述{lead.label}含辖区外{outside:,}件、未归属{unassigned:,}件；只计归属各乡镇街道的{what}，{lead.label}合计"
        f"{number}{lead.unit}，各乡镇街道均与这一合计数比较。"
    )
