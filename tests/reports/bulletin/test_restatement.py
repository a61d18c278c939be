"""修订说明 as a document: what it says of a month that got one more case after it was issued."""

from datetime import date

import pytest

from data.desk import UploadedFile
from metrics._restatement import restated
from reports.bulletin.issuing import issue_month
from reports.bulletin.kinds import review_of
from reports.bulletin.prepare import brief_for
from reports.bulletin.restatement import restatement_of
from tests.data.exports import a_case, cases_file
from tests.reports.bulletin.small_home import MARCH, NOW, TODAY, build_of, made

NAMES = ("litigation_rate", "civil_filings")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The notice's explanation; 石坪乡 got two cases more, nobody else did."""
    desk = made(tmp_path_factory.mktemp("restated"))
    before = build_of(desk)
    review = review_of(before, brief_for(desk.home.root, before, "monthly", MARCH, TODAY))
    issued = issue_month(desk.home, review, (), (), {}, seen=0, by="张三", at=NOW)
    rows = [a_case(200 + n, date(2025, 3, 15), "安和县石坪乡南街3号") for n in range(2)]
    path = cases_file(desk.home.root.parent / "files", rows, "补录.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)
    found = restated(desk.home, before, build_of(desk), NAMES, MARCH)
    return restatement_of(issued, review, found, date(2025, 5, 6), is_draft=False)


def text_of(section):
    return "\n".join(f"{one.lead}{one.text}" for one in section.paragraphs)


def test_it_says_when_it_was_issued_on_which_builds_it_rests_and_which_imports_came(told):
    assert told.head.title == "关于2025年3月诉源治理通报的修订说明"
    assert (told.head.dated, told.head.is_draft, told.file_stem) == (
        date(2025, 5, 6), False, "安和县2025年3月诉源治理通报修订说明"
    )  # fmt: skip
    assert text_of(told.sections[0]) == (
        "原通报于2025年4月3日定稿（第1次），所用为第1号数据版本；本说明按第2号数据版本核对。"
        "与定稿时相比，2个区域的8项数有变化。\n"
        "有关导入。第4号导入：补录.csv，2025-04-03导入。"
    )


def test_a_table_of_each_period_lists_old_new_difference_and_reason_and_no_count_twice(told):
    assert [one.name for one in told.tables] == ["修订-累计-万人成讼率", "修订-当月-万人成讼率"]
    table = told.tables[1]
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
