import pytest

from tests.data.corpus.entry import Entry
from tests.data.corpus.every import WORKBOOKS, ends_as_listed


@pytest.mark.parametrize("entry", WORKBOOKS, ids=str)
def test_an_odd_container_or_grid_ends_as_the_list_says(entry: Entry, tmp_path):
    assert ends_as_listed(entry, tmp_path)
