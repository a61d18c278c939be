"""Judicial suggestions whose reply is overdue: what an office asks for one by one."""

from datetime import date
from typing import NamedTuple

from metrics._build import Build


class OverdueSuggestion(NamedTuple):
    """A suggestion whose limit has passed without a reply. The addressee is a unit; nobody is named."""

    record_key: str
    number: str | None
    addressee: str | None
    township_code: str
    issued_on: date
    reply_due_on: date
    days_late: int


_OVERDUE = """
SELECT
    record_key, number, addressee, township_code, issued_on, reply_due_on,
    CAST(date_diff('day', reply_due_on, $today) AS INTEGER) AS days_late
FROM suggestions
WHERE NOT is_replied AND reply_due_on < $today
ORDER BY reply_due_on, issued_on, record_key"""


def overdue_suggestions(build: Build, today: date) -> list[OverdueSuggestion]:
    """Suggestions without a reply whose limit lies before a day, the longest overdue first."""
    return [OverdueSuggestion(*row) for row in build.cursor().execute(_OVERDUE, {"today": today}).fetchall()]


def suggestions_without_limit(build: Build) -> int:
    """How many unanswered suggestions state no limit, so that nobody can say whether they are overdue."""
    query = "SELECT count(*) FROM suggestions WHERE NOT is_replied AND reply_due_on IS NULL"
    [(number,)] = build.cursor().execute(query).fetchall()
    return int(number)
