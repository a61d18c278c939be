"""A month of the tiny county as a review; every number of its accounts can be counted from the rows below."""

from datetime import date

from data.brief import Brief
from metrics._review import Review, review
from tests.metrics.county import write_build
from tests.metrics.moved_county import with_causes
from tests.metrics.tiny import case, mediation, tiny_county

BRIEF = Brief(kind="monthly", month=date(2026, 2, 1), dated=date(2026, 3, 5))
ROWS = (
    case("甲镇", "2026-01-10", times=4),
    case("甲镇", "2026-02-10", times=2),
    case("乙镇", "2026-02-28", times=3),
    case("outside", "2026-02-01"),
    case("unassigned", "2026-01-31", times=2),
    case("甲镇", "2026-02-11", excluded=True),
    mediation("乙镇", "2026-02-03", "people", "success", times=5),
)


def month_review(folder) -> Review:
    """February 2026, its build made in `folder`."""
    return review(with_causes(write_build(folder / "b.duckdb", tiny_county(*ROWS))), BRIEF)
