"""地名归属: places that nothing matched are decided once, cases are placed by hand, and decisions can be taken back."""

import streamlit as st

from data.build.decided import Decided
from data.names import Names
from metrics._places import (
    Unplaced,
    holders_of_villages,
    open_texts,
    strangers_of_villages,
    unplaced,
    unplaced_cases,
)
from reports.unassigned_workbook import unassigned_workbook
from ui import names_cases, names_decided, names_queue, names_rebuild, prose, route
from ui.frame import nothing_yet, open_page
from ui.open_build import OpenBuild, desk


def _share(all_rows: Unplaced) -> str:
    return f"全部案件和调解纠纷 {all_rows.rows:,} 件中 {all_rows.unassigned:,} 件未归属，占 {all_rows.share.text}%。"


def _answer(texts: int, rows: int, all_rows: Unplaced) -> list[str]:
    if not texts:
        return ["没有待认定的地名。", _share(all_rows)]
    return [f"还有 {texts:,} 个地名不知道属于哪个乡镇，出现 {rows:,} 行次。", _share(all_rows)]


def _villages(build: OpenBuild) -> None:
    """What the lists of villages can and cannot decide."""
    holders, strangers = holders_of_villages(build), strangers_of_villages(build)
    if not holders and not strangers:
        prose.note(
            "还没有村（社区）名册。导入后，只写了村名、社区名的地址，名称在全县唯一的也能归属："
            "可以在乡镇街道名册里加“下辖村（社区）”一列，也可以单独一张表，列“村（社区）”“所属乡镇”。"
        )
        return
    several = sorted(name for name, codes in holders.items() if len(codes) > 1)
    named = "、".join(several[:10]) + ("等" if len(several) > 10 else "")
    told = f"村（社区）名册共 {len(holders):,} 个名称，都只属于一个乡镇街道。"
    if several:
        told = (
            f"村（社区）名册共 {len(holders):,} 个名称，其中 {len(several):,} 个在几个乡镇街道都有（{named}），"
            "地址只写这些名称时不能据以归属。"
        )
    if strangers:
        told += f"所属乡镇不在名册里的没有采用：{'、'.join(strangers)}。"
    prose.note(told)


def render() -> None:
    """What waits, the queue, single cases, and what was decided."""
    build = open_page("地名归属：还有哪些地名不知道属于哪个乡镇")
    if build is None:
        nothing_yet()
    names = Names(desk().home)
    areas = names.areas()
    held = Decided.from_json(build.meta["decided"])
    place = st.empty()
    names_rebuild.moved(build)
    decisions, placements = names.decisions(), names.placements()
    names_decided.withdraw_panel([*decisions, *placements], areas)
    names_rebuild.panel(names, build)

    st.subheader("一、待认定的地名", anchor=False)
    text, every_reason = names_queue.filters()
    waiting = open_texts(build, names.decided(), every_reason=every_reason)
    all_rows = unplaced(build)
    place.html(prose.answer(_answer(len(waiting), sum(one.rows for one in waiting), all_rows)))
    found = names_queue.matching(waiting, text)
    if not found:
        prose.note("没有符合的地名。" if text else "没有待认定的地名。")
    else:
        prose.small_print(
            ["分数是与名册中名称、别名、村名在字形和读音上的相近程度，只作建议；认定一次，今后导入的同名地名照此归属。"]
        )
        names_queue.show(build, found, areas)
    _villages(build)

    st.subheader("二、未归属的案件", anchor=False)
    title = f"{build.meta.get('county_name') or ''}未归属案件"
    names_cases.download(
        title,
        all_rows.unassigned_cases,
        lambda: unassigned_workbook(title, unplaced_cases(build), list(areas.values())),
    )
    names_cases.form(areas)

    st.subheader("三、已认定的", anchor=False)
    if decisions:
        names_decided.show(decisions, areas, held.places, "decided")
    if placements:
        names_decided.show(placements, areas, held.cases, "placed")
    if not decisions and not placements:
        prose.note("还没有认定过地名，也没有指定过案件。")
    route.link("quality", "看对账")


if __name__ == "__main__":
    import app

    app.main()
