import pytest

from reports.bulletin.workbook_numbers import format_of, shared_format


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("81.2%", 81.2, '#,##0.0"%"'),
        ("1,234", 1234, "#,##0"),
        ("≥90%", 90, '"≥"#,##0"%"'),
        ("+2.1%", 2.0833, '+#,##0.0"%";-#,##0.0"%";#,##0.0"%"'),
        ("-0.4", -0.3512, "#,##0.0"),
        ("−31", -31, "#,##0"),
        ("12.50（数量过小）", 12.5, '#,##0.00"（数量过小）"'),
    ],
)
def test_a_number_is_shown_as_its_text(text: str, number: float, shown: str):
    assert format_of(text, number) == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("81.2%", 0.812),
        ("12", -12),
        ("3—7", 3),
        ("—", 1),
        ("", 1),
        ('1"', 1),
        ("1\x0b", 1),
        ("1\n", 1),
        ("甲" * 60 + "1", 1),
        ("2.1", 2.2),
    ],
)
def test_text_that_says_something_else_than_its_number_has_no_format(text: str, number: float):
    assert format_of(text, number) == ""


def test_numbers_of_one_axis_share_the_most_decimals_and_the_sign():
    assert shared_format(["1.5", "2", "3.25"]) == "#,##0.00"
    assert shared_format(["+42", "-9"]) == "+#,##0;-#,##0;#,##0"
    assert shared_format(["50.0%", "7%"]) == '#,##0.0"%"'
    assert shared_format(["50.0%", "7件", "—"]) == "#,##0.0"
