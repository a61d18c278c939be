"""数据质量与对账: every row is counted, visibly set aside or visibly outside, and the sums agree."""

import streamlit as st

from metrics._facts import places_without_township, population_dates, population_gaps, population_not_listed
from metrics._period import dates_label
from reports.identity_workbook import identity_workbook
from reports.list_workbooks import places_workbook, receipts_workbook
from ui import (
    accounts,
    controls,
    definition_card,
    figure_words,
    identity_numbers,
    prose,
    receipts,
    route,
    take_away,
    totals,
)
from ui.figures import accounts_of
from ui.frame import View, open_view
from ui.open_build import desk


def _identity(view: View) -> None:
    st.subheader("一、件数对账", anchor=False)
    period = view.period
    rows = accounts_of(view.build, period)
    wrong = [one.label for one in rows if not one.adds_up]
    words = "全部相符" if not wrong else f"不符：{'、'.join(wrong)}，请联系系统维护人员"
    view.say(f"{dates_label(period.start, period.end)}共核对{len(rows)}项：乡镇街道＋辖区外＋未归属＝全县，{words}。")
    accounts.show_identities(rows, identity_numbers.linked(view, rows))
    title = f"{dates_label(period.start, period.end)}件数对账"
    card = [
        ("期间", figure_words.dates(period.start, period.end)),
        *definition_card.definition_lines(view.build.definition),
    ]
    take_away.workbook_button(title, lambda: identity_workbook(title, rows, card))


def _places(view: View) -> None:
    st.subheader("二、没有归属到乡镇街道的地名", anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        _place_list(view, "对不上的地名", is_outside=False)
        route.link("names", "去认定地名")
    with right:
        _place_list(view, "辖区外的地名", is_outside=True)


def _place_list(view: View, title: str, *, is_outside: bool) -> None:
    total, rows = places_without_township(view.build, outside=is_outside)
    accounts.show_places(title, total, rows, is_outside=is_outside)
    if rows:
        words = [accounts.source_and_reason(one) for one in rows]
        card = [("内容", f"{title}：{len(rows):,} 个，涉及 {total:,} 行；同一地名按来源分列")]
        take_away.workbook_button(title, lambda: places_workbook(title, rows, words, card))


def _receipts() -> None:
    st.subheader("六、各次导入的回执", anchor=False)
    in_force = [one for one in desk().imports() if one.state == "in_force"]
    found = [receipt for one in reversed(in_force) for receipt in one.receipts]
    if found:
        take_away.workbook_button("各次导入的回执", lambda: receipts_workbook("各次导入的回执", found))
        receipts.show(found, caption="生效的导入，新的在前；读取 = 新增 + 更新 + 未变 + 重复 + 待修正", is_open=False)
    else:
        prose.note("没有生效的导入。")


def render() -> None:
    """Identity, places, coverage, population, control figures, receipts."""
    view = open_view("数据质量与对账：每一行都有去处")
    _identity(view)
    _places(view)
    st.subheader("三、台账覆盖期间", anchor=False)
    accounts.show_coverage(view.build)
    totals.show(view.build)
    st.subheader("四、人口", anchor=False)
    build = view.build
    gaps, strangers = population_gaps(build), population_not_listed(build)
    accounts.show_population(population_dates(build), gaps, strangers, build.definition)
    st.subheader("五、控制数", anchor=False)
    controls.show(view)
    _receipts()


if __name__ == "__main__":
    import app

    app.main()
