"""导入: files go in, the receipt comes out, an import can be taken back."""

import streamlit as st

from data.desk import Desk
from data.ledgers import LEDGERS, MEDIATION_KINDS
from reports.problem_workbook import problem_workbook
from ui import import_log, loading, prose, receipts, route, take_away
from ui.frame import open_page
from ui.open_build import desk

_TYPES = ["xlsx", "xls", "et", "csv", "txt", "tsv", "htm", "html"]
_GUESS = "自动识别"
_FORCED = {
    _GUESS: None,
    **{ledger.label: name for name, ledger in LEDGERS.items() if name != "mediations"},
    **{f"{label}台账": f"mediations:{kind}" for kind, label in MEDIATION_KINDS.items()},
}


def _upload(here: Desk) -> None:
    round_number = st.session_state.setdefault("upload_round", 0)
    uploads = st.file_uploader(
        "选择本院系统导出的表格，原样上传，可一次多个：乡镇街道名册、人口表、案件台账、调解台账",
        _TYPES,
        accept_multiple_files=True,
        key=f"upload_{round_number}",
        max_upload_size=50,
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        forced = st.selectbox("台账类型", list(_FORCED), width=260, key="forced")
        pressed = st.button("导入并发布", type="primary", disabled=not uploads, key="load")
    if pressed and uploads:
        job = loading.begin(here, uploads, _FORCED[forced])
        st.session_state["job"] = job
        loading.watch(job, len(uploads))
        st.session_state["upload_round"] = round_number + 1
        st.rerun()


def _receipt() -> None:
    job: loading.Loading | None = st.session_state.get("job")
    if job is None:
        return
    st.subheader("本次回执", anchor=False)
    if not job.done.is_set():
        prose.note("导入仍在进行，完成后列入下面的导入记录；刷新本页查看。")
    elif job.failed:
        prose.note("导入没有完成，原有数据不变。请重试；仍不成功时联系系统维护人员。")
    else:
        receipts.show(
            job.receipts, caption="读取 = 新增 + 更新 + 未变 + 重复 + 待修正；合计行、说明行另行剔除，不在读取之内"
        )
        with st.container(horizontal=True):
            if any(one.problems for one in job.receipts):
                take_away.workbook_button(
                    "导入问题清单", lambda: problem_workbook(job.receipts), label="下载问题清单（xlsx）"
                )
            route.link("overview", "看总览")
            route.link("quality", "看对账")


def _demo_files(here: Desk) -> None:
    folder = here.home.demo_files
    files = sorted(path for path in folder.iterdir() if path.is_file()) if here.is_demo and folder.is_dir() else []
    if not files:
        return
    st.subheader("演示文件", anchor=False)
    prose.small_print(["下面是演示县的导出文件，可以下载后再上传试用；同一文件重复上传不会改变数据。"])
    with st.container(horizontal=True):
        for number, path in enumerate(files):
            st.download_button(
                path.name, path.read_bytes, path.name, on_click="ignore", key=f"demo_{number}", type="tertiary"
            )
    st.subheader("开始使用本院数据", anchor=False)
    prose.note(
        "演示县与本院数据分开存放，互不相通。要使用本院数据，请系统维护人员停止本程序，"
        "以本院的数据目录（环境变量 SUYUAN_HOME）重新启动，新目录起初是空的。"
    )


def render() -> None:
    """Upload, receipt, list of imports, and the demo county's files."""
    open_page("导入：把导出的台账放进来")
    here = desk()
    _upload(here)
    _receipt()
    undone = st.session_state.pop("undone", None)
    if undone:
        prose.note(f"已撤销：{undone}。各指标已回到导入之前。")
    records = here.imports()
    st.subheader("导入记录", anchor=False)
    if records:
        import_log.show(records)
        import_log.offer_undo(records)
    else:
        prose.note("还没有导入过文件。先后不限；没有乡镇街道名册时，以人口表里的乡镇为准。")
    _demo_files(here)


if __name__ == "__main__":
    import app

    app.main()
