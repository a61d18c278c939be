"""A month that was issued, and all that can happen to its rows afterwards: every difference is explained to the row."""

from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest

from data.definition import Definition
from data.desk import Desk, UploadedFile
from data.names import Names
from data.store.builds import current_build
from data.store.definitions import save
from metrics import METRICS, counts
from metrics._areas import COUNTY
from metrics._restatement import restated
from metrics._restatement_why import Why
from metrics._restatement_words import (
    answer_words,
    counts_words,
    definition_words,
    file_words,
    import_words,
    label_words,
    place_words,
    reach_words,
    value_words,
    why_words,
)
from tests.data.exports import a_case, cases_file, population_file, townships_file
from tests.data.loading import NOW, begin, load

MARCH = date(2025, 3, 1)
EAST, WILLOW, STONE = "东门街道", "柳河镇", "石坪乡"
AT_EAST, AT_STONE = "甘肃省安和县东门街道人民路1号", "安和县石坪乡南街3号"
FIRST = [
    a_case(1, date(2025, 3, 3)),
    a_case(2, date(2025, 3, 4)),
    a_case(3, date(2025, 3, 5)),
    a_case(4, date(2025, 3, 6)),
    a_case(5, date(2025, 3, 7), AT_EAST),
    a_case(6, date(2025, 3, 8), "柳合镇东街2号"),
]
MISTAKEN = [a_case(20, date(2025, 3, 9), AT_EAST), a_case(21, date(2025, 3, 9), AT_EAST)]
LATER = [
    a_case(1, date(2025, 4, 3)),  # filed in April after all
    a_case(2, date(2025, 3, 4), AT_STONE),  # its place was wrong
    a_case(3, date(2025, 3, 5), cause="离婚纠纷"),  # changes no figure
    a_case(7, date(2025, 3, 20)),
    a_case(8, date(2025, 3, 21)),
]


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The home, the build that was issued, and the one after everything: five imports, two of them later."""
    folder = tmp_path_factory.mktemp("restated")
    (folder / "files").mkdir()
    desk, files = Desk(folder / "home", counts()), folder / "files"
    begin(desk, townships_file(files), population_file(files), cases_file(files, FIRST))
    load(desk, cases_file(files, MISTAKEN, "误传.csv"))
    before = current_build(desk.home.root)
    Names(desk.home).decide("柳合镇", WILLOW, by="王某", now=NOW)
    load(desk, cases_file(files, LATER, "三月更正.csv"))
    desk.undo(4, by="王某", now=NOW)
    return desk, before, current_build(desk.home.root)


def found(county, before=None, after=None):
    desk, old, new = county
    return restated(desk.home, before or old, after or new, ("litigation_rate", "civil_filings"), MARCH)


def row(found, area, metric="civil_filings", span="month"):
    return next(one for one in found.rows if (one.area_code, one.metric.name, one.span) == (area, metric, span))


def parts(row):
    return sorted((one.cause, one.n) for one in row.why if one.part == "numerator")


def test_each_township_says_what_was_issued_what_is_now_and_which_rows_make_the_difference(county):
    told = found(county)
    willow = row(told, WILLOW)
    assert (willow.old.numerator, willow.new.numerator) == (4, 5)
    assert parts(willow) == [("came", 2), ("changed", -1), ("changed", -1), ("placed", 1)]
    assert {one.columns for one in willow.why if one.cause == "changed"} == {("filed_on",), ("place_defendant",)}
    stone, east = row(told, STONE), row(told, EAST)
    assert (stone.old.numerator, stone.new.numerator, parts(stone)) == (0, 1, [("changed", 1)])
    assert (east.old.numerator, east.new.numerator, parts(east)) == (3, 1, [("withdrawn", -2)])
    assert parts(row(told, "unassigned")) == [("placed", -1)]


def test_the_county_leaves_out_what_only_moved_within_it(county):
    assert parts(row(found(county), COUNTY)) == [("came", 2), ("changed", -1), ("withdrawn", -2)]


def test_the_parts_of_the_why_add_up_to_every_difference_of_every_metric(county):
    """Above and below the line; what is counted over a period (causes, bodies) too."""
    desk, before, after = county
    rows = restated(desk.home, before, after, list(METRICS), MARCH).rows
    assert {"cause_concentration", "case_multiplication", "litigation_rate"} <= {one.metric.name for one in rows}
    for one in rows:
        assert explained(one, "numerator") == one.difference, (one.metric.name, one.area_name)
        below = [figure.denominator for figure in (one.old, one.new)]
        if None not in below:
            assert explained(one, "denominator") == below[1] - below[0], (one.metric.name, one.area_name)


def explained(row, part):
    return sum(one.n for one in row.why if one.part == part)


def test_a_row_that_says_something_else_of_no_weight_is_no_part(county):
    assert all("cause" not in part.columns for one in found(county).rows for part in one.why)


def test_what_only_a_withdrawn_import_said_of_a_row_that_another_told_too_is_told_as_its_withdrawal(tmp_path):
    desk = Desk(tmp_path / "home", counts())
    closings = tmp_path / "补录.csv"
    closings.write_text("案号,立案日期,结案日期\n" + "".join(f"{one[0]},{one[1]},2025-04-01\n" for one in FIRST[:2]))
    begin(desk, townships_file(tmp_path), population_file(tmp_path), cases_file(tmp_path, FIRST))
    load(desk, closings)
    before = current_build(desk.home.root)
    desk.undo(3, by="王某", now=NOW)
    told = found((desk, before, current_build(desk.home.root)))
    assert why_words(told, row(told, WILLOW)) == "撤销第3号导入，减少4件"
    assert why_words(told, row(told, "unassigned")) == "撤销第3号导入，增加2件；撤销第3号导入，减少1件"


def test_the_words_name_import_ledger_and_day_and_the_file_apart(county):
    told = found(county)
    words = why_words(told, row(told, WILLOW))
    assert words == (
        "第5号导入补入2件；第5号导入更正被告住所地，减少1件；第5号导入更正立案日期，减少1件；归属认定变化，增加1件"
    )
    assert why_words(told, row(told, EAST)) == "撤销第4号导入，减少2件"
    assert import_words(told) == [
        "第4号导入：案件台账，2026-02-03导入，已撤销",
        "第5号导入：案件台账，2026-02-03导入",
    ]
    assert file_words(told) == "有关导入的文件（文件名不印入修订说明）：第4号是误传.csv；第5号是三月更正.csv。"
    rate = row(told, WILLOW, "litigation_rate", "month")
    shown = [(counts_words(one, rate.metric), value_words(one, rate.metric)) for one in (rate.old, rate.new)]
    assert shown == [("4", "2.22"), ("5", "2.78")]
    assert [place_words(one) for one in (rate.old, rate.new, None)] == ["3", "2", "—"]
    assert definition_words(told) == ""
    assert answer_words(told).startswith("与定稿时相比，5个区域的")


def test_a_place_that_only_another_township_moved_is_told_as_such(tmp_path):
    desk = Desk(tmp_path / "home", counts())
    begin(desk, townships_file(tmp_path), population_file(tmp_path), cases_file(tmp_path, FIRST))
    before = current_build(desk.home.root)
    load(desk, cases_file(tmp_path, [a_case(30, date(2025, 3, 9), AT_STONE)], "补录.csv"))
    told = restated(desk.home, before, current_build(desk.home.root), ("litigation_rate", "civil_filings"), MARCH)
    # One case among 3,000 people is more than four among 18,000.
    rate = row(told, WILLOW, "litigation_rate")
    assert [place_words(one) for one in (rate.old, rate.new)] == ["3", "2"]
    assert (rate.is_place_only, row(told, STONE, "litigation_rate").is_place_only) == (True, False)
    assert why_words(told, rate) == "本数未变，位次因其他乡镇街道变化而变"


def test_the_same_build_has_nothing_to_restate(county):
    _, before, _ = county
    told = found(county, after=before)
    assert told.rows == ()
    assert answer_words(told) == "各项数与定稿时相同，不需要修订。"


def test_another_definition_and_other_people_are_told_as_such(county, tmp_path):
    desk, _, after = county
    other = replace(Definition(), civil_types=("民初", "执"), excluded_causes=("民间借贷纠纷",))
    save(desk.home.state, other, by="王某", at=NOW, why="试", based_on=1)
    people = population_file(tmp_path, "安和县2024年末常住人口更正.csv")
    people.write_text(people.read_text(encoding="utf-8-sig").replace("18000", "20000"), encoding="utf-8-sig")
    desk.load([UploadedFile(people.name, people)], by="王某", now=NOW)
    told = found(county, after, current_build(desk.home.root))
    willow = row(told, WILLOW, "litigation_rate")
    assert [(one.cause, one.part, one.n) for one in willow.why] == [
        ("definition", "numerator", -4),
        ("people", "denominator", 2_000),
    ]
    assert "人口由18,000改为20,000" in why_words(told, willow)
    assert "口径修改（民商事一审的类型代字、剔除的案由），减少4件" in why_words(told, willow)
    assert "剔除的案由：无 → 民间借贷纠纷" in definition_words(told)


def test_a_metric_that_has_another_name_now_is_told_by_both_and_a_name_alone_moves_nothing(county):
    told = found(county)
    other = replace(told.before, name="另一口径", rate_numerator="with_settled_before_filing")
    told = replace(told, after=other)
    rate = row(told, WILLOW, "litigation_rate")
    assert label_words(told, rate.metric.under(other)) == "原万人成讼率、现万人起诉率（含诉前调解成功）"
    assert label_words(told, METRICS["civil_filings"]) == "一审民商事新收"
    told_why = [why_words(told, replace(rate, why=(Why("definition", "numerator", n),))) for n in (3, 0)]
    assert told_why == ["口径修改（万人率的分子），增加3件", "口径修改（万人率的分子），件数未变"]


def test_data_that_reach_less_far_than_what_was_issued_are_told_so(county):
    told = found(county)
    rate = row(told, COUNTY, "litigation_rate", "to_date")
    assert reach_words(told) == ""
    assert rate.new is not None
    cut = replace(rate, new=replace(rate.new, period_end=date(2025, 2, 28)))
    assert reach_words(replace(told, rows=(cut,))) == (
        "万人成讼率的数据现在只到2025年2月28日，累计的现值只含到该日的数"
    )
    assert why_words(told, replace(cut, why=(Why("covered", "numerator", 0),))) == "数据覆盖的期间变化"


def test_a_count_that_stands_above_the_line_of_a_rate_is_one_figure_with_it(county):
    told = found(county)
    assert {one.metric.name for one in told.printed} == {"litigation_rate"}
    assert len(told.rows) == 2 * len(told.printed)


def test_periods_are_those_that_were_issued(county):
    spans = {one.span for one in found(county).rows}
    assert spans == {"month", "to_date"}
    assert [key for key, _ in groupby(found(county).rows, lambda one: (one.metric.name, one.span))] == [
        ("litigation_rate", "to_date"), ("litigation_rate", "month"),
        ("civil_filings", "to_date"), ("civil_filings", "month"),
    ]  # fmt: skip
