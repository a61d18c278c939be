"""Rows in force → fact tables of a build: who lies where, what counts as what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from data.attribute.home_county import HomeCounty, infer_home
from data.attribute.matcher import Matcher
from data.attribute.model import OUTSIDE
from data.attribute.places import BY_HAND, BY_SHEET, match_places
from data.attribute.townships import TownshipNames, township_list, unlisted
from data.build.decided import Decided
from data.build.exclusions import create_exclusions
from data.build.sql_text import sql
from data.build.unplaced import create_unplaced
from data.build.villages import create_villages
from data.build.work_facts import COVERED_TOWNSHIPS, create_work_facts
from data.build.work_facts import ROW_TABLES as WORK_TABLES
from data.definition import Definition

PLACED_LEDGERS = ("case_rows", "mediation_rows", *WORK_TABLES.values())


def _pairs(con: duckdb.DuckDBPyConnection, query: str) -> dict[str, int]:
    return {str(text): int(n) for text, n in con.execute(query).fetchall()}


def home_county(con: duckdb.DuckDBPyConnection, titles: Sequence[str]) -> HomeCounty:
    """Infer the county from what the rows say; no set-up step."""
    return infer_home(
        _pairs(con, "SELECT court_code, count(*) FROM case_rows WHERE court_code IS NOT NULL GROUP BY court_code"),
        _pairs(con, "SELECT court, count(*) FROM case_rows WHERE court IS NOT NULL GROUP BY court"),
        titles,
        _pairs(
            con,
            "SELECT place_text, CAST(sum(n) AS BIGINT) FROM place_texts "
            f"WHERE source <> '{BY_SHEET}' GROUP BY place_text",
        ),
    )


def gather_place_texts(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create temp table `place_texts(source, place_text, n)`."""
    selects = [
        f"SELECT '{source}' AS source, place_{source} AS place_text FROM {table} WHERE place_{source} IS NOT NULL"
        for table in PLACED_LEDGERS
        for source in definition.attribution_order
    ]
    selects.append(f"SELECT '{BY_SHEET}', township FROM placement_rows WHERE township IS NOT NULL")
    selects.append(COVERED_TOWNSHIPS)
    con.execute(
        "CREATE TEMP TABLE place_texts AS SELECT source, place_text, count(*) AS n "
        f"FROM ({' UNION ALL '.join(selects)}) AS texts GROUP BY source, place_text"
    )


@dataclass(frozen=True)
class Placement:
    """The county the rows speak of, and names in tables of people and of villages that fit no listed township."""

    home: HomeCounty
    unlisted: tuple[str, ...]
    unlisted_of_villages: tuple[str, ...]


def place_everything(
    con: duckdb.DuckDBPyConnection, definition: Definition, titles: Sequence[str], decisions: Decided
) -> Placement:
    """Build `townships`, `areas`, `villages`, `population`, `residents`, `places` and what people placed."""
    gather_place_texts(con, definition)
    home = home_county(con, titles)
    names = _population_names(con)
    county_names = (home.name, *home.short_names) if home.name else ()
    ledger_rows = _dicts(con, "SELECT * FROM township_rows ORDER BY ord DESC, sheet_row")
    listed = township_list(ledger_rows, names, county_names)
    _create_townships(con, listed, definition)
    known = TownshipNames(listed, home)
    _create_population(con, names, known, definition)
    villages, strangers = create_villages(con, known)
    _create_hand_placements(con, decisions, {one.code for one in listed} | {OUTSIDE})
    distinct = con.execute("SELECT source, place_text, n FROM place_texts ORDER BY source, place_text").fetchall()
    con.register("matched_places", match_places(distinct, Matcher(listed, home, decisions.places, villages)))
    con.execute("CREATE TABLE places AS SELECT * FROM matched_places ORDER BY source, place_text")
    return Placement(home, tuple(unlisted(names, listed, county_names)), strangers)


def _create_hand_placements(con: duckdb.DuckDBPyConnection, decisions: Decided, areas: Collection[str]) -> None:
    """One row per case that a person placed at an area of the list; of others the next source speaks."""
    pairs = [(number, area) for number, area in sorted(decisions.cases.items()) if area in areas]
    columns = {
        "case_number": pa.array([number for number, _ in pairs], pa.string()),
        "township_code": pa.array([area for _, area in pairs], pa.string()),
    }
    con.register("hand_list", pa.table(columns))
    con.execute("CREATE TABLE hand_placements AS SELECT case_number, township_code FROM hand_list")
    con.unregister("hand_list")


def _create_population(
    con: duckdb.DuckDBPyConnection, names: Sequence[str], known: TownshipNames, definition: Definition
) -> None:
    pairs = [(name, code) for name in names if (code := known.resolve(name)) is not None]
    columns = {
        "township": pa.array([name for name, _ in pairs], pa.string()),
        "township_code": pa.array([code for _, code in pairs], pa.string()),
    }
    con.register("township_names", pa.table(columns))
    con.execute(sql("population"))
    con.execute(sql("residents"), {"basis": definition.population_basis, "year": definition.population_year})


def _dicts(con: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = con.execute(query)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _population_names(con: duckdb.DuckDBPyConnection) -> list[str]:
    query = "SELECT township FROM population_rows GROUP BY township ORDER BY max(ord) DESC, min(sheet_row)"
    return [name for (name,) in con.execute(query).fetchall()]


def _create_townships(con: duckdb.DuckDBPyConnection, listed: Sequence[Any], definition: Definition) -> None:
    columns = {
        "code": pa.array([t.code for t in listed], pa.string()),
        "name": pa.array([t.name for t in listed], pa.string()),
        "kind": pa.array([t.kind for t in listed], pa.string()),
        "is_quasi": pa.array([t.is_quasi for t in listed], pa.bool_()),
        "tribunal": pa.array([t.tribunal for t in listed], pa.string()),
        "sort_order": pa.array(range(len(listed)), pa.int32()),
    }
    con.register("township_list", pa.table(columns))
    con.execute(sql("townships"), {"ranked_kinds": list(definition.ranked_kinds)})
    con.execute(sql("areas"))
    aliases = [(t.code, alias) for t in listed for alias in t.aliases]
    columns = {
        "township_code": pa.array([code for code, _ in aliases], pa.string()),
        "alias": pa.array([alias for _, alias in aliases], pa.string()),
    }
    con.register("alias_list", pa.table(columns))
    con.execute("CREATE TABLE township_aliases AS SELECT DISTINCT township_code, alias FROM alias_list ORDER BY ALL")
    con.unregister("alias_list")


def create_facts(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create `cases` and `mediations` under the definition's attribution order, and what lies nowhere.

    Before that order a case lies where a person put it: on the page first, then in a sheet of case numbers.
    """
    order = definition.attribution_order
    joins = [
        f"LEFT JOIN places AS at_{s} ON at_{s}.source = '{s}' AND at_{s}.place_text = rows.place_{s}" for s in order
    ]
    create_exclusions(con, definition)
    by_people = [
        f"LEFT JOIN hand_placements AS at_{BY_HAND} ON at_{BY_HAND}.case_number = rows.case_number",
        "LEFT JOIN placement_rows AS filled_in ON filled_in.record_key = rows.case_number",
        f"LEFT JOIN places AS at_{BY_SHEET} ON at_{BY_SHEET}.source = '{BY_SHEET}' "
        f"AND at_{BY_SHEET}.place_text = filled_in.township",
    ]
    con.execute(
        sql("cases", **_placing((BY_HAND, BY_SHEET, *order), [*by_people, *joins])),
        {
            "civil_types": list(definition.civil_types),
            "administrative_types": list(definition.administrative_types),
        },
    )
    con.execute(sql("mediations", **_placing(order, joins)))
    create_work_facts(con, _placing(order, joins))
    create_unplaced(con, order)


def _placing(order: Sequence[str], joins: Sequence[str]) -> dict[str, str]:
    return {
        "first_place": "coalesce(" + ", ".join(f"at_{s}.township_code" for s in order) + ", NULL)",
        "placed_by": "CASE " + " ".join(f"WHEN at_{s}.township_code IS NOT NULL THEN '{s}'" for s in order) + " END",
        "place_joins": "\n".join(joins),
    }
