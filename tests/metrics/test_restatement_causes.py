"""What a notice counts by cause, restated: old and new line by line, and not where a single case lies."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations_with_replacement, permutations, product
from typing import NamedTuple

import pytest

from data.brief import Brief
from data.definition import Definition
from data.desk import Desk
from data.store.builds import current_build
from data.store.definitions import save
from metrics import counts
from metrics._family_rows import county_lines
from metrics._restatement import restated
from metrics._restatement_words import answer_words, cells_words, import_words, why_words
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
    a_case(15, date(2025, 2, 15), cause="继承纠纷"),  # new, of the month before
]


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The home, the build that was issued, the one after an import of corrections, that without 继承纠纷, and without
    it the one before that import."""
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
    builds.append(current_build(desk.home.root))
    desk.undo(4, by="王某", now=NOW)
    return desk.home, *builds, current_build(desk.home.root)


def lines(found, span="month"):
    return {one.line: (one.old, one.new) for one in found.causes if one.span == span}


def parts(row):
    return sorted((one.cause, one.n) for one in row.why)


def test_groups_of_family_causes_and_the_branch_say_old_and_new(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    assert lines(found) == {
        "离婚及夫妻财产": (2, 4),
        "抚养、监护与收养": (1, 0),
        "赡养与扶养": (0, 1),
        "分家析产与继承": (2, 3),
        "婚姻家庭、继承纠纷": (5, 8),
    }
    assert list(lines(found)) == [
        "离婚及夫妻财产",
        "抚养、监护与收养",
        "赡养与扶养",
        "分家析产与继承",
        "婚姻家庭、继承纠纷",
    ]
    assert found.printed == found.rows != ()


def test_causes_of_the_county_of_the_year_to_date_are_told_for_the_monthly_notice(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("civil_filings",), MARCH)
    assert lines(found) == {}
    assert lines(found, "to_date") == {
        "民间借贷纠纷": (8, 5),
        "离婚纠纷": (2, 4),
        "抚养纠纷": (1, 0),
        "赡养纠纷": (0, 1),
        "继承纠纷": (2, 4),
    }


def test_causes_beyond_those_that_a_table_lists_are_one_line(county, monkeypatch):
    home, before, after, *_ = county
    monkeypatch.setattr("metrics._restatement_causes.LISTED", 1)
    found = restated(home, before, after, ("civil_filings",), MARCH)
    assert lines(found, "to_date") == {
        "民间借贷纠纷": (8, 5),
        "其余案由": (5, 9),
    }


def test_where_only_causes_changed_the_imports_of_cases_since_are_named(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    assert import_words(replace(found, rows=())) == ["第4号导入：案件台账，2026-02-03导入"]


def test_cells_of_townships_are_told_to_have_changed_without_a_number(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    assert (found.cells_changed, found.is_any) == (True, True)
    assert cells_words(found).startswith("部分乡镇街道按案由分的件数也有变化")
    assert not any(figure in cells_words(found) for figure in "0123456789")
    assert "全县按案由分的" in answer_words(found)
    same = restated(home, after, after, ("civil_filings",), MARCH, "family")
    assert (same.is_any, cells_words(same)) == (False, "")


def test_a_notice_that_is_not_about_filings_restates_no_causes(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("petition_rate",), MARCH)
    assert (found.causes, found.cells_changed) == ((), False)


def test_what_is_told_of_a_case_both_corrected_and_excluded_is_what_moves_the_count(county):
    """继承纠纷 is left out now: 11 (whose day changed within the month) and 12 by the definition alone, 2 by its cause
    and the definition together; 3 left the month by its date."""
    home, before, _, without, _ = county
    found = restated(home, before, without, ("civil_filings",), MARCH)
    row = next(one for one in found.rows if (one.span, one.area_code) == ("month", "county"))
    assert row.difference == 10 - 13
    assert parts(row) == [("both", -1), ("came", 1), ("changed", -1), ("definition", -2)]
    words = why_words(found, row)
    assert "口径修改（剔除的案由），减少2件" in words
    assert "第4号导入更正立案日期，减少1件" in words
    assert "第4号导入更正案由并口径修改（剔除的案由），减少1件" in words
    assert lines(found, "to_date")["继承纠纷"] == (2, 0)
    assert lines(found, "to_date")["民间借贷纠纷"] == (8, 5)


def test_counts_are_those_that_the_notices_print(county):
    home, before, after, *_ = county
    found = restated(home, before, after, ("civil_filings",), MARCH, "family")
    told = [review(build, Brief(kind="family", month=MARCH, dated=date(2025, 4, 3))) for build in (before, after)]
    printed = [{line.name: (line.month, line.to_date) for line in county_lines(one)} for one in told]
    for span, at in (("month", 0), ("to_date", 1)):
        rows = [one for one in found.causes if one.span == span]
        old, new = ({name: n[at] for name, n in side.items()} for side in printed)
        assert {one.line for one in rows} == {name for name in {**old, **new} if old.get(name, 0) != new.get(name, 0)}
        assert [(one.old, one.new) for one in rows] == [(old.get(one.line, 0), new.get(one.line, 0)) for one in rows]


def test_a_case_that_came_or_went_and_is_newly_counted_or_left_out_is_told_with_both_reasons(county):
    """15 is of 继承纠纷 and of the second import: the one alone would not have brought it, either alone would take it
    away. 14 came or went, whatever the definition says."""
    home, _, after, _, without = county
    words = []
    for before, now in ((without, after), (after, without)):
        found = restated(home, before, now, ("civil_filings",), MARCH)
        row = next(one for one in found.rows if (one.span, one.area_code) == ("to_date", "county"))
        assert sum(part.n for part in row.why) == row.difference
        words.append(why_words(found, row))
    assert "第4号导入补入并口径修改（剔除的案由），增加1件" in words[0]
    assert "第4号导入补入1件" in words[0]
    assert "撤销第4号导入并口径修改（剔除的案由），减少1件" in words[1]
    assert "撤销第4号导入，减少1件" in words[1]


TOWNSHIPS, AREAS = ("甲镇", "乙镇"), ("甲镇", "乙镇", "outside")
_, DIVORCE, CUSTODY = CAUSES = ("民间借贷纠纷", "离婚纠纷", "抚养纠纷")
PROTECTED = ((DIVORCE,), (CUSTODY,), (DIVORCE, CUSTODY))


class Event(NamedTuple):
    """A case that a later import tells otherwise: area and cause before and after, None where it was or is not."""

    how: str
    before: tuple[str, str] | None
    after: tuple[str, str] | None

    def changes(self):
        """Area, cause and by how much."""
        return [(*place, by) for place, by in ((self.before, -1), (self.after, 1)) if place]


EVENTS = (
    *(Event("补入", None, at) for at in product(AREAS, CAUSES)),
    *(Event("撤销", at, None) for at in product(AREAS, CAUSES)),
    *(Event("更正案由", (area, one), (area, other)) for area in AREAS for one, other in permutations(CAUSES, 2)),
    *(Event("更正地点", (one, cause), (other, cause)) for cause in CAUSES for one, other in permutations(AREAS, 2)),
)


def added_up(pairs):
    found = Counter()
    for key, by in pairs:
        found[key] += by
    return frozenset((key, by) for key, by in found.items() if by)


def told(world, *, with_reasons):
    """What issued and corrected notices and the 修订说明 of every kind tell of a world: what moved each area's sum and
    why, what moved each line of the county, and whether any township's cell moved."""
    moved = [(event, *one) for event in world for one in event.changes()]
    of_areas = added_up(((area, event.how, by > 0), by) for event, area, _, by in moved if event.how != "更正案由")
    of_lines = added_up(
        ((cause, *((event.how, by > 0) if with_reasons else ())), by)
        for event, _, cause, by in moved
        if event.how != "更正地点"
    )
    cells = added_up(((area, cause), by) for _, area, cause, by in moved if area in TOWNSHIPS)
    return of_areas, of_lines, bool(cells), any(cause in PROTECTED[-1] for (_, cause), _ in cells)


def given_away(most, *, with_reasons):
    """Worlds whose papers leave a reader one value alone for a township's change of a protected cause, or of the
    branch: no other world with one changed case more (`most` in all) has the same papers."""
    values, small = {}, []
    for n in range(1, most + 1):
        for world in combinations_with_replacement(EVENTS, n):
            papers = told(world, with_reasons=with_reasons)
            net = Counter()
            for event in world:
                for area, cause, by in event.changes():
                    net[area, cause] += by
            own = tuple(sum(net[area, cause] for cause in line) for area in TOWNSHIPS for line in PROTECTED)
            values.setdefault(papers, set()).add(own)
            if n < most:
                small.append((papers, own))
    return [
        (papers, own)
        for papers, own in small
        if any(n and len({other[at] for other in values[papers]}) == 1 for at, n in enumerate(own))
    ]


def test_who_has_both_notices_and_the_explanation_cannot_tell_a_township_s_case_of_a_protected_cause():
    assert given_away(3, with_reasons=False) == []


def test_with_reasons_beside_causes_one_new_divorce_of_one_township_would_be_told():
    papers = told((Event("补入", None, (TOWNSHIPS[0], DIVORCE)),), with_reasons=True)
    assert (papers, (1, 0, 1, 0, 0, 0)) in given_away(2, with_reasons=True)
