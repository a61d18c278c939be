"""Case exports of the first 26 months: a delimited registry list, a BIFF query result, the statistics front end."""

from collections.abc import Sequence
from datetime import date
from random import Random

from data.demo.case_rows import Dirt, chief, closing, fill
from data.demo.cases import Case
from data.demo.county import COURT
from data.demo.dirt import midnight, mixed, typed
from data.demo.people import phone
from data.demo.sheets import Cell, Export, Sheet, columns
from data.demo.spans import Months


def registry_list(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """GB18030 csv: a tab before numbers forces text, names with rare characters, repeats and a contradicted pair."""
    sheet = Sheet("", "cases", span.exported_on, ("defendant", "plaintiff", "tribunal"))
    sheet.header(
        "序号 案号 立案日期 案由 适用程序 承办庭室 承办法官 原告 原告住所地 身份证号码 联系电话 被告 "
        "被告住所地 标的额（元） 结案日期 结案方式"
    )

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        return [
            str(len(sheet.rows)),
            "\t" + number,
            mixed(rng, filed),
            case.cause,
            case.procedure,
            case.department,
            case.judge,
            case.plaintiff,
            case.places["plaintiff"].text,
            "\t" + case.identities[0],
            "\t" + case.identities[1],
            "、".join(case.defendants),
            case.places["defendant"].text,
            case.amount,
            mixed(rng, day),
            method,
        ]

    fill(sheet, rng, cases, cells, Dirt(3, 2, 1, 0.015, 0.01))
    sheet.blank()
    sheet.leave_out("合计", f"{len(cases)}件")
    return Export(f"{COURT}案件台账（{span.name}）.csv", "text", [sheet], "gb18030")


_GROUPS = (("序号", 1), ("案件信息", 5), ("当事人信息", 4), ("审理情况", 5))
_QUERY_HEADER = columns(
    " 案号 立案日期\n（以立案登记为准） 案由 适用程序 标的额\n（万元） 原告 被告 被告住所地\n（以起诉状为准） "
    "所属乡镇\n（街道） 承办部门 承办人 身份证号码 结案日期 结案方式"
)


def _grouped(sheet: Sheet) -> None:
    """Two header rows: groups merged over their columns, 序号 merged downwards."""
    top: list[Cell] = []
    row = len(sheet.rows)
    for name, width in _GROUPS:
        sheet.merges.append((row, len(top), row + (width == 1), len(top) + width - 1))
        top += [name] + [None] * (width - 1)
    sheet.header(top, _QUERY_HEADER)


def query_result(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """BIFF: title, unit row, two header rows with line breaks and notes, 合计 first, stated townships, 万元."""
    sheet = Sheet("查询结果", "cases", span.exported_on, ("stated", "defendant", "tribunal"))
    sheet.above(f"{COURT}案件查询结果", merged=len(_QUERY_HEADER))
    sheet.above(
        f"统计期间：{span.name}", "", "", "", f"导出时间：{span.exported_on} 09:12:45", "", "", "单位：件、万元"
    )
    _grouped(sheet)
    total = sum(case.amount or 0 for case in cases) / 10_000
    sheet.leave_out("合计", f"共{len(cases)}件", None, None, None, round(total, 4))

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        return [
            sheet.rows_read + 1,
            number,
            typed(rng, filed),
            case.cause,
            case.procedure,
            round(case.amount / 10_000, 6) if case.amount is not None else None,
            case.plaintiff,
            ",".join(case.defendants),
            case.places["defendant"].text,
            case.places["stated"].text,
            case.department,
            case.judge,
            # The damage of a number cell: eighteen digits are more than a number keeps.
            float(case.identities[0][:17] + "0") if rng.random() < 0.3 else case.identities[0],
            typed(rng, day),
            method,
        ]

    fill(sheet, rng, cases, cells, Dirt(3, 1, 0, 0.015), 2000, lambda s: s.leave_out(*_QUERY_HEADER))
    sheet.blank()
    sheet.leave_out("注：本表数据取自审判管理系统，仅供内部核对使用。", merged=len(_QUERY_HEADER))
    return Export(f"{COURT}案件查询结果（{span.name}）.xls", "xls", [sheet])


def statistics_front_end(rng: Random, cases: Sequence[Case], span: Months) -> Export:
    """xlsx: an empty merged title row nine columns wide; dates leave as text with a time of midnight."""
    sheet = Sheet("sheet1", "cases", span.exported_on, ("defendant", "plaintiff", "tribunal"), tells_chief=True)
    sheet.above("", merged=9)
    sheet.header(
        "案号 经办法院 承办庭室 承办人 收案来源 立案日期 案由 结案日期 结案方式 "
        "被告 被告住所地 原告 原告住所地 联系电话 标的额 行政机关负责人是否出庭"
    )

    def cells(case: Case, number: str, filed: date | None) -> list[Cell]:
        day, method, _ = closing(case, span.exported_on)
        return [
            number,
            COURT,
            case.department,
            case.judge,
            "当事人起诉",
            midnight(filed) if filed else "",
            case.cause,
            midnight(day) if day else "",
            method,
            ",".join(case.defendants),
            case.places["defendant"].text,
            case.plaintiff,
            case.places["plaintiff"].text,
            phone(rng),
            case.amount,
            chief(case, span.exported_on),
        ]

    fill(sheet, rng, cases, cells)
    return Export(f"{COURT}案件查询结果（{span.name}）.xlsx", "xlsx", [sheet])


def late_closings(cases: Sequence[Case], as_of: date) -> Export:
    """csv with a byte order mark: what has since become of `cases`, which were open in an earlier export."""
    sheet = Sheet("", "cases", as_of, tells_matter=False)
    sheet.header("案号 立案日期 结案日期 结案方式 案件状态")
    for case in cases:
        day, method, status = closing(case, as_of)
        sheet.data([case.number, case.filed_on.isoformat(), day.isoformat() if day else "", method, status], case)
    return Export(f"{COURT}旧存案件结案情况补录表.csv", "text", [sheet], "utf-8-sig")
