"""Two and a half years of the ordinary county's registers: closings, petitions, suggestions, stations, villages."""

import random
from datetime import date, timedelta
from typing import Any

from tests.metrics.registers import (
    Activity,
    CaseVillage,
    Closing,
    Petition,
    Screening,
    Station,
    StationTownship,
    Suggestion,
    Village,
)

FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2026, 6, 20)
CODES = ("乙镇", "甲镇", "丁镇", "己街道", "outside", "unassigned")
VILLAGES = (("乙镇", 14), ("甲镇", 5), ("己街道", 3))
TYPES = (
    "mediation",
    "circuit_hearing",
    "legal_education",
    "consultation",
    "return_visit",
    "administrative_withdrawal",
    "administrative_settlement",
)


def closings_of(cases: Any) -> list[Closing]:
    """The closed cases, with what became of them; of every fourth nobody knows whether it was appealed."""
    found = []
    for i, one in enumerate(cases):
        if one.closed_on is None:
            continue
        civil, administrative = one.is_civil_first_instance, one.is_administrative_first_instance
        found.append(
            Closing(
                one.township_code,
                one.closed_on,
                civil,
                administrative,
                is_mediated=i % 6 == 1,
                is_withdrawn=i % 6 == 2,
                has_close_method=i % 9 != 0,
                days=(one.closed_on - one.filed_on).days,
                is_appealed=None if i % 4 == 3 else i % 13 == 0,
                is_chief_present=None if i % 3 == 0 else i % 2 == 0,
                case_number=one.case_number,
                is_first_instance=civil or administrative,
            )
        )
    return found


def ordinary_registers() -> list[Any]:
    """Rows of every day, the same on every machine."""
    dice = random.Random(20_250_103)
    villages = [Village(code, f"{code[0]}{n}村") for code, size in VILLAGES for n in range(size)]
    found: list[Any] = [
        *villages,
        Station("乙镇", date(2023, 5, 1), "东站", 2, 2, 1, record_key="东站"),
        Station("乙镇", date(2025, 9, 1), "西站", 2, 1, 1, record_key="西站"),
        Station("甲镇", None, "甲站", 3, 2, None, None, 1, record_key="甲站"),
        Station("unassigned", None, "无处站", record_key="无处站"),
        StationTownship("乙镇", "东站"),
        StationTownship("庚乡", "西站"),
        StationTownship("甲镇", "甲站"),
    ]
    for n in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=n)
        for code in CODES:
            if dice.random() < 0.15:
                found.append(_petition(dice, code, day))
            if dice.random() < 0.06:
                found.append(_suggestion(dice, code, day))
            if dice.random() < 0.2:
                found.append(_activity(dice, code, day))
        if dice.random() < 0.1:
            found.append(Screening("甲镇", day))
        for village in villages:
            if dice.random() < 0.03:
                found.append(Screening(village.township_code, day, village.village))
            if dice.random() < 0.02:
                found.append(CaseVillage(village.township_code, day, village.village))
    return found


def _petition(dice: random.Random, code: str, day: date) -> Petition:
    result = dice.choices(("success", "failure", "open"), (6, 2, 2))[0]
    is_first = dice.choice((True, True, False, None))
    return Petition(code, day, result, is_first, dice.random() < 0.2, result == "success" and dice.random() < 0.6)


def _suggestion(dice: random.Random, code: str, day: date) -> Suggestion:
    is_replied = dice.random() < 0.7
    adoption = dice.choice(("adopted", "partly", "rejected", None)) if is_replied else None
    due = dice.choice((day + timedelta(days=60), None))
    return Suggestion(code, day, is_replied, adoption, due, day + timedelta(days=30) if is_replied else None)


def _activity(dice: random.Random, code: str, day: date) -> Activity:
    opinions = dice.choice((None, 0, 3))
    done = None if opinions is None else dice.randint(0, opinions)
    return Activity(code, day, dice.choice(TYPES), dice.choice((1, 1, 1, 4)), opinions, done)
