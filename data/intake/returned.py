"""A workbook that comes back corrected: the two columns that we added are no columns of the ledger."""

from data.read.table import Table

HEADERS = ("问题", "建议")
_FURTHEST = 60


def without_our_columns(table: Table) -> None:
    """Drop the two columns (and what stands behind them) from a workbook that comes back corrected."""
    if table.format != "xlsx":  # what we hand back always is one
        return
    for row in table.rows[:_FURTHEST]:
        texts = [cell.strip() if isinstance(cell, str) else cell for cell in row]
        for at in range(len(texts) - 1):
            if tuple(texts[at : at + 2]) == HEADERS and not any(texts[at + 4 :]):
                table.rows = [one[:at] for one in table.rows]
                return
