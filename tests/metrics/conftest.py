import itertools

import pytest

from tests.metrics.county import complete_county, ordinary_county, write_build

_numbers = itertools.count(1)


@pytest.fixture(scope="package")
def county():
    return ordinary_county()


@pytest.fixture(scope="package")
def build(tmp_path_factory):
    """The ordinary county: 丁镇 has no population, so the county has no rate."""
    return write_build(tmp_path_factory.mktemp("county") / "7.duckdb", ordinary_county())


@pytest.fixture(scope="package")
def complete(tmp_path_factory):
    """The same county with people known everywhere."""
    return write_build(tmp_path_factory.mktemp("complete") / "8.duckdb", complete_county(), 8)


@pytest.fixture
def build_of(tmp_path):
    """Make a build of a county of one's own."""

    def make(county):
        number = next(_numbers)
        return write_build(tmp_path / f"{number}.duckdb", county, number)

    return make
