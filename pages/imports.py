"""导入: files go in, the receipt comes out, an import can be taken back."""

from collections.abc import Sequence

import streamlit as st

from data.desk import Desk
from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.receipt import Receipt
from data.store.imports import ImportRecord
from reports.list_workbooks import receipts_workbook
from reports.problem_workbook import problem_workbook
from ui import demo_files, import_log, loading, prose, receipts, route, take_away
from ui.frame import open_page
from ui.open_build import desk

_GUESS = "自动识别"
_FORCED = {
    _GUESS: None,
    **{ledger.label: name for name, ledger in LEDGERS.items() if name != "mediations"},
    **{f"{label}台账": f"mediations:{kind}" for kind, label in MEDIATION_KINDS.items()},
}


_FORMATS = "支持 xlsx、xls、et、csv、txt、tsv 和网页表格，按内容识别。"
_KEPT = (
    "导入后保留案号、日期、案由、类型、结果和截到村居的地名；"
    "自然人姓名、证件号、电话、门牌地址在读取时舍弃，原文件不保留。"
)


def _upload(here: Desk) -> None:
    round_number = st.session_state.setdefault("upload_round", 0)
    uploads = st.file_uploader(
        "选择本院系统导出的表格，原样上传，可一次多个：乡镇街道名册、人口表、案件台账、调解台账",
        accept_multiple_files=True,
        key=f"upload_{round_number}",
        max_upload_size=50,
    )
    prose.small_print([_FORMATS, _KEPT])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        forced = st.selectbox("台账类型", list(_FORCED), placeholder="请选择", width=260, key="forced")
        pressed = st.button("导入并发布", type="primary", disabled=not uploads, key="load")
    if pressed and uploads:
        job = loading.begin(here, uploads, _FORCED[forced])
        st.session_state["job"] = job
        import_log.forget_receipt()
        loading.watch(job, len(uploads))
        st.session_state["upload_round"] = round_number + 1
        st.rerun()


def _receipts(records: Sequence[ImportRecord]) -> None:
    """The receipt of what was just loaded, or of the import that the address asks for."""
    asked = import_log.asked_receipt(records)
    job: loading.Loading | None = st.session_state.get("job")
    if asked is not None:
        st.subheader(f"第{asked.batch}号导入的回执", anchor=False)
        _show(asked.receipts)
    elif job is not None:
        st.subheader("本次回执", anchor=False)
        if not job.done.is_set():
            prose.note("导入仍在进行，完成后列入下面的导入记录；刷新本页查看。")
        elif job.failed:
            prose.note("导入没有完成，原有数据不变。请重试；仍不成功时联系系统维护人员。")
        else:
            _show(job.receipts)


def _show(found: Sequence[Receipt]) -> None:
    receipts.show(found, caption="读取 = 新增 + 更新 + 未变 + 重复 + 待修正；合计行、说明行另行剔除，不在读取之内")
    with st.container(horizontal=True):
        take_away.workbook_button("导入回执", lambda: receipts_workbook("导入回执", found), label="下载回执（xlsx）")
        if any(one.problems for one in found):
            take_away.workbook_button("导入问题清单", lambda: problem_workbook(found), label="下载问题清单（xlsx）")
        route.link("overview", "看总览")
        route.link("quality", "看对账")


def _own_data(here: Desk) -> None:
    if not here.is_demo:
        return
    st.subheader("开始使用本院数据", anchor=False)
    prose.note(
        "演示县与本院数据分开存放，互不相通。要使用本院数据，请系统维护人员停止本程序，"
        "以本院的数据目录（环境变量 SUYUAN_HOME）重新启动，新目录起初是空的。"
    )


def _answer(records: Sequence[ImportRecord]) -> str:
    """What is in, in one sentence."""
    if not records:
        return "还没有导入过文件。先后不限；没有乡镇街道名册时，以人口表里的乡镇街道为准。"
    in_force = [one for one in records if one.state == "in_force"]
    aside = sum(receipt.rows_set_aside for one in in_force for receipt in one.receipts)
    return (
        f"共 {len(records)} 次导入，{len(in_force)} 次生效；{f'待修正 {aside:,} 行' if aside else '没有待修正的行'}。"
    )


def render() -> None:
    """What was just loaded, upload, list of imports, and the demo county's files."""
    open_page("导入：把导出的台账放进来")
    here = desk()
    records = here.imports()
    st.html(prose.answer([_answer(records)]))
    import_log.undo_panel(records)
    _receipts(records)
    _upload(here)
    if records:
        st.subheader("导入记录", anchor=False)
        import_log.show(records)
    demo_files.show(here, records)
    _own_data(here)


if __name__ == "__main__":
    import app

    app.main()
