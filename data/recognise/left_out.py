"""Rows below the header that are no data: totals, notes, the header once more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from data.read.table import Cell, Table, cell_text
from data.recognise.header_text import header_text, squeeze
from data.recognise.layout import Layout

_TOTAL = re.compile(
    r"(?:[本全各当上]?(?:年度?|季度?|月份?|周|日|页|表|期|区|县|市|旗|镇|乡|院|省|辖区|部门|单位|年累计)?"
    r"|累计|以上|总)?(?:合计|小计|总计|共计|累计|总和|总数|汇总)(?:数|值|数量|人数|件数|户数)?"
    r"(?:[:：]?(?:共|为)?[\d,.]+(?:万?[件人元起宗户条个]|万元)?|[:：])?(?:\(.{0,8}\))?"
)
_WHOLE = re.compile("全[县区市旗省镇乡]|[县区市旗]合计|总人口")
_GROUP_TOTAL = re.compile("[^\\d]{1,12}(?:合计|小计|总计|共计)[:：]?")
_COUNTY = re.compile("[\u4e00-\u9fff]{1,12}(?:县|旗|市)|[\u4e00-\u9fff]{1,8}区")
_QUASI = re.compile("(?:园区|开发区|管理区|景区|矿区|林区|牧区|新区|工业区|示范区|度假区|保税区|社区|片区)$")
_NOTE = re.compile(
    r"(?:备注|附?注|说明|附|注释|填表说明|统计口径)\d{0,2}[:：、.．]?$|(?:备注|附?注|说明|注释|附)\d{0,2}\s*[:：]"
    r"|注\d{1,2}[、.．]|(?:填表|制表|制单|审核|复核|填报|统计|经办|报送|编制|单位|部门|主管|分管|联系)"
    r"(?:人员?|单位|负责人|领导|电话|日期|时间|部门|者)?\s*(?:\(.{0,8}\))?\s*[:：]"
    r"|(?:填表|制表|审核|复核|填报|统计)(?:人|单位|日期)?$|(?:数据|资料|信息)来源\s*[:：]"
    r"|(?:导出|打印|生成|报表|报出|填报|截至|截止)(?:时间|日期|人|单位)?\s*[:：]"
    r"|[-—]*(?:以下|下方)(?:空白|无正文)|共\s*\d+\s*(?:条|页|件|行)(?:记录|数据)?$|第\s*\d+\s*页|\(?(?:此表|本表).{0,12}[:：]"
)
_FIRST = 3
"""So many filled cells at a row's beginning are looked at."""
_LONGEST_TOTAL = 18
_NOTE_STARTS = frozenset("备附注说填制审复统经报编单部主分联数资信导打生截以下—-共第（(此本*※　 ")
_KEYS = {
    "townships": ("township",),
    "population": ("township",),
    "cases": ("case_number",),
    "mediations": ("number", "accepted_on", "received_on", "assigned_on", "applied_on", "reported_on", "result"),
}


class _Marks:
    """What a layout's rows are held against; worked out once per layout."""

    def __init__(self, layout: Layout) -> None:
        keys = _KEYS[layout.ledger]
        self.keys = tuple(column.index for column in layout.columns if column.field in keys)
        self.names_areas = layout.ledger in ("townships", "population")
        self.title = "".join(layout.title.split())
        self.levels = {i: {text, *text.split("/")} for i, text in enumerate(layout.headers) if text}
        self.initials = {text[0] for texts in self.levels.values() for text in texts if text}
        self.deep = any("/" in text for text in layout.headers)


@lru_cache(maxsize=64)
def _marks(layout: Layout) -> _Marks:
    return _Marks(layout)


def is_left_out(row_cells: Sequence[Cell], layout: Layout) -> str | None:
    """Why a row below the header is no data: 'total', 'note' or 'header'; None for data.

    Only the first three filled cells and the ledger's key columns are read. Blank rows are the caller's: they give
    None. Totals and notes must stand alone in their cell: 合计村 and 总计咨询有限公司 are data.
    """
    marks = _marks(layout)
    filled = _first_filled(row_cells)
    if not filled:
        return None
    if _repeats_header(row_cells, filled, marks):
        return "header"
    keyed = any(_is_filled(row_cells, i) for i in marks.keys if i != filled[0][0])
    for place, (index, text) in enumerate(filled):
        decides = place == 0 or index in marks.keys or not keyed
        if decides and (reason := _reason(text, keyed and index not in marks.keys)):
            return reason
    return "total" if marks.names_areas and _is_county(row_cells, marks) else None


def left_out_rows(table: Table, layout: Layout) -> dict[int, str]:
    """The reason per left-out row, by index into `table.rows`: `is_left_out` over a whole sheet, in one pass."""
    marks = _marks(layout)
    rows, start = table.rows, layout.first_data
    suspects: set[int] = set()
    for column in _probed(rows[start : start + 50], marks):
        suspects |= _suspects(rows, start, column, marks.initials)
    for column in marks.keys[:1]:
        suspects.update(i for i in range(start, len(rows)) if len(rows[i]) <= column or rows[i][column] == "")
    if marks.names_areas:
        suspects = set(range(start, len(rows)))
    found = ((i, is_left_out(rows[i], layout)) for i in sorted(suspects))
    return {i: reason for i, reason in found if reason}


def _probed(sample: Sequence[Sequence[Cell]], marks: _Marks) -> set[int]:
    """The columns in which a total or a note can stand: where rows begin, and the key columns."""
    used = sorted({c for row in sample for c, cell in enumerate(row) if cell != ""})
    return {*used[:_FIRST], *marks.keys, *range(_FIRST)}


def _suspects(rows: Sequence[Sequence[Cell]], start: int, column: int, initials: set[str]) -> set[int]:
    starts = _NOTE_STARTS | initials
    strange: dict[str, bool] = {}
    found: set[int] = set()
    for i in range(start, len(rows)):
        row = rows[i]
        cell = row[column] if column < len(row) else ""
        if type(cell) is not str or not cell or (len(cell) > _LONGEST_TOTAL and cell[0] not in starts):
            continue
        known = strange.get(cell)
        if known is None:
            known = strange[cell] = "计" in cell or "总" in cell or cell[0] in starts
        if known:
            found.add(i)
    return found


def _first_filled(row: Sequence[Cell]) -> list[tuple[int, str]]:
    filled: list[tuple[int, str]] = []
    for i, cell in enumerate(row):
        if cell != "" and (text := cell_text(cell)):
            filled.append((i, text))
            if len(filled) == _FIRST:
                break
    return filled


def _is_filled(row: Sequence[Cell], index: int) -> bool:
    return index < len(row) and bool(cell_text(row[index]))


@lru_cache(maxsize=20_000)
def _reason(text: str, keyed: bool) -> str | None:
    """What one cell's text makes of its row; `keyed` when the row has a key of its own and so may be data."""
    flat = squeeze(text)
    if _TOTAL.fullmatch(flat) or _WHOLE.fullmatch(flat):
        return "total"
    if keyed:
        return None
    if len(flat) <= _LONGEST_TOTAL and _GROUP_TOTAL.fullmatch(flat):
        return "total"
    return "note" if _NOTE.match("".join(text.split())) else None


def _repeats_header(row: Sequence[Cell], filled: list[tuple[int, str]], marks: _Marks) -> bool:
    if not all(text[0] in marks.initials or not text[0].isalnum() for _, text in filled):
        return False
    cells = [(i, text) for i, cell in enumerate(row) if (text := cell_text(cell))]
    same = sum(header_text(text).bare in marks.levels.get(i, ()) for i, text in cells)
    if same == len(cells) and (marks.deep or same > 1):
        return True
    return same >= 2 and same * 5 >= len(cells) * 4


def _is_county(row: Sequence[Cell], marks: _Marks) -> bool:
    """The county's own row in a list of its townships: its name is in the title, or no township is called so."""
    text = cell_text(row[marks.keys[0]]) if marks.keys and marks.keys[0] < len(row) else ""
    if not _COUNTY.fullmatch(text) or _QUASI.search(text):
        return text != "" and text in marks.title and text.endswith(("区", "县", "市", "旗"))
    return not text.endswith("区") or text in marks.title
