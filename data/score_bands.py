"""Bands of a score sheet as people write them: <60:10；60-80:8；≥80:5, either end first.

A boundary belongs to the band that it begins (60 gets 8 above). Words that say otherwise are refused rather than
guessed: in law 60以下 includes 60, 不满60 does not.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from data.brief import Band
from data.refusal import Refused

MOST_BANDS = 20
_CODE = "score_sheet_invalid"
_NUMBER = r"([0-9]{1,9}(?:\.[0-9]{1,4})?)"
_BELOW = re.compile(rf"(?:<|不满|低于){_NUMBER}")
_BETWEEN = re.compile(rf"{_NUMBER}[-~至]{_NUMBER}")
_FROM = re.compile(rf"(?:>=|不低于){_NUMBER}|{_NUMBER}(?:及以上|以上)")
_POINTS = re.compile(_NUMBER)
_OTHER_EDGE = re.compile(r"<=|>(?!=)|以下|超过|不高于|大于")
_PLAIN = str.maketrans("０１２３４５６７８９．：；＜＞－–—～％", "0123456789.:;<>---~%")
_EXAMPLE = "分档写成“<60:10；60-80:8；≥80:5”的样子"


@dataclass(frozen=True)
class _Part:
    """One band as written, from `low` (None: anything) to `high` (None: anything)."""

    said: str
    low: Decimal | None
    high: Decimal | None
    points: Decimal


def parse_bands(text: str, *, is_percent: bool = False) -> tuple[Band, ...]:
    """The bands of one item, ascending. Raises Refused with one sentence that says what to write.

    `is_percent`: the metric is counted in percent, so that its bounds may bear the sign.
    """
    plain = text.translate(_PLAIN).replace("≥", ">=").replace("≤", "<=").replace("分", "")
    said = [one for one in re.sub(r"[ \t　]", "", plain).replace("\n", ";").split(";") if one]
    if "%" in plain and not is_percent:
        raise _refused("百分号只用于以百分数计的指标，这里的分界数请按指标的单位写")
    if not 2 <= len(said) <= MOST_BANDS:
        raise _refused(f"分档应有2至{MOST_BANDS}档，读到{len(said)}档")
    parts = [_part(one) for one in said]
    if parts[0].high is None:
        parts.reverse()
    _check_that_they_meet(parts)
    return tuple(Band(one.low, one.points) for one in parts)


def bands_text(bands: tuple[Band, ...]) -> str:
    """The inverse of `parse_bands`."""
    ends = [one.at_least for one in bands[1:]]
    words = [_range(band.at_least, end) for band, end in zip(bands, [*ends, None], strict=True)]
    return "；".join(f"{word}:{band.points:f}" for word, band in zip(words, bands, strict=True))


def _range(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return f"<{high:f}"
    return f"≥{low:f}" if high is None else f"{low:f}-{high:f}"


def _part(said: str) -> _Part:
    span, colon, points = said.rpartition(":")
    if _OTHER_EDGE.search(span):
        raise _refused(f"“{said[:20]}”里的分界数归不进它开始的一档：60分界的两档请写“<60”和“≥60”，60归后一档")
    if not colon or not _POINTS.fullmatch(points):
        raise _refused(f"“{said[:20]}”没有写明分值")
    span = span.replace("%", "")
    if found := _BELOW.fullmatch(span):
        return _Part(said, None, Decimal(found[1]), Decimal(points))
    if found := _BETWEEN.fullmatch(span):
        return _Part(said, Decimal(found[1]), Decimal(found[2]), Decimal(points))
    if found := _FROM.fullmatch(span):
        return _Part(said, Decimal(found[1] or found[2]), None, Decimal(points))
    raise _refused(f"看不懂“{said[:20]}”的范围")


def _check_that_they_meet(parts: list[_Part]) -> None:
    if parts[0].low is not None or parts[-1].high is not None:
        raise _refused("分档不全：最低一档写“<数”，最高一档写“≥数”，两头都不能缺")
    for before, after in pairwise(parts):
        if before.high is None or after.low is None or before.high != after.low:
            raise _refused(
                f"“{before.said[:20]}”和“{after.said[:20]}”没有首尾相接：前一档到哪个数止，后一档就从那个数起"
            )
    edges = [one.low for one in parts if one.low is not None]
    if any(before >= after for before, after in pairwise(edges)):
        raise _refused("分界数没有从小到大")


def _refused(what: str) -> Refused:
    return Refused(_CODE, f"{what}，没有保存；{_EXAMPLE}，分界数归它开始的一档。")
