from data.intake.desk_proposal import propose_mapping
from data.taught import Taught
from tests.data.foreign import FIELDS, HEADERS, foreign_file, foreign_layout, foreign_rows


def laid_out(tmp_path, path, **more):
    return propose_mapping(path, "报来.xlsx", out_dir=tmp_path / "out", **more)


def test_a_foreign_sheet_is_laid_out_with_its_header_its_first_rows_and_a_ledger(tmp_path):
    found = laid_out(tmp_path, foreign_file(tmp_path / "a.xlsx", foreign_rows(n=30)))
    assert (found.error, found.sheet, found.header, found.ledger) == (None, "明细", (3, 3), "mediations")
    assert [one.key for one in found.columns] == list(HEADERS)
    assert [one.letter for one in found.columns] == list("ABCDEFG")
    assert found.columns[5].guesses["mediations"].field == "result"
    assert [number for number, _ in found.rows] == list(range(4, 16))


def test_long_digits_are_masked_and_nothing_stays_on_the_disk(tmp_path):
    found = laid_out(tmp_path, foreign_file(tmp_path / "a.xlsx", foreign_rows()))
    assert found.rows[0][1][6] == "********"
    assert list((tmp_path / "out").iterdir()) == []


def test_another_header_row_can_be_asked_for(tmp_path):
    path = foreign_file(tmp_path / "a.xlsx", [HEADERS[:1] * 7, *foreign_rows()])
    found = laid_out(tmp_path, path, header=(4, 4))
    assert found.header == (4, 4)
    assert [one.key for one in found.columns][:3] == ["编码", "编码#2", "编码#3"]
    assert (3, 3) in [(one.first, one.last) for one in found.choices]


def test_headers_that_were_taught_come_with_what_was_said(tmp_path):
    path = foreign_file(tmp_path / "a.xlsx", foreign_rows())
    found = laid_out(tmp_path, path, taught=Taught((foreign_layout(),)))
    assert (found.taught, found.taught_kind, found.ledger) == (FIELDS, "people", "mediations")


def test_a_column_without_a_header_can_be_chosen_by_its_neighbour(tmp_path):
    path = foreign_file(tmp_path / "a.xlsx", foreign_rows(), ("", *HEADERS[1:]))
    assert laid_out(tmp_path, path).columns[0].key == "（“起始”左侧无表头）"


def test_a_broken_file_is_one_sentence(tmp_path):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(500))
    found = laid_out(tmp_path, path)
    assert found.columns == ()
    assert found.error_code
    assert found.error.endswith("。")
