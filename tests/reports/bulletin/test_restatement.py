"""修订说明 as a document: what it says of a month that got one more case after it was issued."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from data.desk import UploadedFile
from metrics._restatement import restated
from metrics._restatement_why import Why
from reports.bulletin.issuing import issue_month
from reports.bulletin.kinds import review_of
from reports.bulletin.prepare import brief_for
from reports.bulletin.restated import changed_months
from reports.bulletin.restatement import restatement_of
from tests.data.exports import a_case, cases_file
from tests.reports.bulletin.small_home import MARCH, NOW, TODAY, build_of, made

NAMES = ("litigation_rate", "civil_filings")


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """The issued notice, its review and what is otherwise now: 石坪乡 got two cases more, nobody else did."""
    desk = made(tmp_path_factory.mktemp("restated"))
    before = build_of(desk)
    review = review_of(before, brief_for(desk.home.root, before, "monthly", MARCH, TODAY))
    issued = issue_month(desk.home, review, (), (), {}, seen=0, by="张三", at=NOW)
    rows = [a_case(200 + n, date(2025, 3, 15), "安和县石坪乡南街3号") for n in range(2)]
    path = cases_file(desk.home.root.parent / "files", rows, "补录.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)
    return issued, review, restated(desk.home, before, build_of(desk), NAMES, MARCH)


@pytest.fixture(scope="module")
def told(parts):
    """The notice's explanation."""
    return restatement_of(*parts, date(2025, 5, 6), is_draft=False)


def text_of(section):
    return "\n".join(f"{one.lead}{one.text}" for one in section.paragraphs)


def test_it_says_when_it_was_issued_on_which_builds_it_rests_and_which_imports_came(told):
    assert told.head.title == "关于2025年3月诉源治理通报的修订说明"
    assert (told.head.dated, told.head.is_draft, told.file_stem) == (
        date(2025, 5, 6), False, "安和县2025年3月诉源治理通报修订说明"
    )  # fmt: skip
    assert text_of(told.sections[0]) == (
        "原通报于2025年4月3日定稿（第1次），所用为第1号数据版本；本说明按第2号数据版本核对。"
        "与定稿时相比，2个区域的4项数有变化；全县按案由分的1项件数有变化。\n"
        "有关导入。第4号导入：案件台账，2025-04-03导入。\n"
        "乡镇街道的案由。部分乡镇街道按案由分的件数也有变化；两份数字对照可能推知个别情况，本说明不列，更正后的通报按规定列出。"
    )


def test_a_table_of_each_period_lists_old_new_difference_and_reason_and_no_count_twice(told):
    assert [one.name for one in told.tables] == ["修订-累计-万人成讼率", "修订-累计-案由", "修订-当月-万人成讼率"]
    table = told.tables[2]
    assert [one.title for one in table.columns] == [
        "乡镇街道", "原件数", "原数值", "原位次", "现件数", "现数值", "现位次", "件数差", "原因",
    ]  # fmt: skip
    stone, county = (tuple(cell.text for cell in row) for row in table.rows)
    n = int(stone[1])
    assert stone[0] == "石坪乡"
    assert (stone[4], stone[7], stone[8]) == (str(n + 2), "+2", "第4号导入补入2件")
    assert float(stone[2]) == pytest.approx(n / 0.3, abs=0.005)
    assert float(stone[5]) == pytest.approx((n + 2) / 0.3, abs=0.005)
    assert county[0] == "安和县"


def test_the_county_by_cause_has_old_and_new_without_reason_or_township(told):
    table = told.tables[1]
    assert table.title == "2025年1—3月（累计）全县按案由分的新收件数原值与现值"
    assert [one.title for one in table.columns] == ["案由", "原件数", "现件数", "件数差"]
    assert [tuple(cell.text for cell in row) for row in table.rows] == [("民间借贷纠纷", "60", "62", "+2")]


def test_who_only_changed_places_with_others_stands_in_a_sentence_and_in_no_table(parts):
    issued, review, found = parts
    one = next(one for one in found.rows if (one.area_name, one.metric.name) == ("石坪乡", "litigation_rate"))
    moved = replace(one, new=replace(one.old, rank=1), why=(Why("place_only", "numerator", 0),))
    notice = restatement_of(issued, review, replace(found, rows=(moved,), causes=()), date(2025, 5, 6))
    [part] = [part for part in notice.sections if part.name == f"restatement_{one.span}"]
    assert text_of(part) == (
        "位次。以下乡镇街道的数没有变化，位次因其他乡镇街道的变化而变：石坪乡万人成讼率由第3位变为第1位。"
    )
    assert part.tables == ()


def test_a_family_notice_of_which_only_causes_changed_is_restated_in_all_three_documents(tmp_path):
    desk = made(tmp_path)
    before = build_of(desk)
    review = review_of(before, brief_for(desk.home.root, before, "family", MARCH, TODAY))
    issued = issue_month(desk.home, review, (), (), {}, seen=0, by="张三", at=NOW)
    path = cases_file(tmp_path / "files", [a_case(99, date(2025, 3, 31), cause="离婚纠纷")], "更正.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=datetime(2026, 3, 1))
    [changed] = changed_months(desk.home, build_of(desk), "family", MARCH, date(2025, 5, 6))
    assert (changed.issued.id, changed.found.rows) == (issued.id, ())
    assert [(one.span, one.line, one.old, one.new) for one in changed.found.causes] == [
        ("to_date", "离婚及夫妻财产", 0, 1),
        ("to_date", "婚姻家庭、继承纠纷", 0, 1),
        ("month", "离婚及夫妻财产", 0, 1),
        ("month", "婚姻家庭、继承纠纷", 0, 1),
    ]
    assert {name.rpartition(".")[2] for name in changed.files} == {"docx", "pdf", "xlsx"}


def test_a_family_notice_that_told_no_township_its_filings_tells_none_in_its_restatement(tmp_path):
    desk = made(tmp_path)
    before = build_of(desk)
    review = review_of(before, brief_for(desk.home.root, before, "family", MARCH, TODAY))
    issue_month(desk.home, review, (), (), {}, seen=0, by="张三", at=NOW)
    case = a_case(200, date(2025, 3, 15), "安和县石坪乡南街3号", cause="离婚纠纷")
    path = cases_file(tmp_path / "files", [case], "补录.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)
    [changed] = changed_months(desk.home, build_of(desk), "family", MARCH, date(2025, 5, 6))
    assert {one.area_name for one in changed.found.rows} == {"安和县"}
    assert "离婚及夫妻财产" in {one.line for one in changed.found.causes}
