"""Every document is rendered to pages by LibreOffice: nothing runs over, nothing is missing, no page is wasted."""

import os
import re
import subprocess
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from reports.bulletin.content import Cell, Notice, Paragraph, Section, Sheets
from reports.bulletin.word import notice_docx, sheets_docx
from reports.bulletin.workbook import bulletin_workbook
from tests.reports.bulletin import pdf_contents as read
from tests.reports.bulletin.contents import LONG_NAMES, a_letter, a_notice, names, the_sheets
from tests.reports.bulletin.word_contents import opened

MM = 72 / 25.4
STAND_INS = {
    "Noto Serif CJK SC": ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "宋体"),
    "Noto Sans CJK SC": ("黑体",),
}
"""The faces of official documents are not free; LibreOffice alone would take letters of any kind for them."""


def a_letter_of(lines: int) -> Notice:
    """A letter whose first section has so many lines."""
    letter = a_letter()
    section = replace(letter.sections[0], paragraphs=tuple(Paragraph("一行文字。") for _ in range(lines)))
    return replace(letter, sections=(section, *letter.sections[1:]))


def crowded_sheets() -> Sheets:
    """Two sheets with as many rows and sentences as a sheet may have."""
    sheets = the_sheets(2)
    figures, trend, causes, _ = sheets.sheets[0].sections
    parts = (
        filled(figures, 8),
        trend,
        filled(causes, 7),
        Section("变化", "与上月相比", tuple(Paragraph("较上月" * 20) for _ in range(2))),
        Section("待办", "逾期事项", tuple(Paragraph("预警逾期" * 11) for _ in range(4))),
        filled(figures, 4),
    )
    return replace(sheets, sheets=tuple(replace(one, sections=parts) for one in sheets.sheets))


def filled(section: Section, rows: int) -> Section:
    """The section with its table at so many rows and a note of a full line."""
    table = section.tables[0]
    first = (Cell("诉前（先行）调解化解率（%）"), *table.rows[0][1:])
    return replace(section, tables=(replace(table, rows=(first,) * rows, notes=("注" * 50,)),))


@cache
def documents() -> dict[str, bytes]:
    notices = {f"notice{n}.docx": notice_docx(a_notice(n, is_draft=n == 3)) for n in (3, 20, 60)}
    sheets = {f"sheets{n}.docx": sheets_docx(the_sheets(n)) for n in (3, 20)}
    sheets["crowded.docx"] = sheets_docx(crowded_sheets())
    letters = {f"letter{n}.docx": notice_docx(a_letter_of(n)) for n in (7, 8)}
    return (
        notices
        | sheets
        | letters
        | {"letter.docx": notice_docx(a_letter()), "workbook.xlsx": bulletin_workbook(a_notice(60))}
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, bytes]:
    """Every document as PDF, all by one run of LibreOffice with a profile of its own."""
    folder = tmp_path_factory.mktemp("rendering")
    made = documents()
    for name, raw in made.items():
        (folder / name).write_bytes(raw)
    (folder / "fonts.conf").write_text(font_rules(), "utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    run = subprocess.run(
        [*command, "--outdir", folder, *(folder / name for name in made)],
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return {name: (folder / name).with_suffix(".pdf").read_bytes() for name in made}


def font_rules() -> str:
    rules = [
        f'<alias binding="same"><family>{one}</family><prefer><family>{face}</family></prefer></alias>'
        for face, stood_for in STAND_INS.items()
        for one in stood_for
    ]
    return f"<fontconfig><include>/etc/fonts/fonts.conf</include>{''.join(rules)}</fontconfig>"


def texts(pdf: bytes) -> list[str]:
    """The text of every page without blanks, and without the number of the page."""
    return [read.squeezed(re.sub(r"— \d+ —", "", one)) for one in read.pages(pdf)]


def words_of(raw: bytes) -> list[str]:
    """Every paragraph and cell of a Word file without blanks."""
    document = opened(raw)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [read.squeezed(one) for one in (*(paragraph.text for paragraph in document.paragraphs), *cells)]


NOTICES = ("notice3.docx", "notice20.docx", "notice60.docx", "letter.docx")


@pytest.mark.parametrize(("name", "count"), [("notice3", 7), ("notice20", 7), ("notice60", 9), ("letter", 1)])
def test_a_document_takes_the_pages_that_it_needs(pages, name, count):
    assert len(texts(pages[f"{name}.docx"])) == count


@pytest.mark.parametrize("townships", [3, 20])
def test_every_township_has_exactly_one_page(pages, townships):
    found = texts(pages[f"sheets{townships}.docx"])
    assert [page.count("诉源治理情况（2026年10月）") for page in found] == [1] * townships
    assert all(name in page for name, page in zip(names(townships), found, strict=True))


def test_a_sheet_that_is_as_full_as_it_may_be_still_fits_its_page(pages):
    assert len(texts(pages["crowded.docx"])) == 2


@pytest.mark.parametrize("name", [*NOTICES, "sheets3.docx", "sheets20.docx"])
def test_every_word_is_on_the_pages_and_nothing_else(pages, name):
    """A letter that no face has would be missing here, or stand as a sign that nobody wrote."""
    whole, written = "".join(texts(pages[name])), words_of(documents()[name])
    assert not [one for one in written if one not in whole]
    assert not set(whole) - set("".join(written)) - set("预览稿尚未定稿，不作为正式通报")


@pytest.mark.parametrize("name", NOTICES)
def test_no_page_is_almost_empty(pages, name):
    """A page of an attachment may hold nothing but its picture; every other one says something."""
    small = [one for one in texts(pages[name]) if len(one) < 120]
    assert not [one for one in small if not one.startswith(("附件", "预览稿"))]


@pytest.mark.parametrize("name", NOTICES)
def test_text_stays_between_the_margins(pages, name):
    for (width, height), boxes in zip(read.sizes(pages[name]), read.text_boxes(pages[name]), strict=True):
        edges = (28, 26, 35, 37) if width < height else (35, 37, 26, 28)
        left, right, bottom, _ = (edge * MM for edge in edges)
        inside = [one for one in boxes if one[1] > bottom - 1 * MM]
        assert not [one for one in inside if one[0] < left - 1 or one[2] > width - right + 1]


@pytest.mark.parametrize("name", ["sheets3.docx", "sheets20.docx"])
def test_a_sheet_stays_between_its_margins(pages, name):
    for (width, _), boxes in zip(read.sizes(pages[name]), read.text_boxes(pages[name]), strict=True):
        assert not [one for one in boxes if one[0] < 20 * MM - 1 or one[2] > width - 20 * MM + 1]


def test_the_header_of_a_table_stands_on_each_of_its_pages(pages):
    found = texts(pages["notice60.docx"])
    lying = [at for at, size in enumerate(read.sizes(pages["notice60.docx"])) if size[0] > size[1]]
    assert lying == [at for at, page in enumerate(found) if "位次" in page and "化解率" in page] == [3, 4, 5]


def test_long_names_stand_on_one_line_beside_twelve_columns(pages):
    lines = [line for page in read.pages(pages["notice20.docx"]) for line in page.split("\n")]
    assert all(any(line.startswith(name) for line in lines) for name in LONG_NAMES)


def test_no_number_is_broken(pages):
    lines = Counter(part for page in read.pages(pages["notice60.docx"]) for part in re.split(r"\s", page))
    printed = [cell.text for row in a_notice(60).tables[1].rows for cell in row[1:]]
    assert not [one for one in printed if one not in lines]


@pytest.mark.parametrize("name", ["letter7.docx", "letter8.docx"])
def test_a_signature_never_stands_on_a_page_alone(pages, name):
    """With so many lines it would not stand on the first page whole."""
    assert texts(pages[name])[1].startswith("本通报仅供平安建设工作参考")


def test_a_draft_says_so_on_every_page(pages):
    assert all("预览稿" in page for page in texts(pages["notice3.docx"]))
    assert not [page for page in texts(pages["notice20.docx"]) if "预览稿" in page]


def test_numbers_of_pages_stand_outside(pages):
    pdf = pages["notice20.docx"]
    lowest = [min(boxes, key=lambda box: box[1]) for boxes in read.text_boxes(pdf)]
    stands_right = [box[0] > size[0] / 2 for box, size in zip(lowest, read.sizes(pdf), strict=True)]
    assert stands_right == [True, False, True, False, True, False, True]
    assert all(f"— {at} —" in page for at, page in enumerate(read.pages(pdf), 1))


def test_every_sheet_of_the_workbook_is_printed(pages):
    whole = "".join(texts(pages["workbook.xlsx"]))
    assert all(read.squeezed(table.title) in whole for table in a_notice(60).tables)
    assert all(name in whole for name in names(60))
