"""Rows of the facts that no case or dispute is: closings, petitions, suggestions, stations and their work, villages."""

from datetime import date
from typing import Any, NamedTuple


class Closing(NamedTuple):
    township_code: str
    closed_on: date
    is_civil_first_instance: bool = True
    is_administrative_first_instance: bool = False
    is_mediated: bool = False
    is_withdrawn: bool = False
    has_close_method: bool = False
    days: int = 0
    is_appealed: bool | None = None
    is_chief_present: bool | None = None
    case_number: str = ""
    is_first_instance: bool = True


class Petition(NamedTuple):
    township_code: str
    registered_on: date
    result: str = "open"
    is_first: bool | None = None
    is_backlog: bool = False
    is_settled_at_once: bool = False
    record_key: str = ""
    category: str | None = None
    related_case_number: str | None = None


class Suggestion(NamedTuple):
    township_code: str
    issued_on: date
    is_replied: bool = False
    adoption: str | None = None
    reply_due_on: date | None = None
    replied_on: date | None = None
    record_key: str = ""
    number: str | None = None
    addressee: str | None = None


class Activity(NamedTuple):
    township_code: str
    held_on: date
    activity_type: str
    times: int = 1
    opinions: int | None = None
    opinions_done: int | None = None
    record_key: str = ""
    station: str | None = None


class Station(NamedTuple):
    township_code: str
    established_on: date | None
    station: str
    judges: int | None = None
    assistants: int | None = None
    clerks: int | None = None
    mediators: int | None = None
    liaisons: int | None = None
    record_key: str = ""


class StationTownship(NamedTuple):
    township_code: str
    record_key: str


class Village(NamedTuple):
    township_code: str
    village: str


class CaseVillage(NamedTuple):
    township_code: str
    filed_on: date
    village: str
    case_number: str = ""


class Screening(NamedTuple):
    township_code: str
    held_on: date
    village: str | None = None
    record_key: str = ""


TABLE_OF: dict[type, str] = {
    Closing: "closings",
    Petition: "petitions",
    Suggestion: "suggestions",
    Activity: "activities",
    Station: "stations",
    StationTownship: "station_townships",
    Village: "villages",
    CaseVillage: "case_villages",
    Screening: "screenings",
}
_WHOLE = {"times", "opinions", "opinions_done", "days", "judges", "assistants", "clerks", "mediators", "liaisons"}


def _type_of(name: str) -> str:
    if name in _WHOLE:
        return "BIGINT"
    if name.endswith("_on"):
        return "DATE"
    return "BOOLEAN" if name.startswith(("is_", "has_")) else "VARCHAR"


COLUMNS = {
    table: ", ".join(f"{name} {_type_of(name)}" for name in row._fields)  # type: ignore[attr-defined]
    for row, table in TABLE_OF.items()
}


def rows_of(rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    """The rows of every table, with a key of their own where they state none."""
    found: dict[str, list[Any]] = {table: [] for table in TABLE_OF.values()}
    for position, row in enumerate(rows):
        key = next(
            (name for name in ("record_key", "case_number") if name in row._fields and not getattr(row, name)), ""
        )
        found[TABLE_OF[type(row)]].append(row._replace(**{key: f"row {position}"}) if key else row)
    return found
