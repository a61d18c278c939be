"""What a definition leaves out of a build: nothing is lost, every case is counted or told by which rule it is not."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.build.trial import trial_build
from data.definition import Definition
from data.desk import Desk
from data.reference import rows_of
from data.reference.causes import below, groups, official_name, path_of
from metrics import METRICS, Figure, compute
from metrics._exclusions import batch_runs, causes_in_use, groups_in_use, left_out
from metrics._period import free
from metrics._without_batches import places_without_batches
from tests.data.exports import civil, population_file, townships_file, write_csv
from tests.data.loading import NOW, load

START, END = date(2025, 1, 1), date(2025, 12, 31)
BANK, SHOP = "安和农村商业银行股份有限公司", "安和县百货有限公司"


def rows_for(days: list[date], plaintiff: str, first: int, cause: str = "金融借款合同纠纷"):
    return [(civil(first + n), day.isoformat(), cause, plaintiff, "安和县柳河镇东街12号") for n, day in enumerate(days)]


def daily(first: date, n: int, step: int = 1) -> list[date]:
    return [first + timedelta(days=step * i) for i in range(n)]


# The bank: 12 cases in 12 days, then 3 far apart. The shop: 9 in a month, one too few. Persons: never a batch.
ROWS = [
    *rows_for(daily(date(2025, 3, 1), 12), BANK, 1),
    *rows_for(daily(date(2025, 6, 1), 3, 40), BANK, 100),
    *rows_for(daily(date(2025, 4, 1), 9, 3), SHOP, 200, "买卖合同纠纷"),
    *rows_for(daily(date(2025, 5, 1), 15), "张三", 300, "民间借贷纠纷"),
    *rows_for([date(2025, 5, 2)], "李四", 400, "著作权权属纠纷"),
    *rows_for([date(2025, 5, 3)], "李四", 401, "离婚纠纷"),
]


@pytest.fixture
def loaded(desk: Desk, files: Path) -> Desk:
    header = ("案号", "立案日期", "案由", "原告", "被告住所地")
    load(desk, townships_file(files), population_file(files), write_csv(files / "安和县案件.csv", header, ROWS))
    return desk


def under(desk: Desk, **changes):
    return trial_build(desk.home, desk.counts, definition=replace(Definition(), **changes), now=NOW)


def ask(build, sql: str):
    return build.cursor().execute(sql).fetchall()


def test_a_batch_is_many_cases_of_one_organisation_within_the_days(loaded: Desk):
    with under(loaded) as build:
        assert ask(build, "SELECT organisation, count(*) FROM batch_filings GROUP BY ALL") == [(BANK, 12)]
        assert ask(build, "SELECT count(*) FROM cases WHERE is_excluded") == [(0,)]
    with under(loaded, batch_smallest=9) as build:
        found = ask(build, "SELECT organisation, count(*) FROM batch_filings GROUP BY ALL ORDER BY ALL")
        assert found == [(BANK, 12), (SHOP, 9)]
    with under(loaded, batch_smallest=9, batch_days=24) as build:
        assert ask(build, "SELECT DISTINCT organisation FROM batch_filings") == [(BANK,)]


def test_batches_are_what_a_plain_count_of_windows_finds(loaded: Desk):
    """Against a plain reading of the rule: some window of so many days around a case holds so many cases."""
    for smallest, days in ((2, 3), (3, 40), (4, 81), (10, 30), (12, 12), (12, 11), (16, 200)):
        expected = set()
        for name in (BANK, SHOP):
            own = [(row[0], date.fromisoformat(row[1])) for row in ROWS if row[3] == name]
            for _, start in own:
                window = [number for number, day in own if 0 <= (day - start).days < days]
                expected |= set(window) if len(window) >= smallest else set()
        with under(loaded, batch_smallest=smallest, batch_days=days) as build:
            assert {number for (number,) in ask(build, "SELECT case_number FROM batch_filings")} == expected


def test_a_cause_is_left_out_with_all_that_stands_below_it(loaded: Desk):
    with under(loaded, excluded_causes=("合同纠纷",)) as build:
        found = dict(ask(build, "SELECT cause, count(*) FROM cases WHERE NOT is_excluded GROUP BY cause"))
        assert found == {"著作权权属纠纷": 1, "离婚纠纷": 1}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({"excluded_causes": ("民间借贷纠纷",)}, {"cause": 15}),
        ({"excluded_groups": ("intellectual_property",)}, {"group": 1}),
        ({"exclude_batch_filings": True}, {"batch": 12}),
        (
            {
                "excluded_causes": ("借款合同纠纷",),
                "excluded_groups": ("intellectual_property",),
                "exclude_batch_filings": True,
                "batch_smallest": 9,
            },
            {"cause": 30, "group": 1, "batch": 9},
        ),
    ],
)
def test_counted_and_left_out_are_all_cases_and_each_has_one_rule(loaded: Desk, changes, expected):
    with under(loaded, **changes) as build:
        by_rule = dict(ask(build, "SELECT excluded_by, count(*) FROM cases WHERE is_excluded GROUP BY ALL"))
        [(counted,)] = ask(build, "SELECT coalesce(sum(n), 0) FROM daily_counts WHERE count_name = 'civil_filings'")
        out = left_out(build, METRICS["civil_filings"], START, END, "county")
        [(by_cause,)] = ask(build, "SELECT coalesce(sum(n), 0) FROM daily_cause_counts")
        assert left_out(build, METRICS["litigation_rate"], START, END, "柳河镇") == out
        assert left_out(build, METRICS["civil_filings"], START, END, "石坪乡").total == 0
        assert left_out(build, METRICS["people_mediation_resolution_rate"], START, END, "county").total == 0
    assert by_rule == expected
    assert counted + out.total == len(ROWS)
    assert {rule: n for rule, n in out._asdict().items() if n} == expected
    assert by_cause == counted


def test_figures_without_batches_are_those_of_a_build_that_leaves_them_out(loaded: Desk):
    asked = [METRICS["civil_filings"], METRICS["litigation_rate"], METRICS["mediation_diversion_rate"]]
    period = free(START, END)
    with under(loaded, exclude_batch_filings=True) as build:
        expected = [told(one) for metric in asked for one in compute(build, [metric], period, by="all").rows()]
    with under(loaded) as build:
        found = [told(one) for metric in asked for one in places_without_batches(build, metric, period).figures]
        counted = compute(build, asked[:1], period, by="county").rows()[0].numerator
    assert found == expected
    assert expected[6][:2] == ("county", counted - 12)


def told(one: Figure) -> tuple[object, ...]:
    return one.area_code, one.numerator, one.denominator, one.value, one.base_numerator, one.phi, one.rank


def test_batches_are_listed_with_counts_causes_and_townships(loaded: Desk):
    with under(loaded) as build:
        [run] = batch_runs(build, START, END)
        assert batch_runs(build, date(2025, 3, 1), date(2025, 3, 5))[0].n == 5
        assert batch_runs(build, date(2025, 4, 1), END) == []
    assert (run.organisation, run.n, run.first, run.last) == (BANK, 12, date(2025, 3, 1), date(2025, 3, 12))
    assert (run.causes, run.places) == ("金融借款合同纠纷 12", "柳河镇 12")


def test_causes_and_groups_are_listed_with_their_cases(loaded: Desk):
    with under(loaded, excluded_causes=("离婚纠纷",)) as build:
        causes = causes_in_use(build, START, END)
    assert sum(one.n for one in causes) == len(ROWS)
    assert Counter({one.cause: one.excluded for one in causes if one.excluded}) == {"离婚纠纷": 1}
    assert next(one.above for one in causes if one.cause == "离婚纠纷") == "婚姻家庭、继承纠纷 › 婚姻家庭纠纷"
    assert {one.group: one.n for one in groups_in_use(causes)}["intellectual_property"] == 1


def test_people_of_one_year_only_are_the_denominator(desk: Desk, files: Path):
    rows = [("东门街道", 52000, 51000), ("柳河镇", 18000, 17000)]
    people = write_csv(files / "安和县人口.csv", ("地区", "2023年末常住人口", "2024年末常住人口"), rows)
    load(desk, townships_file(files), people)
    with under(desk, population_year=2023) as build:
        assert ask(build, "SELECT DISTINCT as_of, sum(people) FROM residents GROUP BY ALL") == [
            (date(2023, 12, 31), 70000)
        ]
    with under(desk) as build:
        assert len(ask(build, "SELECT DISTINCT as_of FROM residents")) == 2


def test_the_tree_of_causes_knows_other_names_and_rolls_up():
    assert official_name("离婚") == "离婚纠纷"
    assert official_name("居间合同纠纷") == "中介合同纠纷"
    assert official_name("随便写的") is None
    assert path_of("民间借贷纠纷") == ("民间借贷纠纷", "借款合同纠纷", "合同纠纷", "合同、准合同纠纷")
    assert path_of("随便写的") == ("随便写的",)
    assert below(["民间借贷纠纷", "离婚", "随便写的"], ["合同纠纷", "离婚纠纷"]) == ["民间借贷纠纷", "离婚"]
    assert below(["随便写的", "离婚"], ["随便写的"]) == ["随便写的"]


def test_every_other_name_and_every_group_means_a_cause_of_the_tree():
    names = {row["name"] for row in rows_of("causes")}
    codes = {row["code"] for row in rows_of("causes")}
    assert len(codes) == 1_218
    assert {row["parent"] for row in rows_of("causes")} <= codes | {""}
    assert {row["name"] for row in rows_of("cause_aliases")} <= names
    assert not {row["alias"] for row in rows_of("cause_aliases")} & names
    assert {cause for _, causes in groups().values() for cause in causes} <= names
