"""Uploaded files that still need somebody: what is the matter with each, and the next step."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

import streamlit as st

import settings
from data.receipt import Receipt
from data.store import jobs as job_table
from data.store import uploads
from data.store.imports import ImportRecord
from data.store.jobs import Job
from data.store.uploads import Upload
from ui import address_bar, jobs, prose, receipt_groups, returned, route, sheet
from ui.figure_words import size_words
from ui.markup import Markup, join
from ui.open_build import desk

_ASKED = "upload"
_LINKS = 3


def drafts_of(records: Sequence[ImportRecord]) -> dict[int, ImportRecord]:
    """Imports that are drafts, by their number."""
    return {one.batch: one for one in records if one.state == "draft"}


def show(records: Sequence[ImportRecord]) -> None:
    """One line per open upload; nothing when there is none. Those under way are shown by their job."""
    home = desk().home
    busy = {one.id for one in job_table.open_jobs(home.state)}
    found = [one for one in uploads.open_uploads(home) if one.job not in busy]
    if not found:
        return
    drafts = drafts_of(records)
    st.subheader("待办的上传", anchor=False)
    columns = [
        sheet.Column("文件", "words"),
        sheet.Column("情况", "fill"),
        sheet.Column("下一步"),
        sheet.Column("大小", "number"),
        sheet.Column("上传时间"),
        sheet.Column("上传人"),
    ]
    rows = [
        sheet.Row(
            [
                one.file_name,
                matter(one, drafts),
                next_steps(one, drafts),
                size_words(one.size),
                one.uploaded_at.strftime("%Y-%m-%d %H:%M"),
                one.uploaded_by,
            ]
        )
        for one in found
    ]
    sheet.show(columns, rows, caption=f"{len(found)} 个文件暂存在本机，最多 {settings.SPOOL_DAYS} 天，到期自动删除")


def matter(one: Upload, drafts: Mapping[int, ImportRecord]) -> str:
    """Why an upload is still open."""
    unknown = sum(1 for receipt in one.receipts if receipt.error_code is not None)
    aside = sum(receipt.rows_set_aside for receipt in one.receipts)
    parts = [f"草稿（第{one.batch}号），还没有发布"] if one.batch in drafts else []
    parts += [f"{unknown} 张表未识别"] if unknown else []
    parts += [f"{aside:,} 行待修正"] if aside else []
    return "，".join(parts) or ("没有处理完" if not one.receipts else "")


def next_steps(one: Upload, drafts: Mapping[int, ImportRecord]) -> Markup:
    """Links to where a person goes on."""
    links = _mappings(one)
    if one.batch in drafts:
        links.append(sheet.anchor("变更确认", route.address("review", draft=str(one.batch))))
    links.append(sheet.anchor("标注的原表、重读、放弃…", route.address("imports", upload=str(one.id))))
    return join(links, "　")


def _mappings(one: Upload) -> list[Markup]:
    """To the mapping of every sheet that nobody could read; else of the file, in case it was read wrongly."""
    unknown = [receipt.sheet for receipt in one.receipts if receipt.error_code is not None]
    if not one.receipts:
        return []
    if len(unknown) < 2:
        return [sheet.anchor("列映射", route.address("mapping", upload=str(one.id), sheet=next(iter(unknown), None)))]
    return [
        sheet.anchor(f"列映射〔{name}〕", route.address("mapping", upload=str(one.id), sheet=name))
        for name in unknown[:_LINKS]
    ]


def asked_upload() -> Upload | None:
    """The open upload that the address asks for."""
    known = {str(one.id): one for one in uploads.open_uploads(desk().home)}
    return known.get(address_bar.read(_ASKED, "", tuple(known), keep=False))


def panel(one: Upload, records: Sequence[ImportRecord], problem_workbook: Callable[[Sequence[Receipt]], bytes]) -> None:
    """One upload: its receipts, the file marked or its list of problems, reading it again, giving it up."""
    drafts = drafts_of(records)
    st.subheader(f"上传的文件：{one.file_name}", anchor=False)
    until = (one.uploaded_at + timedelta(days=settings.SPOOL_DAYS)).strftime("%Y-%m-%d")
    prose.note(f"{matter(one, drafts) or '已读取'}。文件暂存到 {until}，之后自动删除；放弃则立即删除。")
    if one.receipts:
        receipt_groups.show(one.receipts)
    with st.container(horizontal=True):
        returned.button(one, problem_workbook)
        if one.batch in drafts:
            route.link("review", "去变更确认", draft=str(one.batch))
        else:
            _again(one, "draft", "重新读取，核对后发布")
            _again(one, "load", "重新读取并发布")
        if st.button("放弃", key="give_up"):
            _give_up(one, drafts)
        st.button("返回", key="upload_left", on_click=leave)


def _again(one: Upload, kind: str, label: str) -> None:
    if st.button(label, key=f"again_{kind}"):
        st.session_state["job"] = jobs.ask(kind, {"uploads": [one.id]})
        leave()
        st.rerun()


def _give_up(one: Upload, drafts: Mapping[int, ImportRecord]) -> None:
    """A draft is given up with its file; of anything else only the file is here."""
    if one.batch in drafts:
        ended: Job = jobs.run("discard", {"batch": one.batch})
        if ended.error:
            prose.note(ended.error)
            return
    else:
        uploads.close(desk().home, one.id)
    leave()
    st.rerun()


def leave() -> None:
    """Back to the page without this upload."""
    address_bar.write(_ASKED, "", keep=False)
