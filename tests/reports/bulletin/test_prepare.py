"""The brief of a notice, gathered from the home: what was typed, targets of the year, what is overdue."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.brief import Overdue, Typed
from data.definition import Definition
from data.desk import Desk, UploadedFile
from data.store.alert_case import Entry
from data.store.alerts import open_case
from data.store.targets import enter_target
from data.store.typed import save_typed
from data.target_rules import Subject
from metrics._alert_rules import RULES
from reports.bulletin.prepare import brief_for
from tests.data.exports import write_csv
from tests.reports.bulletin.small_home import FEBRUARY, MARCH, NOW, TODAY, build_of, made

BY = {"by": "甲", "at": NOW}
RULE = RULES[0]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two alerts with a day, one of them past it; a suggestion without reply in the township, one outside."""
    desk = made(tmp_path_factory.mktemp("prepared"))
    for area, until in (("柳河镇", date(2025, 4, 1)), ("石坪乡", date(2025, 4, 30))):
        entry = Entry("assigned", FEBRUARY, {}, person="李主任", until=until)
        open_case(desk.home.state, entry, rule=RULE.name, area_code=area, area_name=area, first_month=FEBRUARY, **BY)
    header = ("文号", "发出日期", "反馈期限", "反馈日期", "被建议单位", "乡镇")
    rows = [
        ("安司建〔2025〕1号", "2025-02-03", "2025-03-03", "", "某公司", "柳河镇"),
        ("安司建〔2025〕2号", "2025-02-04", "2025-03-04", "2025-03-01", "某公司", "柳河镇"),
        ("安司建〔2025〕3号", "2025-03-20", "2025-04-20", "", "某局", "石坪乡"),
    ]
    path = write_csv(desk.home.root.parent / "files" / "安和县司法建议台账（2025年1月—3月）.csv", header, rows)
    [receipt] = desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)
    assert (receipt.error, receipt.rows_added) == (None, 3)
    return desk


def brief(desk: Desk, month: date = MARCH, dated: date = TODAY):
    return brief_for(desk.home.root, build_of(desk), "monthly", month, dated)


def test_what_is_past_its_day_is_overdue_and_what_is_not_is_not(desk):
    assert brief(desk).overdue == (
        Overdue("柳河镇", f"“{RULE.label}”预警没有办结", date(2025, 4, 1)),
        Overdue("柳河镇", "司法建议安司建（2025）1号（发某公司）没有反馈", date(2025, 3, 3)),
    )
    assert [one.area_code for one in brief(desk, dated=date(2025, 4, 1)).overdue] == ["柳河镇"]


def test_what_was_typed_goes_in_and_what_stays_the_same_is_kept_for_the_next_month(desk):
    said = Typed(office="安和县人民法院", addressee="县委政法委", reasons=("借贷增多",), letters_to=("柳河镇",))
    save_typed(desk.home.state, "monthly", FEBRUARY, said, **BY)
    own, after = brief(desk, FEBRUARY), brief(desk)
    assert (own.office, own.reasons, own.letters_to) == ("安和县人民法院", ("借贷增多",), ("柳河镇",))
    assert (after.office, after.addressee, after.reasons) == ("安和县人民法院", "县委政法委", ())


def test_targets_are_those_of_the_month_s_year(desk):
    subject = Subject("litigation_rate", "万人成讼率", "lower", None)
    for year, value in ((2025, "60"), (2026, "55")):
        enter_target(
            desk.home.state, subject, year=year, value=Decimal(value), direction="at_most", scope="county",
            document="安政法〔2025〕3号", **BY,
        )  # fmt: skip
    assert [(one.year, one.value) for one in brief(desk).targets] == [(2025, Decimal("60"))]


def test_december_belongs_to_the_next_statistical_year(desk):
    build = build_of(desk)
    shifted = replace(build, definition=replace(Definition(), year_starts_in_december=True))
    found = brief_for(desk.home.root, shifted, "monthly", date(2025, 12, 1), date(2026, 1, 5))
    assert [one.year for one in found.targets] == [2026]
