"""The ranking as it is printed: places, peers, tiers, the month before, who may be named, who stands apart and why."""

from dataclasses import replace
from datetime import date

import pytest

from data.brief import Before, Place
from data.definition import Definition
from metrics import METRICS, compute
from metrics._period import free, month, quarter, rolling12, year_to_date
from metrics._places_before import a_month_before, places_before
from metrics._rank_intervals import standings
from metrics._ranking_table import ranking
from tests.metrics.county import People, Township
from tests.metrics.moved_county import with_causes
from tests.metrics.tiny import case, mediation, tiny_county

RATE, PART, FILINGS = (
    METRICS[name] for name in ("litigation_rate", "people_mediation_resolution_rate", "civil_filings")
)
TO_MAY = year_to_date(date(2026, 5, 31))
KINDS = dict(zip("甲乙丙丁戊己庚辛壬癸", ("街道",) * 4 + ("镇",) * 6, strict=True))
APRIL = (12, 4, 16, 14, 26, 24, 26, 50, 120, 150)
MAY = (4, 14, 14, 14, 24, 27, 25, 43, 125, 140)
"""To the end of May 16, 18, 30, 28, 50, 51, 51, 93, 245 and 290 of 5,000 people each."""


def ten(*rows, **changes):
    """Ten townships of 5,000 people, a farm, a hamlet of 800 people and a town whose people nobody knows."""
    others = (Township("农场", "农场", True, False), Township("小村", "乡", False, True),
              Township("缺镇", "镇", False, True))  # fmt: skip
    townships = (*(Township(one, kind, False, True) for one, kind in KINDS.items()), *others)
    people = [*(People(one, "常住", date(2024, 12, 31), 5_000) for one in (*KINDS, "农场")),
              People("小村", "常住", date(2024, 12, 31), 800)]  # fmt: skip
    filed = [
        each
        for day, cases in (("2026-04-06", APRIL), ("2026-05-06", MAY))
        for name, n in zip(KINDS, cases, strict=True)
        for each in case(name, day, times=n)
    ]
    apart = [one for name in ("农场", "小村", "缺镇") for one in case(name, "2026-05-06", times=12)]
    given = {"townships": townships, "people": tuple(people)}
    return tiny_county(filed, apart, *rows, **{**given, **changes})


@pytest.fixture
def build(build_of):
    return build_of(ten())


def test_places_count_from_the_lowest_rate_and_equals_share_one(build):
    found = ranking(build, RATE, TO_MAY)
    assert [one.figure.area_code for one in found.rows] == list("甲乙丁丙戊己庚辛壬癸")
    assert [one.place for one in found.rows] == [1, 2, 3, 4, 5, 6, 6, 8, 9, 10]
    assert found.county.area_code == "county"


def test_every_place_stands_beside_that_of_the_month_before_and_what_was_gained(build):
    """To the end of April 乙 led with 4; 甲 follows with 12."""
    found = ranking(build, RATE, TO_MAY)
    assert (found.before.source, found.before.period) == ("computed", year_to_date(date(2026, 4, 30)))
    told = {one.figure.area_code: (one.before, one.moved) for one in found.rows}
    assert (told["甲"], told["乙"], told["壬"], told["戊"]) == ((2, 1), (1, -1), (9, 0), (6, 1))


def test_peers_are_placed_among_their_kind(build):
    found = {one.figure.area_code: one for one in ranking(build, RATE, TO_MAY).rows}
    assert [(found[one].among_peers, found[one].peers) for one in "甲乙丁丙"] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(found[one].among_peers, found[one].peers) for one in "戊己庚癸"] == [(1, 6), (2, 6), (2, 6), (6, 6)]


def test_one_kind_is_ranked_among_itself_with_its_own_reason_where_there_are_no_intervals(build):
    found = ranking(build, RATE, TO_MAY, kind="镇")
    assert [(one.figure.area_code, one.place, one.before) for one in found.rows] == [
        ("戊", 1, 2), ("己", 2, 1), ("庚", 2, 2), ("辛", 4, 4), ("壬", 5, 5), ("癸", 6, 6),
    ]  # fmt: skip
    assert (found.status, found.worst, found.tiers) == ("too_few", (), ())
    assert [one.figure.area_code for one in found.unranked] == ["缺镇"]


def test_intervals_tiers_and_names_are_those_of_the_standings(build):
    found = ranking(build, RATE, TO_MAY)
    given = standings(RATE, compute(build, [RATE], TO_MAY, by="all").rows()).of
    assert found.status == "ok"
    assert {one.figure.area_code: one.standing for one in found.rows} == given
    for one in found.rows:
        own = given[one.figure.area_code]
        assert (one.figure.rank_low, one.figure.rank_high) == (own.rank_low, own.rank_high)
    assert {one.figure.area_code for one in found.worst} == {code for code, one in given.items() if one.may_be_named}
    assert {one.figure.area_code for one in found.best} == {code for code, o in given.items() if o.may_be_named_best}
    assert [one.figure.area_code for one in found.worst][-2:] == ["壬", "癸"]
    by_tier = [{one.figure.area_code for one in tier} for tier in found.tiers]
    assert by_tier == [{c for c, o in given.items() if o.tier == n} for n in sorted({o.tier for o in given.values()})]
    assert sum(map(len, by_tier)) == 10


def test_who_has_no_place_is_listed_with_the_reason(build_of):
    disputes = [one for name in KINDS for one in mediation(name, "2026-05-06", "people", "success", 30)]
    few = mediation("缺镇", "2026-05-06", "people", "success", 9)
    build = build_of(ten(disputes, few))
    rate, part, count = (ranking(build, one, TO_MAY).unranked for one in (RATE, PART, FILINGS))
    assert {one.figure.area_code: one.reason for one in rate} == {
        "农场": "农场不参加排名", "小村": "人口不足1,000人", "缺镇": "缺人口",
    }  # fmt: skip
    assert {one.figure.area_code: one.reason for one in part} == {
        "农场": "农场不参加排名", "小村": "基数为0", "缺镇": "人民调解受理数不足10件",
    }  # fmt: skip
    assert {one.reason for one in count} == {"农场不参加排名", "人口不足1,000人", "本指标不排名"}


def test_what_no_import_covers_is_the_reason_of_everybody(build_of):
    found = ranking(build_of(ten(coverage=())), RATE, TO_MAY)
    assert (found.status, found.rows) == ("not_ranked", ())
    assert {one.reason for one in found.unranked} == {"农场不参加排名", "未覆盖"}


def test_without_batches_the_month_before_is_without_them_too(build_of):
    """The first 60 cases of 癸 in April and 50 in May are of one bank: 90 to April, 180 to May, before 壬."""
    filed = [one for one in ten().cases if one.township_code == "癸"]
    other = [one for one in ten().cases if one.township_code != "癸"]
    named = [one._replace(case_number=f"癸{at}") for at, one in enumerate(filed)]
    taken = [(f"癸{at}", "某银行") for at in (*range(60), *range(150, 200))]
    build = with_causes(build_of(ten(cases=(*other, *named))), taken)
    found = ranking(build, RATE, TO_MAY, without=True)
    rows = {one.figure.area_code: one for one in found.rows}
    assert found.is_without_batches
    assert (rows["癸"].figure.numerator, rows["癸"].place, rows["癸"].before) == (180, 9, 9)
    assert (rows["壬"].figure.numerator, rows["壬"].place, rows["壬"].before) == (245, 10, 10)
    counted = ranking(build, RATE, TO_MAY)
    assert (counted.rows[-1].figure.area_code, counted.rows[-1].place) == ("癸", 10)
    assert counted.rest is not None
    assert (counted.rest.of["癸"].rank, found.rest) == (9, None)
    among = ranking(build, RATE, TO_MAY, kind="镇").rest
    assert among is not None
    assert among.status == "too_few"


def test_where_cases_clump_nobody_has_a_place_and_all_stand_in_the_order_of_the_list(build_of):
    """甲 files 100 in April alone: places by all cases and without batches, of which there are none, say nothing."""
    build = with_causes(build_of(ten(case("甲", "2026-04-07", times=400))), [("甲0", "某银行")])
    found = ranking(build, RATE, TO_MAY)
    assert (found.status, found.has_places) == ("clumped", False)
    assert [one.figure.area_code for one in found.rows] == list(KINDS)
    assert {(one.place, one.among_peers, one.before, one.moved) for one in found.rows} == {(None,) * 4}
    assert {one.figure.area_code for one in found.unranked} == {"农场", "小村", "缺镇"}
    assert found.rest is not None
    assert found.rest.status == "clumped"
    assert ranking(build, RATE, TO_MAY, kind="街道").status == "clumped"


def test_places_that_a_notice_printed_are_taken_under_the_very_same_definition_only(build):
    printed = (Place(RATE.name, "甲", 7), Place(PART.name, "乙", 3))
    own, other = build.definition.to_json(), Definition(exclude_batch_filings=True).to_json()
    again = replace(build.definition, version=7, name="又一名称").to_json()
    april, march = date(2026, 4, 1), date(2026, 3, 1)
    asked = [
        (Before(april, own, printed), ("issued", {"甲": 7})),
        (Before(april, again, printed), ("issued", {"甲": 7})),
        (Before(april, other, printed), ("computed", None)),
        (Before(march, own, printed), ("computed", None)),
        (Before(april, own, printed[1:]), ("computed", None)),
    ]
    for issued, (source, places) in asked:
        found = places_before(build, RATE, TO_MAY, issued=issued)
        assert found.source == source
        assert found.of == places or (places is None and found.of["甲"] == 2)
    assert places_before(build, RATE, month(2026, 5), issued=asked[0][0]).source == "computed"
    assert places_before(build, RATE, TO_MAY, issued=asked[0][0], without=True).source == "computed"


def test_a_month_earlier_never_crosses_the_start_of_the_year_that_is_counted():
    assert a_month_before(year_to_date(date(2026, 1, 31))) is None
    assert a_month_before(year_to_date(date(2025, 12, 31), december=True)) is None
    assert a_month_before(year_to_date(date(2026, 1, 31), december=True)) == year_to_date(date(2025, 12, 31), True)
    assert a_month_before(year_to_date(date(2026, 3, 15))) == year_to_date(date(2026, 2, 28))
    assert a_month_before(month(2026, 1)) == month(2025, 12)
    assert a_month_before(rolling12(date(2026, 1, 31))) == rolling12(date(2025, 12, 31))
    assert a_month_before(quarter(2026, 2)) is None
    assert a_month_before(free(date(2026, 1, 1), date(2026, 5, 31))) is None
