"""The part of a receipt that depends on what else is in force: told when a file is read, and again when published."""

from collections.abc import Sequence

import duckdb

from data.build.build import refuse_lost_rows, row_files
from data.build.outcomes import Outcome, outcomes
from data.build.publish import WANTED
from data.build.strangers import CASES_UNKNOWN, tell_unknown_cases
from data.clean.schema import SCHEMAS
from data.receipt import Problem, Receipt
from data.store import builds
from data.store import imports as log
from data.store.home import Home
from data.store.imports import ImportRecord

RELATIVE = frozenset({"older_export", "period_replaced", CASES_UNKNOWN})
"""Codes of problems that say how an import stands to the others; they are told anew each time."""


def account(
    con: duckdb.DuckDBPyConnection, home: Home, batch: int, receipts: Sequence[Receipt], uncounted: Sequence[int] = ()
) -> None:
    """Write into the receipts of one import what its rows do to those of the imports in force or on their way.

    `uncounted` are imports on their way whose turn comes later: of two that bring the same row one adds it.
    """
    records = [one for one in log.all_imports(home.state, *WANTED) if one.batch not in uncounted]
    [record] = [one for one in records if one.batch == batch]
    for receipt in receipts:
        receipt.rows_added = receipt.rows_changed = receipt.rows_unchanged = receipt.rows_retracted = 0
        receipt.problems = [one for one in receipt.problems if one.code not in RELATIVE]
    for ledger in dict.fromkeys(one.ledger for one in receipts if one.ledger and one.error_code is None):
        files = row_files(home, records, ledger)
        mine = [file for file in files if file.batch == batch]
        if mine:
            found, retracted = outcomes(con, mine[0], [f for f in files if f.batch != batch], SCHEMAS[ledger])
            _write(receipts, found, retracted, record)
        if mine and ledger == "placements":
            cases = [file.path for file in row_files(home, records, "cases")]
            for index, problem in tell_unknown_cases(con, mine[0].path, cases).items():
                receipts[index].problems.append(problem)


def recounted(home: Home, batches: Sequence[int]) -> list[Receipt]:
    """The receipts of drafts on their way into force, counted against what is in force now, and kept in the log."""
    records = {one.batch: one for one in log.all_imports(home.state, "publishing")}
    receipts: list[Receipt] = []
    con = builds.connect_for_work(":memory:", home)
    try:
        for n, batch in enumerate(batches, start=1):
            refuse_lost_rows(home, [records[batch]])
            own = records[batch].receipts
            account(con, home, batch, own, uncounted=batches[n:])
            log.keep_receipts(home.state, batch, own)
            receipts += own
    finally:
        con.close()
    return receipts


def _write(receipts: Sequence[Receipt], found: dict[int, Outcome], retracted: int, record: ImportRecord) -> None:
    for index, outcome in found.items():
        receipt = receipts[index]
        receipt.rows_added, receipt.rows_changed = outcome.added, outcome.changed
        receipt.rows_unchanged = outcome.unchanged
        if outcome.overruled:
            receipt.problems.append(_older(outcome.overruled, record))
    if retracted:
        first = receipts[min(found)]
        first.rows_retracted = retracted
        first.problems.append(_replaced(retracted))


def _older(n: int, record: ImportRecord) -> Problem:
    said = (
        f"本文件导出于{record.exported_on}"
        if record.exported_on
        else f"本文件没有写明导出日期，按导入日期{record.order[0]}排序"
    )
    sentence = (
        f"{said}，库中有更新的数据：{n}行与之不一致，不一致的内容未采用，其余照常入库；"
        "如果本文件其实更新，请撤销后写明导出日期重新导入。"
    )
    return Problem("older_export", "warning", sentence, count=n)


def _replaced(n: int) -> Problem:
    sentence = f"本文件替换所选期间：原有{n}条记录不在本文件中，已不再计入；如果不该撤下，请撤销本次导入。"
    return Problem("period_replaced", "warning", sentence, count=n)
