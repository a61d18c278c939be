"""Whatever stands in the cells, no person, phone, identity number or road leaves the reading process."""

import json
from dataclasses import asdict

import pytest

from data.ledgers import CASES, LEDGERS, MEDIATIONS, STAFF_ROLES
from tests.data.clean.sheets import cleaned

PLANTED = ("张三丰", "13812345678", "620702198001011234", "西环路", "12号", "李四光", "3单元")
TEXT = "张三丰，13812345678，620702198001011234，住甘州区甘浚镇西环路12号3单元，李四光"


def everything(result) -> str:
    """All that comes out of cleaning, as text."""
    problems = json.dumps([asdict(p) for p in result.problems], ensure_ascii=False, default=str)
    return problems + json.dumps(result.rows.to_pylist(), ensure_ascii=False, default=str)


def leaks(result) -> set[str]:
    text = everything(result)
    return {planted for planted in PLANTED if planted in text}


def rows_with(ledger, required, text):
    fields = tuple(f.name for f in LEDGERS[ledger].fields)
    return fields, [tuple(required.get(name, text) for name in fields)]


def test_personal_text_in_every_place_party_and_dropped_column_of_a_case_is_gone():
    required = {"case_number": "（2024）甘0702民初1号", "filed_on": "2024-03-05"}
    personal = [f.name for f in CASES.fields if f.kind in ("place", "party", "dropped")]
    fields, rows = ("case_number", "filed_on", *personal), [(*required.values(), *[TEXT] * len(personal))]
    result = cleaned("cases", fields, rows)
    assert result.rows.num_rows == 1
    assert leaks(result) == set()
    assert "甘州区甘浚镇" in everything(result)


def test_personal_text_in_every_place_party_and_dropped_column_of_a_mediation_is_gone():
    personal = [f.name for f in MEDIATIONS.fields if f.kind in ("place", "party", "dropped")]
    fields, rows = ("accepted_on", "result", *personal), [("2024-03-05", "成功", *[TEXT] * len(personal))]
    result = cleaned("mediations", fields, rows, kind="people")
    assert result.rows.num_rows == 1
    assert leaks(result) == set()


def test_phones_and_identity_numbers_are_gone_from_every_column_at_all():
    digits = {"13812345678", "620702198001011234"}
    required = {"case_number": "（2024）甘0702民初1号", "filed_on": "2024-03-05"}
    for text in (TEXT, "离婚纠纷13812345678", "620702198001011234"):
        assert not leaks(cleaned("cases", *rows_with("cases", required, text))) & digits
        required_here = {"accepted_on": "2024-03-05"}
        assert not leaks(cleaned("mediations", *rows_with("mediations", required_here, text), kind="people")) & digits


def test_a_number_column_full_of_personal_text_shows_none_of_its_digits():
    result = cleaned(
        "cases",
        ("case_number", "filed_on"),
        [("张三丰 13812345678", "2024-03-05"), (620702198001011234.0, "2024-03-05")],
    )
    assert result.rows_set_aside == 2
    assert leaks(result) == set()


def test_a_case_name_in_the_cause_column_is_not_kept():
    row = ("（2024）甘0702民初1号", "2024-03-05", "张三丰与李四光离婚纠纷")
    result = cleaned("cases", ("case_number", "filed_on", "cause"), [row])
    assert leaks(result) == set()


def test_text_after_a_case_number_is_cut_and_not_shown():
    row = ("（2024）甘0702民初1号张三丰诉李四光", "2024-03-05")
    result = cleaned("cases", ("case_number", "filed_on"), [row])
    assert result.rows["case_number"].to_pylist() == ["（2024）甘0702民初1号"]
    assert leaks(result) == set()


@pytest.mark.parametrize(
    ("ledger", "required"),
    [
        ("petitions", {"registered_on": "2024-03-05", "result": "已化解"}),
        ("suggestions", {"issued_on": "2024-03-05"}),
        ("activities", {"held_on": "2024-03-05", "activity_type": "普法"}),
        ("stations", {"station": "甘浚镇法官工作站", "place_stated": "甘浚镇"}),
    ],
)
def test_personal_text_in_every_place_dropped_and_staff_column_of_a_hand_kept_register_is_gone(ledger, required):
    personal = [f.name for f in LEDGERS[ledger].fields if f.kind in ("place", "dropped", "staff", "party")]
    personal = [name for name in personal if name not in required]
    result = cleaned(ledger, (*required, *personal), [(*required.values(), *[TEXT] * len(personal))])
    assert result.rows.num_rows == 1
    assert leaks(result) == set()
    digits = {"13812345678", "620702198001011234"}
    named = [f.name for f in LEDGERS[ledger].fields if f.kind == "word" and f.name not in required]
    assert not leaks(cleaned(ledger, (*required, *named), [(*required.values(), *[TEXT] * len(named))])) & digits


def test_a_person_is_neither_an_addressee_nor_the_office_in_charge():
    row = ("2024-03-05", "张三丰")
    assert leaks(cleaned("suggestions", ("issued_on", "addressee"), [row])) == set()
    row = ("2024-03-05", "已化解", "李四光")
    assert leaks(cleaned("petitions", ("registered_on", "result", "organisation"), [row])) == set()


@pytest.mark.parametrize("role", STAFF_ROLES)
def test_names_of_staff_become_a_number(role):
    result = cleaned("stations", ("station", "place_stated", role), [("甲站", "甘浚镇", "张三丰、李四光")])
    assert result.rows[role].to_pylist() == [2]
    assert leaks(result) == set()
