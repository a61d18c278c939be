"""A home of four townships with three closed months, small enough to be read again in a blink."""

from datetime import date, datetime
from pathlib import Path

from data.desk import Desk
from data.store.builds import Build, current_build
from metrics import counts
from tests.data.exports import a_case, cases_file, population_file, townships_file
from tests.data.loading import begin

FEBRUARY, MARCH = date(2025, 2, 1), date(2025, 3, 1)
TODAY, NOW = date(2025, 4, 3), datetime(2025, 4, 3, 9, 30)
PLACES = ("安和县柳河镇东街12号", "甘肃省安和县东门街道人民路1号", "安和县石坪乡南街3号")


def made(folder: Path) -> Desk:
    """The home with its files read: 60 cases of January to March 2025."""
    (folder / "files").mkdir()
    desk, files = Desk(folder / "home", counts()), folder / "files"
    days = [date(2025, month, 1 + 3 * at) for month in (1, 2, 3) for at in range(10)]
    rows = [a_case(n, days[n % 30], PLACES[n % 7 % 3]) for n in range(1, 60)]
    begin(
        desk, townships_file(files), population_file(files), cases_file(files, [*rows, a_case(99, date(2025, 3, 31))])
    )
    return desk


def build_of(desk: Desk) -> Build:
    build = current_build(desk.home.root)
    assert build is not None
    return build
