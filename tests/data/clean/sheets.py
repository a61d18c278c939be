"""Small sheets for the tests: a header, rows, and the layout that names the columns by field."""

from data.clean import Cleaned, clean
from data.ledgers import LEDGERS
from data.read.table import Table
from data.recognise.layout import Column, Layout

SECRET = b"k" * 32


def layout_of(ledger, fields, *, kind=None, title="", scales=None):
    columns = tuple(
        Column(i, field, LEDGERS[ledger].field(field).headers[0], scale=(scales or {}).get(field, 1.0))
        for i, field in enumerate(fields)
        if field
    )
    by_index = {column.index: column.header for column in columns}
    headers = tuple(by_index.get(i, "序号") for i in range(len(fields)))
    return Layout(ledger, kind, 1, 1, columns, headers, (), title, 9.0, "signature")


def cleaned(ledger, fields, rows, *, merged=(), file_name="台账.xlsx", layout=None, **options) -> Cleaned:
    """Clean `rows` under a header in spreadsheet row 1; the first data row is row 2."""
    forced = options.pop("forced_kind", None)
    layout = layout or layout_of(ledger, fields, **options)
    table = Table("Sheet1", [list(layout.headers), *[list(row) for row in rows]], merged=merged)
    return clean(table, layout, file_name=file_name, secret=SECRET, forced_kind=forced)


def only(result: Cleaned) -> dict:
    """The single row that came out."""
    (row,) = result.rows.to_pylist()
    return row


def codes(result: Cleaned, severity=None) -> list[str]:
    """Codes of the problems, in order."""
    return [p.code for p in result.problems if severity in (None, p.severity)]
