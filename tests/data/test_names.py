"""The names desk over the whole path: decisions, cases placed by hand, sheets of placements, villages."""

from datetime import date

import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.build.publish import is_current
from data.names import LEAVE, OUTSIDE, Names, without_effect
from data.refusal import Refused
from data.store.builds import current_build
from metrics._places import holders_of_villages, open_texts, strangers_of_villages, unplaced_cases
from tests.data.exports import a_case, cases_file, civil, mediations_file, townships_file, write_csv
from tests.data.loading import NOW, begin, filings, load

CASES = [
    a_case(1, date(2025, 3, 3), "安和县柳河镇东街1号"),
    a_case(2, date(2025, 3, 4), "安和县柳合镇东街2号"),
    a_case(3, date(2025, 3, 5), "柳合镇和平村"),
    a_case(4, date(2025, 3, 6), "幸福村三组"),
    a_case(5, date(2025, 3, 7), "四川省成都市金牛区"),
]
BY = {"by": "王某", "now": NOW}


@pytest.fixture
def names(desk, files):
    begin(desk, townships_file(files), cases_file(files, CASES))
    return Names(desk.home)


def placed(desk, number):
    query = "SELECT township_code, placed_by FROM cases WHERE case_number = ?"
    [row] = current_build(desk.home.root).cursor().execute(query, [number]).fetchall()
    return row


def waiting_names(desk, names):
    return [one.name for one in open_texts(current_build(desk.home.root), names.decided())]


def placements(files, rows, name="补填.csv", header=("案号", "乡镇")):
    return write_csv(files / name, header, rows)


def test_a_decision_moves_rows_at_the_next_build_and_not_before(desk, names):
    assert filings(desk) == {"柳河镇": 1, "unassigned": 3, "outside": 1}
    names.decide("柳合镇", "柳河镇", **BY)
    assert filings(desk)["柳河镇"] == 1
    assert names.waiting(current_build(desk.home.root)) == 1
    assert not is_current(desk.home, desk.counts)
    desk.rebuild(why="names", now=NOW)
    assert filings(desk) == {"柳河镇": 3, "unassigned": 1, "outside": 1}
    assert names.waiting(current_build(desk.home.root)) == 0
    assert is_current(desk.home, desk.counts)


def test_a_decision_takes_its_name_out_of_the_queue_at_once_and_a_withdrawal_brings_it_back(desk, names):
    assert waiting_names(desk, names) == ["柳合镇", "幸福村"]
    names.decide("柳合镇", "柳河镇", **BY)
    assert waiting_names(desk, names) == ["幸福村"]
    names.withdraw("柳合镇", **BY)
    assert waiting_names(desk, names) == ["柳合镇", "幸福村"]


def test_a_name_that_is_left_stays_unassigned_out_of_the_queue_and_needs_no_build(desk, names):
    names.decide("幸福村", LEAVE, **BY)
    assert waiting_names(desk, names) == ["柳合镇"]
    assert names.waiting(current_build(desk.home.root)) == 0
    assert is_current(desk.home, desk.counts)


def test_the_next_import_puts_waiting_decisions_in_force_too(desk, names, files):
    names.decide("柳合镇", OUTSIDE, **BY)
    load(desk, cases_file(files, [a_case(9, date(2025, 4, 1), "柳合镇")], "四月.csv"))
    assert filings(desk)["outside"] == 4


def test_decisions_are_kept_with_who_and_when_and_the_latest_stands(desk, names):
    names.decide(" 柳合 镇 ", OUTSIDE, by="甲", now=NOW)
    names.decide("柳合镇", "石坪乡", by="乙", now=NOW)
    assert [(one.place_text, one.area, one.decided_by) for one in names.decisions()] == [
        ("柳合镇", "石坪乡", "乙"),
        ("柳合镇", OUTSIDE, "甲"),
    ]
    desk.rebuild(why="names", now=NOW)
    assert filings(desk)["石坪乡"] == 2
    names.withdraw("柳合镇", by="丙", now=NOW)
    assert {(one.withdrawn_by, one.withdrawn_at) for one in names.decisions()} == {("丙", NOW)}
    desk.rebuild(why="names", now=NOW)
    assert filings(desk) == {"柳河镇": 1, "unassigned": 3, "outside": 1}


def test_a_township_that_is_no_longer_listed_leaves_its_decisions_without_effect_but_kept(desk, files):
    listed = write_csv(files / "安和县乡镇街道名册.csv", ("乡镇（街道）", "类别"), [("柳河镇", "镇"), ("石坪乡", "乡")])
    first, _ = load(desk, listed, cases_file(files, CASES))
    names = Names(desk.home)
    names.decide("柳合镇", "石坪乡", **BY)
    names.place(civil(4), "石坪乡", "核实", **BY)
    desk.rebuild(why="names", now=NOW)
    assert filings(desk)["石坪乡"] == 3
    shorter = write_csv(files / "安和县新名册.csv", ("乡镇（街道）", "类别"), [("柳河镇", "镇")])
    load(desk, shorter)
    desk.undo(first.batch, by="测试", now=NOW)
    assert filings(desk) == {"柳河镇": 1, "unassigned": 3, "outside": 1}
    assert all(without_effect(one.area, names.areas()) for one in [*names.decisions(), *names.placements()])
    desk.restore(first.batch, by="测试", now=NOW)
    assert filings(desk)["石坪乡"] == 3


@pytest.mark.parametrize(
    ("do", "code"),
    [
        (lambda names: names.decide("柳合镇", "火星镇", **BY), "area_unknown"),
        (lambda names: names.decide("，。", "柳河镇", **BY), "place_text_empty"),
        (lambda names: names.withdraw("柳合镇", **BY), "not_decided"),
        (lambda names: names.place(civil(99), "柳河镇", "核实", **BY), "case_unknown"),
        (lambda names: names.place("某案", "柳河镇", "核实", **BY), "case_number_unread"),
        (lambda names: names.place(civil(2), "柳河镇", "  ", **BY), "reason_missing"),
        (lambda names: names.place(civil(2), LEAVE, "核实", **BY), "area_unknown"),
        (lambda names: names.unplace(civil(2), **BY), "not_decided"),
        (lambda names: names.area_named("火星镇"), "area_unknown"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_sentence(names, do, code):
    with pytest.raises(Refused) as refused:
        do(names)
    assert refused.value.code == code
    assert len(refused.value.sentence) > 8


def test_a_case_placed_by_hand_comes_before_its_addresses_and_survives_imports(desk, names, files):
    assert names.place("(2025)甘0733民初1", "石坪乡", "电话核实", **BY) == civil(1)
    desk.rebuild(why="names", now=NOW)
    assert placed(desk, civil(1)) == ("石坪乡", "hand")
    load(desk, cases_file(files, [a_case(1, date(2025, 3, 3), "安和县东门街道")], "五月.csv"))
    assert placed(desk, civil(1)) == ("石坪乡", "hand")
    names.unplace(civil(1), **BY)
    desk.rebuild(why="names", now=NOW)
    assert placed(desk, civil(1)) == ("东门街道", "defendant")
    [kept] = names.placements()
    assert (kept.reason, kept.decided_by, kept.withdrawn_by) == ("电话核实", "王某", "王某")


def test_hand_comes_before_the_sheet_and_the_sheet_before_the_addresses(desk, names, files):
    receipt = load(desk, placements(files, [(civil(1), "东门街道"), (civil(2), "石坪乡")]))[0]
    assert (receipt.ledger, receipt.rows_added, receipt.problems) == ("placements", 2, [])
    assert placed(desk, civil(1)) == ("东门街道", "placement")
    names.place(civil(1), OUTSIDE, "核实", **BY)
    desk.rebuild(why="names", now=NOW)
    assert placed(desk, civil(1)) == (OUTSIDE, "hand")
    desk.undo(receipt.batch, by="测试", now=NOW)
    assert placed(desk, civil(2)) == ("unassigned", None)


def test_a_sheet_updates_only_what_is_filled_in_and_nothing_but_the_township(desk, names, files):
    query = "SELECT * EXCLUDE (township_code, placed_by) FROM cases ORDER BY case_number"
    before = current_build(desk.home.root).cursor().execute(query).fetchall()
    receipt = load(desk, placements(files, [(civil(2), "石坪乡"), (civil(3), "")]))[0]
    assert (receipt.rows_read, receipt.rows_added, receipt.rows_left_out) == (1, 1, 1)
    assert [one.code for one in receipt.problems] == ["township_empty"]
    assert filings(desk) == {"柳河镇": 1, "石坪乡": 1, "unassigned": 2, "outside": 1}
    assert current_build(desk.home.root).cursor().execute(query).fetchall() == before


def test_a_later_sheet_corrects_an_earlier_one(desk, names, files):
    load(desk, placements(files, [(civil(2), "石坪乡"), (civil(3), "石坪乡")]))
    receipt = load(desk, placements(files, [(civil(2), "东门街道")], "改.csv"))[0]
    assert receipt.rows_changed == 1
    assert (placed(desk, civil(2))[0], placed(desk, civil(3))[0]) == ("东门街道", "石坪乡")


def test_case_numbers_that_are_not_there_yet_are_told_and_wait_for_their_case(desk, names, files):
    receipt = load(desk, placements(files, [(civil(2), "石坪乡"), (civil(77), "石坪乡"), (civil(78), "石坪乡")]))[0]
    [problem] = receipt.problems
    assert (problem.code, problem.count, problem.rows) == ("cases_unknown", 2, (3, 4))
    load(desk, cases_file(files, [a_case(77, date(2025, 6, 1), "安和县柳河镇")], "六月.csv"))
    assert placed(desk, civil(77)) == ("石坪乡", "placement")


def test_a_township_nobody_knows_in_a_sheet_goes_to_the_names_desk(desk, names, files):
    load(desk, placements(files, [(civil(4), "石平乡")]))
    assert placed(desk, civil(4)) == ("unassigned", None)
    [one] = [one for one in open_texts(current_build(desk.home.root)) if one.name == "石平乡"]
    assert (one.sources, one.rows) == (("placement",), 1)
    names.decide("石平乡", "石坪乡", **BY)
    desk.rebuild(why="names", now=NOW)
    assert placed(desk, civil(4)) == ("石坪乡", "placement")


def test_a_sheet_of_another_court_is_refused(desk, names, files):
    foreign = placements(files, [("（2025）川0106民初1号", "柳河镇")], "外院.csv")
    assert load(desk, foreign)[0].error_code == "other_court"


VILLAGES = [("幸福村民委员会", "石坪乡"), ("和平村", "柳河镇"), ("和平村", "石坪乡"), ("孤村", "哪里镇")]


def test_a_village_places_its_addresses_when_one_township_has_it(desk, names, files):
    receipt = load(desk, write_csv(files / "安和县村社.csv", ("村（社区）", "所属乡镇"), VILLAGES))[0]
    assert (receipt.ledger, receipt.rows_added) == ("villages", 4)
    assert placed(desk, civil(4)) == ("石坪乡", "defendant")
    build = current_build(desk.home.root)
    assert holders_of_villages(build) == {"幸福村": {"石坪乡"}, "和平村": {"柳河镇", "石坪乡"}}
    assert strangers_of_villages(build) == ("哪里镇",)


def test_a_village_of_two_townships_decides_nothing_and_says_so(desk, files):
    load(desk, townships_file(files), cases_file(files, [a_case(1, date(2025, 3, 3), "和平村")]))
    load(desk, write_csv(files / "安和县村社.csv", ("村（社区）", "所属乡镇"), VILLAGES))
    [one] = open_texts(current_build(desk.home.root))
    assert (one.name, one.how) == ("和平村", "village_several")
    assert filings(desk) == {"unassigned": 1}


def test_the_township_list_may_carry_the_villages(desk, files):
    rows = [("柳河镇", "镇", "和平村、新民村"), ("石坪乡", "乡", "幸福村；红旗社区")]
    listed = write_csv(files / "安和县名册.csv", ("乡镇（街道）", "类别", "下辖村（社区）"), rows)
    load(desk, listed, cases_file(files, CASES))
    assert placed(desk, civil(4)) == ("石坪乡", "defendant")
    query = "SELECT township_code, count(*) FROM villages GROUP BY ALL ORDER BY ALL"
    counted = current_build(desk.home.root).cursor().execute(query).fetchall()
    assert counted == [("柳河镇", 2), ("石坪乡", 2)]


def test_rows_of_townships_from_before_there_were_villages_are_still_read(desk, names):
    path = desk.home.rows_file("townships", 1)
    older = pyarrow.parquet.read_table(path).drop_columns(["villages"])
    pyarrow.parquet.write_table(older, path)
    desk.rebuild(why="names", now=NOW)
    assert filings(desk)["柳河镇"] == 1


def test_the_queue_adds_up_over_ledgers_and_spellings(desk, names, files):
    load(desk, mediations_file(files, [("1", "2025-05-05", "邻里", "调解成功", "柳合镇")]))
    first, _ = open_texts(current_build(desk.home.root))
    assert (first.name, first.rows, first.unassigned_rows) == ("柳合镇", 3, 3)
    assert set(first.texts) == {"柳合镇", "安和县柳合镇", "柳合镇和平村"}
    assert first.months == "2025-03 至 2025-05"


def test_cases_that_lie_nowhere_carry_the_texts_that_failed(desk, names):
    rows = {one.case_number: one for one in unplaced_cases(current_build(desk.home.root))}
    assert sorted(rows) == [civil(2), civil(3), civil(4)]
    assert rows[civil(3)].defendant == "柳合镇和平村"
    assert rows[civil(3)].filed_on == date(2025, 3, 5)


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("decide"),
            st.sampled_from(["柳合镇", "幸福村", "柳合镇和平村"]),
            st.sampled_from(["柳河镇", "石坪乡", OUTSIDE, LEAVE]),
        ),
        st.tuples(st.just("place"), st.sampled_from([civil(1), civil(5)]), st.sampled_from(["石坪乡", OUTSIDE])),
        st.tuples(st.just("build"), st.none(), st.none()),
    ),
    max_size=4,
)


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_decisions_that_are_all_withdrawn_leave_everything_as_it_was(desk, names, steps):
    before = everything(desk)
    for kind, what, area in steps:
        if kind == "decide":
            names.decide(what, area, **BY)
        elif kind == "place":
            names.place(what, area, "核实", **BY)
        else:
            desk.rebuild(why="names", now=NOW)
    for one in {one.place_text for one in names.decisions() if one.withdrawn_at is None}:
        names.withdraw(one, **BY)
    for one in {one.case_number for one in names.placements() if one.withdrawn_at is None}:
        names.unplace(one, **BY)
    desk.rebuild(why="names", now=NOW)
    assert everything(desk) == before


def everything(desk):
    cursor = current_build(desk.home.root).cursor()
    tables = ("cases", "mediations", "places", "unmatched_texts", "unassigned_cases", "daily_counts")
    return [cursor.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall() for table in tables]
