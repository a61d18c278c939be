"""映射: what the columns of an upload are, which layouts are remembered, and what unknown words mean."""

import streamlit as st

from data.refusal import Refused
from data.store import uploads
from data.store.layouts import remember_layout
from data.store.uploads import Upload
from ui import address_bar, clock, jobs, mapping, mapping_columns, mapping_layouts, mapping_words, prose, route
from ui.frame import open_page
from ui.open_build import desk
from ui.who import who

_EXPIRED = "这个文件已不在待处理之列：已经发布、放弃，或上传超过七天。请到“导入”页重新上传后再设列映射。"


def _asked_upload() -> Upload | None:
    asked = address_bar.read("upload", "", keep=False)
    if not asked.isdecimal() or len(asked) > 9:
        return None
    found = uploads.upload(desk().home, int(asked))
    is_there = found is not None and found.state == "open" and uploads.file_of(desk().home, found).exists()
    return found if is_there else None


def _confirm(upload: Upload, found: mapping.Proposal, ledger: str, kind: str | None, chosen: dict[str, str]) -> None:
    """Remember the layout, read the upload anew as a draft, and go on to what it would change."""
    name = st.text_input("列映射名称", mapping.layout_name(upload, found), max_chars=60, width=420)
    with st.container(horizontal=True):
        ready = bool(name.strip()) and mapping.is_whole(found, ledger, kind, chosen)
        pressed = st.button("确认并重新读取", type="primary", disabled=not ready, key="confirm")
        route.link("imports", "返回导入")
    if not pressed:
        return
    layout = mapping.layout_of(found, name.strip(), ledger, kind, chosen)
    try:
        remember_layout(desk().home.state, layout, at=clock.now(), by=who())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    _read_anew(upload, found.sheet)


def _read_anew(upload: Upload, sheet: str) -> None:
    before = upload.batch
    done = jobs.run("draft", {"uploads": [upload.id]})
    if done.error:
        prose.note(done.error)
        return
    mapping.forget_proposal()
    refused = next((one.error for one in done.receipts if one.sheet in (sheet, None) and one.error_code), None)
    batch = next((one.batch for one in done.receipts if one.batch is not None), None)
    drafts = {one.batch for one in desk().imports() if one.state == "draft"}
    if before is not None and before != batch and before in drafts:
        if batch is not None:
            jobs.run("discard", {"batch": before})
        else:  # What was read before is all there is: it stays, and the upload is still known to wait for it.
            uploads.note(desk().home, upload.id, done.receipts, before)
    if refused or batch is None:
        prose.note(f"列映射已记住，但这个工作表仍没有读取：{refused or '没有可入库的行。'}")
        return
    if batch in drafts:
        route.go("review", draft=str(batch))
    route.go("imports", receipt=str(batch))


def _in_force_already(upload: Upload) -> None:
    """An import in force does not change by being read again: the earlier reading must be taken back."""
    if any(one.batch == upload.batch and one.state == "in_force" for one in desk().imports()):
        prose.note(
            f"这个文件已按原来的读法入库（第{upload.batch}号导入）。重新读取的结果发布后，原来那次就不再需要："
            f"请在导入记录中撤销第{upload.batch}号，以免读错的内容留在数据里。"
        )


def _map(upload: Upload) -> None:
    place = st.empty()
    found = mapping.proposal_of(upload, mapping.asked_sheet(upload), mapping.asked_header())
    if found.error_code is not None:
        place.html(prose.answer([f"“{upload.file_name}”没有读出来：{found.error}"]))
        route.link("imports", "返回导入")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mapping.choose_sheet_and_header(found)
        ledger, kind = mapping.choose_ledger(found)
    _in_force_already(upload)
    if ledger is None:
        place.html(prose.answer([f"“{found.sheet}”的表头和内容看不出是哪种台账：请先选定台账。"]))
        mapping_columns.preview(found, None, {})
        return
    chosen = mapping.show_sheet(found, ledger)
    place.html(prose.answer(mapping.answer(found, ledger, kind, chosen)))
    _confirm(upload, found, ledger, kind, chosen)


def render() -> None:
    """The columns of the upload that the address names; without one what is remembered and what is still unknown."""
    asked = address_bar.read("upload", "", keep=False)
    if not asked:
        mapping.forget_proposal()
        build = open_page("映射：记住了哪些列名，还有哪些写法不认得")
        mapping_layouts.show_answer(mapping_words.open_words(build))
        mapping_words.show(build)
        mapping_layouts.show()
        return
    upload = _asked_upload()
    crumbs = [("导入", route.address("imports")), ("映射", route.address("mapping")), ("列映射", "")]
    name = f"“{upload.file_name}”" if upload else "文件"
    open_page(f"列映射：{name}的每一列是什么", crumbs)
    if upload is None:
        prose.note(_EXPIRED)
        route.link("imports", "去导入")
        return
    _map(upload)


if __name__ == "__main__":
    import app

    app.main()
