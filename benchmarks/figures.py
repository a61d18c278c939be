"""compute() for all metrics from a build's daily counts, against the same answer by pandas groupby over the rows."""

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.measure import fresh
from benchmarks.table import say, show

HERE = "benchmarks.figures"
SIZES = ((1_000_000, 20), (1_000_000, 1_500), (10_000_000, 20), (10_000_000, 1_500))
MONTHS = ("2025-04", "2025-06", "2025-08", "2025-10", "2026-02", "2026-03", "2026-05", "2026-07", "2026-09")
"""Ends of year-to-date periods that nobody asked for before: an answer that is kept is not measured."""


def make_build(path: str, cases: str, townships: str) -> tuple[float, dict[str, Any]]:
    """A build with that many cases and a quarter as many mediations over five years, through the counts' own SQL."""
    import duckdb

    from data.build.counts import create_counts
    from data.definition import Definition
    from metrics._counts import SHARED_COUNTS

    con = duckdb.connect(path)
    con.execute("SET enable_progress_bar = false")
    for statement in (Path(__file__).parent / "county.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            con.execute(statement.replace("$cases", cases).replace("$townships", townships))
    create_counts(con, SHARED_COUNTS)
    facts = {"number": "1", "is_demo": "false", "county_name": "青禾县", "definition": Definition().to_json()}
    con.execute("CREATE TABLE build_info (key VARCHAR, value VARCHAR)")
    con.executemany("INSERT INTO build_info VALUES (?, ?)", list(facts.items()))
    (rows,) = con.execute("SELECT count(*) FROM daily_counts").fetchone() or (0,)
    con.close()
    return 0.0, {"daily_counts": rows}


def by_compute(path: str) -> tuple[float, dict[str, Any]]:
    """Median time of a period nobody asked for before; apart the first in the process, the same period again, and one
    with the intervals of all places."""
    from data.definition import Definition
    from data.store.builds import Build, connect
    from metrics._compute import compute
    from metrics._period import parse_period
    from metrics._registry import CORE

    con = connect(Path(path))
    meta = dict(con.cursor().execute("SELECT key, value FROM build_info").fetchall())
    build = Build(1, Path(path), con, Definition(), False, meta)
    times: list[float] = []
    again: list[float] = []
    for month in MONTHS:
        for seconds in (times, again):
            began = time.perf_counter()
            figures = compute(build, CORE, parse_period(month, "ytd"))
            seconds.append(time.perf_counter() - began)
    began = time.perf_counter()
    compute(build, CORE, parse_period(MONTHS[-1], "ytd"), with_rank_intervals=True)
    placed = time.perf_counter() - began
    filings = [row.numerator for row in figures.rows() if row.metric == "civil_filings"]
    said = {"first": times[0], "again": statistics.median(again), "placed": placed, "last_count": int(sum(filings))}
    return statistics.median(times[1:]), said


def by_pandas(path: str) -> tuple[float, dict[str, Any]]:
    """The same counts, bases and values by groupby; the rows are in memory before the clock starts."""
    import duckdb
    import pandas as pd

    from metrics._period import parse_period

    con = duckdb.connect(path, read_only=True)
    cases = con.execute(
        "SELECT township_code, filed_on, is_civil_first_instance, is_administrative_first_instance FROM cases"
    ).df()
    mediations = con.execute("SELECT township_code, accepted_on, kind, result FROM mediations").df()
    people = con.execute("SELECT township_code, people FROM population").df().set_index("township_code")["people"]
    for frame, columns in ((cases, ["township_code"]), (mediations, ["township_code", "kind", "result"])):
        frame[columns] = frame[columns].astype("category")
    con.close()

    def counted(rows: pd.DataFrame) -> pd.Series:
        return rows.groupby("township_code", observed=True).size()

    def figures(start: pd.Timestamp, end: pd.Timestamp) -> list[pd.Series]:
        filed = cases[(cases["filed_on"] >= start) & (cases["filed_on"] <= end)]
        civil = counted(filed[filed["is_civil_first_instance"]])
        administrative = counted(filed[filed["is_administrative_first_instance"]])
        found = [civil, civil / people * 10_000, administrative / people * 10_000]
        accepted = mediations[(mediations["accepted_on"] >= start) & (mediations["accepted_on"] <= end)]
        for kind in ("people", "court", "community"):
            one = accepted[accepted["kind"] == kind]
            resolved, failed = counted(one[one["result"] == "success"]), counted(one[one["result"] == "failure"])
            found += [resolved / counted(one) * 100, resolved / (resolved + failed) * 100]
        return found

    times, last = [], []
    for month in MONTHS:
        period = parse_period(month, "ytd")
        began = time.perf_counter()
        last = figures(pd.Timestamp(period.start), pd.Timestamp(period.end))
        base = figures(pd.Timestamp(period.base.start), pd.Timestamp(period.base.end))
        _ = [(now / then - 1) * 100 for now, then in zip(last, base, strict=True)]
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:]), {"first": times[0], "last_count": int(last[0].sum())}


def run(sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
    """Generate, measure, print."""
    rows = []
    for cases, townships in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "1.duckdb")
            say(f"making {cases:,} cases in {townships:,} townships …")
            days = fresh(HERE, "make_build", path, str(cases), str(townships)).said["daily_counts"]
            ours, theirs = fresh(HERE, "by_compute", path), fresh(HERE, "by_pandas", path)
        assert ours.said["last_count"] == theirs.said["last_count"], (ours.said, theirs.said)
        asked = (ours.said["again"], ours.seconds, ours.said["first"], ours.said["placed"], theirs.seconds)
        times = [f"{seconds * 1000:.0f}" for seconds in asked]
        ratio = f"{theirs.seconds / ours.said['again']:.1f}"
        peaks = [f"{one.peak_mib:.0f}" for one in (ours, theirs)]
        rows.append((f"{cases:,}", f"{townships:,}", f"{days:,}", *times, ratio, *peaks))
    title = f"All metrics, year to date with base, all townships; median of {len(MONTHS) - 1} periods"
    ours_header = ("compute ms", "a new period ms", "first in process ms", "with rank intervals ms")
    times_header = (*ours_header, "pandas ms", "pandas ÷ compute")
    peaks_header = ("compute peak MiB", "pandas peak MiB")
    show(title, ("cases", "townships", "rows of daily_counts", *times_header, *peaks_header), rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--townships", type=int, default=20)
    chosen = parser.parse_args()
    run(((chosen.cases, chosen.townships),) if chosen.cases else SIZES)
