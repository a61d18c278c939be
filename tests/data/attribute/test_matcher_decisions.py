"""Decisions of people in the matcher: about a text as it stands, and about the name that many texts hold."""

import pytest

from data.attribute.model import Match
from tests.data.attribute.counties import matcher

DECIDED = Match("沙井镇", "decision")


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("甘州区沙警镇", "沙警镇"),
        ("甘肃省张掖市甘州区沙警镇兴隆村", "沙警镇"),
        ("沙警街道办", "沙警街道"),
        ("沙警街办和平社区", "沙警街道"),
        ("某某家属院", "某某家属院"),
        ("甘州区", "甘州区"),
        ("长安镇沙井镇", "长安镇沙井镇"),
    ],
)
def test_what_is_decided_about_is_the_township_a_text_names_or_the_text_itself(text, core):
    assert matcher("甘州区").core(text) == core


def test_a_tribunal_is_decided_about_as_it_is_written():
    assert matcher("甘州区").core("沙警人民法庭", "tribunal") == "沙警人民法庭"


@pytest.mark.parametrize("text", ["沙警镇", "甘州区沙警镇", "张掖市甘州区沙警镇兴隆村", " 沙 警 镇 "])
def test_one_decision_serves_every_text_that_names_it(text):
    assert matcher("甘州区", decisions={"沙警镇": "沙井镇"}).match(text) == DECIDED


@pytest.mark.parametrize("text", ["沙警街办", "沙警街道办事处", "甘州区沙警街道"])
def test_a_decision_about_a_street_serves_its_other_spellings(text):
    assert matcher("甘州区", decisions={"沙警街道": "沙井镇"}).match(text) == DECIDED


def test_a_decision_about_the_whole_text_comes_before_one_about_its_name():
    known = matcher("甘州区", decisions={"沙警镇": "沙井镇", "沙警镇兴隆村": "大满镇"})
    assert known.match("沙警镇兴隆村").area == "大满镇"
    assert known.match("沙警镇和平村") == DECIDED


def test_a_name_that_is_found_anyway_needs_no_decision_about_its_name():
    known = matcher("甘州区", decisions={"沙警镇": "大满镇"})
    assert known.match("山丹县沙警镇").area == "outside"
    assert known.match("长安镇沙警镇").area == "长安镇"


def test_a_decision_may_say_outside_and_one_for_an_unlisted_township_moves_nothing():
    assert matcher("甘州区", decisions={"沙警镇": "outside"}).match("甘州区沙警镇").area == "outside"
    assert matcher("甘州区", decisions={"沙警镇": "火星镇"}).match("沙警镇") == Match(None, "unknown")


def test_a_decision_about_one_tribunal_is_none_about_a_township():
    known = matcher("甘州区", decisions={"大满人民法庭": "大满镇"})
    assert known.match("大满人民法庭", "tribunal") == Match("大满镇", "decision")
    assert known.match("甘州区大满镇").how == "exact"
