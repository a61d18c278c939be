"""The workbook of a notice: a sheet for every table, native charts, the definition and the accounts."""

from datetime import datetime, time
from io import BytesIO

import xlsxwriter

from reports.bulletin.content import Chart, Notice, Table
from reports.bulletin.workbook_chart_data import ChartData
from reports.bulletin.workbook_charts import names_of, write_chart
from reports.bulletin.workbook_contents import write_contents
from reports.bulletin.workbook_names import sheet_names
from reports.bulletin.workbook_paper import Paper
from reports.bulletin.workbook_table import write_table
from reports.excel_text import TEXT_ONLY, printable

CONTENTS, CHART_DATA = "目录", "图表数据"


def bulletin_workbook(notice: Notice) -> bytes:
    """An xlsx file. The same notice gives the same bytes; it holds no formula and no address outside itself."""
    buffer = BytesIO()
    parts = _parts(notice)
    names = sheet_names((one.name for one in parts), (CONTENTS, CHART_DATA))
    with xlsxwriter.Workbook(buffer, TEXT_ONLY) as book:
        _describe(book, notice)
        paper = Paper(book, notice.head)
        write_contents(paper, CONTENTS, _listed(notice, names))
        data = ChartData(CHART_DATA)
        for name, one in zip(names, parts, strict=True):
            if isinstance(one, Table):
                write_table(paper, name, one)
            else:
                write_chart(paper, name, data, one)
        data.write(paper)
    return buffer.getvalue()


def _parts(notice: Notice) -> tuple[Table | Chart, ...]:
    """What has a sheet of its own: tables and charts in the order of the document, then what only the workbook has."""
    parts = (*notice.sections, *notice.attachments)
    drawn = (one for part in parts for one in (*part.tables, *(chart for chart in part.charts if names_of(chart))))
    return (*drawn, *notice.workbook_only)


def _listed(notice: Notice, names: list[str]) -> list[tuple[str, str]]:
    """Names of sheets and what stands on them."""
    listed = [(name, one.title) for name, one in zip(names, _parts(notice), strict=True)]
    return (
        [*listed, (CHART_DATA, "各图所用的数，改动后图随之改变")]
        if any(not isinstance(one, Table) for one in _parts(notice))
        else listed
    )


def _describe(book: xlsxwriter.Workbook, notice: Notice) -> None:
    """Properties of the file; its date is the notice's, so that it does not depend on the hour it was made."""
    head = notice.head
    words = {"title": head.title, "author": head.office, "company": head.office, "comments": head.source}
    created = datetime.combine(head.dated, time())
    book.set_properties({name: printable(text) for name, text in words.items()} | {"created": created})
