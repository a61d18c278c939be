"""A small county as export files, with every mark a page can show: for browser tests and pictures."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

COUNTY = "青禾县"
COURT = f"{COUNTY}人民法院"
TOWNSHIPS = (
    ("东关街道", "街道", "城关街道办", 60_000),
    ("柳林镇", "镇", "柳林", 24_000),
    ("石桥镇", "镇", "石桥公社", 12_000),
    ("云台乡", "乡", "", 800),
)
WRITTEN_AT = datetime(2026, 10, 8, 9)
FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2026, 9, 30)
CAUSES = ("民间借贷纠纷", "离婚纠纷", "物业服务合同纠纷", "买卖合同纠纷", "机动车交通事故责任纠纷")
RESULTS = ("调解成功", "调解成功", "调解不成功", "调解中")


def _write(path: Path, title: str, header: list[str], rows: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": WRITTEN_AT})  # the same rows, the same bytes
    sheet = book.add_worksheet("Sheet1")
    sheet.merge_range(0, 0, 0, len(header) - 1, title)
    for number, row in enumerate([header, *rows], 1):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def _days(every: int) -> Iterator[date]:
    day = FIRST_DAY
    while day <= LAST_DAY:
        yield day
        day += timedelta(days=every)


def townships(folder: Path) -> Path:
    """The list of townships."""
    rows: list[list[object]] = [[name, kind, alias] for name, kind, alias, _ in TOWNSHIPS]
    return _write(folder / "乡镇街道名册.xlsx", f"{COUNTY}乡镇街道名册", ["乡镇名称", "类别", "别名"], rows)


def population(folder: Path) -> Path:
    """Residents of two year ends."""
    rows: list[list[object]] = [[name, people + 10 * n, people] for n, (name, *_, people) in enumerate(TOWNSHIPS)]
    header = ["地区", "2024年末常住人口", "2025年末常住人口"]
    return _write(folder / "常住人口.xlsx", f"{COUNTY}常住人口（人）", header, rows)


def cases(folder: Path) -> Path:
    """A case every second day; the last township has none; some lie outside, some nowhere."""
    header = ["案号", "立案日期", "案由", "原告", "被告", "被告住所地", "结案方式", "结案日期"]
    places = ("东关街道和平社区", "东关街道北街", "柳林镇柳林村", "石桥镇桥头村")
    rows: list[list[object]] = []
    for n, day in enumerate(_days(2)):
        place = f"甘肃省{COUNTY}{places[n % 4]}"
        if n % 19 == 0:
            place = "陕西省西安市雁塔区小寨路街道"
        if n % 23 == 0:
            place = ""
        kind = "行初" if n % 17 == 0 else "民初"
        number = f"（{day.year}）甘0799{kind}{n + 1}号"
        rows.append(
            [number, day, CAUSES[n % len(CAUSES)], "青禾农商银行", "张某", place, "判决", day + timedelta(days=40)]
        )
    return _write(folder / "案件查询结果.xlsx", f"{COURT}案件台账（2025年1月—2026年9月）", header, rows)


def civil_filings_of(year: int) -> int:
    """What `cases` comes to, counted here and nowhere else."""
    return sum(1 for n, day in enumerate(_days(2)) if day.year == year and n % 17)


def mediations(folder: Path, kind: str, every: int) -> Path:
    """A ledger of one kind of mediation, named by its title."""
    header = ["编号", "受理日期", "纠纷类型", "申请人", "被申请人", "所属乡镇", "调解结果", "办结日期"]
    rows: list[list[object]] = []
    for n, day in enumerate(_days(every)):
        township = TOWNSHIPS[n % len(TOWNSHIPS)][0]
        rows.append([f"{kind}{n + 1:05d}", day, "邻里纠纷", "李某", "王某", township, RESULTS[n % len(RESULTS)], day])
    return _write(folder / f"{kind}台账.xlsx", f"{COUNTY}{kind}台账（2025年1月—2026年9月）", header, rows)


def write_county(folder: Path) -> list[Path]:
    """All export files of the county, in the order a newcomer would load them."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {"人民调解": 3, "诉前调解": 4, "矛盾纠纷排查化解": 5}
    return [townships(folder), population(folder), cases(folder)] + [
        mediations(folder, kind, every) for kind, every in kinds.items()
    ]
