import pytest

from data.read import read_tables
from tests.data.read.refusals import code_of, sentence_of


def rows(text: str | bytes) -> list:
    (table,) = read_tables(text if isinstance(text, bytes) else text.encode())
    return table.rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_the_offices_yields_the_same_text_rare_characters_too(encoding):
    text = "案号,原告\n１号,镕㙍𠮷\n"
    assert rows(text.encode(encoding)) == [["案号", "原告"], ["１号", "镕㙍𠮷"]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "案号|案由\n1|a b\n2|c d\n".replace("|", delimiter)
    assert rows(text) == [["案号", "案由"], ["1", "a b"], ["2", "c d"]]


def test_a_comma_inside_addresses_does_not_outvote_the_tab():
    assert rows("案号\t地址\n1\t甲,乙\n2\t丙,丁\n")[1] == ["1", "甲,乙"]


def test_line_breaks_in_quotes_stay_in_their_cell():
    assert rows('案号,案由\r\n1,"甲\n乙"\r\n2,丙') == [["案号", "案由"], ["1", "甲\n乙"], ["2", "丙"]]


def test_a_quote_that_never_closes_is_refused_with_the_line_it_opened_on():
    raw = b'a,b\n1,2\n3,"4\n5,6\n'
    assert code_of(raw) == "unclosed_quote"
    assert "第 3 行" in sentence_of(raw)
    assert "第 3 行" in sentence_of(raw + b"7,8\n" * 40_000)
    assert "第 2 行" in sentence_of(b'a,b\n1,"2"3\n')


def test_a_quotation_mark_in_tab_separated_text_is_a_letter():
    assert rows('案号\t原告\n1\t"张三"饭店\n')[1] == ["1", '"张三"饭店']


def test_a_row_wider_than_the_header_is_refused_with_its_line():
    raw = "案号,地址,案由\n1,甲,乙\n2,甲,某村,丙\n3,甲,乙\n".encode()
    assert code_of(raw) == "ragged_row"
    assert "第 3 行有 4 列，表头（第 1 行）只有 3 列" in sentence_of(raw)


def test_the_ragged_line_is_the_physical_one_after_quoted_line_breaks():
    assert "第 4 行有 3 列" in sentence_of(b'a,b\n1,"x\ny"\n1,2,3\n4,5\n')


def test_short_rows_titles_and_trailing_delimiters_are_not_ragged():
    text = "案件台账\n单位：件,,制表：立案庭\n案号,日期,案由\n1\n2,x,y,,\n3,x,y\n合计,3\n"
    assert rows(text)[2:] == [["案号", "日期", "案由"], ["1"], ["2", "x", "y"], ["3", "x", "y"], ["合计", "3"]]


def test_blank_lines_keep_the_row_numbers_of_what_follows():
    assert rows("a,b\n\n1,2\n") == [["a", "b"], [], ["1", "2"]]


def test_a_list_of_names_without_any_delimiter_is_one_column():
    assert rows("乡镇\n梁家墩镇\n上秦镇\n") == [["乡镇"], ["梁家墩镇"], ["上秦镇"]]


def test_two_encodings_in_one_file_are_refused_with_the_line():
    raw = "案号,日期\n".encode() + "镕,案\n".encode("gb18030") + b"\xff\xfe\xff,\n"
    assert code_of(raw) == "unknown_encoding"
    assert "第 3 行" in sentence_of(raw)


def test_a_hint_to_excel_about_the_delimiter_is_no_row():
    assert rows("sep=;\na;b\n1;2\n") == [["a", "b"], ["1", "2"]]
