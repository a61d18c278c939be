"""变更确认: what a draft will change, before it changes it; then publish, keep, or give up."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from data.build import change_words
from data.build.review import Review
from data.desk import Desk
from data.refusal import Refused
from data.store.imports import ImportRecord
from metrics._period import dates_label
from reports.review_workbook import changes_workbook, matrix_workbook, moves_workbook
from ui import (
    address_bar,
    change_lists,
    change_matrix,
    draft_settings,
    figure_moves,
    import_log,
    jobs,
    prose,
    receipts,
    route,
    sheet,
    take_away,
)
from ui.frame import open_page
from ui.open_build import desk
from ui.trial import Preview, preview

_TITLE = "变更确认：发布后会变什么"
_CRUMBS = (("导入", "imports"), ("变更确认", ""))


def _list(drafts: Sequence[ImportRecord]) -> None:
    """Without a draft in the address: all of them."""
    if not drafts:
        st.html(prose.answer(["没有待确认的草稿。"]))
        prose.note("在“导入”页上传文件时选“核对后发布”，文件先留作草稿，在这里看清变化再发布。")
        route.link("imports", "去导入")
        return
    st.html(prose.answer([f"有 {len(drafts)} 份草稿待确认，都还没有计入任何指标。"]))
    columns = [sheet.Column("文件", "fill"), sheet.Column("编号", "number"), sheet.Column("台账", "ledger")]
    columns += [sheet.Column("导入时间"), sheet.Column("导入人"), sheet.Column("操作")]
    rows = [
        sheet.Row(
            [
                one.file_name,
                one.batch,
                import_log.ledgers_of(one),
                one.imported_at.strftime("%Y-%m-%d %H:%M"),
                one.imported_by,
                sheet.anchor("核对", route.address("review", draft=str(one.batch))),
            ]
        )
        for one in drafts
    ]
    sheet.show(columns, rows, caption=f"草稿 {len(drafts)} 份")


def _decide(draft: ImportRecord) -> None:
    """The three buttons. Publishing and giving up are jobs like any other."""
    with st.container(horizontal=True, key="decide"):
        publish = st.button("发布", type="primary", key="publish")
        keep = st.button("留作草稿，以后再定", key="keep")
        discard = st.button("放弃草稿", key="discard")
    if keep:
        route.go("imports")
    if discard:
        st.session_state["discarding"] = draft.batch
    if st.session_state.get("discarding") == draft.batch and not publish:
        _ask_discard(draft)
    if publish:
        _run("publish", {"batches": [draft.batch]}, draft, {"receipt": str(draft.batch)})


def _ask_discard(draft: ImportRecord) -> None:
    prose.note(f"放弃后这份草稿的数据即被删除，要用时须重新上传：第{draft.batch}号 {draft.file_name}。")
    with st.container(horizontal=True):
        confirmed = st.button("确认放弃", type="primary", key="discard_confirmed")
        if st.button("不放弃", key="discard_left"):
            st.session_state.pop("discarding", None)
            st.rerun()
    if confirmed:
        st.session_state.pop("discarding", None)
        _run("discard", {"batch": draft.batch}, draft, {})


def _run(kind: str, request: dict[str, object], draft: ImportRecord, view: dict[str, str]) -> None:
    job = jobs.run(kind, request)
    failed = job.error or next((one.error for one in job.receipts if one.error_code), None)
    if failed:
        prose.note(failed)
        return
    done = "已发布" if kind == "publish" else "已放弃草稿"
    import_log.say_done(f"{done}：第{draft.batch}号 {draft.file_name}。")
    route.go("imports", **view)


_FIRST = ("townships", "population", "villages")
"""Ledgers that say where places lie: without them the rows of a draft lie nowhere."""


def _others_first(draft: ImportRecord, drafts: Sequence[ImportRecord]) -> None:
    """Say so when drafts of places wait beside this one."""
    if any(ledger in _FIRST for one in drafts if one.batch != draft.batch for ledger in one.ledgers):
        prose.note("另有乡镇街道名册、人口表或村（社区）名册的草稿未发布；先发布它们，本表的归属才完整。")


def _body(here: Desk, draft: ImportRecord, found: Preview) -> None:
    review = found.review
    unusual = [change_words.unusual_words(one, each) for one in review.ledgers for each in one.unusual]
    if unusual:
        prose.note("以下月份的条数与平常相差很大，请核对文件是否完整、台账是否选对：")
        prose.todo(unusual)
    _decide(draft)
    draft_settings.show(here, draft)
    _rows(review)
    st.subheader("三、会变的指标", anchor=False)
    figure_moves.show(found.moves, "发布")
    for one in found.moves:
        title = f"发布后会变的指标（{dates_label(one.period.start, one.period.end)}）"
        take_away.workbook_button(title, partial(moves_workbook, title, figure_moves.printed(one)))
    st.subheader("四、文件里的重复", anchor=False)
    change_lists.show_repeats(draft.receipts)
    st.subheader("五、回执", anchor=False)
    caption = "读入时的回执，发布时按当时的数据重新清点；读取 = 新增 + 更新 + 未变 + 重复 + 待修正"
    receipts.show(draft.receipts, caption=caption, is_open=False)


def _rows(review: Review) -> None:
    """The matrix of every ledger that counts by month, then the rows that are not as they were."""
    placed = [one for one in review.ledgers if one.cells]
    if placed:
        st.subheader("一、各乡镇、各月份的变化", anchor=False)
    for one in placed:
        change_matrix.show(review, one, f"months_{one.ledger}_{one.kind or ''}")
        title = f"{change_words.ledger_name(one.ledger, one.kind)}变更矩阵"
        make = partial(matrix_workbook, title, review, one)
        take_away.workbook_button(title, make, label="下载乡镇与月份矩阵（xlsx）")
    st.subheader("二、更新和撤下的记录", anchor=False)
    if not any(one.changes for one in review.ledgers):
        prose.note("没有更新或撤下的记录。")
    for one in review.ledgers:
        if one.changes:
            change_lists.show_changes(review, one, f"changes_{one.ledger}_{one.kind or ''}")
            title = f"{change_words.ledger_name(one.ledger, one.kind)}变更明细"
            make = partial(changes_workbook, title, one, dict(review.areas))
            take_away.workbook_button(title, make, label="下载变更明细（xlsx）")


def render() -> None:
    """The draft that the address names; without one the list of drafts."""
    open_page(_TITLE, _CRUMBS)
    here = desk()
    drafts = [one for one in here.imports() if one.state == "draft"]
    known = {str(one.batch): one for one in drafts}
    draft = known.get(address_bar.read("draft", "", tuple(known), keep=False, label="草稿"))
    lost = address_bar.stale()
    if lost:
        prose.note(f"{'；'.join(lost)}，可能已经发布或放弃。")
    if draft is None:
        _list(drafts)
        return
    answer = st.empty()
    _others_first(draft, drafts)
    try:
        found = preview(add=[draft])
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    told = [f"第{draft.batch}号草稿 {draft.file_name}", *change_words.answer(found.review, "发布")]
    answer.html(prose.answer([f"{told[0]}。{told[1]}", *told[2:], figure_moves.answer(found.moves)]))
    _body(here, draft, found)


if __name__ == "__main__":
    import app

    app.main()
