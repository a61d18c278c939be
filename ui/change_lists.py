"""Rows that an import changes, one by one, and rows that its file names more than once."""

from collections.abc import Mapping, Sequence

from data.build.review import Change, LedgerReview, Review
from data.build.row_words import STATES
from data.receipt import Problem, Receipt
from ui import prose, sheet
from ui.attention import ledger_name
from ui.markup import Markup, join, tag
from ui.paging import page_offset, turn_page

PAGE = 20
_DIFFER = ("repeats_differ", "repeats_differ_more")
_REPEATS = {
    "conflicting_filing_dates": "同一案号、立案日期不同",
    "repeats_differ": "同一记录、内容不一致",
    "repeats_differ_more": "同一记录、内容不一致",
    "repeats_equal": "同一记录、内容一致",
}
MOST_REPEATS = 100


def _what(change: Change, unsaid: str) -> Markup:
    """Column by column what a row said and what it would say."""
    if change.state == "retracted":
        return tag("span", "不再计入")
    lines = [
        tag("div", f"{one.label}：", tag("s", one.old or "空"), " → ", tag("b", one.new or "空"))
        for one in change.differences
    ]
    return join(lines) if lines else tag("span", unsaid)


def _place(change: Change, areas: Mapping[str, str]) -> str:
    old, new = (areas.get(code or "", "") for code in (change.old_area, change.new_area))
    return old if old == new or not new else f"{old} → {new}"


def _day(change: Change) -> str:
    day = change.new_day or change.old_day
    return day.isoformat() if day else ""


def show_changes(review: Review, one: LedgerReview, name: str) -> None:
    """Changed, moved and retracted rows of one ledger, a page at a time."""
    areas = dict(review.areas)
    label = ledger_name(one.ledger, one.kind)
    at = page_offset(PAGE, name)
    if not one.changes:
        return
    unsaid = "内容未变，补填归属" if one.is_by_placements else "内容未变，地名认定改变"
    columns = [
        sheet.Column("记录"),
        sheet.Column("变化"),
        sheet.Column("日期", optional=True),
        sheet.Column("归属", optional=True),
        sheet.Column("原来 → 改为", "fill"),
    ]
    rows = [
        sheet.Row([each.name, STATES[each.state], _day(each), _place(each, areas), _what(each, unsaid)])
        for each in one.changes[at : at + PAGE]
    ]
    kept = f"，可逐条查看的是前 {len(one.changes):,} 条" if one.changes_in_all > len(one.changes) else ""
    sheet.show(columns, rows, caption=f"{label}：更新、移动、撤下的共 {one.changes_in_all:,} 条{kept}")
    turn_page(len(one.changes), PAGE, name)


def repeats_answer(receipts: Sequence[Receipt]) -> str:
    """How many rows of the file repeat others, and how many of them disagree."""
    repeated = sum(one.rows_repeated for one in receipts)
    problems = [each for one in receipts for each in one.problems]
    conflicts = sum(1 for one in problems if one.code == "conflicting_filing_dates")
    differ = sum(1 if one.code == "repeats_differ" else one.count for one in problems if one.code in _DIFFER)
    equal = sum(one.count for one in problems if one.code == "repeats_equal")
    if not repeated and not conflicts:
        return "文件中没有重复的记录。"
    parts = [
        f"{repeated:,} 行与前面的行是同一条记录，只计一条" if repeated else "",
        f"内容完全一致的有 {equal:,} 条记录" if equal else "",
        f"各行写法不一致的有 {differ:,} 条记录，按先出现的非空值入库" if differ else "",
        f"{conflicts:,} 行案号相同而立案日期不同，无法判断，没有入库" if conflicts else "",
    ]
    return "；".join(part for part in parts if part) + "。"


def _where(problem: Problem) -> str:
    """Row numbers as the spreadsheet program shows them."""
    more = "…" if problem.code == "repeats_equal" and problem.count > len(problem.rows) else ""
    return "、".join(map(str, problem.rows)) + more or str(problem.row or "")


def show_repeats(receipts: Sequence[Receipt]) -> None:
    """The rows that repeat others: those that disagree one by one, equal ones by their number and the first five."""
    found = [(one, each) for one in receipts for each in one.problems if each.code in _REPEATS]
    prose.note(repeats_answer(receipts))
    if not found:
        return
    columns = [
        sheet.Column("工作表"),
        sheet.Column("行号", "wrap"),
        sheet.Column("重复的情形"),
        sheet.Column("说明与处理办法", "fill"),
    ]
    rows = [
        sheet.Row(
            [
                one.sheet or one.file,
                _where(each),
                _REPEATS[each.code],
                each.sentence,
            ]
        )
        for one, each in found[:MOST_REPEATS]
    ]
    more = f"，列出前 {MOST_REPEATS} 条" if len(found) > MOST_REPEATS else ""
    sheet.show(columns, rows, caption=f"重复的情形 {len(found):,} 条{more}", tall=len(rows) > PAGE)
