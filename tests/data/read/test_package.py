import zlib

import pytest

import settings
from data.read import package, read_tables
from data.read.parts import Notes
from data.read.tally import Tally
from tests.data.read import odd_files as odd
from tests.data.read.refusals import code_of

MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def spaces():
    """160 MB of blanks in 160 KB."""
    return odd.Bomb(b" " * MEGABYTE, 160)


def test_a_part_that_shrank_a_thousandfold_is_refused_unread(spaces):
    assert code_of(odd.append(odd.xlsx(), spaces, "xl/media/x.bin")) == "inflates"


def test_parts_that_together_pass_the_limit_are_refused(spaces, monkeypatch):
    monkeypatch.setattr(settings, "MAX_INFLATED_MB", 1)
    small = odd.Bomb(bytes(range(256)) * 4096, 2)
    assert code_of(odd.append(odd.xlsx(), small, "xl/media/x.bin")) == "inflates"


@pytest.mark.parametrize("check", [None, zlib.crc32(b" " * 1000)])
def test_a_part_larger_than_it_states_is_read_no_further_than_stated(spaces, check, monkeypatch):
    seen = []
    real = zlib.crc32
    monkeypatch.setattr(package.zlib, "crc32", lambda chunk, start=0: seen.append(len(chunk)) or real(chunk, start))
    assert code_of(odd.append(odd.xlsx(), spaces, "xl/media/x.bin", stated=1000, check=check)) == "size_mismatch"
    assert sum(seen) < MEGABYTE


@pytest.mark.parametrize("kind", ["row", "string", "cell"])
def test_the_classic_bombs_are_refused(kind):
    block = {
        "row": b'<row r="1"></row>' * 60_000,
        "string": b"A" * MEGABYTE,
        "cell": b'<c r="A1" t="s"><v>0</v></c>' * 40_000,
    }[kind]
    assert code_of(odd.append(odd.xlsx(), odd.Bomb(block, 160), "xl/worksheets/sheet9.xml")) == "inflates"


def test_sixty_thousand_parts_are_refused_before_they_are_listed():
    many = odd.zipped([("xl/workbook.xml", ""), *((f"p{n}", "") for n in range(60_000))])
    assert code_of(many) == "too_many_parts"


def test_two_parts_of_one_name_are_refused_however_the_name_is_written():
    for twin in ("xl/sheet.xml", "XL\\Sheet.xml"):
        parts = [("xl/workbook.xml", "<a/>"), ("xl/sheet.xml", "<a/>"), (twin, "<b/>")]
        assert code_of(odd.zipped(parts)) == "duplicate_parts"


def test_a_part_name_that_leaves_the_package_is_refused():
    assert code_of(odd.zipped([("xl/workbook.xml", "<a/>"), ("../../etc/passwd", "x")])) == "damaged"


def test_backslashes_in_part_names_are_read_as_some_exporters_write_them():
    strange = odd.package(odd.sheet_xml(odd.text_sheet(odd.ROWS)))
    archive = odd.zipped([(name.replace("/", "\\"), body) for name, body in odd.parts_of(strange)])
    assert read_tables(archive)[0].rows == [list(row) for row in odd.ROWS]


def test_overlapping_parts_are_refused():
    raw = bytearray(odd.xlsx())
    start = raw.find(b"PK\x01\x02")
    second = raw.find(b"PK\x01\x02", start + 4)
    raw[second + 42 : second + 46] = raw[start + 42 : start + 46]
    assert code_of(bytes(raw)) == "damaged"


def test_an_encrypted_part_is_a_password():
    raw = bytearray(odd.xlsx())
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(raw)) == "password"


@pytest.mark.parametrize("bomb", [odd.billion_laughs, odd.external_entity])
def test_a_document_type_is_refused_and_nothing_is_expanded(bomb):
    assert code_of(bomb()) == "doctype"


def test_a_document_type_across_two_chunks_is_still_seen(monkeypatch):
    monkeypatch.setattr(package, "CHUNK", 61)
    for padding in range(8):
        assert code_of(odd.with_doctype(" " * padding + "<!DOCTYPE x>")) == "doctype"


def test_a_part_in_another_encoding_is_refused_instead_of_read_as_nothing():
    sheet = odd.sheet_xml(odd.row(1, odd.cell("A1")))
    assert code_of(odd.package(sheet.encode("utf-16"))) == "part_encoding"
    assert code_of(odd.package(sheet.replace("UTF-8", "GB2312").encode("gb2312"))) == "part_encoding"


def test_a_long_shared_string_used_everywhere_is_refused_and_used_once_is_not():
    long = odd.strings_xml("甲" * 30_000)
    cells = [odd.row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 20_001)]
    assert code_of(odd.package(odd.sheet_xml("".join(cells)), long)) == "string_inflation"
    assert code_of(odd.package(odd.sheet_xml(cells[0]), long)) == "read"


def test_a_shared_string_count_out_of_all_proportion_is_refused():
    sheet = odd.sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    assert code_of(odd.package(sheet, odd.strings_xml("甲", stated=4_000_000_000))) == "string_inflation"


def test_error_cells_and_uncomputed_formulas_are_named_wherever_chunks_end(monkeypatch):
    cells = '<c r="A{0}" t="e"><v>#N/A</v></c><c r="B{0}"><f>1+1</f></c><c r="C{0}"><f>1</f><v></v></c>'
    sheet = odd.sheet_xml("".join(odd.row(n, cells.format(n), f'<c r="D{n}"><v>{n}</v></c>') for n in range(1, 10)))
    expected = Notes(["A1", "A2", "A3", "A4", "A5"], 9, ["B1", "C1", "B2", "C2", "B3"], 18, [], Tally(9, 9, 18))
    for size in (1 << 19, 977, 256):
        monkeypatch.setattr(package, "CHUNK", size)
        assert package.scan_package(odd.package(sheet)) == {"xl/worksheets/sheet1.xml": expected}
