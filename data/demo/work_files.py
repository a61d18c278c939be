"""Registers of the court's other work as people keep them by hand: blocks, merged cells, sums, a row per person."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from random import Random

from data.demo.county import COUNTY, COURT
from data.demo.dirt import chinese, dotted, iso, typed
from data.demo.people import identity_number, person, phone
from data.demo.sheets import Cell, Export, Sheet
from data.demo.spans import Months
from data.demo.work import OUTCOME_WORDS, Petition, Station, Suggestion, Work

_ROLES = {
    "judges": "法官",
    "assistants": "法官助理",
    "clerks": "书记员",
    "mediators": "人民调解员",
    "liaisons": "联络员",
}


def outcome_on(one: Petition, as_of: date) -> str:
    """The bucket that a register of that day sees: what ended later is still open."""
    return one.result if one.result == "open" or one.ended_on < as_of else "open"


def _petition_sheet(rng: Random, year: int, rows: Sequence[Petition], as_of: date) -> Sheet:
    sheet = Sheet(f"{year}年", "petitions", as_of, ("stated", "plaintiff"))
    sheet.above(f"{COURT}涉诉信访台账", merged=14)
    sheet.above("", "", "", "", "", "", "", "", "", "", "", "", "单位：件")
    sheet.header(
        "序号 信访件编号 首次信访时间 信访人 身份证号 联系电话 信访类型 信访性质 反映内容 "
        "所属乡镇 常住地址 是否积案 化解情况 化解日期"
    )
    for one in rows:
        done = outcome_on(one, as_of) != "open"
        word = one.word if done or one.result == "open" else OUTCOME_WORDS["open"][0]
        who: list[Cell] = [person(rng), identity_number(rng), phone(rng)]
        kind = "初次信访" if one.is_first else "重复访"
        told = ["反映执行进度" if one.is_backlog else "反映审理期限", one.places["stated"].text]
        ended = typed(rng, one.ended_on) if done else None
        cells: list[Cell] = [sheet.rows_read + 1, one.number, typed(rng, one.registered_on), *who, one.channel, kind]
        sheet.data([*cells, *told, one.places["plaintiff"].text, "是" if one.is_backlog else "否", word, ended], one)
    sheet.leave_out("合计", f"{len(rows)}件")
    return sheet


def petitions(rng: Random, rows: Sequence[Petition], span: Months) -> Export:
    """BIFF, a sheet per year; the last one has two rows that say no day."""
    years = [(year, list(held)) for year, held in groupby(rows, key=lambda one: one.registered_on.year)]
    sheets = [_petition_sheet(rng, year, held, span.exported_on) for year, held in years]
    for serial in (901, 902):
        blank: list[Cell] = ["", f"XF{span.end.year}-{serial}", "", person(rng), "", "", "来信", "初次信访", "", ""]
        sheets[-1].aside([*blank, "", "否", "已化解", ""])
    return Export(f"{COUNTY}人民法院涉诉信访台账（{span.name}）.xls", "xls", sheets)


def suggestions(rng: Random, rows: Sequence[Suggestion], span: Months) -> Export:
    """xlsx: limits as days or as a date, a reply where there was one, notes at the end."""
    sheet = Sheet("司法建议", "suggestions", span.exported_on)
    sheet.above(f"{COURT}司法建议台账（{span.name}）", merged=9)
    sheet.header("序号 建议书编号 被建议单位 建议类型 发出日期 送达日期 反馈期限 反馈日期 采纳情况")
    for one in rows:
        replied = one.replied_on if one.replied_on and one.replied_on < span.exported_on else None
        limit = (
            f"{one.days}日" if rng.random() < 0.6 else chinese(date.fromordinal(one.issued_on.toordinal() + one.days))
        )
        adopted = ("采纳" if one.adopted else "部分采纳") if replied else ""
        said: list[Cell] = [sheet.rows_read + 1, one.number, one.addressee, f"{one.kind}建议"]
        sheet.data([*said, dotted(one.issued_on), one.issued_on, limit, replied, adopted], one)
    sheet.leave_out("注：反馈期限自送达之日起计算。", merged=9)
    return Export(f"{COUNTY}人民法院司法建议台账（{span.name}）.xlsx", "xlsx", [sheet])


def stations(rng: Random, rows: Sequence[Station], as_of: date) -> Export:
    """xlsx with a row per person; the station's own cells are merged over its people."""
    sheet = Sheet("工作站人员", "stations", as_of)
    sheet.above(f"{COURT}法官工作站人员名册", merged=6)
    sheet.header("法官工作站名称 所属乡镇 覆盖乡镇 设立日期 姓名 职务")
    for one in rows:
        people = [role for role, n in one.staff.items() for _ in range(n)]
        top = len(sheet.rows)
        if len(people) > 1:
            sheet.merges += [(top, column, top + len(people) - 1, column) for column in range(4)]
        for index, role in enumerate(people):
            own: list[Cell] = [one.name, one.town.name, "、".join(one.covers), iso(one.established_on)]
            sheet.data([*(own if not index else [None] * 4), person(rng), _ROLES[role]], one)
    return Export(f"{COUNTY}法官工作站人员名册.xlsx", "xlsx", [sheet])


def _block_sheet(year: int, rows: Sequence[Work], as_of: date) -> Sheet:
    """One sheet for all stations: above each block a row with its name, then the header once more, below it a sum."""
    sheet = Sheet(f"{year}年", "activities", as_of)
    sheet.above(f"{COURT}法官工作站工作台账", merged=8)
    header: list[Cell] = ["日期", "活动类型", "数量", "参加人数", "意见条数", "落实条数", "发现纠纷数", "备注"]
    blocks = groupby(sorted(rows, key=lambda one: one.station.name), key=lambda one: one.station.name)
    for index, (name, held) in enumerate(blocks):
        if index:
            sheet.leave_out(name, merged=8)
            sheet.leave_out(*header)
        else:
            sheet.above(name, merged=8)
            sheet.header(header)
        total = 0
        for one in held:
            numbers: list[Cell] = [n or None for n in (one.opinions, one.opinions_done, one.found)]
            heard = f"{one.participants}人" if one.participants else ""
            sheet.data([iso(one.held_on), one.word, one.times, heard, *numbers], one)
            total += one.times
        sheet.leave_out("小计", "", total)
    return sheet


def work_of_stations(rows: Sequence[Work], others: Sequence[Sheet], span: Months) -> Export:
    """xlsx, a sheet per year, in each all stations below each other; `others`: sheets that follow them."""
    years = [(year, list(held)) for year, held in groupby(rows, key=lambda one: one.held_on.year)]
    sheets = [_block_sheet(year, held, span.exported_on) for year, held in years]
    return Export(f"{COUNTY}人民法院法官工作站工作台账（{span.name}）.xlsx", "xlsx", [*sheets, *others])
