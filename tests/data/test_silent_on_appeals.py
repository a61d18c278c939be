"""An export without a column about appeals says nothing of them, also where an earlier one of the same cases did."""

from pathlib import Path

from data.desk import Desk
from data.store.builds import current_build
from tests.data.exports import civil, townships_file, write_csv
from tests.data.loading import load

HEADER = ("案号", "立案日期", "案由", "结案日期", "被告住所地")


def closed(serial: int, *more: str) -> tuple[str, ...]:
    return (civil(serial), f"2025-0{serial}-03", "民间借贷纠纷", f"2025-0{serial}-20", "安和县柳河镇", *more)


def appealed(desk: Desk) -> list[bool | None]:
    build = current_build(desk.home.root)
    rows = build.cursor().execute("SELECT is_appealed FROM closings ORDER BY case_number").fetchall()
    return [one for (one,) in rows]


def test_a_later_export_without_the_column_tells_nothing_of_the_cases_that_only_it_has(desk: Desk, files: Path):
    told = write_csv(files / "一季度.csv", (*HEADER, "是否上诉"), [closed(1, "已上诉"), closed(2, "")])
    load(desk, townships_file(files), told)
    assert appealed(desk) == [True, False]
    load(desk, write_csv(files / "全年.csv", HEADER, [closed(n) for n in range(1, 5)]))
    assert appealed(desk) == [True, False, None, None]
