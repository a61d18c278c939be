import pytest

from data.ledgers import LEDGERS
from data.recognise.evidence import look_of
from data.recognise.header_block import Head
from data.recognise.proposal import guess_columns, ledger_score
from tests.data.recognise.sheets import CASE_NUMBER, sheet


def guesses(headers, *rows, ledger="cases"):
    table = sheet([headers, *rows])
    head = Head(table)
    return guess_columns(LEDGERS[ledger], head.block(0, 0), "", table.rows[1:])


def test_a_known_header_is_sure_and_says_why():
    (one,) = guesses(["案号"], [CASE_NUMBER])
    assert (one.field, one.score, one.reason) == ("case_number", 1.0, "表头就是“案号”的一种写法，内容也像案号")


def test_a_known_header_over_other_things_is_doubted():
    (one,) = guesses(["立案日期"], ["离婚纠纷"], ["买卖合同纠纷"])
    assert (one.field, one.score) == ("filed_on", 0.5)
    assert "内容像案由" in one.reason


def test_a_slip_of_the_pen_is_proposed_by_likeness():
    _, one = guesses(["案号", "立按日期"], [CASE_NUMBER, "2026-01-02"])
    assert one.field == "filed_on"
    assert one.reason == "表头与“立案日期”相近，内容也像日期"


def test_headers_that_say_nothing_leave_the_cells_to_speak():
    row = [CASE_NUMBER, "2026-01-02", "离婚纠纷", "判决", "甘浚镇", "13900000000"]
    found = guesses(["一", "二", "三", "四", "五", "六"], row)
    assert [one.field for one in found] == [
        "case_number",
        "filed_on",
        "cause",
        "close_method",
        "place_stated",
        "identity",
    ]
    assert {one.score for one in found} == {0.5}


def test_a_second_day_is_not_guessed_because_it_may_be_any():
    _, _, one = guesses(["案号", "立案日期", "另一天"], [CASE_NUMBER, "2026-01-02", "2026-01-03"])
    assert (one.field, one.reason) == ("", "内容像日期，表头对不上这种台账的字段")


def test_twins_are_pointed_out():
    first, second = guesses(["立案日期", "立案日期"], ["2026-01-02", "2026-01-03"])
    assert (first.field, second.field) == ("filed_on", "")
    assert "与另一列的表头相同" in second.reason


def test_the_ledger_that_lacks_nothing_comes_first():
    row = ["2026-01-02", "调解成功"]
    scores = {
        name: ledger_score(LEDGERS[name], guesses(["甲", "乙"], row, ledger=name)) for name in ("cases", "mediations")
    }
    assert scores["mediations"] > scores["cases"]


@pytest.mark.parametrize(
    ("cells", "look"),
    [
        (["620702199001011234", "620702199001011235"], "identity"),
        (["2026年1月2日", "2026.01.03"], "date"),
        ([1.0, 2.0, 3.0], "serial"),
        ([1200.5, 300.0], "amount"),
        (["某区人民法院"], "court"),
        (["简易程序", "普通程序"], "procedure"),
        (["甘浚镇人民路1号", "乌江镇东湖村三组"], "address"),
        ([], None),
        (["随便", "什么都行的一段话"], None),
    ],
)
def test_looks(cells, look):
    assert look_of(cells) == look
