"""What a column's cells look like, whatever its header says: a hint for the person who maps it, never a decision."""

import itertools
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from data.read.table import Cell, cell_text
from data.recognise.first_values import are_serials
from data.reference import rows_of

LOOKED_AT = 200
_MOST = 0.7
_CASE_NUMBER = re.compile(r"\W*(?:19|20)\d\d\W*[\u4e00-\u9fff]{1,3}\d{0,4}[\u4e00-\u9fff]{1,6}\d")
_DATE = re.compile(r"(?:19|20)\d\d\s*[-年./]\s*\d{1,2}(?:\s*[-月./]\s*\d{1,2}日?)?.{0,12}|(?:19|20)\d\d[01]\d[0-3]\d")
_IDENTITY = re.compile(r"\d{17}[\dXx]|1[3-9]\d{9}|0\d{2,3}-?\d{7,8}")
_COURT = re.compile(r".{2,}(?:人民法院|人民法庭)")
_CAUSE = re.compile(r".{2,}(?:纠纷|争议|之诉|罪)")
_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{2,8}(?:镇|乡|街道|街道办事处|苏木)")
_ADDRESS = re.compile(r".*[省市县区旗镇乡街道路村].{2,}(?:号|组|室|栋|村|社区|巷|队).*")
_PROCEDURE = re.compile(r"(?:简易|普通|小额|速裁|特别).{0,6}")
_AMOUNT = re.compile(r"-?[\d,]+(?:\.\d+)?(?:元|万元)?")
_PARTY = re.compile(r".*(?:公司|银行|合作社|中心|委员会)|[\u4e00-\u9fff]{1,2}某[某\u4e00-\u9fff]?|[\u4e00-\u9fff]{2,3}")
_RESULTS = frozenset(row["word"] for row in rows_of("result_words"))
_CLOSE_METHODS = frozenset(row["written"] for row in rows_of("close_methods"))

WORDS = {
    "identity": "证件号或电话",
    "case_number": "案号",
    "date": "日期",
    "result": "调解结果",
    "close_method": "结案方式",
    "procedure": "审理程序",
    "court": "法院名称",
    "cause": "案由",
    "township": "乡镇街道名称",
    "address": "地址",
    "serial": "序号",
    "amount": "数字",
    "party": "姓名或单位名称",
}
"""How a look is told to people: 内容像…。"""


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, (date, datetime)) or bool(_DATE.fullmatch(cell_text(cell)))


def _fits(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: bool(pattern.fullmatch(cell_text(cell)))


_LOOKS: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
    ("identity", _fits(_IDENTITY)),
    ("case_number", lambda cell: bool(_CASE_NUMBER.match(cell_text(cell)))),
    ("date", _is_day),
    ("result", lambda cell: cell_text(cell) in _RESULTS),
    ("close_method", lambda cell: cell_text(cell) in _CLOSE_METHODS),
    ("procedure", _fits(_PROCEDURE)),
    ("court", _fits(_COURT)),
    ("cause", _fits(_CAUSE)),
    ("township", _fits(_TOWNSHIP)),
    ("address", _fits(_ADDRESS)),
    ("amount", _fits(_AMOUNT)),
    ("party", _fits(_PARTY)),
)


def filled_cells(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    """The filled cells of a column among the rows that are looked at."""
    cells = (row[index] for row in rows[:LOOKED_AT] if index < len(row))
    return [cell for cell in cells if cell_text(cell)]


def look_of(cells: Sequence[Cell]) -> str | None:
    """What most of the filled cells look like; None where nothing speaks."""
    if not cells:
        return None
    if len(cells) > 1 and are_serials([cell_text(cell) for cell in cells]) and _counts_up(cells):
        return "serial"
    return next((look for look, fits in _LOOKS if sum(map(fits, cells)) >= _MOST * len(cells)), None)


def _counts_up(cells: Sequence[Cell]) -> bool:
    numbers = [int(cell_text(cell)) for cell in cells]
    return all(b - a == 1 for a, b in itertools.pairwise(numbers))
