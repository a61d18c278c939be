"""Is a month ready: each thing that makes a notice wrong is told with its numbers, by hand-made counties."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from data.brief import Target
from data.definition import Definition
from data.store.controls import ControlFigure
from metrics import METRICS
from metrics._month_ready import OnRecord, month_checks
from tests.metrics.county import Span, write_build
from tests.metrics.tiny import COVERAGE, PEOPLE, case, tiny_county

OCTOBER, TODAY = date(2026, 10, 1), date(2026, 11, 5)
NAMES = ("litigation_rate", "people_mediation_resolution_rate", "civil_filings")
CLOSED = OnRecord(TODAY, set_aside=0, drafts=0, jobs=0, unknown_words=0, is_current=True)
MONTHS = [date(2025 + at // 12, at % 12 + 1, 5) for at in range(22)]
ORDINARY = [case("甲镇", day.isoformat(), times=20) for day in MONTHS]


def county(*rows, **changes):
    return replace(tiny_county(*ORDINARY, *rows), **changes)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """The build of a county in which nothing is missing."""
    return write_build(tmp_path_factory.mktemp("ready") / "b.duckdb", county())


def found(folder, given=None, record=CLOSED, names=NAMES):
    """The checks of a county, or of a build that is there already."""
    build = folder if given is None else write_build(folder / "b.duckdb", given)
    metrics = [METRICS[name].under(build.definition) for name in names]
    return month_checks(build, metrics, OCTOBER, record)


def troubles(checks):
    return {(one.name, one.state): one.sentence for one in checks if one.state != "ok"}


def test_a_month_with_all_its_data_is_ready_but_for_the_targets_that_nobody_entered(ready):
    assert troubles(found(ready)) == {
        ("目标值", "warn"): "没有登记2026年万人成讼率、人民调解化解率的目标值，通报不列未达标清单中的这些项。"
    }


@pytest.mark.parametrize(
    ("record", "key", "sentence"),
    [
        (
            replace(CLOSED, today=date(2026, 10, 31)),
            ("月份", "stop"),
            "2026年10月到2026-10-31才结束，现在是2026-10-31，不能定稿。",
        ),
        (replace(CLOSED, set_aside=15), ("待修正的行", "warn"), "生效的导入中有 15 行待修正，没有计入。"),
        (
            replace(CLOSED, drafts=2, jobs=1),
            ("草稿和任务", "warn"),
            "有2 份草稿没有发布，1 项任务正在处理或等待，其中的数没有计入。",
        ),
        (
            replace(CLOSED, is_current=False),
            ("数据版本", "stop"),
            "有新的认定、含义或口径还没有计入现在的数，请先重新计算，再定稿。",
        ),
        (
            replace(CLOSED, unknown_words=3),
            ("不认得的写法", "warn"),
            "台账里有 3 种写法没有指定含义，有关的行可能没有算对。",
        ),
        (replace(CLOSED, revisions=1), ("已经定稿", "warn"), "2026年10月已经定稿 1 次，再次定稿是更正，原通报保留。"),
        (
            replace(CLOSED, issued_last=date(2026, 9, 1), definition_then=Definition(smallest_ranked_population=500)),
            ("口径", "warn"),
            "口径与上次定稿（2026年9月）不同，位次不与上月比较：参加排名的最小人口：500 人 → 1,000 人。",
        ),
    ],
)
def test_what_people_left_open_is_told_with_numbers(record, key, sentence, ready):
    assert troubles(found(ready, record=record))[key] == sentence


def test_of_a_notice_of_mere_counts_no_target_is_asked(ready):
    assert "目标值" not in [one.name for one in found(ready, names=("civil_filings",))]


def test_the_same_definition_as_last_time_is_said_to_be_the_same(ready):
    record = replace(CLOSED, issued_last=date(2026, 9, 1), definition_then=Definition(version=1))
    said = {one.name: (one.state, one.sentence) for one in found(ready, record=record)}
    assert said["口径"] == ("ok", "口径与上次定稿（2026年9月）相同。")


def test_a_ledger_that_does_not_reach_the_months_end_stops_and_says_how_many_days(tmp_path):
    short = [Span("cases", None, date(2025, 1, 1), date(2026, 10, 20)), *COVERAGE[1:]]
    told = troubles(found(tmp_path, county(coverage=tuple(short))))
    assert told["数据齐全", "stop"] == "案件台账在2026年10月有 11 天没有导入，只到2026-10-20，不能定稿。"


def test_days_missing_earlier_in_the_year_are_a_warning(tmp_path):
    gap = [
        Span("cases", None, date(2025, 1, 1), date(2026, 3, 31)),
        Span("cases", None, date(2026, 4, 11), date(2026, 10, 31)),
    ]
    told = troubles(found(tmp_path, county(coverage=(*gap, *COVERAGE[1:]))))
    assert told["累计期间", "warn"] == "案件台账自2026-01-01起有 10 天没有导入，累计数不全。"


def test_a_ledger_never_imported_stops_only_where_it_leads(tmp_path):
    cases_only = county(coverage=COVERAGE[:1])
    (tmp_path / "one").mkdir()
    told = troubles(found(tmp_path / "one", cases_only))
    assert told["数据齐全", "warn"] == "还没有导入人民调解台账，通报中有关的数空缺。"
    told = troubles(found(tmp_path, cases_only, names=NAMES[1:]))
    assert ("数据齐全", "stop") in told


def test_people_are_missing_for_one_township_or_for_all(tmp_path):
    (tmp_path / "one").mkdir()
    told = troubles(found(tmp_path / "one", county(people=PEOPLE[:2])))
    assert told["人口", "warn"] == "丙镇 1 个乡镇街道缺常住人口，它们和全县的万人成讼率空缺。"
    told = troubles(found(tmp_path, county(people=())))
    assert told["人口", "stop"] == "没有一个乡镇街道有常住人口，万人成讼率不能计算。"


def test_no_township_is_listed(tmp_path):
    told = troubles(found(tmp_path, county(townships=(), people=(), cases=())))
    assert told["名册", "stop"] == "还没有乡镇街道名册，案件都不能归属。"


def test_a_share_of_unassigned_far_beyond_the_usual_is_told_with_both(tmp_path):
    usual = [case("unassigned", day.isoformat(), times=1) for day in MONTHS[:-1]]
    now = case("unassigned", "2026-10-06", times=12)
    told = troubles(found(tmp_path, county(*usual, now)))
    assert told["未归属", "warn"] == ("2026年10月新收 32 件，12 件未归属，占37.5%，明显高于前12个月的中位数4.8%。")


def test_few_unassigned_cases_are_no_warning_however_high_the_share(tmp_path):
    told = {one.name: one for one in found(tmp_path, county(case("unassigned", "2026-10-06", times=9)))}
    assert (told["未归属"].state, told["未归属"].page) == ("ok", "names")


def test_a_month_of_more_than_twice_the_usual_is_told_until_it_was_issued(tmp_path):
    given = county(case("乙镇", "2026-08-05", times=40))
    (tmp_path / "one").mkdir()
    told = troubles(found(tmp_path / "one", given))
    assert told["月份异常", "warn"] == "案件台账2026年8月共 60 条，超过平常的两倍（中位数 20 条）。"
    record = replace(CLOSED, issued_last=date(2026, 9, 1), definition_then=Definition())
    assert ("月份异常", "warn") not in troubles(found(tmp_path, given, record=record))


def test_control_figures_that_differ_wait_for_an_explanation(ready):
    control = ControlFigure(1, "civil_filings", OCTOBER, 23, "司法统计", datetime(2026, 11, 3), "甲")
    told = troubles(found(ready, record=replace(CLOSED, controls=(control,))))
    assert told["控制数", "warn"] == "1 项控制数与明细有差额，没有说明：10月新收一审民商事案件差 -3。"
    months = tuple(replace(control, id=at, month=date(2026, at, 1), n=at) for at in range(1, 7))
    told = troubles(found(ready, record=replace(CLOSED, controls=months)))
    # 20 cases a month.
    named = "、".join(f"{at}月新收一审民商事案件差 +{20 - at}" for at in range(1, 6))
    assert told["控制数", "warn"] == f"6 项控制数与明细有差额，没有说明：{named}等。"
    earlier = replace(control, month=date(2025, 10, 1))
    assert ("控制数", "warn") not in troubles(found(ready, record=replace(CLOSED, controls=(earlier,))))


def test_targets_that_are_entered_are_counted(ready):
    targets = tuple(Target(name, 2026, 60, "at_most", "county", "文") for name in NAMES[:2])
    assert troubles(found(ready, record=replace(CLOSED, targets=targets))) == {}
