from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.refusal import Refused
from data.store.references import enter, read_value, reference_figures, withdraw
from data.store.state import prepare, state

YEAR = {"start": date(2025, 1, 1), "end": date(2025, 12, 31)}
SAID = {"by": "测试", "at": datetime(2026, 2, 3, 9)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def typed(path: Path, value: str = "98.60", place: str = "全市平均", **other) -> int:
    given = {"metric": "litigation_rate", "label": "万人成讼率", "source": "市中院通报", **YEAR, **SAID, **other}
    return enter(path, place=place, value=Decimal(value), **given)


def test_a_figure_is_kept_as_it_was_typed_with_source_person_and_time(path: Path):
    typed(path)
    [one] = reference_figures(path, "litigation_rate")
    assert (str(one.value), one.source, one.entered_by, one.entered_at) == ("98.60", "市中院通报", "测试", SAID["at"])
    assert reference_figures(path, "civil_filings") == []


def test_it_speaks_of_its_own_days_only(path: Path):
    typed(path)
    [one] = reference_figures(path)
    assert one.is_of(date(2025, 1, 1), date(2025, 12, 31))
    assert not one.is_of(date(2025, 1, 1), date(2025, 12, 30))


def test_entered_again_it_takes_the_place_of_the_first_which_stays_on_record(path: Path):
    typed(path)
    typed(path, "99.1")
    typed(path, "120", "全省平均")
    assert [str(one.value) for one in reference_figures(path)] == ["99.1", "120"]
    with state(path) as db:
        assert db.execute("SELECT count(*) AS n FROM reference_figures").fetchone()["n"] == 3


def test_of_another_definition_it_is_another_metric(path: Path):
    typed(path)
    typed(path, "61.2", label="万人起诉率")
    told = [(str(one.value), one.is_about("万人成讼率")) for one in reference_figures(path)]
    assert told == [("98.60", True), ("61.2", False)]


def test_a_withdrawn_one_is_withdrawn_once(path: Path):
    number = typed(path)
    assert withdraw(path, number, **SAID)
    assert not withdraw(path, number, **SAID)
    assert reference_figures(path) == []


@pytest.mark.parametrize(
    "wrong",
    [{"source": " "}, {"place": ""}, {"place": "很" * 21}, {"end": date(2024, 12, 31)}, {"source": "长" * 201}],
)
def test_without_source_place_or_sense_nothing_is_kept(path: Path, wrong: dict[str, object]):
    with pytest.raises(Refused) as caught:
        typed(path, **wrong)
    assert caught.value.code == "reference_invalid"
    assert reference_figures(path) == []


@pytest.mark.parametrize(
    ("text", "value"), [("32.50", "32.50"), (" 1,264 ", "1264"), ("９１．２％", "91.2"), ("0", "0")]
)
def test_numbers_are_read_as_people_type_them(text: str, value: str):
    assert str(read_value(text, is_percent=True)) == value


@pytest.mark.parametrize("text", ["150%", "150％", " 150 %"])
def test_a_percent_sign_on_what_is_not_counted_in_percent_is_refused(text: str):
    with pytest.raises(Refused, match="百分号只用于以百分数计的指标"):
        read_value(text)


@pytest.mark.parametrize(
    "text", ["", "约三十", "-1", "nan", "1e5", "1e-99999999", "1_0", "٣٢", "99999999", "32.5.1", "9%%"]
)
def test_what_is_no_number_is_refused(text: str):
    with pytest.raises(Refused):
        read_value(text)
