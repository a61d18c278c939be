"""Ledgers that people keep by hand: a sheet is one of them only if its headers or its names say so."""

import re
from collections.abc import Mapping, Sequence

from data.read.table import Table, cell_text
from data.recognise.header_block import Head
from data.recognise.reading import Reading

# Tried in this order: the header words that show a ledger, and the words of a title, sheet or file that do.
_SIGNS = {
    "appeals": (re.compile("^(?:原审|一审|原一审|被上诉)(?:案件|法院)?案号$"), re.compile("民终|上诉案件")),
    "petitions": (
        re.compile("^(?:信访|来信|来访|接访|上访|首次信访|末次信访|是否集访|初信初访|是否初信初访)"),
        re.compile("信访|接访"),
    ),
    "suggestions": (re.compile("建议书|被建议单位|司法建议|^受建议单位"), re.compile("司法建议")),
    "activities": (
        re.compile("活动类[型别]|活动[日时]期?间?$|^参加人[数次]|^受众人[数次]|^意见条数|^落实条数"),
        re.compile("工作站|普法|法[治制]宣传|巡回审判|巡回法庭|法律咨询"),
    ),
    "stations": (re.compile("^(?:法官)?工作站名称|^驻站|^(?:覆盖|服务|辐射)(?:乡镇|范围)"), re.compile("工作站")),
    "monthly_totals": (re.compile("^计数(?:名称|项目)?$|^统计项目$"), re.compile("历史汇总|月度汇总|历年汇总")),
}
BY_HAND = tuple(_SIGNS)
_LOOKED_AT = 60
_NUMBER = re.compile(r"(?:19|20)\d\d.{2,12}[初终再执]\D{0,2}\d")
_SECOND = re.compile(r"(?:19|20)\d\d.{2,12}终字?第?\d")
_NOT_READ = re.compile(r"(?:填写|填表|填报)?(?:示例|样例|范例|样表)\d{0,2}|填[写表]说明|选项")
"""Sheets of templates that only show, explain or feed the sheet to be filled in."""


def is_beside_a_template(name: str) -> bool:
    """Whether a sheet by its name is the filled example or the lists of choices of a template."""
    return _NOT_READ.fullmatch(name.strip()) is not None


def ledgers_spoken_of(table: Table, head: Head, file_name: str) -> tuple[str, ...]:
    """Of the ledgers that people keep by hand those that the headers or the names of a sheet speak of."""
    rows = [head.cleaned(i) for i in head.header_rows()]
    headers = [one.bare for cells in rows for one in cells]
    titles = [cells[0].full for cells in rows if len({one.full for one in cells}) == 1]
    names = (*titles, table.name, file_name)
    by_name = not any("调解" in text for text in (*headers, *names))
    return tuple(
        ledger
        for ledger, (in_header, in_name) in _SIGNS.items()
        if any(in_header.search(text) for text in headers)
        or (by_name and any(in_name.search(name) for name in names))
        or (ledger == "monthly_totals" and _names_months(headers))
        if ledger != "appeals" or _lists_appeals(table)
    )


def _lists_appeals(table: Table) -> bool:
    """Most rows carry a number of second instance: a court's own cases may name their earlier numbers too."""
    rows = [[cell_text(cell) for cell in row] for row in table.rows[:_LOOKED_AT]]
    numbered = [row for row in rows if any(_NUMBER.search(text) for text in row)]
    return 2 * sum(any(_SECOND.search(text) for text in row) for row in numbered) > len(numbered)


def _names_months(headers: Sequence[str]) -> bool:
    """月份 beside a column of counts' names: no other ledger has either."""
    return any(text in ("月份", "统计月份", "年月") for text in headers) and any(
        text in ("统计项目", "项目", "指标", "指标名称", "计数名称") for text in headers
    )


def work_among(whole: Mapping[str, Reading]) -> Reading | None:
    """Of the readings that lack nothing the first that is such a ledger."""
    return next((whole[name] for name in BY_HAND if name in whole), None)
