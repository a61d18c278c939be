"""Rows in force → fact tables of a build: who lies where, what counts as what."""

import importlib.resources
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from data.attribute.home_county import HomeCounty, infer_home
from data.attribute.matcher import Matcher
from data.attribute.places import match_places
from data.attribute.townships import TownshipNames, township_list, unlisted
from data.definition import Definition

PLACED_LEDGERS = ("case_rows", "mediation_rows")


def sql(name: str, **parts: str) -> str:
    """The text of one file of data/sql, with the parts that no parameter can carry filled in."""
    text = (importlib.resources.files("data") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    return text.format(**parts) if parts else text


def _pairs(con: duckdb.DuckDBPyConnection, query: str) -> dict[str, int]:
    return {str(text): int(n) for text, n in con.execute(query).fetchall()}


def home_county(con: duckdb.DuckDBPyConnection, titles: Sequence[str]) -> HomeCounty:
    """Infer the county from what the rows say; no set-up step."""
    return infer_home(
        _pairs(con, "SELECT court_code, count(*) FROM case_rows WHERE court_code IS NOT NULL GROUP BY court_code"),
        _pairs(con, "SELECT court, count(*) FROM case_rows WHERE court IS NOT NULL GROUP BY court"),
        titles,
        _pairs(con, "SELECT place_text, CAST(sum(n) AS BIGINT) FROM place_texts GROUP BY place_text"),
    )


def gather_place_texts(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create temp table `place_texts(source, place_text, n)`."""
    selects = [
        f"SELECT '{source}' AS source, place_{source} AS place_text FROM {table} WHERE place_{source} IS NOT NULL"
        for table in PLACED_LEDGERS
        for source in definition.attribution_order
    ]
    con.execute(
        "CREATE TEMP TABLE place_texts AS SELECT source, place_text, count(*) AS n "
        f"FROM ({' UNION ALL '.join(selects)}) AS texts GROUP BY source, place_text"
    )


@dataclass(frozen=True)
class Placement:
    """The county the rows speak of, and names in population tables that fit no listed township."""

    home: HomeCounty
    unlisted: tuple[str, ...]


def place_everything(
    con: duckdb.DuckDBPyConnection, definition: Definition, titles: Sequence[str], decisions: Mapping[str, str]
) -> Placement:
    """Build `townships`, `areas`, `population`, `residents` and `places` from the rows in force."""
    gather_place_texts(con, definition)
    home = home_county(con, titles)
    names = _population_names(con)
    county_names = (home.name, *home.short_names) if home.name else ()
    ledger_rows = _dicts(con, "SELECT * FROM township_rows ORDER BY ord DESC, sheet_row")
    listed = township_list(ledger_rows, names, county_names)
    _create_townships(con, listed, definition)
    _create_population(con, names, TownshipNames(listed, home), definition)
    distinct = con.execute("SELECT source, place_text, n FROM place_texts ORDER BY source, place_text").fetchall()
    con.register("matched_places", match_places(distinct, Matcher(listed, home, decisions)))
    con.execute("CREATE TABLE places AS SELECT * FROM matched_places ORDER BY source, place_text")
    return Placement(home, tuple(unlisted(names, listed, county_names)))


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
    con.execute(sql("residents"), {"basis": definition.population_basis})


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


def create_facts(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create `cases` and `mediations` under the definition's attribution order."""
    order = definition.attribution_order
    parts = {
        "first_place": "coalesce(" + ", ".join(f"at_{s}.township_code" for s in order) + ", NULL)",
        "placed_by": "CASE " + " ".join(f"WHEN at_{s}.township_code IS NOT NULL THEN '{s}'" for s in order) + " END",
        "place_joins": "\n".join(
            f"LEFT JOIN places AS at_{s} ON at_{s}.source = '{s}' AND at_{s}.place_text = rows.place_{s}" for s in order
        ),
    }
    con.execute(
        sql("cases", **parts),
        {
            "civil_types": list(definition.civil_types),
            "administrative_types": list(definition.administrative_types),
            "excluded_causes": list(definition.excluded_causes) or [""],
        },
    )
    con.execute(sql("mediations", **parts))
