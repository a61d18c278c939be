from collections import Counter
from datetime import date

from data.demo.county import COUNTY
from data.demo.sheets import Export, Sheet
from tests.data.demo.conftest import Demo


def _export(demo: Demo, part: str) -> Export:
    (found,) = [export for export in demo.plan.exports if part in export.name]
    return found


def _sheet(demo: Demo, part: str) -> Sheet:
    return _export(demo, part).sheets[-1]


def _texts(sheet: Sheet, column: int) -> list[str]:
    return [str(row[column]) for row in sheet.rows[sheet.header_row :] if len(row) > column and row[column]]


def test_the_front_end_begins_with_an_empty_merged_row_and_dates_carry_midnight(demo: Demo):
    sheet = _sheet(demo, "案件查询结果（2025年）")
    assert sheet.merges == [(0, 0, 0, 8)]
    assert sheet.rows[0] == [""]
    assert all(text.endswith(" 00:00:00") for text in _texts(sheet, 5))


def test_the_query_result_has_a_merged_header_a_first_total_and_a_header_in_the_middle(demo: Demo):
    sheet = _sheet(demo, "案件查询结果（2024年7—12月）")
    assert sheet.header_row == 4
    assert sheet.rows[4][0] == "合计"
    assert sum("立案日期\n（以立案登记为准）" in row for row in sheet.rows) > 2
    kinds = Counter(type(row[2]) for row in sheet.rows[5:] if len(row) > 5)
    assert {date, int, str} <= set(kinds)
    assert any(isinstance(row[12], float) and row[12] > 10**17 for row in sheet.rows[5:] if len(row) > 12)


def test_the_web_page_repeats_its_header_after_each_subtotal(demo: Demo):
    sheet = _sheet(demo, "收结案明细")
    assert [row[0] for row in sheet.rows].count("小计") == [row[0] for row in sheet.rows].count("序号") - 1 > 2


def test_one_workbook_has_a_cover_a_case_sheet_and_a_party_sheet(demo: Demo):
    cover, cases, parties = _export(demo, "案件及当事人信息").sheets
    assert cover.ledger is None
    assert len(parties.keys) > 2 * len(cases.keys)
    assert {id(key) for key in parties.keys} == {id(key) for key in cases.keys}


def test_case_numbers_deviate_in_every_known_way_and_a_few_are_ruined(demo: Demo):
    numbers = [
        text
        for part, column in (("法院案件台账（", 1), ("2024年7—12月", 1), ("收结案明细", 1), ("新收案件（2026年7月", 0))
        for text in _texts(_sheet(demo, part), column)
    ]
    for mark in ("(2", "〔2", "[2", "２０２", " 甘1921 ", "初第", "字第", "**", "、"):
        assert any(mark in number for number in numbers), mark
    assert any(number.strip().startswith("202") for number in numbers)
    assert any(number[-1].isdigit() for number in numbers)


def test_ledgers_keep_units_in_cells_and_notes_in_headers(demo: Demo):
    community = _sheet(demo, "矛盾纠纷排查化解")
    assert "3（人）" in _texts(community, 5)
    assert "0.00（元）" in _texts(community, 6)
    platform = _sheet(demo, "人民法院调解平台")
    assert platform.header_row == 3
    assert "被申请人\n（被申请人代理人，取值ODR外网端）" in platform.rows[2]


def test_the_population_table_has_three_header_rows_and_its_total_first(demo: Demo):
    sheet = _sheet(demo, "人口情况")
    assert sheet.header_row == 5
    assert sheet.rows[5][0] == "合计"
    smallest = next(row for row in sheet.rows if row and row[0] == "泽湖农场管理处")
    assert smallest[1:3] == [24, 24]


def test_old_names_appear_in_the_oldest_export_only(demo: Demo):
    def says_old(part: str, column: int) -> bool:
        return any("白鹭乡" in text or "西关街道" in text for text in _texts(_sheet(demo, part), column))

    assert says_old("法院案件台账（", 12)
    assert not says_old("案件查询结果（2025年）", 10)
    assert not says_old("案件查询结果（2026年1—10月）", 11)


def test_later_exports_correct_the_closings_of_earlier_ones(demo: Demo):
    june = _sheet(demo, "新收案件（2026年7月）")
    cumulative = _sheet(demo, "案件查询结果（2026年1—10月）")
    open_then = {id(case) for case, row in zip(june.keys, june.rows[1:], strict=False) if case.closed_on >= june.as_of}
    closed_now = {id(case) for case in cumulative.keys if case.closed_on < cumulative.as_of}
    assert len(open_then & closed_now) > 200


def test_every_file_says_that_it_is_of_the_demo_county(demo: Demo):
    assert all(COUNTY in export.name for export in demo.plan.exports)


def test_stations_stand_below_each_other_in_one_sheet_each_under_its_own_title(demo: Demo):
    sheet = next(one for one in _export(demo, "法官工作站工作台账").sheets if one.name == "2026年")
    titles = [str(row[0]) for row in sheet.rows if len(row) == 1 and str(row[0]).endswith("法官工作站")]
    assert len(titles) == len(set(titles)) == 12
    assert [row[0] for row in sheet.rows].count("日期") == 12
    assert [row[0] for row in sheet.rows].count("小计") == 12


def test_the_list_of_stations_has_a_row_per_person_and_cells_merged_over_them(demo: Demo):
    sheet = _sheet(demo, "法官工作站人员名册")
    assert len(sheet.keys) > 3 * len({id(key) for key in sheet.keys})
    assert all(left == right for _, left, _, right in sheet.merges[1:])


def test_townships_are_merged_over_their_villages_and_many_villages_share_a_name(demo: Demo):
    sheet = _sheet(demo, "乡镇街道名册")
    blocks = [merge for merge in sheet.merges if merge[2] > merge[0]]
    assert len(blocks) == 20
    assert sum(last - first + 1 for first, _, last, _ in blocks) == len(sheet.keys)
    assert max(Counter(village for _, village in sheet.keys).values()) > 5
    assert any(text.endswith("村民委员会") for text in _texts(sheet, 2))


def test_the_higher_court_lists_cases_of_the_neighbour_too_and_misspells_first_numbers(demo: Demo):
    numbers = _texts(_sheet(demo, "二审收案一览表"), 2)
    assert 10 < sum("甘1922" in number for number in numbers) < 80
    assert any("字第" in number or "〔" in number for number in numbers)
    assert numbers.count("原审案号\n（一审案号）") == 2
