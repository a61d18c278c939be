"""Templates: what they ask for is what the reader finds, and a template filled in works as it is."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from data.desk import Desk
from data.ledgers import LEDGERS
from data.read import read_tables
from data.recognise import recognise
from data.refusal import Refused
from metrics import counts
from reports.template_columns import TEMPLATES
from reports.templates import CHOICES, EXAMPLE, NOTES, Known, count_labels, template_workbook
from tests.data.exports import townships_file
from tests.data.loading import load

KNOWN = Known(("东门街道", "柳河镇", "石坪乡"), count_labels(counts()))
ledgers = pytest.mark.parametrize("ledger", TEMPLATES)


def opened(ledger: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(template_workbook(ledger, KNOWN)))


def filled(ledger: str, folder: Path) -> Path:
    """The template with the rows of its example copied into the sheet to be filled in, as a person would."""
    book = opened(ledger)
    page = book[LEDGERS[ledger].label]
    for row in book[EXAMPLE].iter_rows(min_row=2):
        for cell in row:
            page.cell(cell.row, cell.column, cell.value)
    path = folder / f"{LEDGERS[ledger].label}.xlsx"
    book.save(path)
    return path


@ledgers
def test_every_column_of_a_template_is_the_field_that_the_reader_finds(ledger: str, tmp_path: Path):
    (table, *_) = read_tables(filled(ledger, tmp_path).read_bytes())
    layout = recognise(table, "模板.xlsx")
    assert layout.ledger == ledger
    assert layout.unknown == ()
    assert len({column.field for column in layout.columns}) == len(TEMPLATES[ledger].columns)
    needed = {field for group in LEDGERS[ledger].required for field in group}
    starred = {TEMPLATES[ledger].columns[c.index].is_required for c in layout.columns if c.field in needed}
    assert starred == {True}


@ledgers
def test_an_empty_template_says_that_nothing_is_filled_in_and_its_other_sheets_are_passed_over(ledger: str):
    tables = read_tables(template_workbook(ledger, KNOWN))
    assert [table.name for table in tables] == [LEDGERS[ledger].label, EXAMPLE, NOTES, CHOICES]
    with pytest.raises(Refused) as refused:
        recognise(tables[0], "模板.xlsx")
    assert refused.value.code == "no_data"
    assert [recognise(table, "模板.xlsx") for table in tables[1:]] == [None, None, None]


@ledgers
def test_a_template_filled_in_is_taken_whole_without_a_problem(ledger: str, tmp_path: Path):
    desk = Desk(tmp_path / "home", counts())
    files = tmp_path / "files"
    files.mkdir()
    receipts = load(desk, townships_file(files), filled(ledger, files))[1:]
    assert [(one.ledger, one.error) for one in receipts] == [(ledger, None)]
    assert receipts[0].rows_added == receipts[0].rows_read == len(TEMPLATES[ledger].example("甲", "乙"))
    assert [one.code for one in receipts[0].problems] == []
    assert receipts[0].unassigned <= 1


@ledgers
def test_every_column_explains_itself_and_lists_offer_words_that_are_read(ledger: str):
    page = opened(ledger)[LEDGERS[ledger].label]
    rules = page.data_validations.dataValidation
    assert len(rules) == len(TEMPLATES[ledger].columns)
    assert all(rule.prompt and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)
    lists = [rule for rule in rules if rule.type == "list"]
    assert len(lists) == sum(bool(ask.choices) for ask in TEMPLATES[ledger].columns)
    assert all(rule.errorStyle == "warning" for rule in lists)


def test_the_counties_townships_are_offered_and_the_whole_county_where_sums_are_asked_for():
    choices = [cell.value for cell in opened("monthly_totals")[CHOICES]["A"] if cell.value]
    assert choices == ["全县", "东门街道", "柳河镇", "石坪乡"]
    assert "新收一审民商事案件" in [cell.value for cell in opened("monthly_totals")[CHOICES]["C"]]
    assert opened("petitions")[CHOICES].sheet_state == "hidden"


def test_without_a_county_the_template_works_too():
    book = openpyxl.load_workbook(io.BytesIO(template_workbook("petitions", Known())))
    assert "甲镇" in [cell.value for cell in book[EXAMPLE][2]]
