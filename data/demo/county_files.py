"""The township list and the population table, in the forms offices keep them."""

from datetime import date

from data.demo.county import COUNTY, TOWNSHIPS, DemoTownship
from data.demo.sheets import Cell, Export, Sheet


def township_list(as_of: date) -> Export:
    """xlsx: title, kinds, other names of each, tribunals, a note at the end."""
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
    return Export(f"{COUNTY}乡镇街道名册.xlsx", "xlsx", [sheet])


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
