import re
from random import Random

from data.demo.county import COURT_CODE, TOWNSHIPS
from data.demo.people import identity_number, person, phone
from tests.data.demo.conftest import Demo

# First digits of identity numbers that are in use (1–6 mainland, 71, 81–83); 99 is none of them.
_REAL_AREA = re.compile(r"(?<!\d)(?:[1-6]\d|71|8[1-3])\d{4}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx](?!\d)")


def _is_well_formed(number: str) -> bool:
    total = sum(int(digit) * (2 ** (17 - i) % 11) for i, digit in enumerate(number[:17]))
    return len(number) == 18 and "10X98765432"[total % 11] == number[17]


def test_identity_numbers_are_well_formed_and_impossible():
    rng = Random(5)
    numbers = [identity_number(rng) for _ in range(500)]
    assert all(_is_well_formed(number) and number.startswith("99") for number in numbers)
    assert len(set(numbers)) > 450


def test_phones_belong_to_no_operator():
    assert re.fullmatch(r"154\d{8}", phone(Random(5)))


def test_some_names_need_more_than_gbk():
    rng = Random(5)
    assert any(name.encode("gbk", "ignore").decode("gbk") != name for name in (person(rng) for _ in range(2000)))


def test_no_file_holds_an_identity_number_that_could_be_real(demo: Demo):
    for export in demo.plan.exports:
        for sheet in export.sheets:
            cells = "\n".join(cell for row in sheet.rows for cell in row if isinstance(cell, str))
            assert not _REAL_AREA.search(cells), export.name
            assert not re.search(r"(?<!\d)1(?!54)[3-9]\d{9}(?!\d)", cells), export.name


def test_the_court_code_has_the_real_grammar_and_the_township_names_the_wanted_oddities():
    assert re.fullmatch(r"[\u4e00-\u9fff]\d{4}", COURT_CODE)
    names = [town.name for town in TOWNSHIPS]
    assert max(map(len, names)) == 8
    assert [name for name in names if name.startswith("城关")] == ["城关街道", "城关镇"]
    assert sum(bool(town.old_name) for town in TOWNSHIPS) == 2
    assert sum(not town.is_quasi for town in TOWNSHIPS) == 20
