import pytest

from data.ledgers import LEDGERS
from data.store.layout_keys import any_of_data, is_of_data


@pytest.mark.parametrize(
    "key",
    [
        "13900000000",
        "１３９００００００００",
        "139 0000 0000",
        "139-0000-0000",
        "139****0000",
        "62070219850301001X#2",
        "电话13900000000",
        "2025-03-01",
        "2025/3/1",
        "2025年3月1日",
        "2025-03-01/2025-03-02",
        "王某1985年3月1日出生",
        "（“2025-03-01”右侧无表头）",
        "（2026）甘0702民初1号",
        "〔2026〕甘0702民初1号",
        "甘0702民初1号",
        "安调字0001",
        "柳人调字第1号",
        "柳民调1号",
    ],
)
def test_what_only_rows_of_data_hold_is_no_name_of_a_column(key):
    assert is_of_data(key)
    assert any_of_data(["案号", key])


@pytest.mark.parametrize(
    "key",
    [
        "案号",
        "2024年",
        "2025年1月",
        "2024-2025年",
        "2024年12月31日常住人口",
        "常住人口/2024年12月31日",
        "截至2025-06-30未结",
        "12345热线工单号",
        "当事人1姓名",
        "（“结论”右侧无表头）",
        "第1季度",
        "原告#2",
    ],
)
def test_names_of_columns_with_a_few_figures_stay_possible(key):
    assert not is_of_data(key)


def test_every_name_that_the_ledgers_know_stays_possible():
    names = [name for one in LEDGERS.values() for field in one.fields for name in (field.label, *field.headers)]
    assert len(names) > 200
    assert [name for name in names if is_of_data(name)] == []
