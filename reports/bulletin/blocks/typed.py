"""原因提示 and 工作建议 as people typed them, for notices about which the program has no hints of its own."""

from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def typed_reasons(told: Review) -> Section | None:
    """None where nobody typed any."""
    return _section("reasons", "原因提示", told.brief.reasons)


def typed_advice(told: Review) -> Section | None:
    """None where nobody typed any."""
    return _section("advice", "工作建议", told.brief.advice)


def _section(name: str, heading: str, texts: tuple[str, ...]) -> Section | None:
    return Section(name, heading, tuple(map(Paragraph, texts))) if texts else None
