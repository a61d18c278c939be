"""Further counts of mediations: what the register tells of confirmation, performance and time; bodies without work."""

from typing import NamedTuple

from data.count import Count, PeriodCount
from data.ledgers import MEDIATION_KINDS


class TellingCounts(NamedTuple):
    """Agreements whose register says something about a matter, and those of them to which it applies."""

    told: Count
    applies: Count


class DayCounts(NamedTuple):
    """Disputes ended in the period, and the days from acceptance to their end."""

    ended: Count
    days: Count


def _count(kind: str, name: str, label: str, where: str, **more: object) -> Count:
    given = {"day": "accepted_on", "ledger": "mediations", **more}
    return Count(name=f"{kind}_{name}", label=label, table="mediations", where=where, kind=kind, **given)  # type: ignore[arg-type]


def _telling(kind: str, column: str, word: str) -> TellingCounts:
    """Of a register that has the column an empty cell says no; one that lacks it says nothing."""
    noun, column_told = MEDIATION_KINDS[kind], f"kind = '{kind}' AND {column} IS NOT NULL"
    where = f"kind = '{kind}' AND result = 'success' AND batch IN (SELECT batch FROM mediations WHERE {column_told})"
    needs = (f"mediations WHERE {column_told}",)
    return TellingCounts(
        told=_count(kind, f"agreements_{column}_told", f"{noun}成功数（台账记有{word}的）", where, needs=needs),
        applies=_count(kind, f"agreements_{column}", f"其中已{word}的{noun}", f"{where} AND {column}", needs=needs),
    )


def _days(kind: str) -> DayCounts:
    noun = MEDIATION_KINDS[kind]
    where = f"kind = '{kind}' AND result <> 'open' AND ended_on >= accepted_on"
    given = {"day": "ended_on", "needs": (f"mediations WHERE kind = '{kind}' AND ended_on IS NOT NULL",)}
    days = "sum(date_diff('day', accepted_on, ended_on))"
    return DayCounts(
        ended=_count(kind, "mediations_closed_in_period", f"期内办结的{noun}件数", where, **given),
        days=_count(kind, "mediation_days_total", f"{noun}天数之和", where, n=days, unit="天", **given),
    )


PEOPLE_CONFIRMED, COURT_CONFIRMED = (_telling(kind, "confirmed", "司法确认") for kind in ("people", "court"))
PEOPLE_PERFORMED, COURT_PERFORMED = (_telling(kind, "performed", "自动履行") for kind in ("people", "court"))
PEOPLE_DAYS, COURT_DAYS = _days("people"), _days("court")

# A body lies where most of its disputes of the twelve months lie, so that each is counted once.
IDLE_BODIES = PeriodCount(
    name="idle_bodies",
    label="零受理调委会数",
    ledger="mediations",
    kind="people",
    needs=("mediations WHERE kind = 'people' AND organisation IS NOT NULL",),
    rows="""
    SELECT placed.area_code, placed.township_code, body.organisation AS key, body.last_on AS day
    FROM (
        SELECT
            organisation,
            township_code,
            max(max(accepted_on)) OVER (PARTITION BY organisation) AS last_on,
            row_number() OVER (PARTITION BY organisation ORDER BY count(*) DESC, township_code) AS place
        FROM mediations
        WHERE kind = 'people' AND organisation IS NOT NULL
            AND accepted_on > CAST($end AS DATE) - INTERVAL 1 YEAR AND accepted_on <= $end
        GROUP BY organisation, township_code
    ) AS body
    JOIN placed ON placed.township_code = body.township_code
    WHERE body.place = 1 AND body.last_on < $start""",
)
