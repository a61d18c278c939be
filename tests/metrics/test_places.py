"""What the names desk asks a build: the queue, how much lies nowhere, and whom texts may mean."""

from datetime import date

import pytest

from data.desk import Desk
from data.store.builds import current_build
from metrics import counts
from metrics._places import candidates_of, open_texts, unplaced
from tests.data.exports import a_case, cases_file, mediations_file, townships_file
from tests.data.loading import load

CASES = [
    a_case(1, date(2025, 3, 3)),
    a_case(2, date(2025, 3, 4), "柳合镇"),
    a_case(3, date(2025, 4, 5), "安和县柳合镇"),
    a_case(4, date(2025, 5, 5), "安和县"),
    a_case(5, date(2025, 5, 6), "柳合镇和平村"),
]


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    root = tmp_path_factory.mktemp("places")
    desk = Desk(root / "home", counts())
    one = ("1", "2025-05-05", "邻里", "调解成功", "柳合镇")
    load(desk, townships_file(root), cases_file(root, CASES), mediations_file(root, [one]))
    return current_build(desk.home.root)


def test_spellings_of_one_name_are_one_entry_with_all_their_rows(build):
    [one] = open_texts(build)
    assert (one.name, one.rows, one.unassigned_rows, one.how) == ("柳合镇", 4, 4, "unknown")
    assert set(one.texts) == {"柳合镇", "安和县柳合镇", "柳合镇和平村"}
    assert set(one.sources) == {"defendant", "stated"}
    assert one.months == "2025-03 至 2025-05"


def test_names_that_say_too_little_are_shown_when_asked_for(build):
    assert [one.name for one in open_texts(build, every_reason=True)] == ["柳合镇", "安和县"]


def test_a_common_noun_alone_is_not_offered_for_decision(tmp_path):
    desk = Desk(tmp_path / "home", counts())
    cases = [a_case(1, date(2025, 3, 3), "村委会"), a_case(2, date(2025, 3, 4), "柳合镇")]
    load(desk, townships_file(tmp_path), cases_file(tmp_path, cases))
    found = current_build(desk.home.root)
    assert [one.name for one in open_texts(found)] == ["柳合镇"]
    told = {one.name: one.is_common_noun for one in open_texts(found, every_reason=True)}
    assert told == {"村委会": True, "柳合镇": False}


@pytest.mark.parametrize("decided", [["柳合镇"], ["柳合镇", "安和县"]])
def test_a_decided_name_is_out_of_the_queue_with_all_its_spellings(build, decided):
    assert open_texts(build, decided) == []


def test_a_decision_about_one_spelling_leaves_the_others_in_the_queue(build):
    [one] = open_texts(build, ["柳合镇和平村"])
    assert one.rows == 3


def test_how_much_lies_nowhere_is_counted_over_cases_and_disputes(build):
    counted = unplaced(build)
    assert counted == (5, 4, 1, 1)
    assert (counted.unassigned, counted.rows, counted.share.text) == (5, 6, "83.3")


def test_candidates_know_the_townships_other_names_and_home_county_of_the_build(build):
    known = candidates_of(build)
    assert [one.area for one in known.best("安和县柳合镇")] == ["柳河镇"]
    assert [one.area for one in known.best("柳和乡", most=1)] == ["柳河镇"]
