"""What people did and left open before a month is issued, as the check of the month is told it."""

from datetime import date
from decimal import Decimal

from data.store.controls import control_figures, enter
from data.store.jobs import ask
from data.store.targets import enter_target, targets_in_force
from data.store.words import decide_word
from data.target_rules import Subject
from metrics._month_ready import OnRecord
from reports.bulletin.ready import on_record
from tests.data.exports import a_case, cases_file, civil, mediations_file
from tests.data.loading import draft, load
from tests.reports.bulletin.small_home import MARCH, NOW, TODAY, build_of, made

BY = {"by": "甲", "at": NOW}
WORDS = ("调解成功", "握手言和", "待定夺", "再议")
"""One word that everybody knows, three that somebody must explain."""


def recorded(desk):
    return on_record(desk.home, build_of(desk), "monthly", MARCH, TODAY)


def test_what_is_left_open_is_counted_and_what_was_entered_is_handed_over(tmp_path):
    desk = made(tmp_path)
    files, path = tmp_path / "files", desk.home.state
    assert recorded(desk) == OnRecord(TODAY, set_aside=0, drafts=0, jobs=0, unknown_words=0, is_current=True)
    lines = [(f"（2025）柳人调字第{n}号", "2025-03-01", "邻里", word, "柳河镇") for n, word in enumerate(WORDS, 1)]
    rows = [a_case(200, date(2025, 3, 5)), (civil(201), "", "离婚纠纷", "")]
    load(desk, mediations_file(files, lines), cases_file(files, rows, "缺日期.csv"))
    draft(desk, cases_file(files, [a_case(202, date(2025, 3, 6))], "草稿.csv"))
    ask(path, "rebuild", {}, **BY)
    enter(path, count_name="civil_filings", month=MARCH, n=30, source="司法统计", **BY)
    rate = Subject("litigation_rate", "万人成讼率", "lower", None)
    for year in (2024, 2025):
        enter_target(
            path, rate, year=year, value=Decimal(60), direction="at_most", scope="county", document="某文件", **BY
        )
    found = recorded(desk)
    assert (found.set_aside, found.drafts, found.jobs, found.unknown_words) == (1, 1, 1, 3)
    assert found.controls == tuple(control_figures(path)) != ()
    assert found.targets == targets_in_force(path, 2025) != ()
    assert found.is_current
    decide_word(path, "mediations.result", "握手言和", "success", **BY)
    assert not recorded(desk).is_current
    assert recorded(desk).unknown_words == 2
