"""Villages: one spelling of each name, and only a name that one township has decides."""

import pytest

from data.attribute.model import Match
from data.attribute.villages import Villages, canonical_village, kind_of_village
from tests.data.attribute.counties import matcher

VILLAGES = {"新庙村": {"大满镇"}, "前进村": {"长安镇", "沙井镇"}, "幸福社区": {"东街街道"}}


@pytest.mark.parametrize(
    ("written", "kind", "village"),
    [
        ("新庙村", None, "新庙村"),
        ("新庙村民委员会", None, "新庙村"),
        ("新庙村委会", None, "新庙村"),
        ("新庙行政村", None, "新庙村"),
        ("新庙", "村", "新庙村"),
        ("幸福社区居民委员会", None, "幸福社区"),
        ("幸福社区居委会", None, "幸福社区"),
        ("幸福居委会", None, "幸福社区"),
        ("幸福", "社区", "幸福社区"),
        ("巴音嘎查", None, "巴音嘎查"),
        (" 新庙 村（原新庙乡）", None, "新庙村"),
        ("新庙", None, "新庙"),
    ],
)
def test_a_village_has_one_spelling(written, kind, village):
    assert canonical_village(written, kind) == village


def test_what_a_village_is_is_told_by_its_name_before_the_list():
    assert kind_of_village("幸福社区", "村") == "社区"
    assert kind_of_village("新庙", "行政村") == "村"
    assert kind_of_village("幸福", "居委会") == "社区"
    assert kind_of_village("新庙") is None


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("甘州区新庙村", Match("大满镇", "village")),
        ("新庙村民委员会", Match("大满镇", "village")),
        ("新庙村三社", Match("大满镇", "village")),
        ("新庙", Match("大满镇", "village")),
        ("幸福居委会", Match("东街街道", "village")),
        ("前进村", Match(None, "village_several")),
        ("前进", Match(None, "village_several")),
        ("旧庙村", Match(None, "unknown")),
        ("新庙路", Match(None, "unknown")),
        ("山丹县新庙村", Match("outside", "county_outside")),
        ("小满镇新庙村", Match("小满镇", "exact")),
    ],
)
def test_an_address_with_only_a_village_name_is_placed_when_it_is_unique(text, match):
    assert matcher("甘州区", villages=VILLAGES).match(text) == match


def test_without_any_list_of_villages_nothing_is_known_of_them():
    assert not Villages()
    assert Villages().named("新庙村") == frozenset()
    assert matcher("甘州区").match("新庙村") == Match(None, "unknown")
