import pytest

from ui.markup import Markup, join, markdown_text, tag
from ui.sheet import Column, Row, anchor, table_markup

HOSTILE = ("<img src=x onerror=alert(1)>", '"><script>1</script>', "&lt;b&gt;", "a'b", "\u202e反")


@pytest.mark.parametrize("name", HOSTILE)
def test_text_from_data_cannot_become_an_element(name: str):
    shown = tag("td", name, title=name)
    assert shown.count("<") == 2
    assert "<img" not in shown
    assert "<script" not in shown


def test_markup_made_here_is_not_escaped_twice():
    assert tag("p", tag("b", "1 < 2")) == "<p><b>1 &lt; 2</b></p>"
    assert isinstance(join(["a", tag("br")]), Markup)


def test_attributes_keep_their_html_names_and_none_leaves_one_out():
    assert tag("th", "x", class_="num", aria_label="数", scope=None) == '<th class="num" aria-label="数">x</th>'


@pytest.mark.parametrize("name", ["[x](http://a)", ":red[a]", "**b**", "$x$", "`c`", "# d", "<i>"])
def test_markdown_in_a_label_is_shown_literally(name: str):
    escaped = markdown_text(name)
    assert escaped.replace("\\", "") == name
    marks = [at for at, mark in enumerate(escaped) if mark in "[]():*$`#<>"]
    assert marks
    assert all(escaped[at - 1] == "\\" for at in marks)


def test_a_table_heads_its_columns_and_rows_and_marks_totals():
    table = table_markup(
        [Column("乡镇"), Column("件数", "number", "件")], [Row(["甲镇", "1"]), Row(["合计", "1"], "total")]
    )
    assert table.count('scope="col"') == 2
    assert table.count('scope="row"') == 2
    assert '<tr class="total">' in table
    assert '<td class="num">1</td>' in table


def test_an_optional_column_without_words_is_left_out():
    columns = [Column("乡镇"), Column("标记", optional=True)]
    assert "标记" not in table_markup(columns, [Row(["甲镇", ""]), Row(["乙镇", ""])])
    assert "标记" in table_markup(columns, [Row(["甲镇", ""]), Row(["乙镇", "数量过小"])])


def test_a_row_with_a_cell_too_many_is_an_error_and_not_a_shifted_table():
    with pytest.raises(ValueError, match="3 cells for 2 columns"):
        table_markup([Column("乡镇"), Column("件数")], [Row(["甲镇", "1", "2"])])


def test_a_link_opens_in_the_same_window_and_its_address_is_escaped():
    assert anchor("甲&乙", 'township?area="x"') == (
        '<a href="township?area=&quot;x&quot;" target="_self">甲&amp;乙</a>'
    )
