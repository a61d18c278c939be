"""Mediation ledgers as their systems export them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from random import Random

from data.demo.chance import pick
from data.demo.county import COUNTY, COURT
from data.demo.dirt import chinese, iso, mixed, slashed, typed
from data.demo.mediations import Mediation
from data.demo.people import JUDGES, identity_number, person, phone
from data.demo.sheets import Cell, Export, Sheet
from data.demo.spans import Months, span_name


def _result(one: Mediation, as_of: date) -> tuple[date | None, str]:
    return (one.ended_on, one.word) if one.ended_on < as_of else (None, one.open_word)


def _agreement(one: Mediation, as_of: date) -> list[Cell]:
    """司法确认 and 自动履行 of an agreement that the export knows."""
    return [one.confirmed, one.performed] if one.result_on(as_of) == "success" else ["", ""]


def platform(rng: Random, rows: Sequence[Mediation], span: Months) -> Export:
    """The platform's xlsx: two rows above a header of line breaks and bracketed notes; 线上 / 线下 is not a kind."""
    sheet = Sheet("前调案件信息", "mediations", span.exported_on, ("defendant",))
    sheet.above("人民法院调解平台", merged=13)
    sheet.above(f"{COURT}　导出时间：{span.exported_on} 08:55:10", merged=13)
    sheet.header(
        "序号 民诉前调\n案件案号 纠纷类型 申请人 被申请人\n（被申请人代理人，取值ODR外网端） 被申请人\n住所地 "
        "被告联系方式 调解组织 调解员 收案时间 办结日期 调解结果\n（以平台为准） 争议金额\n（元）"
    )
    for one in rows:
        day, word = _result(one, span.exported_on)
        said = [one.number, one.category, one.applicant, ",".join(one.respondents), one.places["defendant"].text]
        who = [phone(rng), one.organisation, pick(rng, JUDGES)]
        sheet.data([sheet.rows_read + 1, *said, *who, one.accepted_on, day, word, one.amount], one)
    return Export(f"人民法院调解平台{COUNTY}诉前调解案件（{span.name}）.xlsx", "xlsx", [sheet])


def after_filing(rng: Random, rows: Sequence[Mediation], span: Months, *, is_last: bool) -> Export:
    """先行调解 ledger: an xlsx that calls itself .xls; the next one overlaps it and knows more endings."""
    sheet = Sheet("先行调解", "mediations", span.exported_on, ("defendant",), tells_agreements=True)
    sheet.above(f"{COURT}先行调解台账", merged=12)
    sheet.above(f"统计期间：{span.name}" + ("" if is_last else f"　导出时间：{span.exported_on}"), merged=12)
    names = ["调解案号", "委派日期", "案由", "原告", "被告", "被告住所地", "调解组织", "结案时间", "化解结果", "标的额"]
    names += ["是否申请司法确认", "自动履行情况"]
    sheet.header(names)
    for index, one in enumerate(rows):
        if index == len(rows) // 2:
            sheet.leave_out(*names)
        day, word = _result(one, span.exported_on)
        said = [one.number, mixed(rng, one.accepted_on), one.category, one.applicant, "、".join(one.respondents)]
        place, agreed = one.places["defendant"].text, _agreement(one, span.exported_on)
        sheet.data([*said, place, one.organisation, slashed(day) if day else "", word, one.amount, *agreed], one)
    sheet.leave_out("合计", f"{len(rows)}件")
    return Export(f"{COURT}先行调解台账（{span.name}）.xls", "xlsx", [sheet])


def peoples(rng: Random, rows: Sequence[Mediation], span: Months) -> Export:
    """BIFF: the bureau's ledger with 合计 before the data, dates as real dates, serials or text; undated rows."""
    sheet = Sheet("人民调解案件", "mediations", span.exported_on, ("stated", "dispute"), tells_agreements=True)
    sheet.above(f"{COUNTY}人民调解案件台账", merged=16)
    sheet.above(f"填报单位：{COUNTY}司法局", "", "", "", "", "", "", "", "单位：件、元")
    sheet.header(
        "序号 卷号 受理日期 纠纷类别 案件来源 调委会 所属镇 纠纷发生地\n（具体地址） 申请人 身份证号 "
        "被申请人 调解日期 调解结果\n（成功、不成功） 涉及金额 司法确认\n（是否） 履行情况"
    )
    sheet.leave_out("合计", f"{len(rows)}件")
    undated = set(rng.sample(range(len(rows)), 2))
    for index, one in enumerate(rows):
        day, word = _result(one, span.exported_on)
        dates = (None, None) if index in undated else (typed(rng, one.accepted_on), typed(rng, day))
        said = [one.category, "当事人申请", one.organisation, one.places["stated"].text, one.places["dispute"].text]
        who = [one.applicant, identity_number(rng), one.respondents[0]]
        cells: list[Cell] = [index + 1, one.number, dates[0], *said, *who, dates[1], word, one.amount]
        cells += _agreement(one, span.exported_on)
        if index in undated:
            sheet.aside(cells)
        else:
            sheet.data(cells, one)
    return Export(f"{COUNTY}人民调解案件台账（{span.name}）.xls", "xls", [sheet])


def _community_sheet(rng: Random, rows: Sequence[Mediation], as_of: date) -> Sheet:
    first, last = rows[0].accepted_on.replace(day=1), rows[-1].accepted_on.replace(day=1)
    sheet = Sheet(f"{first.year}年", "mediations", as_of, ("stated",))
    sheet.above(f"{COUNTY}矛盾纠纷排查化解台账（{span_name(first, last)}）", merged=12)
    sheet.header(
        "序号 事件名称 所属区域 受理日期 事件类别 涉及人数 涉及金额 当事人 化解组织 化解责任人 化解是否成功 化解日期"
    )
    for one in rows:
        day, word = _result(one, as_of)
        who = "、".join([one.applicant, *one.respondents])
        said = [f"{one.applicant}等{one.category}纠纷", one.places["stated"].text, iso(one.accepted_on), one.category]
        size = [f"{one.people}（人）", f"{one.amount if one.people > 4 else 0:.2f}（元）"]
        ended = chinese(day) if day else ""
        sheet.data([sheet.rows_read + 1, *said, *size, who, one.organisation, person(rng), word, ended], one)
    sheet.leave_out("年度累计", f"{len(rows)}件")
    return sheet


def community(rng: Random, rows: Sequence[Mediation], span: Months) -> Export:
    """xlsx with a sheet per year: no numbers, units inside the cells, the place as a path of the grid."""
    years = [list(group) for _, group in groupby(rows, key=lambda one: one.accepted_on.year)]
    sheets = [_community_sheet(rng, held, span.exported_on) for held in years]
    return Export(f"{COUNTY}矛盾纠纷排查化解台账.xlsx", "xlsx", sheets)


def trade(rng: Random, rows: Sequence[Mediation], span: Months) -> Export:
    """csv in UTF-16 with a byte order mark, as Excel's “Unicode text” writes it."""
    sheet = Sheet("", "mediations", span.exported_on, ("dispute",))
    sheet.header("编号 申请日期 纠纷类型 调解组织 调解员 申请人 被申请人 联系电话 纠纷发生地 调解结果 办结日期")
    for one in rows:
        day, word = _result(one, span.exported_on)
        said = [one.number, slashed(one.accepted_on), one.category, one.organisation, person(rng), one.applicant]
        place = one.places["dispute"].text
        sheet.data([*said, one.respondents[0], phone(rng), place, word, mixed(rng, day)], one)
    return Export(f"{COUNTY}行业性专业性调解台账（{span.name}）.csv", "text", [sheet], "utf-16", "\t")
