import pytest

from data.read import read_tables
from tests.data.read.refusals import code_of


def read(html: str):
    return read_tables(html.encode())


def test_spans_become_blank_cells_and_merged_ranges():
    html = (
        "<table><tr><th colspan=3>案件</th></tr>"
        "<tr><td rowspan=2>案号</td><td>立案<br>日期</td><td>&nbsp;甲&amp;乙</td></tr><tr><td>镕㙍</td></tr></table>"
    )
    (table,) = read(html)
    assert table.rows == [["案件"], ["案号", "立案\n日期", "甲&乙"], ["", "镕㙍"]]
    assert table.merged == ((0, 0, 0, 2), (1, 0, 2, 0))


def test_a_span_of_ten_million_costs_nothing():
    for span, second in (("colspan", ["乙"]), ("rowspan", ["", "乙"])):
        (table,) = read(f"<table><tr><td {span}=10000000>甲</td></tr><tr><td>乙</td></tr></table>")
        assert table.rows == [["甲"], second]


def test_cells_past_the_column_limit_are_refused():
    assert code_of(b"<table><tr>" + b"<td>1</td>" * 513 + b"</tr></table>") == "too_many_columns"


def test_tags_left_open_and_cells_without_a_row_are_read_as_browsers_do():
    assert read("<table><tr><td>甲<td>乙<tr><td>丙</table>")[0].rows == [["甲", "乙"], ["丙"]]
    assert read("<table><td>甲<td>乙</table>")[0].rows == [["甲", "乙"]]


def test_a_table_inside_a_layout_table_is_a_table_of_its_own():
    (table,) = read("<table><tr><td><table><tr><td>案号</td><td>案由</td></tr></table></td></tr></table>")
    assert table.rows == [["案号", "案由"]]


def test_external_entities_stay_as_they_are_written():
    (table,) = read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><table><tr><td>&x;</td></tr></table>')
    assert table.rows == [["&x;"]]


def test_scripts_styles_and_office_comments_are_not_cells():
    html = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml>x</xml><![endif]-->'
        "<style>td{}</style></head><table><tr><td>甲<script>alert(1)</script></td><td>001</td></tr></table>"
    )
    assert read(html)[0].rows == [["甲", "001"]]


def test_a_page_without_a_table_is_named():
    assert code_of("<html><p>登录已过期</p></html>".encode()) == "not_a_table"


@pytest.mark.parametrize("declared", ["gb2312", "utf-8"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_the_bytes_decide_the_encoding_whatever_the_page_declares(declared, encoding):
    html = f"<html><head><meta charset={declared}></head><table><tr><td>镕㙍</td></tr></table></html>"
    assert read_tables(html.encode(encoding))[0].rows == [["镕㙍"]]


def test_deep_nesting_loses_no_row():
    html = "<html>" + "<div>" * 3_000 + "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table></html>"
    assert [table.rows for table in read(html)] == [[["甲"], ["乙"]]] or code_of(html.encode()) == "damaged"
