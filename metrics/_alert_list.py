"""Alerts of a month together with what people did about them: one row for each township and rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.attribute.keys import canonical
from data.store.alert_case import AlertCase, State
from metrics._alert_rules import BY_NAME, RULES
from metrics._alert_words import evidence_sentence
from metrics._alerts import Alert, Judgement
from metrics._areas import COUNTY, areas_of
from metrics._build import Build, remembered

_ORDER: tuple[State, ...] = ("open", "told", "answered", "dismissed", "closed")
_RULE_ORDER = {rule.name: at for at, rule in enumerate(RULES)}


@dataclass(frozen=True)
class Followed:
    """An alert, a case, or both. `area_code` and name are those of the list in force, where the township is in it."""

    rule: str
    area_code: str
    area_name: str
    alert: Alert | None
    """None: the rule raises nothing (any more) in the months looked at."""
    case: AlertCase | None
    """None: nobody has done anything yet."""
    is_listed: bool = True
    """False when the township of a case is no longer in the list."""

    @property
    def key(self) -> str:
        """How the address names the row."""
        return f"c{self.case.id}" if self.case else f"{self.rule}.{self.area_code}"

    @property
    def state(self) -> State:
        """待研判 until somebody acts."""
        return self.case.state if self.case else "open"

    @property
    def is_raised(self) -> bool:
        """The rule is breached in the month asked for."""
        return self.alert is not None and not self.alert.is_over

    @property
    def is_waiting(self) -> bool:
        """Something is still to be done."""
        return self.case is None or not self.case.is_ended

    def is_late(self, today: date) -> bool:
        """The day by which it should have been done has passed."""
        return self.is_waiting and self.case is not None and self.case.until is not None and self.case.until < today

    @property
    def evidence(self) -> dict[str, Any]:
        """What an act keeps of the alert: its plain values, and the sentence that was read."""
        if self.alert is None:
            return {}
        facts = {name: one.isoformat() if isinstance(one, date) else one for name, one in asdict(self.alert).items()}
        return {**facts, "sentence": evidence_sentence(self.alert)}


def followed(build: Build, found: Judgement, cases: Sequence[AlertCase]) -> list[Followed]:
    """What waits first, then by rule and by how far it is out of line.

    An alert joins the open case of its rule and township; after a case was ended the alerts of later months open
    another. Cases begun after the month asked for are left out.
    """
    today_names = _names_of(build)
    held: dict[tuple[str, str], list[AlertCase]] = {}
    for case in cases:
        if case.first_month <= found.month:
            held.setdefault((case.rule, today_names.get(case.area_code, case.area_code)), []).append(case)
    rows: list[Followed] = []
    used: set[int] = set()
    for alert in found.alerts:
        joined = _case_of(alert, held.get((alert.rule, alert.area_code), ()))
        used |= {joined.id} if joined else set()
        rows.append(Followed(alert.rule, alert.area_code, alert.area_name, alert, joined))
    rows += _without_alert(build, held, used)
    return sorted(rows, key=_place)


def _case_of(alert: Alert, cases: Sequence[AlertCase]) -> AlertCase | None:
    """The newest case that is open, or that was ended when this alert was known."""
    for case in reversed(cases):
        if not case.is_ended or (case.ended_month is not None and alert.month <= case.ended_month):
            return case
    return None


def _without_alert(
    build: Build, held: Mapping[tuple[str, str], Sequence[AlertCase]], used: set[int]
) -> Iterator[Followed]:
    """Cases whose rule is quiet in the months looked at; nothing is left to do where every act was taken back."""
    areas = areas_of(build)
    names = dict(zip(areas.codes, areas.names, strict=True))
    for (rule, code), cases in held.items():
        for case in cases:
            if case.id not in used and case.standing and rule in BY_NAME:
                yield Followed(rule, code, names.get(code, case.area_name), None, case, code in names)


def _place(row: Followed) -> tuple[int, int, int, float]:
    return _ORDER.index(row.state), not row.is_raised, _RULE_ORDER[row.rule], -_distance(row.alert)


def _distance(alert: Alert | None) -> float:
    """How far the value is from what was expected, as a part of it."""
    if alert is None or not alert.expected or alert.value is None:
        return 0.0
    return abs(alert.value - alert.expected) / alert.expected


def _names_of(build: Build) -> dict[str, str]:
    """Former name → township of the list in force; a name that two townships claim is nobody's."""

    def read() -> dict[str, str]:
        query = (
            "SELECT alias, min(township_code) FROM township_aliases GROUP BY alias "
            "HAVING count(DISTINCT township_code) = 1"
        )
        listed = set(areas_of(build).codes)
        rows = build.cursor().execute(query).fetchall() if _has_aliases(build) else []
        return {key: code for alias, code in rows if (key := canonical(alias)) not in listed and key != COUNTY}

    return remembered(build, "former names", read)


def _has_aliases(build: Build) -> bool:
    query = "SELECT 1 FROM duckdb_tables() WHERE table_name = 'township_aliases'"
    return bool(build.cursor().execute(query).fetchall())
