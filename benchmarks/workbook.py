"""An export as the case system writes it: 20 columns of Chinese text, dates, amounts and identity numbers as text."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

HEADER = (
    *("序号", "案号", "经办法院", "承办庭室", "承办人", "案由", "适用程序", "收案日期", "立案日期", "结案日期"),
    *("结案方式", "案件状态", "标的额", "原告", "被告", "被告住所地", "原告住所地"),
    *("纠纷发生地", "身份证号", "联系电话"),
)
CAUSES = ("民间借贷纠纷", "离婚纠纷", "物业服务合同纠纷", "买卖合同纠纷", "金融借款合同纠纷", "劳务合同纠纷")
FIRST_DAY = date(2024, 1, 1)
DAYS = 1000


def township_names(how_many: int) -> list[str]:
    """Names that do not contain one another."""
    heads = "东西南北安平永兴宁和泰康福寿新红青白玉金银铜铁石长文武"
    names = [f"{a}{b}{c}镇" for a in heads for b in "河山桥林泉湾岭" for c in "关店寨坪口庄营塘"]
    return names[:how_many]


def _write(path: Path, header: Sequence[str], rows: list[list[object]]) -> None:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Sheet1")
    for number, row in enumerate([header, *rows]):
        sheet.write_row(number, 0, row)
    book.close()


def write_townships(folder: Path, how_many: int) -> list[Path]:
    """The list of townships and their residents."""
    names = township_names(how_many)
    listed, people = folder / "乡镇街道名册.xlsx", folder / "常住人口.xlsx"
    _write(listed, ["乡镇名称", "类别"], [[name, "镇"] for name in names])
    _write(people, ["地区", "2023年末常住人口"], [[name, 10_000 + 7 * n] for n, name in enumerate(names)])
    return [listed, people]


def write_cases(path: Path, rows: int, townships: int, causes: Sequence[str] = CAUSES) -> Path:
    """`rows` cases over 1,000 days; one in ten lives elsewhere. Every one of `causes` is as likely as the others."""
    rng = random.Random(20260930)
    names = township_names(townships)
    places = [f"甘肃省青禾县{name}{village}村" for name in names for village in ("柳", "桥头", "上庄")]
    table: list[list[object]] = []
    for n in range(1, rows + 1):
        filed = FIRST_DAY + timedelta(days=(n * DAYS) // (rows + 1))
        number, closed = f"（{filed.year}）甘0799民初{n}号", filed + timedelta(days=rng.randrange(5, 120))
        lives = "陕西省西安市雁塔区小寨路街道" if rng.random() < 0.1 else rng.choice(places)
        office = ["青禾县人民法院", rng.choice(("民一庭", "速裁庭")), "承办人甲"]
        course = [
            rng.choice(causes),
            "简易程序",
            filed,
            filed,
            closed,
            "判决",
            "结案",
            round(rng.lognormvariate(10, 1), 2),
        ]
        sides = [
            f"原告{rng.randrange(rows)}",
            f"被告{rng.randrange(rows)}",
            lives,
            rng.choice(places),
            rng.choice(places),
        ]
        personal = [f"62079919{rng.randrange(10**9, 10**10)}", f"139{rng.randrange(10**8):08d}"]
        table.append([n, number, *office, *course, *sides, *personal])
    _write(path, HEADER, table)
    return path
