"""What an alert rests on, drawn: the judged periods in their band, and the months before and after it was closed."""

from collections.abc import Sequence
from datetime import date

from charts.watched import BandPoint, Level, Mark, before_after, expected_band
from metrics import METRICS, Figure, change_words, format_value
from metrics._alert_band import BeforeAfter, Judged, band_of, before_and_after
from metrics._alert_county import CutoffTest, cutoff_tests
from metrics._alert_list import Followed
from metrics._alert_rules import BY_NAME, Rule
from metrics._alert_words import number_words, unit_of
from metrics._period import dates_label
from ui import figure_words, plot, prose
from ui.open_build import OpenBuild

FEBRUARY, JULY, SEPTEMBER = 2, 7, 9
_WORDS = {"alarm": "预警", "watch": "首次超出95%界限", "normal": "没有显著差异", "blind": "件数太少，偏低判断不出"}
_OF_THE_RULE = "浅色带为99.8%界限，虚线为{expected}；▲高、▽低为预警的期，◇为首次超出95%界限。"


def show(build: OpenBuild, row: Followed, month: date) -> None:
    """The evidence over time; nothing for a rule that is a list."""
    rule = BY_NAME[row.rule]
    if rule.is_of_townships and row.is_listed:
        _band(build, rule, row, month)
    elif rule.name == "held_back":
        for test in cutoff_tests(build, month):
            _month_ends(test)


def evidence_rows(build: OpenBuild, row: Followed, month: date) -> list[list[str | int | float | date | None]]:
    """The judged periods of a township for a workbook, numbers unrounded."""
    judged = band_of(build, BY_NAME[row.rule], row.area_code, month)
    return [
        [one.start, one.end, one.value, one.expected, one.low, one.high, _WORDS.get(one.level, "没有判断")]
        for one in judged
    ]


def _band(build: OpenBuild, rule: Rule, row: Followed, month: date) -> None:
    judged = band_of(build, rule, row.area_code, month)
    expected = "推算应有的件数" if rule.how == "filings" else "各乡镇街道合计"
    metric = METRICS[rule.metric].under(build.definition)
    what = metric.label if rule.how == "filings" else f"本年累计{metric.label}"
    title = f"{row.area_name}{what}与应有的范围（{unit_of(rule)}）"
    points = [_point(one, rule, is_first=at == 0) for at, one in enumerate(judged)]
    figure = expected_band(points, unit_of(rule), title, expected_name=expected)
    plot.show(figure, key="alert_band", alt=title, file_name=title)
    lines = [_OF_THE_RULE.format(expected=expected)]
    lines += ["1月与2月合为一期。"] if rule.how == "filings" else ["累计数每年从头算起；界限随件数变宽变窄。"]
    unknown = [one for one in judged if one.expected is None or one.value is None]
    if unknown:
        lines.append(
            f"{dates_label(unknown[0].start, unknown[-1].end)}中没有带的各期没有判断：往期不足两年，或台账未覆盖。"
        )
    prose.small_print(lines)


def _point(one: Judged, rule: Rule, *, is_first: bool) -> BandPoint:
    mark: Mark = rule.side if one.level == "alarm" else "watch" if one.level == "watch" else ""
    lines = [
        f"{dates_label(one.start, one.end)} {number_words(rule, one.value)}{unit_of(rule)}",
        f"应为 {number_words(rule, one.expected)}" if one.expected is not None else "没有判断",
        _limits(one, rule),
        _WORDS.get(one.level, ""),
    ]
    return BandPoint(
        tick=_tick(one, is_first=is_first, is_period=rule.how == "filings"),
        value=one.value,
        expected=one.expected,
        low=one.low,
        high=one.high,
        words=figure_words.hover(lines),
        mark=mark,
        begins_anew=rule.how == "funnel" and one.start == one.end.replace(day=1),
    )


def _limits(one: Judged, rule: Rule) -> str:
    if one.low is None and one.high is None:
        return ""
    return f"99.8%界限 {number_words(rule, one.low)} 至 {number_words(rule, one.high)}"


def _tick(one: Judged, *, is_first: bool, is_period: bool) -> str:
    """Named: where a year begins (of filings its first two months are one period), July, and a first that has room."""
    is_spring = is_period and one.end.month == FEBRUARY
    if is_spring or one.end.month == 1 or (is_first and one.end.month <= SEPTEMBER):
        return f"{'1—2' if is_spring else one.end.month}月<br>{one.end.year}"
    return "7月" if one.end.month == JULY else ""


def _month_ends(test: CutoffTest) -> None:
    title = f"最近12个月末，月末前{test.days}个工作日的一审民商事新收（件）"
    points = [
        BandPoint(
            tick=_month_tick(one.on, is_first=at == 0),
            value=one.before,
            expected=test.expected_before(one),
            low=None,
            high=None,
            words=figure_words.hover([f"{one.on.isoformat()} 前 {one.before} 件，后 {one.after} 件"]),
        )
        for at, one in enumerate(test.ends)
    ]
    figure = expected_band(points, "件", title, expected_name="按调解受理份额应有", height=260)
    plot.show(figure, key=f"month_ends_{test.days}", alt=title, file_name=title)


def show_after(build: OpenBuild, row: Followed, closed_on: date, last: date) -> None:
    """As many months after the closing as before, without saying what made the difference."""
    rule = BY_NAME[row.rule]
    found = before_and_after(build, rule, row.area_code, closed_on, last)
    if found is None:
        prose.note("销号以后还没有完整的月份可比；以后各月导入后，这里自动列出销号前后的对比。")
        return
    metric = METRICS[rule.metric].under(build.definition)
    title = f"{row.area_name}{metric.label}：销号前后各{found.months}个月（{metric.unit}）"
    figure = before_after(_months(found.series), _levels(found), found.months, "销号", metric.unit, title)
    plot.show(figure, key="alert_after", alt=title, file_name=title)
    sentences = [_span_words(found.before, "销号前"), _span_words(found.after, "销号后")]
    prose.small_print(
        [
            *sentences,
            f"销号后一段与上年同期比：{change_words(found.after)}。",
            "两段时间的季节和其他情况不同，这里只列事实，不能说明变化由提示引起。",
        ]
    )


def _span_words(figure: Figure, name: str) -> str:
    metric = METRICS[figure.metric]
    when = dates_label(figure.period_start, figure.period_end)
    return f"{name}（{when}）{figure.label}{format_value(figure, metric)}{metric.unit}。"


def _months(series: Sequence[Figure]) -> list[BandPoint]:
    return [
        BandPoint(
            tick=f"{one.period_start.month}月"
            + (f"<br>{one.period_start.year}" if at == 0 or one.period_start.month == 1 else ""),
            value=one.value,
            expected=None,
            low=None,
            high=None,
            words=figure_words.hover([dates_label(one.period_start, one.period_end), _value(one)]),
        )
        for at, one in enumerate(series)
    ]


def _month_tick(day: date, *, is_first: bool) -> str:
    return f"{day.month}月<br>{day.year}" if is_first or day.month == 1 else str(day.month)


def _value(one: Figure) -> str:
    metric = METRICS[one.metric]
    return f"{format_value(one, metric)}{metric.unit}"


def _levels(found: BeforeAfter) -> list[Level]:
    """Level of each span: what it comes to per month, of a proportion the proportion itself."""
    spans = (
        (found.before_level, 0, found.months - 1, "前"),
        (found.after_level, found.months + 1, 2 * found.months, "后"),
    )
    return [Level(a, b, value, f"销号{name}月均") for value, a, b, name in spans if value is not None]
