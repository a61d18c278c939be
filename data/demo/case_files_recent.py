"""Case exports of the last ten months, which overlap: HTML, several sheets, tabs, .et, and the cumulative list."""

from collections.abc import Sequence
from datetime import date
from random import Random

from data.demo.case_rows import Dirt, chief, closing, fill
from data.demo.cases import Case
from data.demo.chance import pick
from data.demo.county import COURT
from data.demo.dirt import chinese, compact, iso, mixed, month_name, slashed, typed
from data.demo.people import identity_number, phone
from data.demo.sheets import Cell, Export, Sheet
from data.demo.spans import Months

_ROLES = {
    "执": ("申请执行人", "被执行人"),
    "刑": ("公诉机关", "被告人"),
    "民": ("原告", "被告"),
    "行": ("原告", "被告"),
}


def web_page(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """An HTML table saved as .xls: the header again on every page, with a subtotal before it."""
    sheet = Sheet("", "cases", span.exported_on, ("defendant",))
    names = [
        "序号",
        "案号",
        "案件类别",
        "立案时间",
        "案由",
        "原告",
        "被告",
        "被告地址",
        "标的数额",
        "结案时间",
        "结案方式",
        "状态",
    ]
    sheet.above(f"{COURT}收结案明细（{span.name}）", merged=len(names))
    sheet.above(f"导出时间：{span.exported_on} 17:30:02", merged=len(names))
    sheet.header(names)

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, status = closing(case, span.exported_on)
        return [
            str(sheet.rows_read + 1),
            number,
            case.type_code[0] + "事案件",
            f"{filed} 10:22:33" if filed else "",
            case.cause,
            case.plaintiff,
            "\n".join(case.defendants),
            case.places["defendant"].text,
            case.amount,
            slashed(day) if day else "",
            method,
            status,
        ]

    def page_break(page: Sheet) -> None:
        page.leave_out("小计", "500件")
        page.leave_out(*names)

    fill(sheet, rng, cases, cells, Dirt(2, 1, 0, 0.015), 500, page_break)
    sheet.leave_out("合计", f"{len(cases)}件", merged=2)
    return Export(f"{COURT}收结案明细（{span.name}）.xls", "html", [sheet], "gb18030")


def _cover(span: Months) -> Sheet:
    sheet = Sheet("说明", None, span.exported_on)
    sheet.above("数据导出说明", merged=4)
    sheet.above(f"导出单位：{COURT}立案庭")
    sheet.above(f"导出时间：{span.exported_on}")
    sheet.above("“案件”表每案一行；“当事人”表每名当事人一行，请勿直接相加。")
    return sheet


def _party_rows(rng: Random, case: Case) -> list[list[Cell]]:
    first, second = _ROLES.get(case.type_code[0], ("申请人", "被申请人"))
    said = [(first, case.plaintiff, case.places["plaintiff"])]
    said += [
        (second, name, case.places["defendant"] if n == 0 else case.co_defendant)
        for n, name in enumerate(case.defendants)
    ]
    return [
        [case.number, case.filed_on, role, name, identity_number(rng), phone(rng), place.text]
        for role, name, place in said
    ]


def several_sheets(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """xlsx of a cover sheet, a sheet with a row per case, and a sheet with a row per party (alone with addresses)."""
    one = Sheet("案件", "cases", span.exported_on, ("tribunal",))
    one.header(["案号", "立案日期", "案由", "适用程序", "承办审判庭", "承办人", "标的额", "结案日期", "结案方式"])

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        return [number, filed, case.cause, case.procedure, case.department, case.judge, case.amount, day, method]

    fill(one, rng, cases, cells)
    each = Sheet("当事人", "cases", span.exported_on, ("defendant", "plaintiff"), tells_matter=False)
    each.header(["案号", "立案日期", "诉讼地位", "当事人名称", "证件号码", "联系电话", "住所地"])
    for case in cases:
        for row in _party_rows(rng, case):
            each.data(row, case)
    return Export(f"{COURT}案件及当事人信息（{span.name}）.xlsx", "xlsx", [_cover(span), one, each])


def tabs(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """Tab-separated text named .xls, dates as eight digits."""
    sheet = Sheet("", "cases", span.exported_on, ("defendant",))
    sheet.header("案号 立案日期 案由 原告 被告 被告住所地 标的金额(元) 结案日期 结案方式")

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        names = ",".join(case.defendants)
        place = case.places["defendant"].text
        dates = compact(filed) if filed else "", compact(day) if day else ""
        return [number, dates[0], case.cause, case.plaintiff, names, place, case.amount, dates[1], method]

    fill(sheet, rng, cases, cells, Dirt(1, 1, 0, 0.015))
    sheet.leave_out("总计", f"{len(cases)}件")
    return Export(f"{COURT}新收案件（{span.name}）.xls", "text", [sheet], "gb18030", "\t")


def other_office(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """BIFF named .et: a row per defendant, amounts in fen, dates in words."""
    sheet = Sheet("新收案件", "cases", span.exported_on, ("defendant",))
    sheet.above(f"{COURT}{span.name}新收案件登记表", merged=8)
    sheet.header("案号 立案登记日期 立案案由 原告名称 被告名称 被告住所地 诉讼标的额（分） 结案日期")
    for case in cases:
        spelled = pick(rng, (chinese, chinese, chinese, month_name, iso))
        day, _, _ = closing(case, span.exported_on)
        fen = round(case.amount * 100) if case.amount is not None else None
        for n, name in enumerate(case.defendants):
            place = case.places["defendant"] if n == 0 else case.co_defendant
            row: list[Cell] = [case.number, spelled(case.filed_on), case.cause, case.plaintiff, name, place.text, fen]
            sheet.data([*row, chinese(day) if day else ""], case)
    return Export(f"{COURT}新收案件登记表（{span.name}）.et", "xls", [sheet])


def cumulative(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """xlsx of the year so far: repeats the monthly exports with the closings known since; totals at the end."""
    names = ["序号", "案号", "收案日期", "立案日期", "案由\n（立案案由）", "适用程序", "承办庭室", "承办法官"]
    names += [
        "原告",
        "原告住所地",
        "被告",
        "被告住所地\n（户籍地或注册地）",
        "标的额",
        "结案日期",
        "结案方式",
        "负责人出庭情况\n（限行政案件）",
    ]
    sheet = Sheet("案件", "cases", span.exported_on, ("defendant", "plaintiff", "tribunal"), tells_chief=True)
    sheet.above(f"{COURT}案件查询结果", merged=len(names))
    sheet.above("查询条件：立案日期", f"{span.first}至{span.end}", "", "单位：元")
    sheet.header(names)

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        places = case.places
        said = [number, case.received_on if filed else None, typed(rng, filed), case.cause, case.procedure]
        parties = [case.plaintiff, places["plaintiff"].text, "、".join(case.defendants), places["defendant"].text]
        ended: list[Cell] = [mixed(rng, day), method, chief(case, span.exported_on)]
        return [sheet.rows_read + 1, *said, case.department, case.judge, *parties, case.amount, *ended]

    fill(sheet, rng, cases, cells, Dirt(1, 2))
    sheet.blank()
    sheet.leave_out("合计", f"{len(cases)}件")
    sheet.leave_out("制表人：立案庭　　审核人：审判管理办公室")
    return Export(f"{COURT}案件查询结果（{span.name}）.xlsx", "xlsx", [sheet])
