"""Whether the counts of a month add up: what townships, 辖区外 and 未归属 have, what the rows have, what is printed."""

from dataclasses import dataclass

from data.count import Count, Side, leaves_of
from metrics._areas import COUNTY
from metrics._counts import SHARED_COUNTS
from metrics._facts import identities
from metrics._figures import Figure
from metrics._period import Period
from metrics._review import Review


@dataclass(frozen=True)
class Account:
    """One count over one span. All numbers are counts; `printed` is None where the notice does not print the count."""

    is_month: bool
    """The month alone; else the year to date."""
    label: str
    unit: str
    townships: int
    outside: int
    unassigned: int
    total: int
    """Counted again from the rows."""
    printed: int | None
    """The county's number as figures have it."""
    printed_areas: int | None
    """What figures have for townships, 辖区外 and 未归属, added up."""

    @property
    def parts(self) -> int:
        """The three parts together."""
        return self.townships + self.outside + self.unassigned

    @property
    def off_rows(self) -> int:
        """By how much the parts exceed the rows; 0 when they agree."""
        return self.parts - self.total

    @property
    def off_printed(self) -> int:
        """By how much the county's printed number exceeds the parts."""
        return 0 if self.printed is None else self.printed - self.parts

    @property
    def off_areas(self) -> int:
        """By how much the printed numbers of the areas together exceed the county's."""
        return (self.printed_areas or 0) - (self.printed or 0)

    @property
    def adds_up(self) -> bool:
        """True when all of them say the same."""
        return not (self.off_rows or self.off_printed or self.off_areas)


def accounts(told: Review) -> list[Account]:
    """The shared counts and those of the notice's own metrics, first of the month, then of the year to date."""
    own = [one for metric in told.metrics for one in metric.counts if isinstance(one, Count)]
    counts = list({one.name: one for one in (*own, *SHARED_COUNTS)}.values())
    units = {one.name: one.unit for one in counts}
    found = []
    for is_month, period in ((True, told.month), (False, told.to_date)):
        printed = _printed(told, told.figures_of_month if is_month else told.figures_to_date, period)
        for one in identities(told.build, counts, period.start, period.end):
            county, areas = printed.get(one.name, (None, None))
            parts = (one.townships, one.outside, one.unassigned, one.total)
            found.append(Account(is_month, one.label, units[one.name], *parts, county, areas))
    return found


def _printed(told: Review, rows: tuple[Figure, ...], period: Period) -> dict[str, tuple[int, int]]:
    """By count the county's number and the sum of the areas', of figures that come from rows of the very same days."""
    found: dict[str, tuple[int, int]] = {}
    for metric in told.metrics:
        own = [one for one in rows if one.metric == metric.name]
        if not all(_is_of_rows(one, period) for one in own):
            continue
        for side, number in zip(metric.sides, ("numerator", "denominator"), strict=False):
            name = _only_count(side)
            if name:
                areas = [getattr(one, number) or 0 for one in own if one.area_code != COUNTY]
                found[name] = (next(getattr(one, number) or 0 for one in own if one.area_code == COUNTY), sum(areas))
    return found


def _is_of_rows(one: Figure, period: Period) -> bool:
    same_days = (one.period_start, one.period_end) == (period.start, period.end)
    return same_days and one.status != "not_covered" and "from_totals" not in one.notes


def _only_count(side: Side) -> str:
    leaves = leaves_of(side)
    return leaves[0].name if len(leaves) == 1 and isinstance(leaves[0], Count) else ""
