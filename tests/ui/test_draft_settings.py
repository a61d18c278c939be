from datetime import date

from data.store.imports import Span
from ui.draft_settings import months_of, within

COVERED = [
    Span("mediations", "people", "2026-01-01", "2026-03-20", False),
    Span("mediations", "court", "2026-03-01", "2026-04-30", False),
]


def test_the_months_of_several_spans_are_listed_once_in_order():
    assert months_of(COVERED) == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)]
    assert months_of([]) == []


def test_a_replaced_month_never_reaches_beyond_what_the_file_covers():
    cut = within(COVERED, date(2026, 3, 1), date(2026, 3, 1))
    assert [(span.kind, span.start, span.end) for span in cut] == [
        ("people", "2026-03-01", "2026-03-20"),
        ("court", "2026-03-01", "2026-03-31"),
    ]


def test_spans_outside_the_chosen_months_are_not_replaced():
    assert [span.kind for span in within(COVERED, date(2026, 4, 1), date(2026, 4, 1))] == ["court"]


def test_december_ends_the_year():
    spans = [Span("cases", None, "2026-11-01", "2027-01-31", True)]
    [cut] = within(spans, date(2026, 12, 1), date(2026, 12, 1))
    assert (cut.start, cut.end) == ("2026-12-01", "2026-12-31")
