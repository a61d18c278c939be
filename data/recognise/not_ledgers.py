"""Sheets that are tables but not one of our ledgers: summaries, party lists, cover sheets."""

import re

from data.read.table import Cell, Table
from data.recognise.header_block import Head
from data.recognise.reading import Reading

_COUNTS = re.compile(
    "共计|合计|小计|总计|累计|件数|案件数|案件量|收案数|立案数|结案数|受理数|化解数|未化解|调解数|成功数|失败数|排查数|处理数|总数|数量"
    "|个数|起数|人次|旧存|未结|新收|同比|环比|率$|占比|^(?:立案|收案|结案)$"
)
_OF_CASES = re.compile("成讼率|起诉率|诉讼率|案件|收案|立案|结案|新收|化解|调解|受理|万人")
_COMPANION = re.compile(
    r"(?:目录|目次|索引|封面|首页|(?:填[表报写]|使用|导入)?说明|.{0,6}字典|.{0,6}(?:选项|下拉)(?:列表|值)?)\d{0,2}"
)
_DATE = re.compile("日期|时间|年月日")
_PARTY_FIELDS = {"party_role", "parties", "plaintiffs", "defendants", "party_address", "identity", "place_defendant"}
_CASE_FACTS = {"cause", "close_method", "procedure", "status", "amount"}
_TABLE_ROWS, _TABLE_WIDTH = 3, 3
_SCANNED = 200


def is_table(table: Table) -> bool:
    """Whether the sheet holds a table at all: three rows of three cells, or four of two, half of them with figures."""
    filled = [[cell for cell in row if cell not in ("", None)] for row in table.rows[:_SCANNED]]
    if sum(len(cells) >= _TABLE_WIDTH for cells in filled) >= _TABLE_ROWS:
        return True
    pairs = [cells for cells in filled if len(cells) >= 2]
    return len(pairs) > _TABLE_ROWS and sum(_has_figure(cells) for cells in pairs) * 2 >= len(pairs)


def is_companion(name: str) -> bool:
    """Whether a sheet is by its name a table of contents, instructions or a list of choices."""
    return bool(_COMPANION.fullmatch(name.strip()))


def is_summary(head: Head) -> bool:
    """Whether the header names counts and no date: a report form whose rows are sums, not single disputes or cases."""
    texts = {one.bare for i in head.header_rows() for one in head.cleaned(i)}
    counts = sum(bool(_COUNTS.search(text)) for text in texts)
    return counts >= 2 and not any(_DATE.search(text) for text in texts if len(text) <= 12)


def counts_cases(reading: Reading) -> bool:
    """Whether a table of townships carries columns about cases: a table of results, not of people."""
    return any(_OF_CASES.search(text) for text in reading.unknown)


def is_party_list(reading: Reading) -> bool:
    """Whether this reading as cases is a list with one row per party: a case number and people, no dates or facts."""
    named = reading.fields
    return (
        "case_number" in named
        and not {"filed_on", "received_on", "closed_on"} & named
        and bool(_PARTY_FIELDS & named)
        and not _CASE_FACTS & named
    )


def _has_figure(cells: list[Cell]) -> bool:
    return any(not isinstance(cell, str) or cell.strip().isdigit() for cell in cells)
