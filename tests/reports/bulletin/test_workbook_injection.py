"""Text that would act if a program took it for a formula, a link or an order, in every place of a notice's workbook."""

import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO

import openpyxl
import pytest

from reports.bulletin.content import (
    Bar,
    BarsChart,
    Cell,
    Column,
    Dot,
    DotsChart,
    Line,
    LinesChart,
    Notice,
    Section,
    Table,
)
from reports.bulletin.workbook import bulletin_workbook
from reports.excel_text import printable
from tests.reports.bulletin.contents import HOSTILE, a_head

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=HYPERLINK("http://10.0.0.1","看")',
    '=WEBSERVICE("http://10.0.0.1")',
    "='甲'!A1",
    "甲!A1",
    "＝1+1",
    "＋1+1",
    "－2+3",
    "＠SUM(1)",
    '"=1+1"',
    "'=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "{=1+1}",
    "</t></si><f>1+1</f>",
    "\x00=1\x0b+1\x1f\ufffe\ud800",
    "http://10.0.0.1/x",
    "mailto:a@b",
    "external:c:\\x.xlsx",
    "&G&[Picture]&P",
    "_x003D_1+1",
    "0123",
    HOSTILE,
)


def parts(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def poisoned(text: str) -> Notice:
    """A notice with this text in every place that holds any."""
    columns = (Column(text, 6, "left"), Column(text, 6, "right", "0.0"), Column(text, 6))
    row = (Cell(text), Cell(text, 1.5), Cell(text))
    tables = tuple(Table(text, text, columns, (row, row), (text,), 1) for _ in range(2))
    charts = (
        DotsChart(text, text, text, (Dot(text, 2.0, 1.0, 3.0, text, "high"),), 1.5, text),
        LinesChart(text, text, text, (text, text), (Line(text, (1.0, None)), Line(text, (2.0, 1.0), True))),
        BarsChart(text, text, text, (Bar(text, -1.0, text),)),
    )
    head = replace(a_head(text), period=text, number=text, office=text, secrecy=text, closing=text, source=text)
    return Notice(text, text, head, text, (Section(text, text, tables=tables, charts=charts),), workbook_only=tables)


@cache
def poisoned_workbook(text: str) -> bytes:
    return bulletin_workbook(poisoned(text))


@pytest.mark.parametrize("text", PAYLOADS)
def test_text_from_data_stays_text_wherever_it_stands(text: str):
    raw = poisoned_workbook(text)
    for name, xml in parts(raw).items():
        assert not re.search(r"<f[ >]|ddeLink|TargetMode=.External|<hyperlink [^>]*r:id", xml), name
        assert "externalLink" not in name
    book = openpyxl.load_workbook(BytesIO(raw), read_only=True)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in found} == {"s", "n"}
    texts = [cell.value for cell in found if cell.data_type == "s"]
    assert sum(printable(text) in one for one in texts) >= 30


@pytest.mark.parametrize("text", PAYLOADS)
def test_charts_refer_to_the_sheet_of_their_cells_and_to_nothing_else(text: str):
    charts = [xml for name, xml in parts(poisoned_workbook(text)).items() if "/charts/chart" in name]
    references = [one for xml in charts for one in re.findall(r"<c:f>(.*?)</c:f>", xml)]
    assert len(charts) == 3
    assert references
    assert all(re.fullmatch(r"图表数据!\$[A-Z]\$\d+(:\$[A-Z]\$\d+)?", one) for one in references)


def test_a_marking_cannot_give_orders_to_the_header():
    sheet = openpyxl.load_workbook(BytesIO(poisoned_workbook("&G&[Picture]&P")))["目录"]
    assert sheet.oddHeader.left.text == "＆G＆[Picture]＆P"
