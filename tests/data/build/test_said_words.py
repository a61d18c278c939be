"""Words that people decided, from the file to the count and back."""

from data.build.word_queue import words_in_use
from data.store.builds import current_build
from data.store.words import decide_word, decided_words, withdraw_word
from tests.data.exports import cases_file, civil, mediations_file, population_file, write_csv
from tests.data.loading import NOW, filings, load

RESULT, CLOSE = "mediations.result", "cases.close_method"
ROWS = [
    ("（2025）柳人调字第1号", "2025-03-01", "邻里", "握手言和", "柳河镇"),
    ("（2025）柳人调字第2号", "2025-03-05", "邻里", "握手言和", "柳河镇"),
    ("（2025）柳人调字第3号", "2025-04-01", "邻里", "调解成功", "柳河镇"),
    ("（2025）柳人调字第4号", "2025-04-02", "邻里", "待定夺", "柳河镇"),
]


def resolved(desk):
    return sum(filings(desk, "people_mediations_resolved").values())


def queue(desk):
    uses = words_in_use(current_build(desk.home.root), decided_words(desk.home.state))
    return [(one.field, one.word, one.n, one.meaning) for one in uses]


def decide(desk, field, word, meaning):
    decide_word(desk.home.state, field, word, meaning, at=NOW, by="甲")
    desk.rebuild(why="words", now=NOW)


def test_unknown_words_wait_with_their_rows_and_days(desk, files):
    load(desk, population_file(files), mediations_file(files, ROWS))
    assert queue(desk) == [(RESULT, "握手言和", 2, None), (RESULT, "待定夺", 1, None)]
    one = words_in_use(current_build(desk.home.root), {})[0]
    assert (str(one.first_on), str(one.last_on)) == ("2025-03-01", "2025-03-05")


def test_a_decision_moves_rows_in_force_and_its_withdrawal_moves_them_back(desk, files):
    load(desk, population_file(files), mediations_file(files, ROWS))
    assert resolved(desk) == 1
    decide(desk, RESULT, "握手言和", "success")
    assert resolved(desk) == 3
    assert queue(desk) == [(RESULT, "握手言和", 2, "success"), (RESULT, "待定夺", 1, None)]
    decide(desk, RESULT, "握手言和", "failure")
    assert resolved(desk) == 1
    assert sum(filings(desk, "people_mediations_failed").values()) == 2
    withdraw_word(desk.home.state, RESULT, "握手言和")
    desk.rebuild(why="words", now=NOW)
    assert sum(filings(desk, "people_mediations_failed").values()) == 0


def test_a_decided_word_is_no_longer_complained_about(desk, files):
    load(desk, population_file(files))
    first = load(desk, mediations_file(files, ROWS[:1]))
    assert "result_unknown" in [one.code for one in first[0].problems]
    decide_word(desk.home.state, RESULT, "握手言和", "success", at=NOW, by="甲")
    (again,) = load(desk, mediations_file(files, ROWS[:3], "人民调解台账（二）.csv"))
    assert "result_unknown" not in [one.code for one in again.problems]
    assert resolved(desk) == 3


def test_a_close_method_is_given_its_form(desk, files):
    path = cases_file(files, [(civil(1), "2025-03-03", "离婚纠纷", "", "调撤")], last="结案方式")
    load(desk, population_file(files), path)
    assert queue(desk) == [(CLOSE, "调撤", 1, None)]
    decide(desk, CLOSE, "调撤", "准予撤诉")
    methods = current_build(desk.home.root).cursor().execute("SELECT close_method FROM cases").fetchall()
    assert methods == [("准予撤诉",)]


def test_a_decided_word_that_no_row_uses_stays_listed(desk):
    decide_word(desk.home.state, RESULT, "握手言和", "success", at=NOW, by="甲")
    assert queue(desk) == [(RESULT, "握手言和", 0, "success")]


def test_a_decided_word_stands_against_what_an_earlier_export_said_of_the_same_suggestion(desk, files):
    header = ("司法建议书编号", "发出日期", "被建议单位", "采纳情况")
    for name, word in (("一", "采纳"), ("二", "另行研究再议")):
        row = ("安法建〔2025〕1号", "2025-03-01", "安和县教育局", word)
        load(desk, population_file(files), write_csv(files / f"司法建议台账{name}.csv", header, [row]))
    decide(desk, "suggestions.adoption", "另行研究再议", "rejected")
    rows = current_build(desk.home.root).cursor().execute("SELECT adoption, adoption_raw FROM suggestions").fetchall()
    assert rows == [("rejected", "另行研究再议")]
