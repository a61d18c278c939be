"""Where a township stands against the county, said by a symbol and a word before any colour."""

from dataclasses import dataclass

from charts.palette import ACCENT, HIGH, MUTED


@dataclass(frozen=True)
class Standing:
    """One of five answers, with its symbol, its word and its colour."""

    symbol: str
    word: str
    color: str


ABOVE = Standing("▲", "显著高于全县", HIGH)
BELOW = Standing("▽", "显著低于全县", ACCENT)
LEVEL = Standing("●", "与全县无显著差异", MUTED)
SMALL = Standing("–", "数量过小", MUTED)
UNKNOWN = Standing("·", "无法比较", MUTED)
ALL = (ABOVE, LEVEL, BELOW, SMALL)


def standing(low: float | None, high: float | None, county: float | None, *, is_small: bool) -> Standing:
    """Compare a 95% interval with the county's value: outside it is significant, inside it is not."""
    if is_small:
        return SMALL
    if low is None or high is None or county is None:
        return UNKNOWN
    if low > county:
        return ABOVE
    return BELOW if high < county else LEVEL
