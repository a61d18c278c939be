"""Small export files for tests: a made-up county (安和县, court code 甘0733) with four townships."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

COURT = "（{year}）甘0733"


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], encoding: str = "utf-8-sig") -> Path:
    lines = [",".join(header), *(",".join(str(cell) for cell in row) for row in rows)]
    path.write_text("\r\n".join(lines) + "\r\n", encoding=encoding)
    return path


def civil(serial: int, year: int = 2025) -> str:
    return f"{COURT.format(year=year)}民初{serial}号"


def townships_file(folder: Path, name: str = "安和县乡镇街道名册.csv") -> Path:
    rows = [
        ("东门街道", "街道", ""),
        ("柳河镇", "镇", "柳河乡"),
        ("石坪乡", "乡", ""),
        ("种羊场管理处", "类似乡级单位", ""),
    ]
    return write_csv(folder / name, ("乡镇（街道）", "类别", "曾用名"), rows)


def population_file(folder: Path, name: str = "安和县2024年末常住人口.csv") -> Path:
    rows = [("东门街道", 52000), ("柳河镇", 18000), ("石坪乡", 3000), ("种羊场管理处", 24)]
    return write_csv(folder / name, ("地区", "2024年末常住人口"), rows)


def cases_file(
    folder: Path,
    rows: Iterable[Sequence[object]],
    name: str = "安和县人民法院案件查询结果.csv",
    last: str = "被告住所地",
) -> Path:
    return write_csv(folder / name, ("案号", "立案日期", "案由", "结案日期", last), rows)


def a_case(
    serial: int, day: date, place: str = "安和县柳河镇东街12号", cause: str = "民间借贷纠纷", closed: object = ""
):
    return (civil(serial, day.year), day.isoformat(), cause, closed, place)


def mediations_file(folder: Path, rows: Iterable[Sequence[object]], name: str = "人民调解台账.csv") -> Path:
    return write_csv(folder / name, ("卷号", "受理日期", "纠纷类别", "调解结果", "所属镇"), rows)
