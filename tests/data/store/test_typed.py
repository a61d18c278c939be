from datetime import date, datetime
from pathlib import Path

import pytest

from data.brief import Typed
from data.store.state import prepare
from data.store.typed import save_typed, typed_for

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
AT = datetime(2026, 11, 5, 9)
FULL = Typed(
    office="云泽县人民法院",
    addressee="各乡镇党委、人民政府",
    number="云法通〔2026〕9号",
    secrecy="",
    signer="张某",
    drafter="李某",
    contact="0000-0000000",
    reasons=("集中起诉。",),
    advice=("前移调解。",),
    letters_to=("东门街道",),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def test_nobody_has_typed_anything_yet(path: Path):
    assert typed_for(path, "monthly", OCTOBER) == Typed()


def test_what_was_typed_last_for_a_month_counts(path: Path):
    save_typed(path, "monthly", OCTOBER, Typed(office="甲"), by="试验", at=AT)
    save_typed(path, "monthly", OCTOBER, FULL, by="试验", at=AT)
    assert typed_for(path, "monthly", OCTOBER) == FULL


def test_the_next_month_keeps_the_office_and_drops_what_was_said_of_the_month(path: Path):
    save_typed(path, "monthly", SEPTEMBER, FULL, by="试验", at=AT)
    found = typed_for(path, "monthly", OCTOBER)
    assert (found.office, found.addressee, found.secrecy, found.signer) == (
        FULL.office,
        FULL.addressee,
        "",
        FULL.signer,
    )
    assert (found.number, found.reasons, found.advice, found.letters_to) == ("", (), (), ())


def test_a_kind_begins_with_its_own_office_before_that_of_another(path: Path):
    save_typed(path, "family", SEPTEMBER, Typed(office="家事"), by="试验", at=AT)
    save_typed(path, "monthly", SEPTEMBER, Typed(office="月度"), by="试验", at=AT)
    assert typed_for(path, "family", OCTOBER).office == "家事"
    assert typed_for(path, "petitions", OCTOBER).office == "月度"
