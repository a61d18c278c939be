"""提示函 to one township in sentences: what the figures say, how sure that is, and what is asked for.

Nothing is ordered, and nothing is asked that would keep a dispute from the court.
"""

from datetime import date

from metrics._one_township import OneTownship
from metrics._one_township_words import answer, last_month_words
from metrics._review import Review
from metrics._review_words import batch_rule, day_words, month_words, whole
from metrics._rounding import half_up_float
from metrics._standing_words import WITHOUT_BATCHES, as_counted
from metrics._words import format_interval, format_value, versus_county, widened_words, yardstick

BLANK_DAY = "　　年　　月　　日"
"""Where the office writes a day by hand."""


def opening(told: Review, one: OneTownship) -> str:
    """Why the letter is written."""
    return f"根据{month_words(told)}{whole(told)}诉源治理情况分析，现将{one.name}有关情况函告如下，供研判参考。"


def fact_words(told: Review, one: OneTownship) -> tuple[str, ...]:
    """The figures of the township with their uncertainty, and against the month before."""
    found = (
        answer(told, one.code),
        _batch_words(told, one),
        _interval_words(told, one),
        *last_month_words(told, one),
    )
    return tuple(text for text in found if text)


def _batch_words(told: Review, one: OneTownship) -> str:
    """The place without batch filings where it is another one; nothing where no such place can be told."""
    lead = told.metrics[0]
    view = as_counted(told, lead)
    own, rest = (side.of.get(one.code) if side is not None else None for side in (view.standings, view.rest))
    if own is None or rest is None or own.rank == rest.rank:
        return ""
    figure = next(figure for figure in told.without_batches if figure.area_code == one.code)
    n = told.figure(lead.name, one.code).numerator - figure.numerator
    batches = f"其中批量案件（{batch_rule(told)}）{n:,}件；" if n else ""
    return (
        f"{batches}{WITHOUT_BATCHES}，{lead.label}为{format_value(figure, lead)}{lead.unit}，"
        f"列第{rest.rank:,}位（位次区间{rest.rank_low:,}–{rest.rank_high:,}）。"
    )


def _interval_words(told: Review, one: OneTownship) -> str:
    lead = told.metrics[0]
    figure, county = told.figure(lead.name, one.code), told.figure(lead.name)
    together = yardstick(county)
    if figure.low is None or together is None:
        return ""
    widened, stands = widened_words(figure.phi), versus_county(figure, county).word
    return (
        f"{lead.label}的95%区间为{format_interval(figure, lead)}{lead.unit}{f'，{widened}；' if widened else '，'}"
        f"与各乡镇街道合计{half_up_float(together, lead.decimals)}{lead.unit}相比，{stands}。"
    )


def asked_words(told: Review, one: OneTownship, due: date | None = None) -> tuple[str, ...]:
    """What is asked, and by when."""
    by = BLANK_DAY if due is None else day_words(due)
    asked = [
        "结合辖区实际，核实上述情况，分析矛盾纠纷的类型、区域和成因；",
        "对已登记受理而未化解的纠纷逐件梳理，明确责任和时限，依法自愿开展调解；",
    ]
    if any(item.area_code == one.code for item in told.brief.overdue):
        asked.append("对逾期未办事项尽快办理并反馈进展；")
    asked.append(f"请于{by}前将研判和工作情况书面反馈我单位，确有困难或者对数据有异议的，请及时联系核对。")
    return tuple(asked)


USE = "以上数据供平安建设工作参考，不作为立案限制依据；请切实保障当事人依法行使诉权。"
