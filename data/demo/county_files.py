"""The township list and the population table, in the forms offices keep them."""

from datetime import date

from data.demo.county import COUNTY, TOWNSHIPS, DemoTownship
from data.demo.dirt import chinese
from data.demo.sheets import Cell, Export, Sheet
from data.demo.villages import VILLAGES


def township_list(as_of: date) -> Export:
    """xlsx: title, kinds, other names of each, tribunals, a note at the end; on a second sheet their villages."""
    sheet = Sheet("名册", "townships", as_of)
    sheet.above(f"{COUNTY}乡镇街道名册", merged=7)
    sheet.header(["序号", "乡镇（街道）", "类别", "行政区划代码", "曾用名/别名", "管辖法庭", "备注"])
    blocks = {"街道": 1, "镇": 100, "乡": 200, "民族乡": 220, "园区": 400, "类似乡级单位": 500}
    for n, town in enumerate(TOWNSHIPS, 1):
        blocks[town.kind] += 1
        names = "、".join([*filter(None, [town.old_name]), *town.aliases])
        code = f"621921{blocks[town.kind] - 1:03d}"
        note = f"原{town.old_name}更名" if town.old_name else ""
        sheet.data([n, town.name, town.kind, code, names, town.tribunal, note], town)
    sheet.leave_out("注：园区、管理处为类似乡级单位，不参加排名。", merged=7)
    return Export(f"{COUNTY}乡镇街道名册.xlsx", "xlsx", [sheet, _village_sheet(as_of)])


def _village_sheet(as_of: date) -> Sheet:
    """Townships merged over their villages, some names with 村民委员会, a sum."""
    sheet = Sheet("村居名册", "villages", as_of)
    sheet.above(f"{COUNTY}村民委员会、社区居民委员会名册", merged=5)
    sheet.above("", "", "", "", f"截至{chinese(as_of)}")
    sheet.header("乡镇（街道） 序号 村（社区）名称 类别 备注")
    for town in TOWNSHIPS:
        held = VILLAGES[town.name]
        top = len(sheet.rows)
        if len(held) > 1:
            sheet.merges.append((top, 0, top + len(held) - 1, 0))
        for n, village in enumerate(held, 1):
            name = village.removesuffix("村") + "村民委员会" if village.endswith("村") and n % 3 == 0 else village
            kind = "社区" if village.endswith("社区") else "行政村"
            sheet.data([town.name if n == 1 else None, n, name, kind, ""], (town.name, village))
    sheet.leave_out("合计", f"{len(sheet.keys)}个")
    sheet.leave_out("注：园区、管理处不设村（居）民委员会。", merged=5)
    return sheet


def _sum(values: list[int | None]) -> int:
    return sum(value or 0 for value in values)


def _people(town: DemoTownship) -> list[int | None]:
    before = round(town.registered * 1.012) if town.registered is not None else None
    return [town.residents_before, town.residents, before, town.registered]


def population_table(last_year_end: date, earlier_year_end: date, as_of: date) -> Export:
    """xlsx: unit line, three header rows of merged cells, 合计 before the data, two bases at two dates."""
    sheet = Sheet("人口", "population", as_of)
    sheet.above(f"{COUNTY}分乡镇街道人口情况", merged=6)
    sheet.above("", "", "", "", "单位：人")
    top = len(sheet.rows)
    sheet.merges += [
        (top, 0, top + 2, 0),
        (top, 1, top, 4),
        (top + 1, 1, top + 1, 2),
        (top + 1, 3, top + 1, 4),
        (top, 5, top + 2, 5),
    ]
    years: list[Cell] = [f"{earlier_year_end.year}年末", f"{last_year_end.year}年末"]
    sheet.header(
        ["地区", "人口（人）", None, None, None, "来源"],
        [None, "常住人口", None, "户籍人口", None, None],
        [None, *years, *years, None],
    )
    columns = [[_people(town)[c] for town in TOWNSHIPS] for c in range(4)]
    sheet.leave_out("合计", *[_sum(column) for column in columns])
    for town in TOWNSHIPS:
        sheet.data([town.name, *_people(town), "统计局、公安局"], town)
    sheet.leave_out(
        "注：常住人口为年末推算数；园区2023年末未单独统计。".replace("2023", str(earlier_year_end.year)), merged=6
    )
    return Export(f"{COUNTY}分乡镇街道人口情况.xlsx", "xlsx", [sheet])
