"""Candidates for a text that nothing matched: likely typing errors first, nothing where nothing comes near."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.attribute.candidates import LEAST, Candidates
from data.attribute.model import HomeCounty, TownshipName
from data.attribute.sounds import blunt_sound, sound
from data.attribute.townships import township_list
from tests.data.attribute.counties import HOMES, ROWS

VILLAGES = {"缪家堡村": {"上秦镇"}, "新民村": {"大满镇", "小满镇"}, "王家庄村": {"沙井镇"}}
GANZHOU = Candidates(township_list(ROWS["甘州区"], [], ("甘州区",)), HOMES["甘州区"], VILLAGES)


def best(text):
    return next(((one.area, one.score) for one in GANZHOU.best(text)), None)


@pytest.mark.parametrize(
    ("text", "area", "score"),
    [
        ("沙镜", "沙井镇", 95),
        ("长按镇", "长安镇", 95),
        ("甘肃省张掖市甘州区长按镇前进村", "长安镇", 95),
        ("上琴镇缪家堡村", "上秦镇", 95),
        ("安洋乡", "安阳乡", 95),
    ],
)
def test_what_sounds_or_looks_alike_is_proposed_first(text, area, score):
    assert best(text) == (area, score)


def test_sounds_that_are_often_mixed_up_count_a_little_less_than_the_same_sound():
    assert sound("甘俊") == sound("甘浚")
    assert sound("沙今") != sound("沙京")
    assert blunt_sound("沙今") == blunt_sound("沙京")
    assert best("沙金镇") == ("沙井镇", 88)


def test_a_village_that_two_townships_have_proposes_both_with_less():
    found = GANZHOU.best("新名村")
    assert {one.area for one in found} == {"大满镇", "小满镇"}
    assert {one.like for one in found} == {"village"}
    assert found[0].score < 80


def test_villages_that_only_share_a_common_ending_are_not_proposed():
    assert GANZHOU.best("李家庄村") == []


@pytest.mark.parametrize("text", ["哈利波特", "", "甘州区", "ABC"])
def test_nothing_is_proposed_where_nothing_comes_near(text):
    assert GANZHOU.best(text) == []


def test_each_township_is_proposed_once_and_at_most_three_are():
    found = GANZHOU.best("大满乡", "小满乡", "沙井", "长安")
    assert len(found) == 3 == len({one.area for one in found})
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_an_alias_is_proposed_under_its_own_name():
    known = Candidates([TownshipName("甲镇", "甲镇", "镇", ("红星公社",))], HomeCounty())
    [one] = known.best("红心公社")
    assert (one.area, one.name, one.like) == ("甲镇", "红星公社", "alias")


@given(st.text(alphabet="甘州区县镇乡街道办村社路0(（ 大满长安", max_size=12))
def test_no_text_breaks_it_and_scores_stay_within_bounds(text):
    assert all(LEAST * 0.8 <= one.score <= 100 for one in GANZHOU.best(text))


def test_a_page_of_texts_against_1500_townships_and_20000_villages_is_quick():
    letters = [chr(0x4E00 + n) for n in range(1500)]
    townships = [TownshipName(f"{a}{a}镇", f"{a}{a}镇", "镇") for a in letters]
    villages = {f"{a}{b}村": {f"{a}{a}镇"} for a in letters[:1000] for b in letters[:20]}
    known = Candidates(townships, HomeCounty(), villages)
    known.best("先试一次镇某某村")
    started = perf_counter()
    for n in range(10):
        known.best(f"{letters[n]}{letters[n + 1]}镇{letters[n]}{letters[n + 2]}村")
    assert perf_counter() - started < 2
