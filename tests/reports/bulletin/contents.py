"""Documents made by hand, without a build: what Word, PDF and workbook are tried with.

Numbers are invented and mean nothing; what matters is how many there are, how long they are and what they contain.
"""

from datetime import date

from reports.bulletin.content import (
    Bar,
    BarsChart,
    Cell,
    Column,
    Dot,
    DotsChart,
    Head,
    Line,
    LinesChart,
    Mark,
    Notice,
    Paragraph,
    Section,
    Sheet,
    Sheets,
    Table,
)

HOSTILE = "甲&乙<b>丙</b>{{ 标题 }}{% raw %}“丁”'戊'"
"""Text that must come out as it stands, as nothing but text."""

LONG_NAMES = ("白鹿洞回族满族乡", "黄草坪土家族苗族乡", "云泽高新技术产业园")
_FIRST, _LAST = "龙青白石柳清金双永安大河", "泉山桥塘林溪坝湾"
_MONTHS = tuple(f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13))[:22]


def names(townships: int) -> list[str]:
    """So many different names of townships, three of them long."""
    short = [f"{first}{last}镇" for last in _LAST for first in _FIRST]
    return [*LONG_NAMES, *short][:townships]


def a_head(title: str = "关于2026年10月全县诉源治理情况的通报", *, is_draft: bool = False) -> Head:
    """A head in which every line is filled."""
    return Head(
        title=title,
        period="本期：2026年10月；累计：2026年1月1日至10月31日",
        addressee="各乡镇（街道）党委（党工委）",
        office="中共云泽县委平安云泽建设领导小组办公室",
        dated=date(2026, 11, 5),
        number="云平安办通〔2026〕10号",
        secrecy="内部",
        signer="张某某",
        drafter="李某某",
        contact="王某某 0000-1234567",
        closing="本通报仅供平安建设工作参考，不作为立案限制依据。",
        is_draft=is_draft,
        source="数据版本12，数据截至2026年10月31日，口径第3版。",
    )


def _row(at: int, name: str) -> tuple[Cell, ...]:
    people, cases, before = 18_000 + 2_311 * at, 204 + 9 * at, 230 + 7 * at
    rate = cases / people * 10_000
    return (
        Cell(name),
        Cell(f"{people:,}", people),
        Cell(f"{cases:,}", cases),
        Cell(f"{rate:.2f}", rate),
        Cell(f"{at + 1}", at + 1),
        Cell(f"{max(1, at - 2)}—{at + 4}"),
        Cell("▲1" if at % 3 else "—"),
        Cell(f"{before:,}", before),
        Cell(f"{(cases - before) / before * 100:+.1f}%", (cases - before) / before * 100),
        Cell(f"{cases * 2:,}", cases * 2),
        Cell("—" if at == 1 else f"{cases:,}", None if at == 1 else cases),
        Cell("50.0%", 50.0),
    )


def wide_table(townships: int) -> Table:
    """The table of twelve columns that every notice carries; two lines of sums at its end."""
    heads = (
        *(
            "乡镇（街道）",
            "常住人口（人）",
            "累计新收（件）",
            "万人成讼率（件/万人）",
            "位次",
            "位次区间",
            "较上月升降",
        ),
        *("上年同期（件）", "同比", "受理（件）", "化解（件）", "化解率"),
    )
    widths = (9, 6, 4, 5, 3, 4, 3.5, 4, 5, 5, 5, 4)
    columns = [Column(heads[0], widths[0], "left")]
    columns += [Column(head, width, "right", "#,##0") for head, width in zip(heads[1:], widths[1:], strict=True)]
    rows = [_row(at, name) for at, name in enumerate(names(townships))]
    sums = [(Cell(name), *(Cell("—") for _ in heads[1:])) for name in ("辖区外", "全县")]
    notes = ("位次区间为95%置信水平；人口为2025年末常住人口。", f"原样印出：{HOSTILE}")
    return Table("附表", "各乡镇（街道）诉源治理主要指标", tuple(columns), (*rows, *sums), notes, 2)


def short_table() -> Table:
    """A table that stands in the text."""
    columns = (
        Column("乡镇（街道）", 9, "left"),
        Column("指标", 10, "left"),
        Column("实际", 5),
        Column("目标", 5),
        Column("文件依据", 16, "left"),
    )
    document = "《云泽县2026年平安建设考核细则》（云平安〔2026〕3号）"
    rows = (
        (Cell("白鹿洞回族满族乡"), Cell("矛盾纠纷调处化解率"), Cell("81.2%", 81.2), Cell("≥90%", 90), Cell(document)),
        (Cell("龙泉镇"), Cell("万人成讼率"), Cell("131.40", 131.4), Cell("≤100", 100), Cell(document)),
        (Cell("A&B镇"), Cell("=1+1"), Cell("—"), Cell("≤100", 100), Cell(HOSTILE)),
    )
    return Table("未达标", "未达到目标值的乡镇（街道）", columns, rows, ("目标值由文件规定。",))


def dots_chart(townships: int) -> DotsChart:
    """Townships with their limits; the last one has too few cases for any."""
    marks: tuple[Mark, ...] = ("low", "same", "high")
    dots = []
    for at, name in enumerate(names(townships)):
        value = 70.0 + 60 * at / townships
        is_last = at == townships - 1
        low, high = (None, None) if is_last else (value - 12, value + 14)
        dots.append(Dot(name, value, low, high, f"{value:.2f}", "few" if is_last else marks[at * 3 // townships]))
    return DotsChart("位次图", "各乡镇（街道）万人成讼率及95%区间", "件/万人", tuple(dots), 98.4, "各乡镇合计 98.40")


def lines_chart() -> LinesChart:
    """Two years of months, one of them unknown."""
    values: list[float | None] = [120.0 + 15 * (at % 4) + at for at in range(len(_MONTHS))]
    values[5] = None
    before = tuple(value and value * 0.9 for value in values)
    lines = (Line("本年", tuple(values)), Line("上年同月", before, is_before=True))
    return LinesChart("走势图", "全县一审民商事新收逐月走势", "件", _MONTHS, lines)


def bars_chart() -> BarsChart:
    """Causes that rose and fell."""
    changes = {"民间借贷纠纷": 42, "机动车交通事故责任纠纷": 17, "物业服务合同纠纷": -9, "离婚纠纷": -31}
    bars = tuple(Bar(name, value, f"{value:+d}") for name, value in changes.items())
    return BarsChart("案由变化图", "主要案由较上年同期增减", "件", bars)


def _causes() -> Table:
    columns = (
        Column("案由", 14, "left"),
        Column("本期", 5),
        Column("占比", 5),
        Column("上年同期", 6),
        Column("同比", 6),
    )
    texts = (
        ("民间借贷纠纷", "342", "24.1%", "300", "+14.0%"),
        ("机动车交通事故责任纠纷", "117", "8.2%", "100", "+17.0%"),
        ("离婚纠纷", "3人以下", "—", "—", "—"),
        ("合计", "1,421", "100.0%", "1,380", "+3.0%"),
    )
    rows = tuple(tuple(Cell(text) for text in row) for row in texts)
    return Table("案由", "主要案由情况", columns, rows, (), 1)


def a_notice(townships: int = 20, *, is_draft: bool = False) -> Notice:
    """A notice of five sections, a table and a chart in the text, and four attachments."""
    sections = (
        Section(
            "口径", "口径说明", (Paragraph("新收以立案日期计，人口为常住人口，未归属案件占0.8%，单列而不计入乡镇。"),)
        ),
        Section(
            "总体情况",
            "总体情况",
            (
                Paragraph("1—10月，全县一审民商事新收1,421件，同比上升3.0%，属正常波动。", "新收情况。"),
                Paragraph("万人成讼率为98.40件/万人，上年同期为95.53件/万人。", "成讼情况。"),
                Paragraph("人民调解受理2,842件，化解1,421件，化解率为50.0%。" * 3, "化解情况。"),
            ),
            charts=(lines_chart(),),
        ),
        Section("未达标", "未达到目标情况", (Paragraph("对照年度目标，下列乡镇（街道）尚未达到。"),), (short_table(),)),
        Section("原因", "原因提示", (Paragraph(HOSTILE), Paragraph("部分乡镇民间借贷纠纷上升较快，须加强源头预防。"))),
        Section("建议", "工作建议", (Paragraph("加强诉前调解。", "强化源头。"), Paragraph("按月会商。", "完善机制。"))),
    )
    attachments = (
        Section("附表", "各乡镇（街道）诉源治理主要指标", tables=(wide_table(townships),)),
        Section("案由", "主要案由情况", tables=(_causes(),)),
        Section("位次图", "各乡镇（街道）万人成讼率及95%区间", charts=(dots_chart(townships),)),
        Section("案由变化图", "主要案由较上年同期增减", charts=(bars_chart(),)),
    )
    opening = "现将2026年10月全县诉源治理情况通报如下："
    card = Table(
        "口径", "口径", (Column("项目", 8, "left"), Column("内容", 40, "left")), ((Cell("人口"), Cell("常住")),)
    )
    stem = "2026年10月诉源治理通报"
    return Notice("通报", stem, a_head(is_draft=is_draft), opening, sections, attachments, (card,))


def a_letter() -> Notice:
    """A letter to one township: two paragraphs and no attachment."""
    head = a_head("关于万人成讼率偏高的提示函")
    sections = (
        Section("情况", "基本情况", (Paragraph("你镇1—10月万人成讼率为131.40件/万人，高于各乡镇合计98.40件/万人。"),)),
        Section("建议", "工作建议", (Paragraph("请于2026年11月30日前书面反馈研判情况。"),)),
    )
    return Notice("提示函", "提示函-龙泉镇", head, "经研判，现将有关情况提示如下：", sections)


def _sheet(at: int, name: str) -> Sheet:
    columns = (
        *(Column("指标", 12, "left"), Column("本期", 6), Column("累计", 6), Column("上年同期", 6), Column("同比", 6)),
        *(Column("位次", 4), Column("与各乡镇合计比", 9, "left")),
    )
    metrics = (
        "万人成讼率（件/万人）",
        "一审民商事新收（件）",
        "人民调解化解率",
        "诉前调解化解率",
        "矛盾纠纷调处化解率",
    )
    rows = tuple(
        tuple(map(Cell, (metric, "12.31", "131.40", "128.07", "+2.6%", f"{at + 1}", "▲ 显著高"))) for metric in metrics
    )
    causes = tuple(tuple(map(Cell, (f"第{one}位案由纠纷", "31", "12.0%", "+4"))) for one in range(1, 6))
    cause_columns = (Column("案由", 14, "left"), Column("累计", 5), Column("占比", 5), Column("增减", 5))
    return Sheet(
        area_code=f"4200010{at:02}",
        area_name=name,
        title=f"{name}诉源治理情况（2026年10月）",
        period="本期：2026年10月；累计：2026年1月1日至10月31日",
        answer=f"{name}1—10月新收一审民商事{240 + at}件，万人成讼率131.40件/万人，位次区间3—9，属正常波动。",
        sections=(
            Section("主要指标", "主要指标", tables=(Table("主要指标", "主要指标", columns, rows, ("▲为显著高。",)),)),
            Section("走势", "逐月走势", charts=(lines_chart(),)),
            Section("案由", "主要案由", tables=(Table("案由", "主要案由", cause_columns, causes),)),
            Section(
                "变化", "变化与待办", (Paragraph("民间借贷纠纷增加12件。"), Paragraph("10月预警一条，已逾期3日。"))
            ),
        ),
    )


def the_sheets(townships: int = 20) -> Sheets:
    """One sheet for every township."""
    sheets = tuple(_sheet(at, name) for at, name in enumerate(names(townships)))
    return Sheets("2026年10月一镇一单", a_head("2026年10月一镇一单"), sheets)
