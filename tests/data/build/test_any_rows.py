"""Folding, retracting and accounting of any imports in any order, against the plain model: some ten per second."""

import itertools
import os
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.build.merge import merge_upload
from data.build.outcomes import Outcome, outcomes
from data.build.resolve import RowFile, fold, stack
from data.store.imports import Span
from tests.data.plain_desk import PlainImport, Told, read, table, told

SCHEMA = pa.schema(
    [
        ("sheet_row", pa.int32()),
        ("record_key", pa.string()),
        ("filed_on", pa.date32()),
        ("cause", pa.string()),
        ("place_stated", pa.string()),
    ]
)
DAYS = [date(2025, 1, 9), date(2025, 1, 31), date(2025, 2, 1), date(2025, 3, 5)]
SPANS = [(start, end) for start, end in itertools.product(DAYS, DAYS) if start <= end]
CELLS = st.fixed_dictionaries(
    {
        "filed_on": st.sampled_from(DAYS),
        "cause": st.sampled_from([None, "甲", "乙"]),
        "place_stated": st.sampled_from([None, "东", "西"]),
    }
)
LINES = st.lists(st.tuples(st.sampled_from("abcd"), CELLS), min_size=1, max_size=5)
EXPORTED = st.sampled_from(["2026-01-01", "2026-01-02", "2026-01-03"])
IMPORTS = st.lists(st.tuples(LINES, EXPORTED, st.lists(st.sampled_from(SPANS), max_size=2)), min_size=1, max_size=5)
EXAMPLES = 5 * int(os.environ.get("WALKS", "10"))


def written(con: duckdb.DuckDBPyConnection, folder: Path, imports: list[PlainImport]) -> dict[int, RowFile]:
    """The parquet file of each import, by batch, as the desk would number them."""
    files = {}
    for order, one in enumerate(sorted(imports, key=lambda one: one.order), start=1):
        lines = [{"sheet_row": n, "record_key": key, **cells} for n, (key, cells) in enumerate(one.lines, start=2)]
        sheet, target = folder / f"sheet-{one.batch}", folder / f"{one.batch}.parquet"
        pq.write_table(pa.Table.from_pylist(lines, SCHEMA), sheet)
        target.unlink(missing_ok=True)
        account = merge_upload(con, [(0, sheet)], SCHEMA, target)[0]
        assert account.repeated + account.set_aside + len(one.rows) == len(lines)
        assert set(account.set_aside_keys) == one.contradicted
        if target.exists():
            spans = tuple(Span("cases", None, start.isoformat(), end.isoformat(), True) for start, end in one.replaces)
            files[one.batch] = RowFile(order, one.batch, target, spans, tuple(account.set_aside_keys))
    return files


@pytest.mark.timeout(300 + 10 * EXAMPLES)
@settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize="WALKS" not in os.environ)
@given(IMPORTS)
def test_any_imports_fold_to_the_rows_of_the_model_and_each_is_told_as_it_is(tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("rows")
    imports = [read(n, lines, day, replaces=tuple(spans)) for n, (lines, day, spans) in enumerate(drawn, start=1)]
    con = duckdb.connect(config={"threads": 1})
    files = written(con, folder, imports)
    stack(con, "all_rows", list(files.values()), SCHEMA)
    fold(con, "all_rows", "rows", SCHEMA)
    found = con.execute("SELECT record_key, filed_on, cause, place_stated FROM rows").fetchall()
    said = ("filed_on", "cause", "place_stated")
    assert len(found) == len(set(found))
    assert set(found) == {(key, *(cells[name] for name in said)) for key, cells in table(imports).items()}
    for one in imports:
        if one.batch in files:
            others = [other for other in imports if other is not one]
            held = [files[other.batch] for other in others if other.batch in files]
            by_sheet, retracted = outcomes(con, files[one.batch], held, SCHEMA)
            assert shown(by_sheet[0], retracted) == told(one, others)
    con.close()


def shown(outcome: Outcome, retracted: int) -> Told:
    return Told(outcome.added, outcome.changed, outcome.unchanged, retracted, outcome.overruled)
