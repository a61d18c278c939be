import random

import pytest

from data.read import read_tables
from tests.data.read.odd_files import HEADERS, ROWS, compound, xls, xlsx, zipped
from tests.data.read.refusals import code_of, sentence_of

EXPECTED = [list(HEADERS), *map(list, ROWS)]
LINES = [HEADERS, *ROWS]


def html(encoding: str = "utf-8") -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in LINES)
    return f"<html><head><meta charset=gb2312></head><table>{rows}</table></html>".encode(encoding)


@pytest.mark.parametrize(
    ("raw", "format"),
    [
        (xlsx(), "xlsx"),
        (xls(), "xls"),
        (html("gb18030"), "html"),
        (html(), "html"),
        ("\n".join(map(",".join, LINES)).encode(), "text"),
        ("\r\n".join(map("\t".join, LINES)).encode("gb18030"), "text"),
        ("\n".join(map("\t".join, LINES)).encode("utf-16"), "text"),
    ],
)
def test_the_same_rows_come_out_of_every_form_whatever_the_file_is_called(raw, format):
    (table,) = read_tables(raw)
    assert (table.format, table.rows, table.first_row) == (format, EXPECTED, 1)


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b'{"rows": [1, 2]}', "JSON"),
        (b"\x89PNG\r\n\x1a\n....", "图片"),
        (b"{\\rtf1 x}", "RTF"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b'<?xml version="1.0"?><a/>', "XML"),
        (zipped([("word/document.xml", "<a/>")]), "Word"),
        (zipped([("ppt/presentation.xml", "<a/>")]), "PowerPoint"),
        (zipped([("xl/workbook.bin", b"x")]), "xlsb"),
        (zipped([("案件.xlsx", xlsx())]), "压缩包"),
        (compound(["WordDocument", "1Table"]), "Word"),
        (compound(["PowerPoint Document"]), "PowerPoint"),
        (compound(["\x01Ole", "CONTENTS"]), "没有工作簿"),
        (random.Random(1).randbytes(5_000), "二进制"),
        (b"PK" + random.Random(2).randbytes(300), "不完整"),
    ],
)
def test_what_is_no_table_is_named_for_what_it_really_is(raw, named):
    assert named in sentence_of(raw)


def test_an_empty_file_and_half_a_file_are_told_apart_from_damage():
    whole = xlsx()
    assert code_of(b"") == "empty_file"
    assert code_of(b" \n\n") == "empty_file"
    assert code_of(whole[: len(whole) // 2]) == "truncated"


def test_a_workbook_behind_a_password_says_so():
    assert code_of(compound(["EncryptionInfo", "EncryptedPackage"])) == "password"


def test_an_embedded_document_does_not_make_a_workbook_a_word_file():
    assert "Word" not in sentence_of(compound(["Workbook", "WordDocument"]))


def test_a_damaged_container_directory_is_refused_not_followed():
    looping = bytearray(compound(["Workbook"]))
    looping[48:52] = (1).to_bytes(4, "little")
    looping[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")
    assert code_of(bytes(looping[:600])) == "damaged"
    assert code_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)) == "damaged"
