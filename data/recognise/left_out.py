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
_PART = re.compile("其中[:：]?")
_CASE_NUMBER = re.compile(r"\W*(?:19|20)\d\d\W*[\u4e00-\u9fff]\D*\d")
"""What only a case can carry: such a row is data, whatever stands in the cells before it."""
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
_SIGNS = re.compile("[计总汇]|^\\s*全")
_PADDING = " \t\r\n\u3000*※#'"
_NOTE_STARTS = frozenset("备附注说填制审复统经报编单部主分联数资信导打生截以下共第此本-—")
"""A cheap first look: a cell with none of these signs or starts is neither a total nor a note."""
_REMEMBERED = 50_000
_KEYS = {
    "townships": ("township",),
    "population": ("township",),
    "cases": ("case_number",),
    "placements": ("case_number",),
    "villages": ("village",),
    "petitions": ("number", "registered_on", "result"),
    "suggestions": ("number", "issued_on", "addressee"),
    "activities": ("held_on", "activity_type"),
    "stations": ("station", "place_stated"),
    "monthly_totals": ("month", "count_name"),
    "appeals": ("original_case_number", "number"),
    "mediations": ("number", "accepted_on", "received_on", "assigned_on", "applied_on", "reported_on", "result"),
}


BLOCK = "block"
"""Why a row that only names a station is no data: it heads the rows below it."""
_STATION = re.compile(
    "((?:[\u4e00-\u9fffA-Za-z0-9·]|\\(.{1,8}\\)){1,24}?(?:法官工作站|司法工作站|诉讼服务站|巡回审判(?:点|站)|审判点|工作站|服务站))"
    "(?:20\\d\\d年?度?(?:\\d{1,2}月)?)?(?:工作|活动)?(?:台账|登记表|记录表|登记簿|情况|统计)?"
)


def station_in(text: str) -> str | None:
    """The station whose name is all that a text says, a word like 台账 behind it left aside; None for other text."""
    found = _STATION.fullmatch(squeeze(text))
    return found[1] if found and not found[1].startswith(("法官工作站", "工作站")) else None


class _Marks:
    """What a layout's rows are held against; worked out once per layout."""

    def __init__(self, layout: Layout) -> None:
        keys = _KEYS[layout.ledger]
        self.keys = tuple(column.index for column in layout.columns if column.field in keys)
        self.names_areas = layout.ledger in ("townships", "population")
        self.numbers_cases = layout.ledger in ("cases", "placements") and bool(self.keys)
        self.has_blocks = layout.ledger in ("activities", "stations")
        self.sums_months = layout.ledger == "monthly_totals"
        self.title = "".join(layout.title.split())
        self.levels = {i: {text, *text.split("/")} for i, text in enumerate(layout.headers) if text}
        self.deep = any("/" in text for text in layout.headers)
        self._initials = {text[0] for texts in self.levels.values() for text in texts if text}
        self._odd_starts = self._initials | _NOTE_STARTS
        self._looked_at: dict[str, bool] = {}

    def may_be_left_out(self, row: Sequence[Cell]) -> bool:
        """False for rows that are data at a glance: the key is there and no cell at the beginning looks odd."""
        seen = 0
        for cell in row:
            if cell == "":
                continue
            if type(cell) is str and self._looks_odd(cell):
                return True
            seen += 1
            if seen == _FIRST:
                break
        return self.names_areas or (self.has_blocks and seen == 1) or self._lacks_key(row)

    def _lacks_key(self, row: Sequence[Cell]) -> bool:
        for index in self.keys:  # noqa: SIM110  a plain loop, because this runs once per row of a sheet
            if index < len(row) and row[index] != "":
                return False
        return True

    def starts_like_header(self, text: str) -> bool:
        """Whether a cell's first letter is that of any header."""
        return text.lstrip(_PADDING)[:1] in self._initials

    def _starts_odd(self, cell: str) -> bool:
        return cell.lstrip(_PADDING)[:1] in self._odd_starts

    def _looks_odd(self, cell: str) -> bool:
        if len(cell) > _LONGEST_TOTAL:
            first = cell[0]
            return first in self._odd_starts or (first in _PADDING and self._starts_odd(cell))
        known = self._looked_at.get(cell)
        if known is None:
            known = bool(_SIGNS.search(cell)) or self._starts_odd(cell)
            if len(self._looked_at) < _REMEMBERED:
                self._looked_at[cell] = known
        return known


_latest: list[tuple[Layout, _Marks]] = []


def _marks(layout: Layout) -> _Marks:
    """Rows come sheet by sheet, so the latest layout suffices; hashing one per row would cost more than the rest."""
    if not _latest or _latest[0][0] is not layout:
        _latest[:] = [(layout, _Marks(layout))]
    return _latest[0][1]


def is_left_out(row_cells: Sequence[Cell], layout: Layout) -> str | None:
    """Why a row below the header is no data: 'total', 'note' or 'header'; None for data.

    Only the first three filled cells and the ledger's key columns are read. Blank rows are the caller's: they give
    None. Totals and notes must stand alone in their cell: 合计村 and 总计咨询有限公司 are data.
    """
    marks = _marks(layout)
    return _reason_of_row(row_cells, marks) if marks.may_be_left_out(row_cells) else None


def left_out_rows(table: Table, layout: Layout) -> dict[int, str]:
    """The reason per left-out row, by index into `table.rows`: `is_left_out` over a whole sheet, in one pass."""
    marks = _marks(layout)
    found: dict[int, str] = {}
    for i in range(layout.first_data, len(table.rows)):
        row = table.rows[i]
        if marks.may_be_left_out(row) and (reason := _reason_of_row(row, marks)):
            found[i] = reason
    return found


def _reason_of_row(row: Sequence[Cell], marks: _Marks) -> str | None:
    filled = _first_filled(row)
    if not filled:
        return None
    if _repeats_header(row, filled, marks):
        return "header"
    if marks.has_blocks and len(filled) == 1 and station_in(filled[0][1]):
        return BLOCK
    keys = {index for index in marks.keys if _is_filled(row, index)}
    if marks.sums_months and len(keys) == len(marks.keys):
        return None  # 全县 and 合计 of one month and one count are what such a table tells
    if marks.numbers_cases and keys and _CASE_NUMBER.match(cell_text(row[marks.keys[0]])):
        return None
    if marks.names_areas and keys and _PART.match(cell_text(row[marks.keys[0]])):
        return "total"
    for place, (index, text) in enumerate(filled):
        decides = place == 0 or index in keys or not keys
        if decides and (reason := _reason(text, bool(keys - {index}))):
            return reason
    return "total" if marks.names_areas and _is_county(row, marks) else None


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
    if not all(marks.starts_like_header(text) for _, text in filled):
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
