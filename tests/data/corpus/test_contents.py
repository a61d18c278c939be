import pytest

from tests.data.corpus.entry import Entry
from tests.data.corpus.every import CONTENTS, ends_as_listed


@pytest.mark.parametrize("entry", CONTENTS, ids=str)
def test_odd_cells_headers_and_texts_end_as_the_list_says(entry: Entry, tmp_path):
    assert ends_as_listed(entry, tmp_path)
