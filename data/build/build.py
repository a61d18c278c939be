"""Files in force → one checked DuckDB build beside the old one."""

import functools
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from data.build.checks import BuildBroken, check_build
from data.build.counts import create_counts
from data.build.decided import Decided
from data.build.derived_facts import create_derived
from data.build.facts import create_facts, place_everything, sql
from data.build.resolve import RowFile, fold, stack
from data.build.said_words import Words, create_decided_words, create_word_uses, words_digest
from data.build.totals import use_totals
from data.build.work_facts import KEYED
from data.build.work_facts import ROW_TABLES as WORK_TABLES
from data.clean.schema import SCHEMAS
from data.count import Count
from data.definition import Definition
from data.store import builds
from data.store.home import Home, move_into_place
from data.store.imports import ImportRecord

ROW_TABLES = {
    "townships": "township_rows",
    "population": "population_rows",
    "cases": "case_rows",
    "mediations": "mediation_rows",
    "villages": "village_rows",
    "placements": "placement_rows",
    "appeals": "appeal_rows",
    **WORK_TABLES,
}


ENTERING = ("pending", "publishing")
"""States of imports whose receipts are still open: the build says where their rows lie."""


@dataclass(frozen=True)
class Recipe:
    """Everything that decides the figures of a build."""

    imports: tuple[ImportRecord, ...]
    definition: Definition
    counts: tuple[Count, ...]
    decisions: Decided
    is_demo: bool
    words: Words = field(default_factory=dict)


Placed = dict[tuple[str, int, int], tuple[int, int]]
"""(ledger, batch, sheet index) → rows of that sheet that lie nowhere (未归属) and outside (辖区外)."""


def fingerprint(counts: Sequence[Count]) -> str:
    """Changes whenever a count or the way builds are made changes, so that an older build is known to be stale."""
    return hashlib.sha256("\n".join([*sorted(map(repr, counts)), _program()]).encode()).hexdigest()[:16]


def said_digest(imports: Sequence[ImportRecord]) -> str:
    """Changes whenever a person corrects what an import covers: its rows stay, the figures do not."""
    said = [(one.batch, one.order, one.replaces, one.coverage) for one in sorted(imports, key=lambda one: one.batch)]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


@functools.cache
def _program() -> str:
    """Digest of every file that decides what becomes of rows in force: nobody has to remember a version number."""
    digest = hashlib.sha256()
    for folder in ("attribute", "build", "reference", "sql"):
        for path in sorted((Path(__file__).resolve().parents[1] / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def make_build(home: Home, number: int, recipe: Recipe, now: datetime) -> Placed:
    """Write and check `builds/<number>.duckdb`; it is not in force before the pointer moves.

    Returns where the rows of entering imports were placed. Raises data.build.checks.BuildBroken when a check fails;
    nothing is left behind then.
    """
    unfinished = home.builds / f"{number}.unfinished"
    unfinished.unlink(missing_ok=True)
    try:
        con = builds.connect_for_work(unfinished, home)
        try:
            _fill(con, home, number, recipe, now)
            placed = _placed(con, [one.batch for one in recipe.imports if one.state in ENTERING])
            con.execute("CHECKPOINT")
        finally:
            con.close()
        unfinished.chmod(0o600)
        move_into_place(unfinished, builds.build_path(home, number))
        return placed
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(con: duckdb.DuckDBPyConnection, home: Home, number: int, recipe: Recipe, now: datetime) -> None:
    refuse_lost_rows(home, recipe.imports)
    keys = {}
    for ledger, target in ROW_TABLES.items():
        stack(con, f"all_{target}", row_files(home, recipe.imports, ledger), SCHEMAS[ledger])
        fold(con, f"all_{target}", target, SCHEMAS[ledger])
        keys[ledger] = _number(con, f"SELECT count(DISTINCT record_key) FROM all_{target}")
    titles = [t for one in recipe.imports for t in one.hints.get("titles", [])]
    placement = place_everything(con, recipe.definition, titles, recipe.decisions)
    create_decided_words(con, recipe.words)
    create_word_uses(con, ROW_TABLES)
    create_facts(con, recipe.definition)
    create_derived(con, recipe.definition)
    create_counts(con, recipe.counts)
    con.execute(sql("daily_cause_counts"))
    _create_coverage(con, recipe.imports)
    use_totals(con, recipe.counts)
    facts = {
        "number": str(number),
        "built_at": now.isoformat(),
        "definition": recipe.definition.to_json(),
        "words_digest": words_digest(recipe.words),
        "is_demo": "true" if recipe.is_demo else "false",
        "county_name": placement.home.name or "",
        "home_county": json.dumps(asdict(placement.home), ensure_ascii=False),
        "court_code": placement.home.court_code or "",
        "unlisted_population": json.dumps(placement.unlisted, ensure_ascii=False),
        "unlisted_of_villages": json.dumps(placement.unlisted_of_villages, ensure_ascii=False),
        "decided": recipe.decisions.to_json(),
        "counts_fingerprint": fingerprint(recipe.counts),
        "batches": json.dumps([one.batch for one in recipe.imports]),
        "said_digest": said_digest(recipe.imports),
    }
    con.execute("CREATE TABLE build_info (key VARCHAR, value VARCHAR)")
    con.executemany("INSERT INTO build_info VALUES (?, ?)", list(facts.items()))
    check_build(con, recipe.counts, {ledger: keys[ledger] for ledger in ("cases", "mediations", *KEYED)})


def _placed(con: duckdb.DuckDBPyConnection, batches: Sequence[int]) -> Placed:
    found: Placed = {}
    for ledger in ("cases", "mediations", *KEYED):
        key = "case_number" if ledger == "cases" else "record_key"
        rows = con.execute(
            "SELECT r.batch, r.sheet_index, count(*) FILTER (WHERE f.township_code = 'unassigned'), "
            "count(*) FILTER (WHERE f.township_code = 'outside') "
            f"FROM all_{ROW_TABLES[ledger]} AS r JOIN {ledger} AS f ON f.{key} = r.record_key "
            "WHERE r.batch IN (SELECT unnest($batches)) GROUP BY r.batch, r.sheet_index",
            {"batches": list(batches)},
        ).fetchall()
        found |= {(ledger, batch, sheet): (unassigned, outside) for batch, sheet, unassigned, outside in rows}
    return found


def refuse_lost_rows(home: Home, imports: Sequence[ImportRecord]) -> None:
    """Raise BuildBroken: a missing file of rows would only make the figures smaller; nobody would notice."""
    for one in imports:
        for ledger in one.ledgers_with_rows:
            if not home.rows_file(ledger, one.batch).exists():
                raise BuildBroken(f"the rows of import {one.batch} in {ledger} are gone")


def row_files(home: Home, imports: Sequence[ImportRecord], ledger: str) -> list[RowFile]:
    """The parquet files of a ledger; a greater order wins where rows disagree."""
    files = []
    for order, one in enumerate(sorted(imports, key=lambda record: record.order), start=1):
        path = home.rows_file(ledger, one.batch)
        if path.exists():
            replaces = tuple(span for span in one.replaces if span.ledger == ledger)
            spared = tuple(dict.fromkeys(one.hints.get("set_aside_keys", {}).get(ledger, ())))
            files.append(RowFile(order, one.batch, path, replaces, spared))
    return files


def _create_coverage(con: duckdb.DuckDBPyConnection, imports: Sequence[ImportRecord]) -> None:
    """One row per import, ledger and kind: the days that import says everything about."""
    spans = [(s.ledger, s.kind, s.start, s.end, one.batch) for one in imports for s in one.coverage]
    con.execute(
        "CREATE TABLE coverage (ledger VARCHAR, kind VARCHAR, covers_start DATE, covers_end DATE, batch INTEGER)"
    )
    if spans:
        names = ("ledger", "kind", "covers_start", "covers_end", "batch")
        con.register("spans", pa.table({n: [span[i] for span in spans] for i, n in enumerate(names)}))
        con.execute(
            "INSERT INTO coverage "
            "SELECT ledger, kind, CAST(covers_start AS DATE), CAST(covers_end AS DATE), batch FROM spans"
        )
        con.unregister("spans")


def _number(con: duckdb.DuckDBPyConnection, query: str) -> int:
    # All rows fetched: DuckDB refuses to register a table while a result is still open.
    [(number,)] = con.execute(query).fetchall()
    return int(number)
