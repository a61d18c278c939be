"""A corrected export of the small county: some cases changed, some new, two that disagree, one month far too small."""

from datetime import date, datetime, timedelta
from pathlib import Path

from data.desk import Desk, UploadedFile
from metrics import counts
from tests.browser.county import CAUSES, COUNTY, COURT, FIRST_DAY, _write

SEPTEMBER = date(2026, 9, 1)
ADDED, MOVED, CHANGED = 4, 3, 2
"""What the corrected export comes to, held against the first one."""


def _typed(n: int, day: date) -> list[object]:
    """Case n of the first export, as tests.browser.county writes it."""
    places = ("东关街道和平社区", "东关街道北街", "柳林镇柳林村", "石桥镇桥头村")
    place = f"甘肃省{COUNTY}{places[n % 4]}"
    if n % 19 == 0:
        place = "陕西省西安市雁塔区小寨路街道"
    if n % 23 == 0:
        place = ""
    kind = "行初" if n % 17 == 0 else "民初"
    number = f"（{day.year}）甘0799{kind}{n + 1}号"
    return [number, day, CAUSES[n % len(CAUSES)], "青禾农商银行", "张某", place, "判决", day + timedelta(days=40)]


def corrected_cases(folder: Path) -> Path:
    """September 2026 once more, corrected, and four cases of October."""
    first = (SEPTEMBER - FIRST_DAY).days // 2 + 1
    days = [(n, FIRST_DAY + timedelta(days=2 * n)) for n in range(first, first + 15)]
    rows = [_typed(n, day) for n, day in days if day <= date(2026, 9, 30)]
    ordinary = [row for row in rows if "民初" in str(row[0]) and "柳林镇" in str(row[5])]
    for row in ordinary[:MOVED]:
        row[5] = f"甘肃省{COUNTY}云台乡云台村"
    others = [row for row in rows if row not in ordinary and "民初" in str(row[0])]
    for row in others[:CHANGED]:
        row[2], row[6] = "合同纠纷", "调解"
    rows += [_typed(5000 + n, date(2026, 10, 1 + n)) for n in range(ADDED)]
    # The last case twice: once the same, once with another cause; and one whose two filing dates nobody can reconcile.
    rows += [list(rows[-1]), [*rows[-1][:2], "离婚纠纷", *rows[-1][3:]]]
    rows += [
        _typed(6000, date(2026, 10, 5)),
        [_typed(6000, date(2026, 10, 5))[0], *_typed(6000, date(2026, 10, 6))[1:]],
    ]
    header = ["案号", "立案日期", "案由", "原告", "被告", "被告住所地", "结案方式", "结案日期"]
    title = f"{COURT}案件台账（2026年9月1日—2026年10月31日）"
    return _write(folder / "案件更正.xlsx", title, header, rows)


def keep_draft(home: Path, path: Path, now: datetime) -> int:
    """Read the file as a draft of the home; its batch."""
    receipts = Desk(home, counts()).draft([UploadedFile(path.name, path)], by="试验", now=now)
    return next(one.batch for one in receipts if one.batch is not None)
