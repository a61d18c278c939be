"""Counties for the texts of notices: a small one worked out by hand, and one of ten townships that can be ranked."""

import tempfile
from datetime import date
from pathlib import Path

from data.brief import Brief
from metrics._review import Review
from reports.bulletin.kinds import review_of
from tests.metrics.county import Case, People, TestBuild, Township, write_build
from tests.metrics.moved_county import NO_BREAKS, ROWS, filed, with_causes
from tests.metrics.tiny import mediation, tiny_county

MONTH = date(2026, 5, 1)


def brief(**changes):
    """The monthly notice of May 2026."""
    return Brief(**{"kind": "monthly", "month": MONTH, "dated": date(2026, 6, 5), **changes})


def told(build, **changes):
    """The review of a build for the monthly notice; the same one for the same question."""
    asked = brief(**changes)
    if (build.path, asked) not in _reviews:
        _reviews[build.path, asked] = review_of(build, asked)
    return _reviews[build.path, asked]


def _built(county, batches):
    """A county that was asked for before comes back as it was made: builds are read-only, and take half a second."""
    key = repr((county, batches))
    if key not in _builds:
        path = Path(_folder.name) / f"{len(_builds)}.duckdb"
        _builds[key] = with_causes(write_build(path, county), batches)
    return _builds[key]


_folder = tempfile.TemporaryDirectory(prefix="counties-")
_builds: dict[str, TestBuild] = {}
_reviews: dict[tuple[Path, Brief], Review] = {}


def in_march(rows):
    """The same cases two months earlier."""
    return [one._replace(filed_on=one.filed_on.replace(month=3), case_number=f"{one.case_number}三月") for one in rows]


# May: 170 cases after 150; the year to date: 180 after 155.
CASES = (*ROWS, in_march(filed("甲镇", "民间借贷纠纷", 10, 5)))
DISPUTES = (
    mediation("甲镇", "2026-05-06", "community", "success", 20),
    mediation("甲镇", "2026-05-07", "community", "failure", 5),
    mediation("甲镇", "2026-05-08", "community", "open", 5),
    mediation("甲镇", "2025-05-06", "community", "success", 24),
    mediation("甲镇", "2025-05-07", "community", "failure", 6),
    mediation("乙镇", "2026-03-06", "community", "success", 12),
    mediation("乙镇", "2025-03-06", "community", "success", 9),
    mediation("乙镇", "2025-03-07", "community", "failure", 1),
    mediation("丙镇", "2026-05-09", "community", "success", 3),
    mediation("丙镇", "2026-05-10", "community", "failure", 1),
)
BATCHES = tuple((f"甲镇买卖合同纠纷{i}", "云泽商贸有限公司") for i in range(20))
"""Twenty of the sixty sales cases of 甲镇 in May 2026."""


def hand_worked(*, cases=CASES, disputes=DISPUTES, batches=BATCHES, **changes):
    """Three townships of 8,000, 30,000 and 2,000 people."""
    given = {"definition": NO_BREAKS, **changes}
    return _built(tiny_county(*cases, *disputes, **given), batches)


NAMES = ("城关街道", "东山镇", "西河镇", "南坪镇", "北沟镇", "青石镇", "白塔乡", "红岩乡", "黑松乡", "双河乡")
A_MONTH = {"城关街道": 60, "双河乡": 2}


def batch_of(name, n, day=date(2026, 5, 4)):
    """So many cases of one organisation on one day, with what the table of batches says of them."""
    cases = [Case(name, day, True, False, False, "金融借款合同纠纷", "民初", None, f"{name}批量{i}") for i in range(n)]
    return cases, tuple((one.case_number, "云泽农村商业银行") for one in cases)


def ten_townships(a_month=A_MONTH, others=20, more=(), batches=(), names=NAMES, **changes):
    """Townships of 20,000 people: so many cases in each month of two years, the others as many as one another.

    A number may be a pair: a month of 2025, a month of 2026. `more` are further cases and disputes.
    """
    each = {name: a_month.get(name, others) for name in names}
    each = {name: n if isinstance(n, tuple) else (n, n) for name, n in each.items()}
    cases = [
        Case(name, date(year, month, 10), True, False, False, "买卖合同纠纷", "民初", None, f"{name}{year}{month}-{i}")
        for name in names
        for year in (2025, 2026)
        for month in range(1, 13)
        for i in range(each[name][year - 2025])
    ]
    given = {
        "townships": tuple(Township(one, one[-1].replace("道", "街道"), False, True) for one in names),
        "people": tuple(People(one, "常住", date(2024, 12, 31), 20_000) for one in names),
        "definition": NO_BREAKS,
        **changes,
    }
    return _built(tiny_county(cases, more, **given), batches)
