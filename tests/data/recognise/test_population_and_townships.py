from datetime import date

import pytest

from tests.data.recognise.sheets import BULLETIN, TOWNSHIP_LIST, TWO_LEVELS, fields, layout


def people(found):
    return [(c.header, c.basis, c.as_of, c.scale) for c in found.columns if c.field == "people"]


def test_a_county_bulletin_gives_one_column_of_people_and_no_shares():
    found = layout(BULLETIN)
    assert (found.ledger, found.header_row, found.first_data) == ("population", 4, 4)
    assert people(found) == [("人口数", "常住", date(2020, 11, 1), 1.0)]
    assert found.unknown == ("比重/2020年", "比重/2010年")


def test_a_header_of_two_levels_gives_a_column_per_year_in_ten_thousands():
    assert people(layout(TWO_LEVELS)) == [
        ("常住人口/2020年", "常住", date(2020, 12, 31), 10_000.0),
        ("常住人口/2010年", "常住", date(2010, 12, 31), 10_000.0),
    ]


def test_years_written_as_numbers_and_groups_over_several_bases_are_told_apart():
    rows = [["地区", "常住人口", "", "户籍人口"], ["", 2020.0, 2010.0, "2020年末"], ["甲镇", 5.0, 4.0, 1.0]]
    assert people(layout(rows)) == [
        ("常住人口/2020", "常住", date(2020, 12, 31), 1.0),
        ("常住人口/2010", "常住", date(2010, 12, 31), 1.0),
        ("户籍人口/2020年末", "户籍", date(2020, 12, 31), 1.0),
    ]


def test_the_year_may_stand_above_and_the_basis_below():
    rows = [
        ["", "2020年", "", "2010年", ""],
        ["地区", "常住人口", "户籍人口", "常住人口", "户籍人口"],
        ["甲镇", 5.0, 4.0, 3.0, 2.0],
    ]
    assert [(basis, as_of.year) for _, basis, as_of, _ in people(layout(rows))] == [
        ("常住", 2020),
        ("户籍", 2020),
        ("常住", 2010),
        ("户籍", 2010),
    ]


def test_the_total_stands_for_men_and_women():
    rows = [["地区", "常住人口", "", ""], ["", "合计", "男", "女"], ["甲镇", 5.0, 2.0, 3.0]]
    found = layout(rows)
    assert [header for header, *_ in people(found)] == ["常住人口/合计"]
    assert found.first_data == 2


def test_census_names_are_dates():
    rows = [["地 区", "七普常住人口（人）", "六普常住人口（人）", "增减（人）"], ["甲镇", 1.0, 2.0, 1.0]]
    assert [as_of for _, _, as_of, _ in people(layout(rows))] == [date(2020, 11, 1), date(2010, 11, 1)]


def test_a_note_in_the_header_may_hold_the_year():
    rows = [["乡镇（街道）", "人口数（2023年）", "户籍人口（万人）"], ["甲镇", 1.0, 2.0]]
    assert people(layout(rows)) == [
        ("人口数", None, date(2023, 12, 31), 1.0),
        ("户籍人口", "户籍", None, 10_000.0),
    ]


def test_the_title_gives_basis_and_year_where_the_header_is_silent():
    rows = [["甘州区2023年末常住人口和登记流动人口"], ["乡镇", "人口数"], ["甲镇", 1.0]]
    assert people(layout(rows)) == [("人口数", "常住+登记流动", date(2023, 12, 31), 1.0)]


def test_the_title_keeps_silent_where_the_rows_have_their_own_date_and_basis():
    rows = [["甘州区2023年户籍人口"], ["乡镇", "人口数", "口径", "时点"], ["甲镇", 1.0, "常住", "2020-11-01"]]
    found = layout(rows)
    assert people(found) == [("人口数", None, None, 1.0)]
    assert fields(found) == {0: "township", 1: "people", 2: "basis", 3: "as_of"}


def test_the_day_of_the_export_is_not_the_day_of_the_count():
    rows = [["导出时间：2026-11-03"], ["乡镇", "人口数"], ["甲镇", 1.0]]
    assert people(layout(rows)) == [("人口数", None, None, 1.0)]


@pytest.mark.parametrize(
    "header", ["比重", "占比", "年均增速", "男性人口", "户数", "人口密度", "城镇人口", "60岁以上人口", "登记流动人口"]
)
def test_parts_and_shares_of_a_population_are_not_its_people(header):
    found = layout([["乡镇", "常住人口", header], ["甲镇", 1.0, 2.0]])
    assert [h for h, *_ in people(found)] == ["常住人口"]


def test_a_township_list_keeps_the_brackets_of_its_own_header():
    found = layout(TOWNSHIP_LIST)
    assert (found.ledger, found.headers[1]) == ("townships", "乡镇（街道）")
    assert fields(found) == {1: "township", 2: "kind", 3: "official_code", 4: "aliases", 5: "tribunal"}


def test_a_bare_list_of_township_names_is_a_township_list():
    assert layout([["序号", "乡镇"], [1.0, "东街街道"], [2.0, "甘浚镇"]]).ledger == "townships"


def test_a_column_of_people_makes_a_township_list_a_population_table():
    rows = [["乡镇", "类别", "行政区划代码", "常住人口"], ["甲镇", "镇", "620702100", 1.0]]
    assert layout(rows).ledger == "population"


def test_a_row_that_numbers_the_columns_of_a_form_is_no_township():
    assert layout([["地区", "人口数", "户数"], ["甲", 1.0, 2.0], ["甲镇", 5.0, 2.0]]).first_data == 2
