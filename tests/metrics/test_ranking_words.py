"""What is said of a ranking: names only where they may be said, and a reason where none may."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS
from metrics._period import month, year_to_date
from metrics._places_before import NOTHING_BEFORE, PlacesBefore
from metrics._rank_intervals import Standing, Standings
from metrics._ranking_table import RankingRow, RankingTable
from metrics._ranking_words import answer_words, batch_notes, batch_words, before_words, moved_words, naming_words
from tests.metrics.one_figure import figure

RATE = METRICS["litigation_rate"]
PLAIN = Standing(2, 1, 4, 2.1, 0.0, False, 0.5, False, 1, 50.0, 45.0, 55.0)
LAST = replace(PLAIN, among_worst=0.934, may_be_named=True)
FIRST = replace(PLAIN, among_best=0.998, may_be_named_best=True)
COUNTY = replace(
    figure(RATE, 900, 90_000, 800, 90_000, area_code="county"),
    period_start=date(2026, 1, 1), period_end=date(2026, 5, 31),
)  # fmt: skip


def row(name, standing=PLAIN, before=None, rank=2):
    one = replace(COUNTY, area_code=name, area_name=name, rank=rank)
    return RankingRow(one, "镇", 1, 3, standing, before)


def table(*rows, status="ok", **changes):
    return RankingTable(RATE, status, rows, (), COUNTY, NOTHING_BEFORE, **changes)


def test_the_answer_names_only_those_who_may_be_named():
    found = answer_words(table(row("甲镇", FIRST), row("乙镇"), row("丙镇", LAST), row("丁镇", LAST)))
    assert found == [
        "2026年1—5月万人成讼率，4 个乡镇街道由低到高排名："
        "有80%以上把握列入后三位的是丙镇、丁镇；有80%以上把握列入前三位的是甲镇。",
        "其余乡镇街道不宜点名：位次区间相互重叠。",
    ]


def test_an_end_without_a_name_is_told_beside_the_other():
    [first, _] = answer_words(table(row("甲镇"), row("丙镇", LAST), is_without_batches=True, kind="镇"))
    assert first == (
        "2026年1—5月万人成讼率（剔除批量案件），2 个镇由低到高排名："
        "有80%以上把握列入后三位的是丙镇；前三位没有可以点名的。"
    )


def test_where_nobody_may_be_named_the_answer_says_so_and_why():
    [first, why] = answer_words(table(row("甲镇"), row("乙镇")))
    assert "没有一个有80%以上的把握列入前三位或后三位，不宜点名" in first
    assert "重叠" in why
    clumped = [replace(row("甲镇", None), figure=replace(row("甲镇").figure, phi=6.62))] * 2
    why = "2026年1—5月万人成讼率：案件过于集中成批（φ=6.6，超过5），位次靠不住，不编位次。"
    assert answer_words(table(*clumped, status="clumped", rest=Standings("ok", {}))) == [why]
    assert answer_words(table(*clumped, status="clumped", rest=Standings("clumped", {}, 5.51))) == [
        why,
        "剔除批量案件后仍过于集中（φ为5.5），同样不编位次。",
    ]
    assert answer_words(table(status="not_ranked", kind="乡")) == ["2026年1—5月万人成讼率没有可以排名的乡。"]


def test_a_township_that_only_a_batch_put_there_is_named_with_its_place_without_it():
    rest = Standings("ok", {"甲镇": replace(FIRST, rank=1), "丙镇": replace(PLAIN, rank=2), "丁镇": LAST})
    rows = row("甲镇", FIRST), row("乙镇"), row("丙镇", LAST), row("丁镇", LAST)
    told = table(*rows, rest=rest)
    assert "列入后三位的是丙镇（剔除批量案件后第2位，不足以认定）、丁镇；" in answer_words(told)[0]
    assert [batch_words(told, one) for one in rows] == ["", "", "剔除批量案件后第2位，不足以认定", ""]
    assert batch_notes(told) == "＊\u00a0丙镇剔除批量案件后第2位，不足以认定。"
    assert batch_notes(table(*rows)) == ""


def test_a_township_is_named_with_how_sure_it_is_and_never_as_certain():
    assert [naming_words(row("甲镇", one)) for one in (LAST, FIRST, PLAIN, None)] == [
        "后三位（93%）", "前三位（>99%）", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "words"), [(5, "升3"), (1, "降1"), (2, "持平"), (None, "—")])
def test_a_move_is_told_in_places(before, words):
    assert moved_words(row("甲镇", before=before)) == words


def test_where_the_places_of_the_month_before_come_from_is_said():
    april = year_to_date(date(2026, 4, 30))
    assert "已印发通报的位次（2026年1—4月，口径相同）" in before_words(PlacesBefore("issued", april, {"甲": 1}))
    assert "重新计算（2026年4月），不是已印发通报的位次" in before_words(PlacesBefore("computed", month(2026, 4), {}))
    assert "不与上月比位次" in before_words(NOTHING_BEFORE)
