import pytest

from data.intake.parsed import Parsed
from tests.data.corpus.entry import Entry, hold
from tests.data.corpus.every import WORKBOOKS, ends_as_listed, read_all


@pytest.fixture(scope="module")
def ended(tmp_path_factory) -> dict[str, Parsed]:
    return read_all(WORKBOOKS, tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("entry", WORKBOOKS, ids=str)
def test_an_odd_container_or_grid_ends_as_the_list_says(entry: Entry, ended: dict[str, Parsed]):
    hold(entry.outcome, ended[entry.number])


@pytest.mark.parametrize("entry", WORKBOOKS[::25], ids=str)
def test_a_child_started_anew_ends_the_same_way(entry: Entry, tmp_path):
    assert ends_as_listed(entry, tmp_path)
