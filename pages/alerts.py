"""预警与闭环: which townships breach which rule, what was done about it, and what became of it."""

import streamlit as st

from metrics import METRICS
from metrics._alert_county import cutoff_tests, overdue_at, year_end
from metrics._alert_list import Followed
from metrics._alert_rules import BY_NAME
from metrics._alert_words import (
    cutoff_sentence,
    evidence_sentence,
    lasting_words,
    month_words,
    rule_words,
    rules_words,
    spans_words,
    unjudged_words,
)
from reports.alerts_workbook import alerts_workbook, evidence_workbook, history_workbook
from ui import (
    address_bar,
    alert_chart,
    alert_panel,
    alert_rows,
    alerts,
    definition_card,
    drill_down,
    prose,
    route,
    sheet,
    take_away,
)
from ui.frame import View, open_view
from ui.markup import Markup, join, tag

TITLE = "预警与闭环：哪些要研判，办到哪一步"
MOST_ROWS = 200


def _answer(shown: alerts.Shown, view: View) -> list[str]:
    waiting = [one for one in shown.rows if one.is_waiting]
    if not waiting:
        return [f"{month_words(shown.month)}没有待办的预警。"]
    of = {state: sum(one.state == state for one in waiting) for state in ("open", "told", "answered")}
    new = sum(one.state == "open" and one.alert is not None and one.alert.is_new for one in waiting)
    late = sum(one.is_late(view.today) for one in waiting)
    first = (
        f"截至{month_words(shown.month)}，待办预警{len(waiting)}条："
        f"待研判{of['open']}条，已提示待反馈{of['told']}条，已反馈待销号{of['answered']}条。"
    )
    second = [f"本月新出现{new}条" if new else "本月没有新出现的", f"已过办理期限{late}条" if late else ""]
    return [first, f"{'；'.join(one for one in second if one)}。预警只说明数量超出偶然波动，原因须人来研判。"]


def _card(view: View) -> list[tuple[str, str]]:
    return [("内容", "预警及其办理情况"), *rules_words(), *definition_card.definition_lines(view.build.definition)]


def _list(view: View, shown: alerts.Shown) -> None:
    with view.bar:
        state, rule = alerts.filters()
    view.say(*_answer(shown, view))
    alert_panel.say_done()
    rows = alerts.chosen(shown.rows, state, rule)
    title = f"{month_words(shown.month)}预警与办理情况"
    if rows:
        more = f"，只列前 {MOST_ROWS} 条，其余见下载的表" if len(rows) > MOST_ROWS else ""
        caption = f"{alerts.STATES[state]} {len(rows):,} 条{more}；点击乡镇街道查看依据、办理"
        alert_rows.show(rows[:MOST_ROWS], view.filters, view.today, caption=caption)
    else:
        prose.note(f"“{alerts.STATES[state]}”{BY_NAME[rule].label if rule else ''}没有预警。可在上方换一个状态或规则。")
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        spans = spans_words(shown.month, view.build.definition.year_starts_in_december)
        prose.small_print([spans, *_edition(view)], is_beside=True)
        take_away.workbook_button(
            title, lambda: alerts_workbook(title, [alert_rows.plain(one) for one in rows], _card(view))
        )
        with st.popover("规则"):
            for labels, words in rules_words():
                prose.small_print([tag("b", f"{labels}：")])
                prose.small_print([words])
    _not_raised(view, shown)


def _edition(view: View) -> list[str]:
    return [f"口径 {view.build.definition.label}", f"数据版本 第{view.build.number}号"]


def _not_raised(view: View, shown: alerts.Shown) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("关注：首次超出95%界限，尚未预警", anchor=False)
        if shown.found.watched:
            words = [
                (f"{one.area_name} · {BY_NAME[one.rule].label}", evidence_sentence(one)) for one in shown.found.watched
            ]
            prose.todo([_two(*one) for one in words])
        else:
            prose.note("没有。")
        st.subheader("月末前后（全县，最近12个月末）", anchor=False)
        tests = cutoff_tests(view.build, shown.month)
        if tests:
            prose.todo([cutoff_sentence(one) for one in tests])
            prose.small_print(["只是供复核的迹象，不是证据；工作日按周一至周五计，法定节假日没有扣除。"])
        else:
            prose.note("最近13个月的案件台账没有逐日覆盖，不能比较。")
    with right:
        st.subheader("没有判断的", anchor=False)
        if shown.found.unjudged:
            columns = [sheet.Column("规则", "words"), sheet.Column("谁、为什么", "fill")]
            lines = [sheet.Row(line) for line in unjudged_words(shown.found.unjudged)]
            sheet.show(columns, lines, caption="不等于正常：以下各项没有预警，也没有得出“没有异常”的结论")
        else:
            prose.note("各乡镇街道、各规则都作了判断。")


def _two(name: str, words: str) -> Markup:
    return join([tag("b", name), f"：{words}"])


def _one(view: View, shown: alerts.Shown, row: Followed) -> None:
    rule = BY_NAME[row.rule]
    view.say(*_evidence(row))
    alert_panel.say_done()
    if not row.is_listed:
        prose.note(f"名册中已没有“{row.area_name}”这个乡镇街道，不再判断；办理记录保留，可以继续办到销号。")
    left, right = st.columns([11, 9], gap="large")
    with left:
        alert_chart.show(view.build, row, shown.month)
        if rule.name == "overdue_suggestions":
            _overdue(view, shown)
        if rule.name == "year_end_drop":
            _year_ends(view, row)
    with right:
        st.subheader("办理", anchor=False)
        alert_panel.facts(row, view.today)
        alert_panel.form(row, shown.month)
    st.subheader("办理记录", anchor=False)
    alert_panel.history(row, view.filters)
    if row.case and row.state == "closed" and row.case.ending and rule.is_of_townships:
        st.subheader("销号前后", anchor=False)
        alert_chart.show_after(view.build, row, row.case.ending.at.date(), shown.month)
    _take_one(view, shown, row)
    _ways_on(view, row)


def _take_one(view: View, shown: alerts.Shown, row: Followed) -> None:
    rule, month = BY_NAME[row.rule], shown.month
    card = [
        ("内容", f"{row.area_name} · {rule.label}，按{month_words(month)}的数"),
        ("规则", rule_words(rule)),
        *definition_card.metric_lines(METRICS[rule.metric].under(view.build.definition)),
        *definition_card.definition_lines(view.build.definition),
    ]
    name = f"{row.area_name}{rule.label}"
    with st.container(horizontal=True):
        if rule.is_of_townships and row.is_listed:
            take_away.workbook_button(
                f"{name}：依据",
                lambda: evidence_workbook(f"{name}：依据", alert_chart.evidence_rows(view.build, row, month), card),
                label="下载依据（xlsx）",
            )
        if row.case is not None:
            rows = alert_panel.history_rows(row.case)
            take_away.workbook_button(
                f"{name}：办理记录",
                lambda: history_workbook(f"{name}：办理记录", rows, card),
                label="下载办理记录（xlsx）",
            )


def _evidence(row: Followed) -> list[str]:
    name = f"{row.area_name} · {BY_NAME[row.rule].label}："
    if row.alert is not None:
        return [f"{name}{evidence_sentence(row.alert)}。", lasting_words(row.alert)]
    events = reversed(row.case.events) if row.case else ()
    then = next((one.evidence["sentence"] for one in events if one.evidence), "")
    return [f"{name}本月没有触发。", f"最近一次办理时的依据：{then}。" if then else ""]


def _overdue(view: View, shown: alerts.Shown) -> None:
    rows = overdue_at(view.build, shown.month)
    columns = [
        sheet.Column("建议书编号"),
        sheet.Column("发往单位", "wrap"),
        sheet.Column("发出日期"),
        sheet.Column("反馈期限"),
        sheet.Column("逾期", "number", "天"),
    ]
    lines = [
        sheet.Row([one.number or "未编号", one.addressee or "", one.issued_on, one.reply_due_on, one.days_late])
        for one in rows
    ]
    sheet.show(columns, lines, caption=f"到{month_words(shown.month)}末逾期未反馈 {len(rows)} 件，逾期最久的在前")


def _year_ends(view: View, row: Followed) -> None:
    found = year_end(view.build, row.alert.month) if row.alert else None
    if found is None:
        return
    columns = [sheet.Column("11—12月"), sheet.Column("一审民商事新收", "number", "件")]
    lines = []
    for (start, end), n in zip(found.spans, found.counts, strict=True):
        days = drill_down.period_filters(start, end)
        lines.append(sheet.Row([f"{start.year}年", drill_down.linked(f"{n:,}", "civil_filings", "county", days)]))
    sheet.show(columns, lines, caption="前3年与今年的11、12月", fit=True)


def _ways_on(view: View, row: Followed) -> None:
    rule = BY_NAME[row.rule]
    filters = {**view.filters, "metric": rule.metric}
    with st.container(horizontal=True):
        if rule.is_of_townships and row.is_listed:
            route.link("township", f"看{row.area_name}的全部指标与案件", area=row.area_code, **filters)
        route.link("metric", "看各乡镇街道比较", **filters)


def render() -> None:
    """The list, or the one alert that the address names."""
    asked = address_bar.read("alert", "", keep=False)
    way_back = [("预警与闭环", route.address("alerts")), ("一条预警", "")] if asked else []
    view = open_view(TITLE, way_back)
    shown = alerts.shown(view)
    if shown is None:
        prose.note("还没有一个完整覆盖的月份可以判断。请到“导入”页上传案件台账，或在上方换一个期间。")
        return
    row = next((one for one in shown.rows if asked in (one.key, f"{one.rule}.{one.area_code}")), None)
    if row is not None:
        _one(view, shown, row)
        return
    if asked:
        prose.note("链接中的这条预警在所选月份没有触发，或已撤回；下面是全部预警。")
    _list(view, shown)


if __name__ == "__main__":
    import app

    app.main()
