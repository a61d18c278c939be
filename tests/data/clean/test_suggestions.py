from datetime import date

import pytest

from tests.data.clean.sheets import cleaned, codes, only

FIELDS = (
    "number",
    "addressee",
    "suggestion_type",
    "issued_on",
    "delivered_on",
    "reply_due_on",
    "replied_on",
    "adoption",
)


def suggestion(**more):
    row = {
        "number": "安法建〔2025〕1号",
        "addressee": "安和县住房和城乡建设局",
        "suggestion_type": "个案",
        "issued_on": "2025-02-01",
        "delivered_on": "2025-02-05",
        "reply_due_on": "60日",
        "replied_on": "",
        "adoption": "",
    } | more
    return tuple(row[name] for name in FIELDS)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2025-04-10", date(2025, 4, 10)),
        ("60日", date(2025, 4, 6)),
        ("收到之日起60日内书面反馈", date(2025, 4, 6)),
        (60.0, date(2025, 4, 6)),
        ("两个月", date(2025, 4, 5)),
        ("10个工作日", date(2025, 2, 19)),
        ("", None),
    ],
)
def test_a_reply_is_due_on_a_day_or_so_long_after_the_suggestion_arrived(written, due):
    assert only(cleaned("suggestions", FIELDS, [suggestion(reply_due_on=written)]))["reply_due_on"] == due


def test_a_month_that_is_too_short_ends_the_limit_on_its_last_day():
    row = suggestion(delivered_on="2024-12-31", reply_due_on="两个月")
    assert only(cleaned("suggestions", FIELDS, [row]))["reply_due_on"] == date(2025, 2, 28)


def test_without_a_day_of_delivery_the_limit_runs_from_the_day_of_issue():
    row = only(cleaned("suggestions", FIELDS, [suggestion(delivered_on="")]))
    assert row["reply_due_on"] == date(2025, 4, 2)


def test_an_unclear_limit_is_said_and_the_row_counts():
    result = cleaned("suggestions", FIELDS, [suggestion(reply_due_on="尽快")])
    assert only(result)["reply_due_on"] is None
    assert codes(result) == ["due_unclear"]


def test_a_day_of_reply_means_that_there_was_one():
    assert only(cleaned("suggestions", FIELDS, [suggestion(replied_on="2025-03-01")]))["is_replied"] is True
    assert only(cleaned("suggestions", FIELDS, [suggestion()]))["is_replied"] is None


@pytest.mark.parametrize(
    ("written", "adoption"),
    [("采纳", "adopted"), ("部分采纳", "partly"), ("未采纳", "rejected"), ("整改中", "open"), ("", None)],
)
def test_adoption_falls_into_its_buckets(written, adoption):
    assert only(cleaned("suggestions", FIELDS, [suggestion(adoption=written)]))["adoption"] == adoption


def test_an_addressee_that_is_a_person_is_dropped_and_a_township_in_a_units_name_places_the_row():
    row = only(cleaned("suggestions", FIELDS, [suggestion(addressee="张三丰")]))
    assert row["addressee"] is None
    row = only(cleaned("suggestions", FIELDS, [suggestion(addressee="安和县柳河镇人民政府")]))
    assert (row["addressee"], row["place_defendant"]) == ("安和县柳河镇人民政府", "安和县柳河镇")
