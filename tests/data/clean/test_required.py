from data.clean import clean
from data.read.table import Table
from tests.data.clean.sheets import cleaned, layout_of


def test_an_empty_cell_of_a_sheet_with_errors_is_not_called_merely_empty():
    layout = layout_of("cases", ("case_number", "filed_on"))
    rows = [list(layout.headers), ["（2026）甘0702民初1号", ""], ["（2026）甘0702民初2号", "2026-03-05"]]
    table = Table("Sheet1", rows, error_cells=("B2",), error_count=1)
    (problem,) = clean(table, layout, file_name="x.xlsx", secret=b"k" * 32).problems
    assert problem.sentence == "第2行“立案日期”为空，或是出错、没有保存结果的公式；请把“立案日期”填成值后重新上传。"
    plain = cleaned("cases", ("case_number", "filed_on"), rows[1:]).problems[0]
    assert plain.sentence == "第2行“立案日期”为空；请补填“立案日期”后重新上传。"
