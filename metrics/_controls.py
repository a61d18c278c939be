"""Control figures (控制数) held against a build: how far the rows are from the court's official totals."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.store.controls import ControlFigure
from metrics._build import Build
from metrics._coverage import covered_days, row_spans
from metrics._period import month_end
from metrics._registry import counts
from metrics._totals import totals_of


@dataclass(frozen=True)
class Compared:
    """A control figure beside what the build counts in that month; `rows` None: no data of that month at all."""

    control: ControlFigure
    label: str
    rows: int | None
    is_from_totals: bool

    @property
    def difference(self) -> int:
        """What is counted, less the control figure; a month without data counts nothing."""
        return (self.rows or 0) - self.control.n

    @property
    def is_explained(self) -> bool:
        """True when somebody explained this very difference: another one is open again."""
        return self.control.explanation is not None and self.control.explained_difference == self.difference

    @property
    def is_open(self) -> bool:
        """True when the two differ and nobody has said why."""
        return self.difference != 0 and not self.is_explained


_SUM = "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM monthly_counts WHERE count_name = ? AND month = ?"


def compared(build: Build, controls: Sequence[ControlFigure]) -> list[Compared]:
    """Every control figure beside the build's count, in the order given."""
    known = {count.name: count for count in counts()}
    found = []
    for control in controls:
        count = known.get(control.count_name)
        rows, is_from_totals = None, False
        if count is not None:
            ((n,),) = build.cursor().execute(_SUM, [control.count_name, control.month]).fetchall()
            end = month_end(control.month)
            totals = totals_of(build)
            is_from_totals = count.name in totals.used and bool(totals.are_used(count, control.month, end)[-1])
            has_rows = covered_days(row_spans(build, count), control.month, end) > 0
            rows = int(n) if n or has_rows or is_from_totals else None
        found.append(Compared(control, count.label if count else control.count_name, rows, is_from_totals))
    return found


def open_differences(build: Build, controls: Sequence[ControlFigure]) -> list[Compared]:
    """Those that differ and wait for an explanation."""
    return [one for one in compared(build, controls) if one.is_open]
