"""Alerts in Chinese: what a rule says, what an alert rests on, and why something could not be judged.

An alert says that a count is out of line with chance; never why, and never that anybody did wrong.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from metrics._alert_county import CUT_OFFS, WINDOWS, CutoffTest
from metrics._alert_funnels import RECENT_MONTHS
from metrics._alert_rules import BY_NAME, RULES, Rule
from metrics._alerts import LOOK_BACK, Alert, Unjudged
from metrics._early_warning import LEAST_DIFFERENCE, LONGEST_BASELINE, PERIODS_IN_A_ROW, SHORTEST_BASELINE
from metrics._period import dates_label, month_end, year_start
from metrics._registry import METRICS
from metrics._rounding import half_up, half_up_float
from metrics._words import DASH

_FILINGS = (
    f"用本乡镇街道前{SHORTEST_BASELINE}至{LONGEST_BASELINE}期（1、2月合为一期）推算本期应有的一审民商事新收：按全县各月的季节比例、"
    "常住人口和口径断点前后的全县水平折算，案件成批到院的波动（离散系数φ）计算在内，报过警的月份不作基数。"
    f"一期超出99.8%界限，或连续{PERIODS_IN_A_ROW}期超出95%界限，且相差{int(LEAST_DIFFERENCE)}件以上，才预警。"
)
_FUNNEL = (
    "与各乡镇街道合计比（离散系数φ计算在内）：本年累计超出99.8%界限，"
    f"或最近{RECENT_MONTHS}个月与再前{RECENT_MONTHS}个月各自超出95%界限，才预警；不足10件的、人口少于参加排名最小人口的、不属于街道镇乡的不预警。"
)
_COUNTY = {
    "held_back": (
        f"只看全县，不看单个乡镇街道：把最近{CUT_OFFS}个月末合在一起，比较月末前与月初后各{WINDOWS[0]}个、{WINDOWS[1]}个工作日的一审民商事新收。"
        "月末前应占的份额，取同期各类调解受理的份额（受理不满200件时取一半）；工作日按周一至周五计，法定节假日没有扣除，"
        "调解受理同样受节假日影响。比应有的少且千分之一以下的可能才出于偶然时预警。这只是需要复核的迹象，不是压案的证据："
        "节假日、系统切换、批量起诉都可能造成同样的形状。"
    ),
    "year_end_drop": (
        "只看全县：11、12月一审民商事新收，与前3年同期相比，按今年1—10月的水平折算；低于99.8%界限且相差5件以上时预警。"
        "只是需要复核的迹象，不是年底不收案的证据。"
    ),
    "overdue_suggestions": (
        "到月末已过反馈期限（月末当天到期的不算）、至今没有反馈的司法建议，有一件即列出；期限以建议书载明的为准，没有写期限的不列。"
    ),
}
_COUNTY_REASONS = {
    "held_back": "月末前偏少、月初回升",
    "year_end_drop": "低于99.8%界限",
    "overdue_suggestions": "过了反馈期限",
}
_WHY = {
    "not_covered": "台账没有完整覆盖这段时间",
    "short": "往期不足两年，或口径断点以后不足3期",
    "few": "件数不足10件、人口过少或不属于街道镇乡",
    "blind": "平时件数太少，即使一件不收也不算异常",
    "no_population": "缺人口",
    "january": "1月与2月合为一期，到2月末才判断",
}


def rule_words(rule: Rule) -> str:
    """When a rule raises an alert."""
    return {"filings": _FILINGS, "funnel": _FUNNEL}.get(rule.how, "") or _COUNTY[rule.name]


def rules_words() -> list[tuple[str, str]]:
    """Every rule, those of the same words together."""
    same: dict[str, list[str]] = {}
    for rule in RULES:
        same.setdefault(rule_words(rule), []).append(rule.label)
    return [("、".join(labels), words) for words, labels in same.items()]


def unit_of(rule: Rule) -> str:
    """The unit of an alert's value."""
    return "%" if rule.name == "held_back" else "件" if rule.how != "funnel" else METRICS[rule.metric].unit


def number_words(rule: Rule, number: float | None) -> str:
    """A value, expectation or limit at the decimals of the rule's metric; — where there is none."""
    if number is None:
        return DASH
    decimals = METRICS[rule.metric].decimals if rule.how == "funnel" else 1
    return half_up_float(number, decimals)


def value_words(alert: Alert) -> str:
    """The value itself, rounded from its two counts; a count without decimals."""
    rule = BY_NAME[alert.rule]
    if alert.value is None or alert.numerator is None:
        return DASH
    if alert.denominator is None:
        return f"{alert.numerator:,}"
    per = 100 if rule.name == "held_back" else METRICS[rule.metric].per
    decimals = 1 if rule.name == "held_back" else METRICS[rule.metric].decimals
    return half_up(Fraction(alert.numerator * per, alert.denominator), decimals)


def limit_number(alert: Alert) -> str:
    """The limit that was breached; the last value inside it."""
    rule = BY_NAME[alert.rule]
    if alert.limit is None or rule.name == "overdue_suggestions":
        return DASH
    whole = rule.how == "filings" or rule.name == "year_end_drop"
    return f"{alert.limit:,.0f}" if whole else number_words(rule, alert.limit)


def size_words(alert: Alert) -> str:
    """n: the two counts behind the value, or the one."""
    if alert.numerator is None:
        return DASH
    return f"{alert.numerator:,}" if alert.denominator is None else f"{alert.numerator:,} / {alert.denominator:,}"


def expected_words(alert: Alert) -> str:
    """What it is held against."""
    rule = BY_NAME[alert.rule]
    return DASH if rule.name == "overdue_suggestions" else number_words(rule, alert.expected)


def run_words(alert: Alert) -> str:
    """Periods in a row; of suggestions the months since the first limit passed."""
    if alert.rule == "overdue_suggestions":
        return f"{alert.run}个月"
    return f"{LOOK_BACK}期以上" if alert.run >= LOOK_BACK else f"{alert.run}期"


def lasting_words(alert: Alert) -> str:
    """Why it is an alert and how long it has lasted, as a sentence."""
    if alert.rule == "overdue_suggestions":
        return f"期限最早的一件在{month_words(alert.since)}到期。"
    lasting = f"已{'连续' if alert.run > 1 else '有'}{run_words(alert)}，自{since_words(alert)}起"
    if alert.is_over:
        return f"{month_words(alert.month)}触发，{lasting}；本月已回落。"
    if not alert.is_far and BY_NAME[alert.rule].how == "filings":
        return f"连续{run_words(alert)}超出95%界限，自{since_words(alert)}起。"
    twice = f"最近{RECENT_MONTHS}个月与再前{RECENT_MONTHS}个月都超出95%界限"
    far = f"{reason_words(alert)}界限" if BY_NAME[alert.rule].is_of_townships else reason_words(alert)
    why = far if alert.is_far else twice
    return f"{why}，{'本期新出现' if alert.run == 1 else lasting}。"


def since_words(alert: Alert) -> str:
    """The month in which it began; how far back is looked is no beginning."""
    is_older = alert.run >= LOOK_BACK and alert.rule != "overdue_suggestions"
    return f"{month_words(alert.since)}{'或更早' if is_older else ''}"


def month_words(day: date) -> str:
    """A month."""
    return f"{day.year}年{day.month}月"


def spans_words(month: date, december: bool) -> str:
    """Which days the rules look at; `december` tells that the year begins in December."""
    year = dates_label(year_start(month, december), month_end(month))
    return f"收案按{month_words(month)}，率按{year}累计和最近{RECENT_MONTHS}个月判断"


def evidence_sentence(alert: Alert) -> str:
    """What was counted, against what, and how far out of line: one sentence that claims no more."""
    rule = BY_NAME[alert.rule]
    when, value = dates_label(alert.start, alert.end), value_words(alert)
    if rule.how == "filings":
        return f"{when}一审民商事新收{value}件，按往期推算约{expected_words(alert)}件，{_side(rule)}{_limit(alert)}"
    if rule.how == "funnel":
        metric = METRICS[rule.metric]
        return (
            f"{when}{alert.label or metric.label}{value}{metric.unit}（{size_words(alert)}），"
            f"各乡镇街道合计{expected_words(alert)}{metric.unit}，{_side(rule)}{_limit(alert)}"
        )
    return _county_sentence(alert, rule, when, value)


def _county_sentence(alert: Alert, rule: Rule, when: str, value: str) -> str:
    if rule.name == "held_back":
        return (
            f"最近{CUT_OFFS}个月末前后，月末前的新收占{value}%（{size_words(alert)}），按调解受理应占{expected_words(alert)}%："
            "月末前少于应有、月初回升，需要复核；这只是迹象，不是证据"
        )
    if rule.name == "year_end_drop":
        return (
            f"{when}一审民商事新收{value}件，按前3年同期和今年的水平约{expected_words(alert)}件，"
            f"{_side(rule)}{_limit(alert)}，需要复核"
        )
    return f"到{alert.end.year}年{alert.end.month}月末，司法建议逾期未反馈{value}件"


def _side(rule: Rule) -> str:
    return "高于" if rule.side == "high" else "低于"


def _limit(alert: Alert) -> str:
    number = limit_number(alert)
    if number == DASH:
        return "应有的范围"
    return f"{'99.8%' if alert.is_far else '95%'}界限{number}{unit_of(BY_NAME[alert.rule])}"


def reason_words(alert: Alert) -> str:
    """Why this is an alert, in few words; how many periods stands beside it."""
    rule = BY_NAME[alert.rule]
    if not rule.is_of_townships:
        return _COUNTY_REASONS[rule.name]
    if alert.is_far:
        return "超出99.8%"
    return f"前后{RECENT_MONTHS}个月均超95%" if rule.how == "funnel" else "连续超出95%"


def cutoff_sentence(test: CutoffTest) -> str:
    """One window length of the test of month ends, whether or not it raises anything."""
    found = test.found
    number = sum(one.before + one.after for one in test.ends)
    if found.status != "ok":
        return f"月末前后各{test.days}个工作日没有新收，无法比较。"
    before = sum(one.before for one in test.ends)
    source = f"同期调解受理{test.disputes:,}件的份额" if test.disputes else "一半（同期调解受理过少）"
    share = half_up(Fraction(100 * before, number), 1)
    expected = f"{half_up_float(100 * test.share, 1)}%（取{source}）"
    verdict = "少于应有，需要复核" if found.is_flagged else "未达预警线"
    interval = "到".join(_fewer(one) for one in (found.low, found.high))
    chance = "p＜0.001" if found.p < 0.001 else f"p＝{half_up_float(found.p, 3)}"
    return (
        f"月末前后各{test.days}个工作日新收{number:,}件，月末前{before:,}件，占{share}%；应占{expected}："
        f"{verdict}。比应有{_fewer(found.moved)}（95%区间：{interval}），{chance}。"
    )


def _fewer(moved: float) -> str:
    return f"{'少' if moved > 0 else '多'}{half_up_float(abs(moved), 0)}件"


def unjudged_words(found: Sequence[Unjudged], most: int = 6) -> list[tuple[str, str]]:
    """Rules, and whom they can say nothing about and why; rules that leave out the same are told together."""
    same: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in found:
        same.setdefault((one.why, one.names), []).append(BY_NAME[one.rule].label)
    return [("、".join(labels), _whom(why, names, most)) for (why, names), labels in same.items()]


def _whom(why: str, names: Sequence[str], most: int) -> str:
    told = "、".join(names[:most]) + (f"等{len(names)}个" if len(names) > most else "")
    return f"{told}：{_WHY[why]}" if names else _WHY[why]
