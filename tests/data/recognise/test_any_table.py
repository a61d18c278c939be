"""Whatever cells a sheet holds, its header is found, or not, or refused: nothing else ever happens."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from data.clean import Cleaned, clean
from data.read.table import Table
from data.recognise import Layout, recognise
from data.refusal import Refused
from tests.data.recognise.sheets import ARCHIVE, FRONT_END, PEOPLE_MEDIATION, SERVICE_LIST

WORDS = sorted(
    {str(cell) for sheet in (FRONT_END, ARCHIVE, SERVICE_LIST, PEOPLE_MEDIATION) for row in sheet for cell in row}
)
CELLS = st.one_of(
    st.sampled_from(
        [*WORDS, "", "合计", "乡镇", "常住人口（万人）", "2024年末", "备注：", "=1", "\u202e", "(", "/", "第1页"]
    ),
    st.text(max_size=8),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.just(time(1)),
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)
MERGED = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 6), st.integers(0, 6)), max_size=3)
NAMES = st.one_of(st.sampled_from(["人民调解台账.xlsx", "2024年人口.csv", "案件.xls"]), st.text(max_size=12))


def table(rows, merged, name: str) -> Table:
    spans = tuple((top, left, top + down, left + right) for top, left, down, right in merged)
    return Table(name=name, rows=[list(row) for row in rows], merged=spans)


def outcome(sheet: Table, name: str, forced: str | None) -> tuple[Layout, Cleaned] | Refused | None:
    try:
        layout = recognise(sheet, name, forced)
        return (layout, clean(sheet, layout, file_name=name, secret=b"k" * 32)) if layout else None
    except Refused as refused:
        return refused


@settings(max_examples=300, deadline=None)
@given(ROWS, MERGED, NAMES, st.sampled_from([None, "cases", "mediations:court", "population", "townships"]))
def test_any_table_is_a_ledger_none_or_refused_and_every_row_is_accounted_for(rows, merged, name, forced):
    ended = outcome(table(rows, merged, name), name, forced)
    if not isinstance(ended, tuple):
        assert ended is None or ended.sentence.endswith("。")
        return
    layout, found = ended
    assert 0 < layout.header_row <= layout.first_data + 1 <= len(rows) + 1
    assert found.rows_read >= found.rows_set_aside >= 0
    assert found.rows_read <= len(rows) - layout.first_data - found.rows_left_out
    assert all(problem.sentence.endswith("。") for problem in found.problems)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=6),
    st.integers(1, 999),
    st.dates(date(1991, 1, 1), date(2030, 1, 1)),
)
def test_a_case_is_found_under_its_header_whatever_stands_above(above, serial, day):
    number = f"（{day.year}）甘0702民初{serial}号"
    rows = [*above, [], ["案号", "立案日期", "案由", "结案方式"], [number, day.isoformat(), "离婚纠纷", "调解"]]
    layout = recognise(table(rows, [], "案件"), "案件.xlsx")
    found = clean(table(rows, [], "案件"), layout, file_name="案件.xlsx", secret=b"k" * 32)
    assert layout.header_row == len(rows) - 1
    assert found.rows["case_number"].to_pylist() == [number]
    assert found.rows["filed_on"].to_pylist() == [day]
