"""案由与变化: what moved and where, from the county to causes and townships, to one of them, to its cases."""

import streamlit as st

from metrics import METRICS
from metrics._period import dates_label
from metrics._what_moved import Split, by_area, by_cause
from metrics._what_moved_words import areas_words, cannot_split, causes_words, county_words, part_words, three_sentences
from reports.changes_workbook import changes_workbook
from ui import address_bar, changes_blocks, definition_card, drill_down, figure_words, plot, prose, route, take_away
from ui.changes import Changes, Step, bars, beside, changes, chart_title, leads_on, show_table
from ui.frame import View, open_view

FILINGS, RATE = METRICS["civil_filings"], METRICS["litigation_rate"]
SPLITS = {"cause": "按案由", "area": "按乡镇街道"}


def _step(found: Changes) -> Step:
    """The cause or area that the address names; a cause wins over an area."""
    causes = [one.code for one in by_cause(found.moved).parts]
    cause = address_bar.read("cause", "", causes, keep=False, label="案由")
    area = address_bar.read("area", "", list(found.moved.names), keep=False, label="乡镇街道")
    return Step(cause=cause) if cause else Step(area=area)


def _split(view: View, found: Changes, step: Step) -> Split:
    if step.cause:
        return by_area(found.moved, step.cause)
    if step.area:
        return by_cause(found.moved, step.area)
    by = address_bar.read("by", "cause", tuple(SPLITS), keep=False)
    with view.bar:
        bound = address_bar.bound("by", by, keep=False)
        st.segmented_control("拆分", tuple(SPLITS), required=True, format_func=SPLITS.__getitem__, **bound)
    return by_cause(found.moved) if by == "cause" else by_area(found.moved)


def _say(view: View, found: Changes, step: Step) -> None:
    moved = found.moved
    if step.is_county:
        view.say(county_words(moved, FILINGS, RATE.under(view.build.definition)), *three_sentences(moved, found.people))
        return
    whole = by_cause(moved) if step.cause else by_area(moved)
    part = next((one for one in whole.parts if one.code == (step.cause or step.area)), None)
    if part is None:
        view.say(f"{moved.names[step.area]}两年同期都没有新收一审民商事案件。")
        return
    why = cannot_split(moved)
    inner = areas_words(moved, step.cause) if step.cause else causes_words(moved, step.area)
    own = part_words(part, whole) if found.compares(whole) else f"{part.name}本期{part.n:,}件。"
    when = dates_label(moved.county.period_start, moved.county.period_end)
    view.say(f"{when}新收一审民商事：{own}", why or inner)


def _down(view: View, split: Split, step: Step, code: str) -> tuple[str, dict[str, str]]:
    """One step down from a part, as page and view: to the cause or area, below them to the cases."""
    if step.is_county:
        return "changes", {split.by: code, **view.filters}
    cases = {"area": step.area or code, "cause": step.cause or code, **view.filters}
    if cases["area"] in ("outside", "unassigned"):
        return drill_down.PAGE, {"metric": FILINGS.name, **cases}
    return "township", cases


def _addresses(view: View, split: Split, step: Step) -> dict[str, str]:
    """Where the name of each part leads."""
    found = {}
    for code in (one.code for one in split.parts if leads_on(one.code)):
        page, where = _down(view, split, step, code)
        found[code] = route.address(page, **where)
    return found


def _chart(view: View, found: Changes, split: Split, step: Step) -> None:
    if not found.compares(split, step.cause):
        return
    title = chart_title(found, split, step)
    clicked = plot.show_and_click(bars(found, split, step), key=f"moved_{split.by}", alt=title, file_name=title)
    if clicked:
        page, where = _down(view, split, step, clicked)
        route.go(page, **where)
    signs = "▲ ▽ 与全县变化明显不同，其余与全县变化无明显差异或不作比较。拉动是算术关系，不说明缘由。"
    summed = ["历史汇总不分辖区外与未归属，两者不作比较。"] if found.moved.is_summed else []
    prose.small_print([signs, *summed, "点条形或名称看下一层，点件数看案件。"])


def _take_away(view: View, found: Changes, split: Split, step: Step) -> None:
    title, county = chart_title(found, split, step), found.moved.county
    card = [
        *figure_words.card_lines(county),
        *changes_blocks.method_lines(found),
        *definition_card.metric_lines(FILINGS),
        *definition_card.exclusion_lines(view.build, FILINGS, county),
        *definition_card.definition_lines(view.build.definition),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(county), is_beside=True)
        take_away.workbook_button(
            title, lambda: changes_workbook(title, split, card, is_compared=found.compares(split, step.cause))
        )
        definition_card.popover(view.build, [county, found.moved.rate], FILINGS, RATE)


def _blocks(view: View, found: Changes, split: Split, step: Step) -> None:
    """The bars, and beside them people, batches and the year; without a base only the year."""
    more = beside(view.build, found)
    if not found.is_compared:
        changes_blocks.show_year(more)
        return
    left, right = st.columns([11, 9], gap="large")
    with left:
        _chart(view, found, split, step)
        changes_blocks.show_year(more)
    with right:
        changes_blocks.show_people(found, more, RATE.under(view.build.definition).label)
        changes_blocks.show_batches(view, found, more)


def render() -> None:
    """Answer, bars, blocks beside them at the county's level, the table."""
    view = open_view(
        "案由与变化：增减落在哪些案由、哪些乡镇", [("全县", route.address("overview")), ("案由与变化", "")]
    )
    found = changes(view.build, view.period)
    step = _step(found)
    split = _split(view, found, step)
    _say(view, found, step)
    if not step.is_county:
        name = step.cause or found.moved.names[step.area]
        top = route.address("changes", by="area" if step.area else None, **view.filters)
        prose.crumbs([("全县各乡镇街道" if step.area else "全县各案由", top), (name, "")])
    if found.moved.state in ("not_covered", "nothing"):
        _take_away(view, found, split, step)
        return
    if step.is_county:
        _blocks(view, found, split, step)
    if step.is_county or not found.compares(split, step.cause):
        show_table(view, found, split, step, _addresses(view, split, step))
    else:
        left, right = st.columns([11, 9], gap="large")
        with left:
            _chart(view, found, split, step)
        with right:
            show_table(view, found, split, step, _addresses(view, split, step))
    _take_away(view, found, split, step)


if __name__ == "__main__":
    import app

    app.main()
