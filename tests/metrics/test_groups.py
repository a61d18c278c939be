"""By tribunal: the townships of each added up and divided once."""

from dataclasses import replace

import pytest

from metrics import METRICS, compute, parse_period
from metrics._groups import NO_TRIBUNAL
from tests.metrics.county import County
from tests.metrics.registers import CaseVillage, Village
from tests.metrics.tiny import by_area, case, tiny_county

RATE, COUNT = METRICS["litigation_rate"], METRICS["civil_filings"]
DAY = "2026-01-05"
ROWS = (
    *case("甲镇", DAY, times=12),
    *case("乙镇", DAY, times=26),
    *case("丙镇", DAY, times=3),
    *case("outside", DAY, times=5),
    *case("unassigned", DAY, times=2),
)


def county(*tribunals, **changes) -> County:
    made = tiny_county(ROWS)
    listed = tuple(one._replace(tribunal=name) for one, name in zip(made.townships, tribunals, strict=True))
    return replace(made, townships=listed, **changes)


def figures(build, metric, by="tribunal"):
    return by_area(compute(build, [metric], parse_period("2026-01"), by=by))


def test_townships_are_summed_and_divided_once(build_of):
    found = figures(build_of(county("城关人民法庭", "城关法庭", "山区人民法庭")), RATE)
    assert list(found) == ["城关人民法庭", "山区人民法庭", "outside", "unassigned"]
    east = found["城关人民法庭"]
    assert (east.numerator, east.denominator, east.value) == (38, 38_000, 10.0)  # the mean of 15 and 8.67 is 11.83
    assert east.rank is None
    assert found["outside"].numerator == 5


def test_what_no_tribunal_serves_stands_apart_and_everything_adds_up(build_of):
    build = build_of(county("城关人民法庭", None, None))
    found = figures(build, COUNT)
    assert list(found) == ["城关人民法庭", NO_TRIBUNAL, "outside", "unassigned"]
    assert found[NO_TRIBUNAL].area_name == "未填所属法庭的乡镇街道"
    (whole,) = compute(build, [COUNT], parse_period("2026-01"), by="county").rows()
    assert sum(one.numerator for one in found.values()) == whole.numerator == 48


def test_one_township_without_people_leaves_its_tribunal_without_a_rate(build_of):
    made = county("城关人民法庭", "城关人民法庭", "山区人民法庭")
    people = tuple(one for one in made.people if one.township_code != "乙镇")
    found = figures(build_of(replace(made, people=people)), RATE)
    assert (found["城关人民法庭"].status, found["城关人民法庭"].value) == ("no_population", None)
    assert found["山区人民法庭"].value == 15.0


def test_counts_of_a_whole_period_are_added_up_too(build_of):
    day = ROWS[0].filed_on
    registers = (
        Village("甲镇", "东村"), Village("甲镇", "西村"), Village("乙镇", "东村"), Village("丙镇", "南村"),
        CaseVillage("甲镇", day, "东村"), CaseVillage("丙镇", day, "南村"),
    )  # fmt: skip
    made = county("城关人民法庭", "城关人民法庭", "山区人民法庭", registers=registers)
    found = figures(build_of(made), METRICS["litigation_free_village_share"])
    assert (found["城关人民法庭"].numerator, found["城关人民法庭"].denominator) == (2, 3)
    assert (found["山区人民法庭"].numerator, found["山区人民法庭"].denominator) == (0, 1)


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.name)
def test_without_any_tribunal_the_one_group_is_all_townships(metric, complete):
    period = parse_period("2026-Q1")
    (group, *_) = compute(complete, [metric], period, by="tribunal").rows()
    townships = compute(complete, [metric], period).rows()[:-2]
    if metric.name != "cause_concentration":  # the county's own most frequent causes are not those of its townships
        assert group.numerator == sum(one.numerator for one in townships)
    if metric.denominator is not None:
        assert group.denominator == sum(one.denominator for one in townships)
