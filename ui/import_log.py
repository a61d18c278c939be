"""The list of imports; from every line the way to its receipt, its period, taking it back and bringing it back."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from data.store.imports import ImportRecord
from ui import address_bar, coverage_form, prose, receipts, route, sheet
from ui import figure_words as words
from ui.attention import ledger_name
from ui.figure_words import size_words
from ui.markup import Markup, join, tag
from ui.paging import page_offset, turn_page
from ui.rows_aside import waiting_in
from ui.undo_panel import confirm_restore, confirm_undo

STATES = {
    "pending": "处理中",
    "publishing": "发布中",
    "draft": "草稿",
    "in_force": "生效",
    "withdrawing": "撤销中",
    "withdrawn": "已撤销",
    "restoring": "恢复中",
}
_UNDO, _RESTORE, _RECEIPT, _COVERAGE, _DONE = "undo", "restore", "receipt", "coverage", "import_log_done"
_PAGE = 25
_HASH = 12


def ledgers_of(one: ImportRecord) -> str:
    """What an import brought, in Chinese."""
    kinds = [ledger_name(span.ledger, span.kind) for span in one.coverage]
    return "、".join(dict.fromkeys(kinds or [receipts.ledger_label(name) for name in one.ledgers]))


def covers(one: ImportRecord) -> str:
    """The days from the first to the last that an import covers."""
    spans = sorted({(span.start, span.end) for span in one.coverage})
    return f"{spans[0][0]} 至 {max(end for _, end in spans)}" if spans else ""


def replaced(one: ImportRecord) -> str:
    """The days from the first to the last that an import replaces."""
    days = [day for span in one.replaces for day in (span.start, span.end)]
    return f"{min(days)} 至 {max(days)}"


def _period(one: ImportRecord) -> Markup:
    """The days covered, the way to put them right, and whether they replace what was there."""
    parts: list[object] = [covers(one)]
    if one.coverage and one.state in ("draft", "in_force"):
        link = sheet.anchor("更正期间", route.address("imports", coverage=str(one.batch)))
        parts.append(tag("small", *([f"替换 {replaced(one)}，"] if one.replaces else []), link, class_="why"))
    return join(parts)


def _links(one: ImportRecord) -> list[Markup]:
    batch = str(one.batch)
    links = [sheet.anchor("回执", route.address("imports", receipt=batch))]
    if one.state == "draft":
        links.append(sheet.anchor("变更确认", route.address("review", draft=batch)))
    if one.state == "in_force":
        links.append(sheet.anchor("撤销…", route.address("imports", undo=batch)))
    if one.state == "withdrawn":
        links.append(sheet.anchor("恢复…", route.address("imports", restore=batch)))
    return links


def _state(one: ImportRecord) -> Markup:
    """The state, and who brought the file in and changed its state, and when; one line where that was one act."""
    acts: list[tuple[str, datetime, str | None]] = [("导入", one.imported_at, one.imported_by)]
    if one.published_at is not None and one.published_at != one.imported_at:
        acts.append(("发布", one.published_at, one.published_by))
    if one.state == "withdrawn" and one.withdrawn_at is not None:
        acts.append(("撤销", one.withdrawn_at, one.withdrawn_by))
    lines = [tag("small", f"{act} {at:%Y-%m-%d %H:%M} {by or ''}", class_="why") for act, at, by in acts]
    return join([STATES.get(one.state, one.state), *lines])


def _cells(one: ImportRecord) -> list[object]:
    about = f"{size_words(one.size)} · sha256 {one.sha256[:_HASH]}"
    if one.exported_on:
        about += f" · 导出于 {one.exported_on}"
    return [
        join([one.file_name, tag("small", about, class_="why", title=one.sha256)]),
        one.batch,
        ledgers_of(one),
        _period(one),
        words.whole(sum(receipt.rows_read for receipt in one.receipts)),
        words.whole(waiting_in(one)),
        _state(one),
        join(_links(one), "　"),
    ]


def show(records: Sequence[ImportRecord]) -> None:
    """All imports, newest first; withdrawn ones stay listed."""
    columns = [
        sheet.Column("文件", "fill", "大小、散列值、导出日期"),
        sheet.Column("编号", "number"),
        sheet.Column("台账", "ledger"),
        sheet.Column("覆盖期间"),
        sheet.Column("读取行", "number"),
        sheet.Column("待修正", "number"),
        sheet.Column("状态", "text", "时间、经办人"),
        sheet.Column("操作"),
    ]
    newest = sorted(records, key=lambda one: -one.batch)
    at = page_offset(_PAGE)
    rows = [
        sheet.Row(_cells(one), "row" if one.state in ("in_force", "draft") else "aside")
        for one in newest[at : at + _PAGE]
    ]
    sheet.show(columns, rows, caption=f"共 {len(records)} 次导入，新的在前；散列值列出前 {_HASH} 位，指向它可见全部")
    turn_page(len(records), _PAGE)


def _asked(name: str, records: Sequence[ImportRecord]) -> ImportRecord | None:
    """The import that the address asks about."""
    known = {str(one.batch): one for one in records}
    return known.get(address_bar.read(name, "", tuple(known), keep=False))


def forget_receipt() -> None:
    """Leave the receipt of an earlier import, because a new one comes."""
    address_bar.write(_RECEIPT, "", keep=False)


def asked_receipt(records: Sequence[ImportRecord]) -> ImportRecord | None:
    """The import whose receipt the address asks for."""
    return _asked(_RECEIPT, records)


def say_done(sentence: str) -> None:
    """Have the next drawing of the imports page say what was done."""
    st.session_state[_DONE] = sentence


def undo_panel(records: Sequence[ImportRecord]) -> None:
    """What was just done; and before an import is taken back, brought back or given another period, what that means."""
    done = st.session_state.pop(_DONE, None)
    if done:
        prose.note(done)
    if (one := _asked(_UNDO, _in(records, "in_force"))) is not None:
        _finish(_UNDO, confirm_undo(one, lambda: _leave(_UNDO)))
    elif (one := _asked(_RESTORE, _in(records, "withdrawn"))) is not None:
        _finish(_RESTORE, confirm_restore(one, lambda: _leave(_RESTORE)))
    elif (one := _asked(_COVERAGE, _in(records, "in_force", "draft"))) is not None:
        _finish(_COVERAGE, coverage_form.show(one, lambda: _leave(_COVERAGE)))


def _in(records: Sequence[ImportRecord], *states: str) -> list[ImportRecord]:
    return [one for one in records if one.state in states]


def _leave(name: str) -> None:
    address_bar.write(name, "", keep=False)


def _finish(name: str, done: str | None) -> None:
    """Say what was done on a page without the question."""
    if done is None:
        return
    _leave(name)
    forget_receipt()
    st.session_state.pop("job", None)
    say_done(done)
    st.rerun()
