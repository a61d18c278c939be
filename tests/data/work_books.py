"""Messy workbooks of hand-kept registers that must come to the totals that courts printed in their reports."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

ACTIVITY_HEADER = ["日期", "活动类型", "案号", "数量", "参加人数", "意见条数", "落实条数"]
Rows = list[list[object]]


def write_book(path: Path, sheets: dict[str, Rows], merges: Sequence[tuple[str, str]] = ()) -> Path:
    """One workbook; `merges` are (sheet, range) whose value stands in the first cell."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for down, row in enumerate(rows):
                page.write_row(down, 0, row)
            for sheet, cells in merges:
                if sheet == name:
                    _merge(page, cells, rows)
    return path


def _merge(page: object, cells: str, rows: Rows) -> None:
    from xlsxwriter.utility import xl_cell_to_rowcol

    first, last = (xl_cell_to_rowcol(end) for end in cells.split(":"))
    value = rows[first[0]][first[1]]
    page.merge_range(*first, *last, value)  # type: ignore[attr-defined]


def station_names(n: int) -> list[str]:
    """Names of so many stations."""
    return [f"{'东门街道' if i % 2 else '柳河镇'}第{i + 1}法官工作站" for i in range(n)]


def station_list(folder: Path, n: int = 15) -> Path:
    """So many stations on a list with a title, a total, a repeated header and a row that stands twice."""
    header = ["序号", "工作站名称", "所属乡镇", "覆盖乡镇", "法官", "法官助理", "调解员"]
    rows: Rows = [["法官工作站一览表"], header]
    for i, name in enumerate(station_names(n)):
        township = "东门街道" if i % 2 else "柳河镇"
        rows.append([i + 1, name, township, f"{township}、石坪乡", 2, "王某、李某", 1])
        if i == 7:
            rows.append(header)
    rows += [rows[2], ["合计", f"{n}个"]]
    return write_book(folder / "法官工作站名册.xlsx", {"名册": rows}, [("名册", "A1:G1")])


def work_of_stations(folder: Path, mediations: int = 410, lectures: int = 116, withdrawals: int = 16) -> Path:
    """Two stations in one sheet, each under a title row of its own, then one station to a sheet; sums between."""
    names = station_names(15)
    rows: Rows = [["法官工作站工作台账（2025年）"]]
    merges = [("台账", "A1:G1")]
    shares = ((mediations // 2, lectures // 2, 0), (50, 20, withdrawals))
    for name, (some, talks, ended) in zip(names, shares, strict=False):
        rows.append([name])
        merges.append(("台账", f"A{len(rows)}:G{len(rows)}"))
        rows.append(list(ACTIVITY_HEADER))
        block = [[f"2025-0{1 + i % 9}-1{i % 9}", "调解", f"（2025）甘0733民初{i + 1}号", 1] for i in range(some - 5)]
        block.append(["2025年10月9日", "诉前调解", "", "5件"])
        block += [[f"2025.{1 + i % 9}.20", "普法讲座", "", 1, f"{20 + i}人"] for i in range(talks)]
        block += [["2025-06-30", "行政案件撤诉", f"（2025）甘0733行初{i + 1}号", 1] for i in range(ended)]
        rows += block
        rows.append(["小计", "", "", sum(5 if row[3] == "5件" else int(str(row[3])) for row in block)])
        merges.append(("台账", f"B{len(rows) - 3}:B{len(rows) - 2}")) if not ended and not talks else None
    left = mediations - sum(share[0] for share in shares)
    rest: Rows = [["站点", "日期", "活动类型", "数量"]]
    rest += [[names[2 + i % 13], "2025-08-15", "纠纷调解", 1] for i in range(left)]
    rest += [[names[2 + i % 13], "2025-09-15", "法治宣传", 1] for i in range(lectures - sum(s[1] for s in shares))]
    rest.append(["合计", "", "", left])
    return write_book(folder / "法官工作站工作台账.xlsx", {"台账": rows, "其他站点": rest}, merges)


def hearings_and_opinions(folder: Path, hearings: int = 18, opinions: int = 25, done: int = 11) -> Path:
    """Circuit hearings with the opinions gathered there; the day of several hearings is one merged cell."""
    rows: Rows = [["巡回审判活动登记表"], ["日期", "地点", "案号", "旁听人数", "意见条数", "落实条数"]]
    for i in range(hearings):
        day = f"2025-0{1 + i // 3}-15" if i % 3 == 0 else ""
        given, acted = (2 if i < opinions - hearings else 1), (1 if i < done else 0)
        rows.append([day, "柳河镇文化广场", f"（2025）甘0733民初{500 + i}号", "40余人", given, acted])
    rows.append(["总计", "", "", "", opinions, done])
    merges = [("Sheet1", f"A{3 + i}:A{5 + i}") for i in range(0, hearings, 3)]
    return write_book(folder / "巡回审判登记表.xlsx", {"Sheet1": rows}, merges)


def suggestion_list(folder: Path, n: int = 25) -> Path:
    """So many suggestions, one of them twice, with limits in days and as dates."""
    header = ["序号", "建议书编号", "被建议单位", "建议类型", "发出日期", "反馈期限", "反馈日期", "采纳情况"]
    rows: Rows = [["司法建议台账"], header]
    for i in range(n):
        limit = "60日" if i % 2 else "2025-09-30"
        reply = "" if i % 5 == 0 else "2025年8月1日"
        adopted = "" if i % 5 == 0 else "采纳"
        rows.append(
            [i + 1, f"安法建〔2025〕{i + 1}号", "安和县柳河镇人民政府", "类案", "2025-06-03", limit, reply, adopted]
        )
    rows += [[n + 1, *rows[2][1:]], ["合计", f"{n}份"], ["注：反馈期限自送达之日起算。"]]
    return write_book(folder / "司法建议台账.xlsx", {"2025年": rows}, [("2025年", "A1:H1")])


def petition_list(folder: Path, n: int = 26) -> Path:
    """So many petitions, all resolved, three rows above the data, one of them repeated on a second sheet."""
    header = ["序号", "信访件编号", "首次信访时间", "姓名", "身份证号", "常住地址", "所属乡镇", "化解情况"]
    words = ("已化解", "息诉罢访", "一次性化解", "化解成功")
    rows: Rows = [["涉诉信访台账"], ["（一人一表）", "", "", "", "", "", "", "单位：件"], header]
    for i in range(n):
        place = "柳河镇" if i % 2 else ""
        address = "安和县石坪乡石坪村3组12号"
        rows.append([i + 1, f"XF2025{i:03d}", f"2025-0{1 + i % 9}-08", f"张某{i}", "", address, place, words[i % 4]])
    rows.append(["合计", f"{n}件"])
    again: Rows = [header, rows[3]]
    return write_book(folder / "信访台账.xlsx", {"台账": rows, "补登": again}, [("台账", "A1:H1")])
