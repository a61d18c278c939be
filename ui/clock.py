"""The one place where the screens read the clock; everything below is handed the time."""

from datetime import date, datetime


def now() -> datetime:
    """The machine's local time, to the second."""
    return datetime.now().replace(microsecond=0)


def today() -> date:
    """The machine's local day."""
    return now().date()
