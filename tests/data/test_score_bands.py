from decimal import Decimal

import pytest

from data.brief import Band
from data.refusal import Refused
from data.score_bands import bands_text, parse_bands

THREE = (Band(None, Decimal(10)), Band(Decimal(60), Decimal(8)), Band(Decimal(80), Decimal(5)))


@pytest.mark.parametrize(
    "text",
    [
        "<60:10；60-80:8；≥80:5",
        "不满60：10分；60至80：8分；80以上：5分",
        "＜６０：10; 60～80 : 8 ; >=80:5;",
        "≥80:5\n60—80:8\n低于60:10",
    ],
)
def test_the_same_bands_may_be_written_in_several_ways(text: str):
    assert parse_bands(text) == THREE


def test_bounds_bear_the_percent_sign_only_where_the_metric_is_counted_in_percent():
    text = "<60%:10;60%-80％:8;不低于80%:5"
    assert parse_bands(text, is_percent=True) == THREE
    with pytest.raises(Refused, match="百分号只用于以百分数计的指标"):
        parse_bands(text)
    with pytest.raises(Refused, match="没有写明分值"):
        parse_bands("<60:10%；≥60:5", is_percent=True)


def test_what_is_written_back_reads_the_same():
    assert bands_text(THREE) == "<60:10；60-80:8；≥80:5"
    halves = parse_bands("<0.5:0；≥0.50:2.5")
    assert parse_bands(bands_text(halves)) == halves


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "读到0档"),
        ("≥0:10", "读到1档"),
        ("≤60:10；60-80:8；>80:5", "请写“<60”和“≥60”"),
        ("60以下:10；60以上:8", "请写“<60”和“≥60”"),
        ("<60:10；65-80:8；≥80:5", "没有首尾相接"),
        ("<60:10；55-80:8；≥80:5", "没有首尾相接"),
        ("60-80:8；≥80:5", "两头都不能缺"),
        ("<60:10；60-80:8", "两头都不能缺"),
        ("<80:10；80-60:8；≥60:5", "没有从小到大"),
        ("<60:10；60-60:8；≥60:5", "没有从小到大"),
        ("<60；≥60:5", "没有写明分值"),
        ("<60:十；≥60:5", "没有写明分值"),
        ("<60:-1；≥60:5", "没有写明分值"),
        ("约60:10；≥60:5", "看不懂“约60:10”的范围"),
    ],
)
def test_what_is_no_list_of_bands_is_refused_with_the_reason(text: str, said: str):
    with pytest.raises(Refused) as caught:
        parse_bands(text)
    assert caught.value.code == "score_sheet_invalid"
    assert said in caught.value.sentence
    assert "没有保存" in caught.value.sentence
