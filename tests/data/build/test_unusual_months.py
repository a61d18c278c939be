from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from data.build.unusual_months import Unusual, unusual_months

Connection = duckdb.DuckDBPyConnection


def month(number: int) -> date:
    return date(2025, number, 1)


@pytest.fixture
def con() -> Iterator[Connection]:
    """A build on trial in which imports cover 2025 to 20 December."""
    with duckdb.connect() as connection:
        connection.execute("ATTACH ':memory:' AS after_build")
        connection.execute(
            "CREATE TABLE after_build.coverage (ledger VARCHAR, kind VARCHAR, covers_start DATE, covers_end DATE)"
        )
        connection.execute(
            "INSERT INTO after_build.coverage VALUES ('cases', NULL, '2025-01-01', '2025-06-30'), "
            "('cases', NULL, '2025-07-01', '2025-12-20'), ('mediations', 'people', '2025-01-01', '2025-12-31')"
        )
        yield connection


def found(con: Connection, counts: dict[int, int], touched: set[int], ledger: str = "cases") -> list[Unusual]:
    by_month = {month(number): n for number, n in counts.items()}
    return list(unusual_months(con, ledger, None, by_month, {month(number) for number in touched}))


def test_under_half_and_over_twice_the_median_of_the_other_months(con: Connection):
    counts = dict.fromkeys(range(1, 12), 30)
    assert found(con, {**counts, 8: 14}, {8}) == [Unusual(month(8), 14, 30.0)]
    assert found(con, {**counts, 8: 15}, {8}) == []
    assert found(con, {**counts, 8: 61}, {8}) == [Unusual(month(8), 61, 30.0)]
    assert found(con, {**counts, 8: 60}, {8}) == []


def test_a_covered_month_without_a_row_counts_as_none(con: Connection):
    counts = {number: 30 for number in range(1, 12) if number != 5}
    assert found(con, counts, {5}) == [Unusual(month(5), 0, 30.0)]


def test_a_month_that_is_not_covered_to_its_end_is_neither_pointed_out_nor_usual(con: Connection):
    assert found(con, {**dict.fromkeys(range(1, 12), 30), 12: 1}, {12}) == []


def test_months_that_nobody_touches_are_left_alone(con: Connection):
    assert found(con, {**dict.fromkeys(range(1, 12), 30), 2: 300}, {3}) == []


def test_small_counts_are_spared(con: Connection):
    assert found(con, {**dict.fromkeys(range(1, 12), 4), 8: 13}, {8}) == []
    assert found(con, {**dict.fromkeys(range(1, 12), 4), 8: 14}, {8}) == [Unusual(month(8), 14, 4.0)]
    assert found(con, {**dict.fromkeys(range(1, 12), 9), 8: 0}, {8}) == []


def test_fewer_than_six_other_months_make_nothing_usual(con: Connection):
    con.execute("DELETE FROM after_build.coverage WHERE covers_start = DATE '2025-07-01'")
    assert found(con, {1: 30, 2: 30, 3: 30, 4: 30, 5: 30, 6: 300}, {6}) == []


def test_only_the_kind_in_question_is_looked_at(con: Connection):
    assert found(con, {**dict.fromkeys(range(1, 12), 30), 8: 300}, {8}, "mediations") == []
