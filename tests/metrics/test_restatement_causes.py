"""What a notice counts by cause, restated: corrected, added, withdrawn and newly excluded cases, line by line."""

from dataclasses import replace
from datetime import date

import pytest

from data.brief import Brief
from data.definition import Definition
from data.desk import Desk
from data.store.builds import current_build
from data.store.definitions import save
from metrics import counts
from metrics._family_rows import county_lines
from metrics._restatement import restated
from metrics._restatement_words import answer_words, cells_words, why_words
from metrics._review import review
from tests.data.exports import a_case, cases_file, population_file, townships_file
from tests.data.loading import NOW, begin, load

MARCH = date(2025, 3, 1)
AT_STONE = "安和县石坪乡南街3号"
FIRST = [
    *(a_case(n, date(2025, 3, n)) for n in range(1, 9)),  # 民间借贷纠纷 at 柳河镇
    a_case(9, date(2025, 3, 9), cause="离婚纠纷"),
    a_case(10, date(2025, 3, 10), cause="抚养纠纷"),
    a_case(11, date(2025, 3, 11), cause="继承纠纷"),
    a_case(12, date(2025, 3, 12), cause="继承纠纷"),
    a_case(13, date(2025, 3, 13), AT_STONE, "离婚纠纷"),
]
SECOND = [
    a_case(1, date(2025, 3, 1), cause="离婚纠纷"),  # into the branch
    a_case(2, date(2025, 3, 2), cause="继承纠纷"),  # into the branch
    a_case(10, date(2025, 3, 10), cause="离婚纠纷"),  # within the branch
    a_case(11, date(2025, 3, 21), cause="继承纠纷"),  # another day of the same month
    a_case(3, date(2025, 4, 3)),  # out of the month
    a_case(14, date(2025, 3, 14), cause="赡养纠纷"),  # new
]


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The home, the build that was issued, the one after an import of corrections, and that without 继承纠纷."""
    folder = tmp_path_factory.mktemp("restated")
    (folder / "files").mkdir()
    desk, files = Desk(folder / "home", counts()), folder / "files"
    begin(desk, townships_file(files), population_file(files), cases_file(files, FIRST))
    builds = [current_build(desk.home.root)]
    load(desk, cases_file(files, SECOND, "更正.csv"))
    builds.append(current_build(desk.home.root))
    without = replace(Definition(), excluded_causes=("继承纠纷",))
    save(desk.home.state, without, by="王某", at=NOW, why="试", based_on=1)
    desk.rebuild(why="definition", now=NOW)
    return desk.home, *builds, current_build(desk.home.root)


def lines(found, span="month"):
    return {one.line: (one.old, one.new, parts(one)) for one in found.causes if one.span == span}


def parts(row):
    return sorted((one.cause, one.n) for one in row.why)


def test_groups_of_family_causes_and_the_branch_say_old_new_and_why(county):
    home, before, after, _ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    assert lines(found) == {
        "离婚及夫妻财产": (2, 4, [("changed", 2)]),
        "抚养、监护与收养": (1, 0, [("changed", -1)]),
        "赡养与扶养": (0, 1, [("came", 1)]),
        "分家析产与继承": (2, 3, [("changed", 1)]),
        "婚姻家庭、继承纠纷": (5, 8, [("came", 1), ("changed", 2)]),
    }
    branch = next(one for one in found.causes if one.line == "婚姻家庭、继承纠纷")
    assert why_words(found, branch) == "第4号导入更正案由，增加2件；第4号导入补入1件"


def test_causes_of_the_county_of_the_year_to_date_are_told_for_the_monthly_notice(county):
    home, before, after, _ = county
    found = restated(home, before, after, ("civil_filings",), MARCH)
    assert lines(found) == {}
    assert lines(found, "to_date") == {
        "民间借贷纠纷": (8, 5, [("changed", -2), ("changed", -1)]),
        "离婚纠纷": (2, 4, [("changed", 2)]),
        "抚养纠纷": (1, 0, [("changed", -1)]),
        "赡养纠纷": (0, 1, [("came", 1)]),
        "继承纠纷": (2, 3, [("changed", 1)]),
    }
    lending = next(one for one in found.causes if one.line == "民间借贷纠纷")
    assert why_words(found, lending) == "第4号导入更正案由，减少2件；第4号导入更正立案日期，减少1件"


def test_causes_beyond_those_that_a_table_lists_are_one_line(county, monkeypatch):
    home, before, after, _ = county
    monkeypatch.setattr("metrics._restatement_causes.LISTED", 1)
    found = restated(home, before, after, ("civil_filings",), MARCH)
    assert lines(found, "to_date") == {
        "民间借贷纠纷": (8, 5, [("changed", -2), ("changed", -1)]),
        "其余案由": (5, 8, [("came", 1), ("changed", 2)]),
    }


def test_an_import_taken_back_is_told_as_its_withdrawal(county):
    home, before, after, _ = county
    found = restated(home, after, before, ("civil_filings",), MARCH, "family")
    assert lines(found)["婚姻家庭、继承纠纷"] == (8, 5, [("withdrawn", -3)])


def test_cells_of_townships_are_told_to_have_changed_without_a_number(county):
    home, before, after, _ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    assert (found.cells_changed, found.is_any) == (True, True)
    assert cells_words(found).startswith("部分乡镇街道按案由分的件数也有变化")
    assert not any(figure in cells_words(found) for figure in "0123456789")
    assert "全县按案由分的" in answer_words(found)
    same = restated(home, after, after, ("civil_filings",), MARCH, "family")
    assert (same.is_any, cells_words(same)) == (False, "")


def test_a_notice_that_is_not_about_filings_restates_no_causes(county):
    home, before, after, _ = county
    found = restated(home, before, after, ("petition_rate",), MARCH)
    assert (found.causes, found.cells_changed) == ((), False)


def test_what_is_told_of_a_case_both_corrected_and_excluded_is_what_moves_the_count(county):
    """继承纠纷 is left out now: 11 (whose day changed within the month) and 12 by the definition alone, 2 by its cause
    and the definition together; 3 left the month by its date."""
    home, before, _, without = county
    found = restated(home, before, without, ("civil_filings",), MARCH)
    row = next(one for one in found.rows if (one.span, one.area_code) == ("month", "county"))
    assert row.difference == 10 - 13
    assert parts(row) == [("both", -1), ("came", 1), ("changed", -1), ("definition", -2)]
    words = why_words(found, row)
    assert "口径修改（剔除的案由），减少2件" in words
    assert "第4号导入更正立案日期，减少1件" in words
    assert "第4号导入更正案由并口径修改（剔除的案由），减少1件" in words
    assert lines(found, "to_date")["继承纠纷"] == (2, 0, [("definition", -2)])
    assert lines(found, "to_date")["民间借贷纠纷"] == (8, 5, [("both", -1), ("changed", -1), ("changed", -1)])


@pytest.mark.parametrize("kind", ["each", "family"])
def test_the_parts_of_the_why_add_up_to_every_difference_of_every_line(county, kind):
    home, *builds = county
    for before, after in ((builds[0], builds[1]), (builds[0], builds[2]), (builds[2], builds[0])):
        rows = restated(home, before, after, ("civil_filings",), MARCH, kind).causes
        assert rows
        assert [sum(part.n for part in one.why) for one in rows] == [one.difference for one in rows]


def test_counts_are_those_that_the_notices_print(county):
    home, before, after, _ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    told = [review(build, Brief(kind="family", month=MARCH, dated=date(2025, 4, 3))) for build in (before, after)]
    printed = [{line.name: (line.month, line.to_date) for line in county_lines(one)} for one in told]
    for span, at in (("month", 0), ("to_date", 1)):
        rows = [one for one in found.causes if one.span == span]
        old, new = ({name: n[at] for name, n in side.items()} for side in printed)
        assert {one.line for one in rows} == {name for name in {**old, **new} if old.get(name, 0) != new.get(name, 0)}
        assert [(one.old, one.new) for one in rows] == [(old.get(one.line, 0), new.get(one.line, 0)) for one in rows]
