from datetime import date, datetime, time, timedelta

import pytest

from data.read import cell_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("", ""),
        (3.0, "3"),
        (3.25, "3.25"),
        (6.20702199001011200e17, "620702199001011200"),
        (float("nan"), ""),
        (True, "TRUE"),
        (date(2025, 3, 4), "2025-03-04"),
        (datetime(2025, 3, 4), "2025-03-04"),
        (datetime(2025, 3, 4, 9, 30), "2025-03-04 09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=1), "1:00:00"),
        ("\t0702", "0702"),
        ("'0702", "0702"),
        ("\u3000甲 乙\u3000", "甲 乙"),
        ("甲\x00\u200b乙\ufeff\u202e", "甲乙"),
        ("甲\n乙", "甲\n乙"),
        ("（２０２５）", "（２０２５）"),
        ("𠮷\ue000", "𠮷\ue000"),
    ],
)
def test_a_cell_is_shown_as_the_text_people_see(cell, text):
    assert cell_text(cell) == text
