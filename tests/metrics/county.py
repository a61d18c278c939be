"""A small county with every awkward area, as a build file made by the counts' own SQL."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from data.build.counts import create_counts
from data.definition import Definition
from metrics import counts
from tests.metrics.ordinary_work import closings_of, ordinary_registers
from tests.metrics.registers import COLUMNS, rows_of

FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2026, 6, 20)


class Township(NamedTuple):
    code: str
    kind: str
    is_quasi: bool
    is_rankable_kind: bool
    tribunal: str | None = None


class Case(NamedTuple):
    township_code: str
    filed_on: date
    is_civil_first_instance: bool
    is_administrative_first_instance: bool
    is_excluded: bool
    cause: str | None = None
    type_code: str | None = None
    closed_on: date | None = None
    case_number: str = ""


class Mediation(NamedTuple):
    township_code: str
    accepted_on: date
    kind: str
    result: str
    filed_case_number: str | None = None
    ended_on: date | None = None
    confirmed: bool | None = None
    performed: bool | None = None
    organisation: str | None = None
    batch: int = 1
    record_key: str = ""
    category: str | None = None


class People(NamedTuple):
    township_code: str
    basis: str
    as_of: date
    people: int


class Span(NamedTuple):
    ledger: str
    kind: str | None
    covers_start: date
    covers_end: date


# 乙镇 stands before 甲镇 in the list: the order of the list is not that of the codes.
TOWNSHIPS = (
    Township("乙镇", "镇", False, True),
    Township("甲镇", "镇", False, True),
    Township("丙镇", "镇", False, True),
    Township("丁镇", "镇", False, True),
    Township("己街道", "街道", False, True),
    Township("庚乡", "乡", False, True),
    Township("戊农场管理处", "类似乡级单位", True, False),
)
# Yearly civil filings, so that every township has a size of its own; 丙镇 has none at all.
CASES_A_DAY = {"乙镇": 1.6, "甲镇": 0.5, "丁镇": 0.3, "己街道": 0.9, "庚乡": 0.04, "戊农场管理处": 0.01}
CASES_A_DAY |= {"outside": 0.3, "unassigned": 0.05}
PEOPLE = (
    People("乙镇", "常住", date(2023, 12, 31), 61_000),
    People("乙镇", "常住", date(2024, 12, 31), 60_000),
    People("乙镇", "常住", date(2025, 12, 31), 58_500),
    People("甲镇", "常住", date(2023, 12, 31), 21_000),
    People("甲镇", "常住", date(2024, 12, 31), 20_400),
    People("丙镇", "常住", date(2023, 12, 31), 3_100),
    People("丙镇", "常住", date(2025, 12, 31), 2_950),
    People("己街道", "常住", date(2025, 12, 31), 40_000),
    People("庚乡", "常住", date(2020, 11, 1), 5_000),
    People("戊农场管理处", "常住", date(2023, 12, 31), 24),
    People("甲镇", "户籍", date(2024, 12, 31), 33_000),
)
COVERAGE = (
    Span("cases", None, date(2024, 1, 1), date(2025, 3, 31)),
    Span("cases", None, date(2025, 3, 1), date(2026, 6, 20)),
    Span("mediations", "people", date(2024, 1, 1), date(2026, 5, 31)),
    Span("mediations", "court", date(2024, 1, 1), date(2025, 2, 28)),
    Span("mediations", "court", date(2025, 5, 1), date(2026, 6, 30)),
    Span("petitions", None, date(2024, 1, 1), date(2026, 6, 20)),
    Span("activities", None, date(2025, 1, 1), date(2026, 4, 15)),
    Span("population", None, date(2020, 11, 1), date(2025, 12, 31)),
)


@dataclass(frozen=True)
class County:
    """The facts of a county; tests change single parts with dataclasses.replace."""

    townships: tuple[Township, ...] = TOWNSHIPS
    cases: tuple[Case, ...] = ()
    mediations: tuple[Mediation, ...] = ()
    people: tuple[People, ...] = PEOPLE
    coverage: tuple[Span, ...] = COVERAGE
    definition: Definition = field(default_factory=Definition)
    registers: tuple[Any, ...] = ()


@dataclass
class TestBuild:
    """What metrics need of a build, over a file made here."""

    __test__ = False
    number: int
    path: Path
    definition: Definition
    con: duckdb.DuckDBPyConnection
    meta: dict[str, Any]

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self.con.cursor()


@cache
def ordinary_county() -> County:
    """Two and a half years of cases and mediations, the same on every machine."""
    dice = random.Random(20_260_620)
    cases, mediations = [], []
    for number in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=number)
        for code, mean in CASES_A_DAY.items():
            for _ in range(_some(dice, mean)):
                administrative = dice.random() < 0.08
                cases.append(Case(code, day, not administrative, administrative, dice.random() < 0.05))
                if dice.random() < 0.1:
                    cases.append(Case(code, day, False, False, False))
            for kind, share in (("people", 0.6), ("court", 0.5), ("trade", 0.1)):
                for _ in range(_some(dice, mean * share)):
                    result = dice.choices(("success", "failure", "withdrawn", "open"), (70, 15, 5, 10))[0]
                    mediations.append(Mediation(code, day, kind, result))
    told = tuple(tell_case(i, one) for i, one in enumerate(cases))
    disputes = tuple(tell_mediation(i, one) for i, one in enumerate(mediations))
    return County(cases=told, mediations=disputes, registers=(*closings_of(told), *ordinary_registers()))


def tell_case(i: int, one: Case) -> Case:
    """What a case is about and when it was closed; a fifth of all are open, a few closed before they were filed."""
    other = ("执", "民特", "执恢", None)[i % 4]
    kind = "民初" if one.is_civil_first_instance else "行初" if one.is_administrative_first_instance else other
    closed = None if i % 5 == 0 else one.filed_on + timedelta(days=i * 37 % 190 - 3)
    cause = (None, "离婚纠纷", "买卖合同纠纷", "劳动争议", "民间借贷纠纷", "物业服务合同纠纷", "追偿权纠纷")[i % 7]
    return one._replace(cause=cause, type_code=kind, closed_on=closed, case_number=f"case {i}")


def tell_mediation(i: int, one: Mediation) -> Mediation:
    """What became of a dispute; every third batch says nothing of confirmation and performance."""
    ended = None if one.result == "open" else one.accepted_on + timedelta(days=i * 13 % 45 - 1)
    says = i % 3 != 2
    return one._replace(
        ended_on=ended,
        confirmed=(True, None, False)[i % 7 % 3] if says else None,
        performed=(True, True, None)[i % 11 % 3] if says else None,
        organisation=None if i % 10 == 9 else f"第{i * i % 23}调委会",
        batch=i % 3,
        record_key=f"dispute {i}",
    )


def _some(dice: random.Random, mean: float) -> int:
    """A small random count, so that a day may hold several."""
    return sum(dice.random() < mean / 4 for _ in range(4))


def complete_county() -> County:
    """The same county with people known everywhere, so that the county has rates."""
    county = ordinary_county()
    return replace(county, people=(*county.people, People("丁镇", "常住", date(2023, 12, 31), 9_000)))


TABLES = {
    "townships": "township_code VARCHAR, township_name VARCHAR, kind VARCHAR, is_quasi BOOLEAN, "
    "is_rankable_kind BOOLEAN, tribunal VARCHAR, sort_order INTEGER",
    "areas": "township_code VARCHAR, township_name VARCHAR",
    "cases": "township_code VARCHAR, filed_on DATE, is_civil_first_instance BOOLEAN, "
    "is_administrative_first_instance BOOLEAN, is_excluded BOOLEAN, cause VARCHAR, type_code VARCHAR, closed_on DATE, "
    "case_number VARCHAR",
    "mediations": "township_code VARCHAR, accepted_on DATE, kind VARCHAR, result VARCHAR, filed_case_number VARCHAR, "
    "ended_on DATE, confirmed BOOLEAN, performed BOOLEAN, organisation VARCHAR, batch INTEGER, record_key VARCHAR, "
    "category VARCHAR",
    "residents": "township_code VARCHAR, as_of DATE, people BIGINT",
    "coverage": "ledger VARCHAR, kind VARCHAR, covers_start DATE, covers_end DATE, batch INTEGER",
    "build_info": "key VARCHAR, value VARCHAR",
    **COLUMNS,
}


def write_build(path: Path, county: County, number: int = 7) -> TestBuild:
    """Make the build file and open it read-only."""
    con = duckdb.connect(str(path))
    for table, columns in TABLES.items():
        con.execute(f"CREATE TABLE {table} ({columns})")
    listed = [
        (t.code, t.code, t.kind, t.is_quasi, t.is_rankable_kind, t.tribunal, i) for i, t in enumerate(county.townships)
    ]
    meta = {"county_name": "试验县", "definition": county.definition.to_json()}
    rows = {
        "townships": listed,
        "areas": [*((t.code, t.code) for t in county.townships), ("outside", "辖区外"), ("unassigned", "未归属")],
        "cases": county.cases,
        "mediations": county.mediations,
        "residents": [
            (p.township_code, p.as_of, p.people) for p in county.people if p.basis == county.definition.population_basis
        ],
        "coverage": [(*span, batch) for batch, span in enumerate(county.coverage)],
        "build_info": list(meta.items()),
        **rows_of(county.registers),
    }
    for table, values in rows.items():
        _insert(con, table, values)
    create_counts(con, counts())
    con.close()
    return TestBuild(number, path, county.definition, duckdb.connect(str(path), read_only=True), meta)


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: Any) -> None:
    """Through Arrow: row by row the engine takes a second for what this does in a blink."""
    columns = list(zip(*rows, strict=True))
    if columns:
        names = [f"c{position}" for position in range(len(columns))]
        con.register("given", pa.table([pa.array(column) for column in columns], names))
        con.execute(f"INSERT INTO {table} SELECT * FROM given")
        con.unregister("given")
