from datetime import date, datetime
from pathlib import Path

import pytest

from data.store.controls import control_figures, enter, explain, withdraw
from data.store.state import prepare

NOW, LATER = datetime(2026, 2, 3, 9), datetime(2026, 2, 4, 9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def entered(path: Path, n: int = 30, month: date = date(2025, 3, 15), count: str = "civil_filings") -> int:
    return enter(path, count_name=count, month=month, n=n, source="司法统计月报", by="甲", at=NOW)


def test_a_figure_is_kept_with_its_month_source_and_who_entered_it(path: Path):
    number = entered(path)
    (one,) = control_figures(path)
    assert (one.id, one.month, one.n, one.source) == (number, date(2025, 3, 1), 30, "司法统计月报")
    assert (one.entered_by, one.entered_at, one.explanation) == ("甲", NOW, None)


def test_a_figure_entered_again_takes_the_earlier_ones_place_and_that_one_stays_on_record(path: Path):
    first, second = entered(path, 30), entered(path, 31)
    assert [one.id for one in control_figures(path)] == [second]
    (old,) = control_figures(path, withdrawn=True)
    assert (old.id, old.n, old.withdrawn_by) == (first, 30, "甲")


def test_other_months_and_counts_stand_beside_each_other_the_latest_month_first(path: Path):
    entered(path)
    entered(path, month=date(2025, 4, 1))
    entered(path, count="administrative_filings")
    assert [(one.month.month, one.count_name) for one in control_figures(path)] == [
        (4, "civil_filings"),
        (3, "administrative_filings"),
        (3, "civil_filings"),
    ]


def test_an_explanation_is_kept_with_the_difference_it_explains(path: Path):
    number = entered(path)
    assert explain(path, number, "次月补录", difference=-2, by="乙", at=LATER)
    (one,) = control_figures(path)
    assert (one.explanation, one.explained_difference, one.explained_by, one.explained_at) == (
        "次月补录",
        -2,
        "乙",
        LATER,
    )


def test_a_withdrawn_figure_can_be_neither_explained_nor_withdrawn_again(path: Path):
    number = entered(path)
    assert withdraw(path, number, by="乙", at=LATER)
    assert control_figures(path) == []
    assert not withdraw(path, number, by="乙", at=LATER)
    assert not explain(path, number, "次月补录", difference=0, by="乙", at=LATER)
