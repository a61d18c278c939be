"""The monthly notice as a whole: every word and cell of a county worked by hand, and no number that is no figure."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from data.brief import Target
from metrics._review import monthly_metrics
from reports.bulletin.content import Cell, Paragraph, Table
from reports.bulletin.kinds import notice_of, review_of
from tests.metrics.tiny import mediation
from tests.reports.bulletin.as_text import as_text
from tests.reports.bulletin.counties import DISPUTES, MONTH, batch_of, brief, hand_worked, ten_townships, told
from tests.reports.bulletin.printed_numbers import strangers, unlike_their_text

GOLDEN = Path(__file__).parent / "golden" / "monthly.txt"
"""Counts, shares, changes and rates were worked out by hand from counties.CASES, DISPUTES and BATCHES."""


@pytest.fixture(scope="module")
def small():
    return hand_worked()


@pytest.fixture(scope="module")
def large():
    """Batches so great that places hold only without them."""
    cases, batches = batch_of("东山镇", 400)
    return ten_townships({"城关街道": (60, 62), "双河乡": (1, 2), "西河镇": (40, 12)}, more=cases, batches=batches)


def test_every_word_and_cell_of_a_county_worked_by_hand(small):
    assert as_text(notice_of(told(small))) == GOLDEN.read_text(encoding="utf-8")


def test_the_same_build_and_brief_say_the_same(small):
    first, again = (notice_of(review_of(small, brief())) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("county", ["small", "large"])
@pytest.mark.parametrize("month", [MONTH, MONTH.replace(month=1)])
def test_every_number_in_the_text_is_a_figure_of_the_review(county, month, request):
    review = told(request.getfixturevalue(county), month=month)
    notice = notice_of(review)
    assert strangers(notice, review) == []
    assert unlike_their_text(notice.tables) == []


def test_every_number_told_of_targets_is_one(small):
    asked = (("litigation_rate", 130, "at_most", "county"), ("dispute_resolution_rate", 90, "at_least", "township"))
    targets = tuple(Target(name, 2026, Decimal(value), *more, "考核办法") for name, value, *more in asked)
    review = told(small, targets=targets)
    notice = notice_of(review)
    assert strangers(notice, review) == []
    assert unlike_their_text(notice.tables) == []


def test_a_number_that_is_no_figure_is_found(small):
    review = told(small)
    notice = notice_of(review)
    first, overall, *rest = notice.sections
    wrong = replace(overall, paragraphs=(Paragraph(overall.paragraphs[0].text.replace("42.50", "42.51")),))
    assert strangers(replace(notice, sections=(first, wrong, *rest)), review) == ["总体情况：42.51"]


def test_a_cell_that_holds_another_number_than_it_shows_is_found():
    row = (Cell("1,234", 1234), Cell("12.5%", 12.46), Cell("—"), Cell("12.5%", 12.44), Cell("7"), Cell("+3", -3))
    assert unlike_their_text([Table("表", "表", (), (row,))]) == list(row[3:])


def test_of_the_rates_of_settlement_the_first_that_is_kept_is_told(small):
    people = [mediation("甲镇", "2026-05-06", "people", "success", 20)]
    found = [monthly_metrics(one, MONTH) for one in (small, hand_worked(disputes=(*DISPUTES, *people)))]
    assert found == [("litigation_rate", "dispute_resolution_rate", "civil_filings")] * 2
    only = monthly_metrics(hand_worked(disputes=tuple(people)), MONTH)
    assert only == ("litigation_rate", "people_mediation_resolution_rate", "civil_filings")


def test_names_of_tables_and_sections_are_unique_and_titles_are_filled(large):
    notice = notice_of(told(large))
    for names in ([one.name for one in notice.tables], [one.name for one in (*notice.sections, *notice.attachments)]):
        assert len(set(names)) == len(names)
    assert all(one.heading for one in (*notice.sections, *notice.attachments))
    assert all(len(row) == len(table.columns) for table in notice.tables for row in table.rows)
    assert notice.head.closing == "供平安建设工作参考，不作为立案限制依据。"


def test_a_draft_says_so_and_an_issued_notice_does_not(small):
    assert notice_of(told(small)).head.is_draft
    assert not notice_of(told(small), is_draft=False).head.is_draft


def test_where_batches_decide_the_places_the_table_stands_twice(large):
    [places] = [one for one in notice_of(told(large)).attachments if one.name == "places"]
    assert [table.title for table in places.tables] == [
        "各乡镇街道万人成讼率",
        "各乡镇街道万人成讼率（剔除批量案件后）",
    ]
    counted, without = ({row[0].text: row[2].text for row in table.rows} for table in places.tables)
    assert (counted["东山镇"], without["东山镇"]) == ("500", "100")
    assert counted["双河乡"] == without["双河乡"] == "10"


def test_text_is_written_as_courts_write_it(large):
    for part in notice_of(told(large)).sections:
        for paragraph in part.paragraphs:
            text = paragraph.lead + paragraph.text
            assert not any(
                bad in text for bad in ("  ", "。。", "，，", "；。", "，。", "None", "nan", ",，", "限制立案", "压降")
            ), text
            assert text.endswith("。")


def test_a_county_without_anything_still_says_what_it_does_not_know():
    build = hand_worked(cases=(), disputes=(), batches=(), coverage=(), people=(), townships=())
    notice = notice_of(told(build))
    text = as_text(notice)
    assert "案件台账未覆盖这段时间" in text
    assert "0.00" not in text
    assert "places_chart" not in [part.name for part in notice.attachments]
