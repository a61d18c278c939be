from dataclasses import replace
from datetime import date

from data.clean.population import UNDATED
from data.clean.schema import SCHEMAS
from data.recognise.layout import Column
from tests.data.clean.sheets import cleaned, codes, layout_of, only

FIELDS = ("township", "people", "basis", "as_of", "source")


def test_a_clean_row_comes_out_typed_under_exactly_the_schema():
    result = cleaned("population", FIELDS, [("甘浚镇", "14,913", "常住人口", "2020-11-01", "第七次人口普查")])
    assert result.rows.schema == SCHEMAS["population"]
    row = only(result)
    assert (row["township"], row["basis"], row["as_of"]) == ("甘浚镇", "常住", date(2020, 11, 1))
    assert (row["people"], row["source"]) == (14913, "第七次人口普查")
    assert row["record_key"] == "甘浚镇|常住|2020-11-01"
    assert result.problems == []


def test_several_columns_of_people_give_several_rows_of_one_sheet_row():
    plain = layout_of("population", ("township", "people", "people"))
    columns = (
        plain.columns[0],
        Column(1, "people", "常住人口", basis="常住", as_of=date(2020, 11, 1)),
        Column(2, "people", "户籍人口（万人）", basis="户籍", as_of=date(2018, 12, 31), scale=10_000.0),
    )
    rows = [("甘浚镇", 14913.0, 2.304), ("工业园区", 24.0, "")]
    result = cleaned("population", FIELDS, rows, layout=replace(plain, columns=columns))
    assert [(r["sheet_row"], r["township"], r["basis"], r["people"]) for r in result.rows.to_pylist()] == [
        (2, "甘浚镇", "常住", 14913),
        (2, "甘浚镇", "户籍", 23040),
        (3, "工业园区", "常住", 24),
    ]
    assert (result.rows_read, result.rows_set_aside) == (2, 0)


def test_a_row_without_people_or_name_is_set_aside():
    rows = [("甘浚镇", "", "", "", ""), ("", 24.0, "", "2020", ""), ("党寨镇", "约两万", "常住", "2020", "")]
    result = cleaned("population", FIELDS, rows)
    assert (result.rows_read, result.rows_set_aside, result.rows.num_rows) == (3, 3, 0)
    assert codes(result, "error") == ["people_missing", "township_missing", "not_a_number"]


def test_a_bare_table_is_taken_with_its_gaps_said():
    result = cleaned("population", ("township", "people"), [("甘浚镇", 14913.0)])
    assert (only(result)["basis"], only(result)["as_of"]) == ("常住", UNDATED)
    assert codes(result) == ["basis_assumed", "population_undated"]


def test_title_and_file_name_date_a_table():
    fields, rows = ("township", "people"), [("甘浚镇", 14913.0)]
    assert only(cleaned("population", fields, rows, title="2023年末户籍人口"))["as_of"] == date(2023, 12, 31)
    assert only(cleaned("population", fields, rows, title="2023年末户籍人口"))["basis"] == "户籍"
    assert only(cleaned("population", fields, rows, title="第七次全国人口普查公报"))["as_of"] == date(2020, 11, 1)
    assert only(cleaned("population", fields, rows, file_name="人口2022年.xlsx"))["as_of"] == date(2022, 12, 31)


def test_totals_and_the_countys_own_row_are_left_out_and_checked():
    rows = [("甘州区", 60.0), ("东街街道", 10.0), ("甘浚镇", 20.0), ("党寨镇", 30.0), ("合计", 61.0)]
    result = cleaned("population", ("township", "people"), rows, title="甘州区2020年常住人口")
    assert result.rows["township"].to_pylist() == ["东街街道", "甘浚镇", "党寨镇"]
    assert (result.rows_read, result.rows_left_out, result.rows_set_aside) == (3, 2, 0)
    (problem,) = result.problems
    assert (problem.code, problem.row) == ("total_differs", 6)
    assert "61" in problem.sentence
    assert "60" in problem.sentence
