"""Counties with causes and batches for the split of a change: the tiny county, filed cause by cause."""

from datetime import date

import duckdb

from data.build.sql_text import sql
from data.definition import Definition
from metrics import parse_period
from metrics._what_moved import what_moved
from tests.metrics.county import Case
from tests.metrics.tiny import tiny_county

PERIOD = parse_period("2026-05")
NOW, BASE = date(2026, 5, 10), date(2025, 5, 10)


def filed(code, cause, now, base=0, excluded=False):
    """So many civil cases of one cause and area in May 2026 and in May 2025."""
    days = [NOW] * now + [BASE] * base
    return [
        Case(code, day, True, False, excluded, cause, "民初", None, f"{code}{cause}{i}") for i, day in enumerate(days)
    ]


def with_causes(build, batches=()):
    """The build with the tables that a real one has beside the counts; `batches`: case number, organisation."""
    build.con.close()
    con = duckdb.connect(str(build.path))
    con.execute("ALTER TABLE cases ADD COLUMN excluded_by VARCHAR")
    con.execute("UPDATE cases SET excluded_by = 'batch' WHERE is_excluded")
    con.execute(sql("daily_cause_counts"))
    con.execute(
        "CREATE TABLE batch_filings (case_number VARCHAR, filed_on DATE, organisation VARCHAR, batch_number INT)"
    )
    con.executemany("INSERT INTO batch_filings VALUES (?, NULL, ?, 1)", [("none", "none"), *batches])
    con.close()
    build.con = duckdb.connect(str(build.path), read_only=True)
    return build


def with_summary(build, months):
    """The build with a summary of civil filings: month, area and number, of months without rows."""
    build.con.close()
    con = duckdb.connect(str(build.path))
    con.execute("CREATE TABLE totals_used (count_name VARCHAR, month DATE, township_code VARCHAR, n BIGINT)")
    con.execute("CREATE TABLE totals_coverage (count_name VARCHAR, month DATE, township_code VARCHAR)")
    con.execute("CREATE TABLE totals_months (count_name VARCHAR, month DATE)")
    for month, area, n in months:
        con.execute("INSERT INTO totals_used VALUES ('civil_filings', ?, ?, ?)", [month, area, n])
        new = "INSERT INTO monthly_counts (count_name, month, township_code, n) VALUES ('civil_filings', ?, ?, ?)"
        con.execute(new, [month, area, n])
    for month in sorted({month for month, _, _ in months}):
        con.execute("INSERT INTO totals_months VALUES ('civil_filings', ?)", [month])
        for area in ("甲镇", "乙镇", "丙镇", "outside", "unassigned", "county"):
            con.execute("INSERT INTO totals_coverage VALUES ('civil_filings', ?, ?)", [month, area])
    con.close()
    build.con = duckdb.connect(str(build.path), read_only=True)
    return build


def moved_county(*rows, **changes):
    """The tiny county with these rows."""
    return tiny_county(*rows, **changes)


ROWS = (
    filed("甲镇", "买卖合同纠纷", 60, 10),
    filed("甲镇", "民间借贷纠纷", 30, 30),
    filed("乙镇", "买卖合同纠纷", 40, 38),
    filed("乙镇", "民间借贷纠纷", 20, 42),
    filed("丙镇", "追偿权纠纷", 3, 2),
    filed("outside", "民间借贷纠纷", 12, 18),
    filed("unassigned", "买卖合同纠纷", 5, 10),
)
"""170 cases after 150: 买卖 105/58, 民间借贷 62/90, 追偿权 3/2; 甲 90/40, 乙 60/80, 丙 3/2, 外 12/18, 未归属 5/10."""

NO_BREAKS = Definition(breaks=())


def moved_of(build_of, *rows, **changes):
    """What moved in a county of these rows, without breaks unless told, and its build."""
    given = {"definition": NO_BREAKS, **changes}
    build = with_causes(build_of(moved_county(*rows, **given)))
    return what_moved(build, PERIOD), build
