"""导入: files go in, are checked, change what they change when somebody agrees, and can be taken back."""

from collections.abc import Sequence

import streamlit as st

from data.desk import Desk
from data.receipt import Receipt
from data.store import jobs as job_table
from data.store import uploads
from data.store.imports import ImportRecord
from data.store.jobs import Job
from reports.list_workbooks import receipts_workbook
from reports.problem_workbook import problem_workbook
from reports.templates import county_template, purposes
from ui import (
    address_bar,
    demo_files,
    import_log,
    jobs,
    open_jobs,
    open_uploads,
    prose,
    receipt_groups,
    receipts,
    route,
    steps,
    take_away,
    templates,
    upload_form,
)
from ui.frame import open_page
from ui.open_build import desk
from ui.rows_aside import waiting_in_force

_JOB = "job"
_ACCOUNT = "读取 = 新增 + 更新 + 未变 + 重复 + 待修正；合计行、说明行另行剔除，不在读取之内"


def _upload() -> None:
    st.subheader("上传", anchor=False)
    asked = upload_form.show()
    if asked is None:
        return
    st.session_state[_JOB] = asked
    import_log.forget_receipt()
    open_uploads.leave()
    address_bar.write(_JOB, "", keep=False)
    upload_form.clear()
    jobs.watch(asked)
    st.rerun()


def _asked_job(here: Desk) -> Job | None:
    """The job that the address names, else the one that was asked for on this page."""
    asked = address_bar.read(_JOB, "", keep=False)
    number = asked if asked.isdecimal() and len(asked) < 10 else st.session_state.get(_JOB)
    return job_table.job(here.home.state, int(number)) if number else None


def _result(records: Sequence[ImportRecord], upload: uploads.Upload | None, job: Job | None) -> None:
    """Step 校验: of the upload, the earlier import or the job that was asked about."""
    asked = import_log.asked_receipt(records)
    if upload is not None:
        open_uploads.panel(upload, records, problem_workbook)
    elif asked is not None:
        st.subheader(f"第{asked.batch}号导入的回执", anchor=False)
        receipts.show(asked.receipts, caption=_ACCOUNT)
        _workbooks(asked.receipts)
    elif job is not None and not job.is_open and (job.error or job.receipts):
        st.subheader("校验：本次回执", anchor=False)
        if job.error:
            prose.note(job.error)
        else:
            _checked(job, records)


def _workbooks(found: Sequence[Receipt]) -> None:
    """The receipts as they stand here, to be taken away."""
    with st.container(horizontal=True):
        take_away.workbook_button("导入回执", lambda: receipts_workbook("导入回执", found), label="下载回执（xlsx）")
        if any(one.problems for one in found):
            take_away.workbook_button("导入问题清单", lambda: problem_workbook(found), label="下载问题清单（xlsx）")


def _checked(job: Job, records: Sequence[ImportRecord]) -> None:
    """The three groups, and where to go from here."""
    receipt_groups.show(job.receipts)
    _workbooks(job.receipts)
    drafts = open_uploads.drafts_of(records)
    own = [batch for batch in dict.fromkeys(one.batch for one in job.receipts) if batch in drafts]
    with st.container(horizontal=True):
        for batch in own:
            route.link("review", f"变更确认：第{batch}号 {drafts[batch].file_name}", draft=str(batch))
        if not own:
            route.link("overview", "看总览")
            route.link("quality", "看对账")


def _steps(records: Sequence[ImportRecord], job: Job | None) -> None:
    """Where things stand: the latest step that still has something to do."""
    open_ones = uploads.open_uploads(desk().home)
    unknown = sum(any(receipt.error_code for receipt in one.receipts) for one in open_ones)
    aside = waiting_in_force()
    drafts = len(open_uploads.drafts_of(records))
    waiting = {
        "上传": "选择文件",
        "列映射": f"{unknown} 个文件待定" if unknown else "自动识别，没有待定的",
        "校验": f"{aside:,} 行待修正" if aside else "没有待修正的行",
        "变更确认": f"{drafts} 份草稿待确认" if drafts else "没有待确认的草稿",
    }
    is_checked = job is not None and not job.is_open
    current = 3 if drafts else 1 if unknown else 2 if aside or is_checked else 0
    steps.show(current, waiting)


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
    aside = waiting_in_force()
    waiting = len(uploads.open_uploads(desk().home))
    parts = [f"共 {len(records)} 次导入，{len(in_force)} 次生效"]
    parts.append(f"待修正 {aside:,} 行" if aside else "没有待修正的行")
    parts += [f"另有 {waiting} 个上传的文件待办"] if waiting else []
    return f"{'；'.join(parts)}。"


def render() -> None:
    """The four steps, what is under way, what needs somebody, the log, and the demo county's files."""
    open_page("导入：把导出的台账放进来")
    here = desk()
    records = here.imports()
    job, upload = _asked_job(here), open_uploads.asked_upload()
    st.html(prose.answer([_answer(records)]))
    _steps(records, job)
    import_log.undo_panel(records)
    open_jobs.show()
    _result(records, upload, job)
    _upload()
    if upload is None:
        open_uploads.show(records)
    open_jobs.show_latest()
    templates.show(purposes(), county_template)
    if records:
        st.subheader("导入记录", anchor=False)
        import_log.show(records)
    demo_files.show(here, records)
    _own_data(here)


if __name__ == "__main__":
    import app

    app.main()
