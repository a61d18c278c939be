import pytest

from data.clean.amounts import parse_money, parse_people


@pytest.mark.parametrize(
    ("cell", "scale", "yuan"),
    [
        (12345.6, 1.0, 12345.6),
        (3.5, 10_000.0, 35_000.0),
        (1234567.0, 0.01, 12345.67),
        (0.1, 10_000.0, 1000.0),
        ("3.5万元", 1.0, 35_000.0),
        ("3.5万", 1.0, 35_000.0),
        ("3.5万元", 10_000.0, 35_000.0),
        ("500元", 10_000.0, 500.0),
        ("0.00（元）", 1.0, 0.0),
        ("12,345.60", 1.0, 12345.6),
        ("１２，３４５．６０", 1.0, 12345.6),
        ("¥12,345.60", 1.0, 12345.6),
        ("人民币1.2亿元", 1.0, 120_000_000.0),
        ("12", 10_000.0, 120_000.0),
    ],
)
def test_amounts_come_out_in_yuan(cell, scale, yuan):
    assert parse_money(cell, scale) == (yuan, None, ())


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("三万元", "not_an_amount"),
        ("1,23", "not_an_amount"),
        ("10000-20000", "not_an_amount"),
        (-5.0, "negative"),
        (1e14, "too_large"),
        (float("nan"), "not_an_amount"),
        ("13812345678转", "not_an_amount"),
    ],
)
def test_what_is_no_amount_is_a_fault(cell, fault):
    assert parse_money(cell).fault == fault


@pytest.mark.parametrize("cell", ["", "-", "/", "无", "无标的额"])
def test_no_amount_is_empty(cell):
    assert parse_money(cell) == (None, None, ())


@pytest.mark.parametrize(
    ("cell", "scale", "people"),
    [
        (14913.0, 1.0, 14913),
        ("14,913", 1.0, 14913),
        ("14913人", 1.0, 14913),
        ("3（人）", 1.0, 3),
        ("13.2万", 1.0, 132_000),
        ("１４９１３", 1.0, 14913),
        (1.4913, 10_000.0, 14913),
        (0.00245, 10_000.0, 25),
        (24.0, 1.0, 24),
    ],
)
def test_people_come_out_as_whole_numbers(cell, scale, people):
    assert parse_people(cell, scale) == (people, None, ())


@pytest.mark.parametrize(
    ("cell", "fault"), [("约多", "not_a_number"), (14913.5, "not_whole"), (-1.0, "negative"), ("14,91", "not_a_number")]
)
def test_what_counts_no_people_is_a_fault(cell, fault):
    assert parse_people(cell).fault == fault
