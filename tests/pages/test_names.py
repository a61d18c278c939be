"""The names desk on screen: the queue, one click to decide, one build for all, and the way back."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.desk import Desk
from data.names import Names
from data.store.builds import current_build
from metrics import counts
from tests.data.exports import a_case, cases_file, civil, townships_file, write_csv
from tests.data.loading import NOW, begin, load
from tests.pages.conftest import Open, html

CASES = [
    a_case(1, date(2025, 3, 3)),
    a_case(2, date(2025, 3, 4), "柳合镇"),
    a_case(3, date(2025, 4, 5), "安和县柳合镇"),
    a_case(4, date(2025, 4, 6), "幸福村"),
    a_case(5, date(2025, 4, 7), "安和县"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = Desk(tmp_path / "home", counts())
    begin(desk, townships_file(tmp_path), cases_file(tmp_path, CASES))
    return desk.home.root


@pytest.fixture
def names(home: Path) -> Names:
    return Names(Desk(home, counts()).home)


def placed(home: Path) -> dict[str, int]:
    rows = current_build(home).cursor().execute("SELECT township_code, count(*) FROM cases GROUP BY ALL").fetchall()
    return dict(rows)


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def test_the_answer_says_how_many_names_and_rows_wait_and_what_share_lies_nowhere(home: Path, open_page: Open):
    at = open_page(home, "names")
    assert not at.exception
    shown = html(at)
    assert "还有 2 个地名不知道属于哪个乡镇，" in shown
    assert "出现 3 行次。" in shown
    assert "5 件中 4 件未归属，" in shown
    assert "占 80.0%。" in shown


def test_a_name_stands_with_its_rows_months_reason_and_spellings(home: Path, open_page: Open):
    shown = html(open_page(home, "names"))
    for words in (
        "柳合镇",
        "2行，其中2行因此未归属",
        "2025-03 至 2025-04",
        "被告住所地",
        "名册中没有",
        "“安和县柳合镇”",
    ):
        assert words in shown


def test_a_click_on_a_candidate_decides_and_one_build_puts_all_decisions_in_force(
    home: Path, names: Names, open_page: Open
):
    at = open_page(home, "names")
    at = press(at, "柳河镇 95分")
    assert "已记下：“柳合镇”→ 柳河镇。" in html(at)
    at.selectbox(key="other_幸福村").set_value("石坪乡").run()
    assert placed(home) == {"柳河镇": 1, "unassigned": 4}
    at = open_page(home, "names")
    assert "待生效 2 条" in html(at)
    assert "没有待认定的地名。" in html(at)
    at = press(at, "立即重新归属")
    assert placed(home) == {"柳河镇": 3, "石坪乡": 1, "unassigned": 1}
    assert "未归属的案件 4 → 1 件" in html(at)
    assert "待生效" not in html(at)
    assert {one.decided_by for one in names.decisions()} == {"本机用户"}


def test_names_may_be_left_or_put_outside(home: Path, names: Names, open_page: Open):
    at = open_page(home, "names")
    at.button(key="leave_柳合镇").click().run()
    at.button(key="outside_幸福村").click().run()
    assert names.decided() == {"柳合镇": "leave", "幸福村": "outside"}
    shown = html(at)
    assert "不归属（已看过）" in shown
    assert "待生效 1 条" in shown


def test_decisions_are_listed_with_who_and_when_and_can_be_withdrawn(home: Path, names: Names, open_page: Open):
    names.decide("柳合镇", "柳河镇", by="王某", now=NOW)
    at = open_page(home, "names")
    shown = html(at)
    assert "王某" in shown
    assert NOW.strftime("%Y-%m-%d %H:%M") in shown
    assert "names?withdraw=p1" in shown
    at = open_page(home, "names", withdraw="p1")
    assert "将撤回：“柳合镇”→ 柳河镇。" in html(at)
    at = press(at, "确认撤回")
    assert names.decided() == {}
    assert "已撤回“柳合镇”的认定" in html(at)
    assert "本机用户于" in html(at)


def test_a_withdrawal_that_is_cancelled_changes_nothing(home: Path, names: Names, open_page: Open):
    names.decide("柳合镇", "柳河镇", by="王某", now=NOW)
    at = press(open_page(home, "names", withdraw="p1"), "取消")
    assert names.decided() == {"柳合镇": "柳河镇"}
    assert "将撤回" not in html(at)


def test_names_can_be_searched_for_and_those_that_say_too_little_be_shown(home: Path, open_page: Open):
    at = open_page(home, "names", find="幸福")
    assert [one.key for one in at.button if (one.key or "").startswith("leave_")] == ["leave_幸福村"]
    at = open_page(home, "names", find="没有这个")
    assert "没有符合的地名。" in html(at)
    at = open_page(home, "names", which="every")
    assert "leave_安和县" in {one.key for one in at.button}


def place_form(at: AppTest, number: str, area: str | None, reason: str) -> AppTest:
    [case] = [one for one in at.text_input if one.label == "案号"]
    [why] = [one for one in at.text_input if one.label == "理由"]
    [where] = [one for one in at.selectbox if one.label == "归属"]
    case.set_value(number)
    why.set_value(reason)
    if area is not None:
        where.set_value(area)
    return press(at, "指定归属")


def test_one_case_is_placed_by_hand_with_a_reason(home: Path, names: Names, open_page: Open):
    at = place_form(open_page(home, "names"), "(2025)甘0733民初2", "石坪乡", "电话核实")
    assert f"已记下：{civil(2)} → 石坪乡" in html(at)
    assert "电话核实" in html(at)
    [one] = names.placements()
    assert (one.case_number, one.area, one.decided_by) == (civil(2), "石坪乡", "本机用户")


@pytest.mark.parametrize(
    ("number", "area", "reason", "words"),
    [
        (civil(99), "石坪乡", "核实", "没有案号为"),
        ("某案", "石坪乡", "核实", "这不是能识别的案号"),
        (civil(2), None, "核实", "请选择归属"),
        (civil(2), "石坪乡", "", "请写明理由"),
    ],
)
def test_what_cannot_be_placed_is_told_in_a_sentence(home: Path, names, open_page: Open, number, area, reason, words):
    at = place_form(open_page(home, "names"), number, area, reason)
    assert words in html(at)
    assert names.placements() == []


def test_villages_that_two_townships_have_are_named(home: Path, tmp_path: Path, open_page: Open):
    assert "还没有村（社区）名册" in html(open_page(home, "names"))
    rows = [("和平村", "柳河镇"), ("和平村", "石坪乡"), ("孤村", "哪里镇")]
    load(Desk(home, counts()), write_csv(tmp_path / "安和县村社.csv", ("村（社区）", "所属乡镇"), rows))
    shown = html(open_page(home, "names"))
    assert "其中 1 个在几个乡镇街道都有（和平村）" in shown
    assert "哪里镇" in shown


def test_when_nothing_waits_the_page_says_so(filled: Path, open_page: Open):
    at = open_page(filled, "names")
    assert not at.exception
    assert "没有待认定的地名。" in html(at)


def test_the_quality_page_leads_to_the_desk(home: Path, open_page: Open):
    at = open_page(home, "quality")
    assert "地名归属" in html(at)
