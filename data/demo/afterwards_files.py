"""The higher court's list of appeals, and the villages' register of screenings."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from random import Random

from data.demo.afterwards import Appeal, Screening, screened_place
from data.demo.chance import pick
from data.demo.county import CITY, COUNTY, COURT
from data.demo.dirt import chinese, deviating, iso, slashed, typed
from data.demo.people import JUDGES, person, phone
from data.demo.sheets import Cell, Export, Sheet, columns
from data.demo.spans import Months

_APPEALS_HEADER = columns(
    "序号 二审案号 原审案号\n（一审案号） 立案日期 案由 上诉人 被上诉人 联系电话 承办法官 二审结案方式"
)


def appeals_list(rng: Random, rows: Sequence[Appeal], span: Months) -> Export:
    """BIFF of the higher court: the header again on each page, first numbers misspelled, two rows without one."""
    sheet = Sheet("二审收案", "appeals", span.exported_on)
    sheet.above(f"{CITY}中级人民法院二审收案一览表", merged=len(_APPEALS_HEADER))
    sheet.above(f"原审法院：{COURT}等", "", "", "", "", "", "", f"查询时间：{span.exported_on} 16:20:11")
    sheet.header(_APPEALS_HEADER)
    lost = set(rng.sample(range(len(rows)), 2)) if len(rows) > 2 else set()
    for index, one in enumerate(rows):
        if index and index % 400 == 0:
            sheet.leave_out(*_APPEALS_HEADER)
        serial = one.case.serial if one.case else int(one.original.removesuffix("号").rpartition("初")[2])
        original = deviating(rng, one.original, serial) if rng.random() < 0.04 else one.original
        cause = one.case.cause if one.case else "民间借贷纠纷"
        parties: list[Cell] = [person(rng), person(rng), phone(rng), pick(rng, JUDGES)]
        ending = pick(rng, ("维持原判", "维持原判", "改判", "发回重审", "调解", "准予撤回上诉", ""))
        cells: list[Cell] = [index + 1, one.number, original, typed(rng, one.filed_on), cause, *parties, ending]
        if index in lost:
            cells[2] = ""
            sheet.aside(cells)
        else:
            sheet.data(cells, one)
    sheet.leave_out("合计", f"{len(rows)}件")
    return Export(f"{CITY}中级人民法院二审收案一览表（{COUNTY}，{span.name}）.xls", "xls", [sheet])


def _screening_sheet(rng: Random, year: int, rows: Sequence[Screening], as_of: date) -> Sheet:
    sheet = Sheet(f"村居排查{year}", "activities", as_of)
    sheet.above(f"{COUNTY}村（社区）矛盾纠纷一月一排查登记表", merged=8)
    sheet.header("序号 所属工作站 活动日期 活动地点 参加人数 发现纠纷数 化解纠纷数 填报人")
    for one in rows:
        numbers: list[Cell] = [f"{one.participants}人", one.found, one.settled or None]
        day = pick(rng, (iso, iso, slashed, chinese))(one.held_on)
        sheet.data([sheet.rows_read + 1, one.station, day, screened_place(rng, one), *numbers, person(rng)], one)
    sheet.leave_out("合计", "", "", "", "", sum(one.found for one in rows), sum(one.settled for one in rows))
    return sheet


def screening_sheets(rng: Random, rows: Sequence[Screening], as_of: date) -> list[Sheet]:
    """A sheet per year: no column for the kind of work, which only the title tells."""
    years = [(year, list(held)) for year, held in groupby(rows, key=lambda one: one.held_on.year)]
    return [_screening_sheet(rng, year, held, as_of) for year, held in years]
