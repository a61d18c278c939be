"""The definition changed in the browser: a new smallest population, version 2 in force, and the card that says so."""

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


def test_the_smallest_ranked_population_is_changed_and_the_figures_card_says_version_2(
    own_address: str, watch: Watched
):
    page, main = watch.page, watch.page.get_by_test_id("stMain")
    watch.open(f"{own_address}/definitions?part=edit")
    expect(main).to_contain_text("与现行口径没有不同")
    people = page.get_by_label("参加排名的最小人口")
    people.fill("20000")
    people.press("Enter")
    watch.settle()
    expect(main).to_contain_text("1,000 人")
    watch.click(page.get_by_role("button", name="试算影响"))
    expect(main).to_contain_text("4 个乡镇街道中，")
    why = page.get_by_label("修改原因（必填，随版本保存）")
    why.fill("小乡镇波动大")
    why.press("Enter")
    watch.settle()
    watch.click(page.get_by_role("button", name="保存并生效"))
    expect(main).to_contain_text("已启用乡镇万人成讼率·第2版")
    expect(page.get_by_role("row").filter(has_text="小乡镇波动大")).to_contain_text("1,000 人 → 20,000 人")

    watch.open(f"{own_address}/metric?metric=litigation_rate")
    expect(main).to_contain_text("口径 乡镇万人成讼率·第2版")
    watch.click(page.get_by_role("button", name="口径", exact=True))
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("人口不少于20,000人")
