"""考核目标: what documents ask for in a year, how the last closed month stands to it, and the score sheet."""

import streamlit as st

from data.store.targets import entered_score_sheet, entered_targets
from metrics._target_words import failed_words
from ui import address_bar, prose, score_sheet, score_sheet_form, target_form, targets
from ui.frame import nothing_yet, open_page
from ui.open_build import OpenBuild, desk
from ui.rights import may

PARTS = {"targets": "目标", "scores": "计分表（可选）"}


def _targets(build: OpenBuild, year: int) -> list[str]:
    found = entered_targets(desk().home.state, year)
    targets.listed(found, build, year)
    asked = [one.target for one in found]
    judged = targets.preview(asked, build, year) if asked else []
    if may("set_targets"):
        target_form.show(build, year, asked)
    if not asked:
        return [f"{year}年没有登记考核目标：目标以文件为准，由人登记；没有文件的不设。"]
    said = f"；按累计数，{failed_words(judged)}" if judged else ""
    return [f"{year}年登记了{len(asked):,}项考核目标{said}。"]


def _scores(build: OpenBuild, year: int) -> list[str]:
    found = entered_score_sheet(desk().home.state, year)
    score_sheet.in_force(found, year)
    if found is not None:
        score_sheet.preview(found.sheet, build)
    if may("set_targets"):
        score_sheet_form.show(build, year, found.sheet if found else None)
    if found is None:
        return [f"{year}年没有计分表；计分表可设可不设，设了就作为通报的附件。"]
    weights = score_sheet.weights_words(found.sheet.items)
    return [f"{found.sheet.name}有{len(found.sheet.items):,}项指标，{weights}；分数旁边总是列出原来的数。"]


_DRAW = {"targets": _targets, "scores": _scores}


def render() -> None:
    """The part and the year that the address names."""
    build = open_page("考核目标：文件要求多少，现在到了多少")
    if build is None:
        nothing_yet()
    answer = st.empty()
    part = address_bar.read("part", "targets", tuple(PARTS), keep=False, label="栏目")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="period_bar"):
        st.segmented_control(
            "栏目",
            tuple(PARTS),
            required=True,
            format_func=PARTS.__getitem__,
            **address_bar.bound("part", part, keep=False),
        )
        year = targets.choose_year(build)
    for words in address_bar.stale():
        prose.note(f"{words}，已改为默认的视图。")
    if done := st.session_state.pop(targets.DONE, None):
        prose.note(done)
    answer.html(prose.answer(_DRAW[part](build, year)))


if __name__ == "__main__":
    import app

    app.main()
