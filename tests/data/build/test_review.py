import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.build.change_words import tally
from data.build.review import Review, sum_of, tried
from data.desk import Desk, Span
from tests.data.build.plain_matrix import PLACES, Typed, known_cases, plain_matrix
from tests.data.drafts import draft
from tests.data.exports import a_case, cases_file, civil, mediations_file, population_file, townships_file, write_csv
from tests.data.loading import MARCH, NOW, begin, load

CAUSES = ("民间借贷纠纷", "离婚纠纷", "买卖合同纠纷", "")


def reviewed(desk: Desk, *add: int, drop: tuple[int, ...] = ()) -> Review:
    with tried(desk.home, desk.counts, add=add, drop=drop, now=NOW) as found:
        return found.review


def matrix_of(review: Review, ledger: str = "cases") -> dict[tuple[str, date], dict[str, int]]:
    """The matrix with zeros left out, as the witness has it."""
    cells = {key: cell for one in review.ledgers if one.ledger == ledger for key, cell in one.cells.items()}
    return {key: {name: n for name, n in cell._asdict().items() if n} for key, cell in cells.items()}


def in_touched_months(matrix: dict[tuple[str, date], dict[str, int]]) -> dict[tuple[str, date], dict[str, int]]:
    touched = {month for (_, month), cell in matrix.items() if set(cell) - {"before", "after"}}
    return {key: cell for key, cell in matrix.items() if key[1] in touched}


def typed_rows(chance: random.Random, size: int) -> list[Typed]:
    numbers = chance.sample(range(1, 90), size)
    first = date(2025, 1, 1)
    return [
        Typed(
            civil(number),
            (first + timedelta(days=chance.choice([0, 15, 30, 31, 59, 90]))).isoformat(),
            chance.choice(CAUSES),
            "",
            chance.choice(list(PLACES)),
        )
        for number in numbers
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_matrix_of_a_draft_and_of_an_undo_is_what_plain_python_counts(desk: Desk, files: Path, seed: int):
    chance = random.Random(seed)
    exports = [typed_rows(chance, 40) for _ in range(3)]
    load(desk, townships_file(files))
    batches = [load(desk, cases_file(files, rows, f"{n}.csv"))[0].batch for n, rows in enumerate(exports[:2])]
    added = draft(desk, cases_file(files, exports[2], "草稿.csv"))
    two, three = known_cases(exports[:2]), known_cases(exports)
    assert matrix_of(reviewed(desk, added)) == in_touched_months(plain_matrix(two, three))
    without_first = known_cases(exports[1:2])
    assert matrix_of(reviewed(desk, drop=(batches[0],))) == in_touched_months(plain_matrix(two, without_first))


@pytest.mark.parametrize("seed", range(2))
def test_every_cell_adds_up_and_moves_balance(desk: Desk, files: Path, seed: int):
    chance = random.Random(100 + seed)
    load(desk, townships_file(files), cases_file(files, typed_rows(chance, 60), "一.csv"))
    [cases] = reviewed(desk, draft(desk, cases_file(files, typed_rows(chance, 60), "二.csv"))).ledgers
    for one in cases.cells.values():
        assert one.after == one.before + one.added - one.retracted + one.moved_in - one.moved_out
    whole = sum_of(cases.cells.values())
    assert whole.moved_in == whole.moved_out == cases.moved
    assert whole.changed + cases.moved - cases.moved_unsaid == cases.says_other
    assert len(cases.changes) == cases.changes_in_all


def test_the_numbers_of_a_review_are_those_of_the_receipt(desk: Desk, files: Path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    rows = [*MARCH[:2], a_case(3, date(2025, 3, 28), "四川省成都市", cause="离婚纠纷"), a_case(9, date(2025, 4, 1))]
    batch = draft(desk, cases_file(files, rows, "四月.csv"))
    [receipt] = next(one for one in desk.imports() if one.batch == batch).receipts
    [cases] = reviewed(desk, batch).ledgers
    assert (receipt.rows_added, receipt.rows_changed, receipt.rows_unchanged) == (1, 1, 2)
    assert (cases.added, cases.says_other, cases.retracted) == (1, 1, 0)


def test_a_changed_row_tells_every_column_old_and_new(desk: Desk, files: Path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    rows = [a_case(1, date(2025, 3, 3), "安和县东门街道", cause="离婚纠纷", closed="2025-05-06")]
    [cases] = reviewed(desk, draft(desk, cases_file(files, rows, "五月.csv"))).ledgers
    [change] = cases.changes
    assert (change.state, change.name, change.old_area, change.new_area) == ("moved", civil(1), "柳河镇", "东门街道")
    told = {one.label: (one.old, one.new) for one in change.differences}
    assert told.pop("被告住所地")[1] == "安和县东门街道"
    assert told == {"案由": ("民间借贷纠纷", "离婚纠纷"), "结案日期": ("", "2025-05-06")}


def test_a_filled_in_sheet_of_placements_is_told_as_what_moves_its_cases(desk: Desk, files: Path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    filled = write_csv(files / "补填.csv", ("案号", "乡镇"), [(civil(4), "石坪乡")])
    [cases] = [one for one in reviewed(desk, draft(desk, filled)).ledgers if one.ledger == "cases"]
    assert (cases.moved_unsaid, cases.says_other) == (1, 0)
    assert tally(cases) == "因补填归属而改变归属 1 条"


def test_a_new_township_list_moves_cases_that_the_file_does_not_name(desk: Desk, files: Path):
    load(desk, cases_file(files, MARCH))
    review = reviewed(desk, draft(desk, townships_file(files)))
    assert [(one.ledger, one.added) for one in review.ledgers] == [("townships", 4), ("cases", 0)]
    cases = review.ledgers[1]
    assert cases.moved == cases.moved_unsaid == 3
    assert tally(cases) == "因地名认定而改变归属 3 条"
    assert cases.says_other == 0
    assert {(one.name, one.old_area, one.new_area) for one in cases.changes} == {
        (civil(1), "unassigned", "柳河镇"),
        (civil(2), "unassigned", "东门街道"),
        (civil(5).replace("民初", "执"), "unassigned", "石坪乡"),
    }
    assert review.areas[-2:] == (("outside", "辖区外"), ("unassigned", "未归属"))


def test_people_have_no_month_and_are_told_old_and_new(desk: Desk, files: Path):
    load(desk, townships_file(files), population_file(files))
    rows = [("东门街道", 53000), ("柳河镇", 18000), ("石坪乡", 3000), ("种羊场管理处", 24)]
    path = write_csv(files / "安和县2024年末常住人口（更正）.csv", ("地区", "2024年末常住人口"), rows)
    [people] = reviewed(desk, draft(desk, path)).ledgers
    assert (people.ledger, people.added, people.says_other, people.cells) == ("population", 0, 1, {})
    [change] = people.changes
    assert change.name == "东门街道 常住 2024-12-31"
    assert [one[1:] for one in change.differences if one.label == "人口数"] == [("52000", "53000")]


def test_each_kind_of_mediation_is_reviewed_on_its_own_and_untouched_kinds_are_not_told(desk: Desk, files: Path):
    people = [("人调1", "2025-03-03", "邻里纠纷", "调解成功", "柳河镇")]
    load(desk, townships_file(files), mediations_file(files, people))
    court = [("前调1", "2025-03-03", "邻里纠纷", "调解不成", "柳河镇"), ("前调2", "2025-03-04", "", "", "")]
    [one] = reviewed(desk, draft(desk, mediations_file(files, court, "诉前调解台账.csv"))).ledgers
    assert (one.ledger, one.kind, one.added) == ("mediations", "court", 2)
    assert {key[0]: cell.after for key, cell in one.cells.items()} == {"柳河镇": 1, "unassigned": 1}
    better = [("人调1", "2025-03-03", "邻里纠纷", "调解不成", "柳河镇")]
    [again] = reviewed(desk, draft(desk, mediations_file(files, better, "人民调解台账二.csv"))).ledgers
    assert [(one.label, one.old, one.new) for one in again.changes[0].differences] == [
        ("调解结果（归类）", "化解", "未化解"),
        ("调解结果", "调解成功", "调解不成"),
    ]


def test_the_first_import_of_all_adds_everything(desk: Desk, files: Path):
    review = reviewed(desk, draft(desk, cases_file(files, MARCH)))
    assert review.before is None
    assert sum_of(review.ledgers[0].cells.values()).added == 5


def _a_month(month: int, size: int, start: int) -> list[tuple[object, ...]]:
    return [a_case(start + n, date(2025, month, 1 + n % 28)) for n in range(size)]


def test_months_far_from_the_usual_are_pointed_out_and_so_is_a_covered_month_without_a_row(desk: Desk, files: Path):
    ordinary = [row for month in range(1, 8) for row in _a_month(month, 30, 1000 * month)]
    load(desk, townships_file(files), cases_file(files, ordinary))
    rows = [*_a_month(8, 14, 8000), *_a_month(9, 61, 9000)]
    batch = draft(desk, cases_file(files, rows, "案件查询结果（2025年8月1日至2025年10月31日）.csv"))
    [cases] = reviewed(desk, batch).ledgers
    assert [(one.month, one.n, one.usual, one.is_few) for one in cases.unusual] == [
        (date(2025, 8, 1), 14, 30.0, True),
        (date(2025, 9, 1), 61, 30.0, False),
        (date(2025, 10, 1), 0, 30.0, True),
    ]


@pytest.mark.parametrize("seed", range(2))
def test_a_replaced_period_retracts_what_the_file_lacks_and_nothing_else(desk: Desk, files: Path, seed: int):
    chance = random.Random(200 + seed)
    old, new = typed_rows(chance, 40), typed_rows(chance, 20)
    load(desk, townships_file(files), cases_file(files, old, "一.csv"))
    batch = draft(desk, cases_file(files, new, "二.csv"))
    january = Span("cases", None, "2025-01-01", "2025-01-31", True)
    desk.change_draft(batch, replaces=[january])
    known = known_cases([old])
    kept = {row.number for row in new}
    gone = {number for number, one in known.items() if one.month == date(2025, 1, 1) and number not in kept}
    stays = [row for row in old if row.number not in gone]
    review = reviewed(desk, batch)
    assert matrix_of(review) == in_touched_months(plain_matrix(known, known_cases([stays, new])))
    [cases] = review.ledgers
    assert {one.name for one in cases.changes if one.state == "retracted"} == gone
    assert cases.retracted == len(gone) > 0


def test_an_older_export_changes_nothing_that_a_newer_one_says_and_tells_how_many_rows(desk: Desk, files: Path):
    load(desk, townships_file(files))
    load(desk, cases_file(files, [a_case(1, date(2025, 3, 3)), a_case(2, date(2025, 3, 4))]), exported_on="2025-06-01")
    rows = [a_case(1, date(2025, 3, 3), cause="离婚纠纷"), a_case(2, date(2025, 3, 4)), a_case(7, date(2025, 3, 5))]
    batch = draft(desk, cases_file(files, rows, "早.csv"), exported_on="2025-05-01")
    [cases] = reviewed(desk, batch).ledgers
    assert (cases.added, cases.says_other, cases.overruled) == (1, 0, 1)
    desk.change_draft(batch, exported_on="2025-07-01")
    [cases] = reviewed(desk, batch).ledgers
    assert (cases.added, cases.says_other, cases.overruled) == (1, 1, 0)


def test_bringing_a_withdrawn_import_back_is_reviewed_like_a_draft(desk: Desk, files: Path):
    load(desk, townships_file(files))
    [receipt] = load(desk, cases_file(files, MARCH))
    desk.undo(receipt.batch, by="测试", now=NOW)
    [cases] = reviewed(desk, receipt.batch).ledgers
    assert cases.added == len(MARCH)
