"""A title that does not stand on one line is broken where its words allow it, into lines of about the same length."""

from reports.bulletin.drawn.paper import text_width

_ENDS = "月年县区市旗镇乡的及和与、，》）"
"""A line may end with these."""
_BEFORE = ("情况", "的", "及", "和", "与")
"""A line does not begin with 的, and does not part 及 from what it adds."""


def title_lines(title: str, most: float) -> list[str]:
    """The title on one line of at most `most` Chinese letters, else on two; longer ones are left to be wrapped."""
    width = text_width(title, 1)
    if width <= most or width > 2 * most:
        return [title]
    places = [at for at in range(2, len(title) - 2) if _may_end(title, at) and _fits(title, at, most)]
    if not places:
        return [title]
    best = min(places, key=lambda at: abs(text_width(title[:at], 1) - text_width(title[at:], 1)))
    return [title[:best], title[best:]]


def _may_end(title: str, at: int) -> bool:
    return title[at - 1] in _ENDS and not title[at:].startswith(_BEFORE) and title[at] not in "，、）》"


def _fits(title: str, at: int, most: float) -> bool:
    return max(text_width(title[:at], 1), text_width(title[at:], 1)) <= most
