"""Items 42 to 52 and 69 to 73: cells whose values lie, overflow, attack, or are only rare."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from tests.data.corpus.entry import Entry, Taken, refused, taken
from tests.data.corpus.pieces import GOOD, N1, N2, N3, book, with_date, with_date_text, with_row, with_rows, write
from tests.data.read import odd_files as odd

_FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "=1", "＝1+1", "{=1}", "mailto:a@localhost")
_MARKUP = ("<script>alert(1)</script>", "<img src=x>", "[x](http://localhost)", ":red[x]", "$x$", "纠纷\u202e")
_CAUSES = ("离婚纠纷", "买卖合同纠纷")
_DAY = date(2025, 3, 6)


def _text(*texts: str) -> Callable[[], bytes]:
    return lambda: with_date_text(*texts)


def _serial(value: str) -> Callable[[], bytes]:
    return lambda: with_date(value)


def _number(text: str) -> Callable[[], bytes]:
    return lambda: with_rows((text, "2025-03-06", "离婚纠纷", "调解"))


def _cause(text: str) -> Callable[[], bytes]:
    return lambda: with_rows((N3, "2025-03-06", text, "调解"))


def _with_identity(value: Any) -> bytes:
    rows = [(*GOOD[0], "身份证号"), (*GOOD[1], value), (*GOOD[2], value)]
    return book(lambda made: write(made, "案件", rows))


def _formatted(value: Any, number_format: Any, **options: Any) -> bytes:
    def fill(made: Any) -> None:
        sheet = write(made, "案件", [*GOOD, (N3, "", "离婚纠纷")])
        style = made.add_format({"num_format": number_format})
        (sheet.write_datetime if isinstance(value, datetime) else sheet.write_number)(3, 1, value, style)

    return book(fill, **options)


def _formulas_as_text() -> bytes:
    rows = ((f"（2025）甘0702民初{n}号", "2025-03-06", text, "调解") for n, text in enumerate(_FORMULAS, 3))
    return book(lambda made: write(made, "案件", [*GOOD, *rows]), strings_to_formulas=False, strings_to_urls=False)


def _markup() -> bytes:
    return with_rows(*((f"（2025）甘0702民初{n}号", "2025-03-06", text, "调解") for n, text in enumerate(_MARKUP, 3)))


def _faulty(code: str) -> Taken:
    return taken(3, code, aside=1)


_RARE = "𠮷㙍䶮纠纷"

ENTRIES = (
    Entry("42", "identity numbers as numbers", lambda: _with_identity(620702199001011234), taken()),
    Entry("43", "identity numbers as 6.2E+17", lambda: _with_identity("6.20702E+17"), taken()),
    Entry(
        "44",
        "a case number in full width",
        _number("（２０２５）甘０７０２民初３号"),
        taken(3, case_number=[N1, N2, N3]),
    ),
    Entry(
        "44b",
        "a case number with spaces",
        _number(" (2025) 甘0702 民初 3 号\u3000"),
        taken(3, case_number=[N1, N2, N3]),
    ),
    Entry(
        "44c",
        "a case number with a BOM inside",
        _number("（2025）甘\ufeff0702\u200b民初3号"),
        taken(3, case_number=[N1, N2, N3]),
    ),
    Entry("45", "a case number stored as a number", _number("202507020000003"), _faulty("case_number_as_number")),
    Entry(
        "46", "a serial under General", _serial("45722"), taken(3, filed_on=[date(2025, 3, 4), date(2025, 3, 5), _DAY])
    ),
    Entry(
        "47",
        "built-in format 57",
        lambda: _formatted(45722, 57),
        taken(3, filed_on=[date(2025, 3, 4), date(2025, 3, 5), _DAY]),
    ),
    Entry(
        "48",
        "the date system of 1904",
        lambda: _formatted(datetime(2025, 3, 6), "yyyy-mm-dd", date_1904=True),
        taken(3, filed_on=[date(2025, 3, 4), date(2025, 3, 5), _DAY]),
    ),
    Entry("49", "serial 60", _serial("60"), _faulty("serial_out_of_range")),
    Entry("49b", "serial 0", _serial("0"), _faulty("serial_out_of_range")),
    Entry("49c", "serial -1", _serial("-1"), _faulty("serial_out_of_range")),
    Entry("49d", "serial 2958466", _serial("2958466"), _faulty("serial_out_of_range")),
    Entry("49e", "serial 60 as a date", lambda: _formatted(60, "yyyy-mm-dd"), _faulty("year_out_of_range")),
    Entry("49f", "serial -1 as a date", lambda: _formatted(-1, "yyyy-mm-dd"), _faulty("not_a_date")),
    Entry("49g", "serial 2958466 as a date", lambda: _formatted(2958466, "yyyy-mm-dd"), _faulty("serial_out_of_range")),
    Entry(
        "50",
        "a millisecond before midnight",
        lambda: _formatted(45722.99999, "yyyy-mm-dd hh:mm"),
        taken(3, filed_on=[date(2025, 3, 4), date(2025, 3, 5), _DAY]),
    ),
    Entry("51", "month 13", _text("2025-13-01"), _faulty("impossible_date")),
    Entry("51b", "30 February", _text("2025.2.30"), _faulty("impossible_date")),
    Entry("51c", "day or month first", _text("03/04/2025"), _faulty("ambiguous_date")),
    Entry("51d", "a month in Chinese numerals", _text("二〇二五年三月"), _faulty("month_only")),
    Entry("51e", "a month alone", _text("2025年3月"), _faulty("month_only")),
    Entry("51f", "the years 1900 and 2999", _text("1900-03-04", "2999-03-04"), taken(4, "year_out_of_range", aside=2)),
    Entry(
        "69",
        "a cell of 40,000 letters",
        lambda: with_row(odd.cell("A4", N3), odd.cell("B4", "2025-03-06"), odd.cell("C4", "甲" * 40_000)),
        taken(3, "cell_too_long"),
    ),
    Entry(
        "70",
        "control characters",
        lambda: with_row(
            odd.cell("A4", N3.replace("民", "_x0007_民")),
            odd.cell("B4", "2025-03-06"),
            odd.cell("C4", "离_x0001_婚纠纷"),
        ),
        taken(3, case_number=[N1, N2, N3]),
    ),
    Entry("70b", "a NUL that XML forbids", lambda: with_row(odd.cell("A4", "甲&#0;")), refused("damaged")),
    Entry(
        "71",
        "emoji and rare letters",
        _cause(_RARE),
        taken(3, cause=["离婚纠纷", "买卖合同纠纷", _RARE]),
    ),
    Entry(
        "72",
        "texts that look like formulas",
        _formulas_as_text,
        taken(9, cause=[*_CAUSES, *_FORMULAS]),
    ),
    Entry("73", "markup as a cause", _markup, taken(8, cause=[*_CAUSES, *_MARKUP[:5], "纠纷"])),
)
