"""The table of a 体检: a number with its symbol in every cell, colour only where the difference is clear."""

import re
from dataclasses import replace

import pytest

from metrics import CORE, METRICS, compute, parse_period
from metrics._checkup import Cell, Checkup, Line, beside_county
from metrics._words import Comparison
from tests.metrics.county import complete_county, write_build
from ui import checkup_table, sheet

RATE = METRICS["litigation_rate"]
LONG = "查干湖滩蒙古族哈萨克族乡第二片区管理委员会"


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Checkup:
    build = write_build(tmp_path_factory.mktemp("checkup") / "8.duckdb", complete_county(), 8)
    return beside_county(CORE, compute(build, CORE, parse_period("2026-05", "ytd", False), by="all").rows())


@pytest.fixture
def cell(table: Checkup) -> Cell:
    return next(one for one in table.lines[0].cells if one.metric is RATE)


def test_the_colour_repeats_the_symbol_and_only_where_the_difference_is_clear(cell: Cell):
    shown = {
        (symbol, may_colour): checkup_table.cell_markup(
            replace(cell, stands=Comparison(symbol, "词", may_colour)), "全县"
        )
        for symbol in ("▲", "●", "▽", "–")
        for may_colour in (False, True)
    }
    assert all(f">{symbol}</b>" in markup for (symbol, _), markup in shown.items())
    assert 'class="cell high"' in shown["▲", True]
    assert 'class="cell low"' in shown["▽", True]
    assert not [markup for (_, coloured), markup in shown.items() if not coloured and 'class="cell"' not in markup]


def test_a_metric_without_a_good_direction_has_no_colour_of_its_own(cell: Cell):
    neutral = replace(cell, metric=replace(RATE, better="none"), stands=Comparison("▲", "显著高", True))
    assert 'class="cell plain"' in checkup_table.cell_markup(neutral, "全县")


def test_a_figure_without_a_value_says_why(cell: Cell):
    missing = replace(cell, figure=replace(cell.figure, value=None, low=None, high=None, status="no_population"))
    markup = checkup_table.cell_markup(missing, "全县")
    assert "— " in markup
    assert "缺人口" in markup
    assert ">0" not in markup


def test_a_cell_in_words_has_counts_interval_and_standing(cell: Cell):
    told = checkup_table.told_of(cell, "全县")
    assert told[0].startswith("乙镇万人成讼率 ")
    assert re.fullmatch(r"\d+ 件 / 60,000 人|\d+ 件 / 58,500 人", told[1])
    assert told[2].startswith("95%区间 ")
    assert told[3].startswith("与全县比 ")


def test_a_cell_leads_to_the_township_with_that_metric_and_the_header_to_the_metric(table: Checkup):
    filters = {"span": "ytd", "month": "2026-05"}
    head = checkup_table.columns(table, filters)
    assert "metric?metric=litigation_rate&amp;span=ytd&amp;month=2026-05" in head[1].header
    first = checkup_table.rows(table.lines[:1], filters, "全县")[0]
    at = [one.name for one in table.metrics].index("civil_filings")
    assert "township?area=%E4%B9%99%E9%95%87&amp;metric=civil_filings&amp;span=ytd" in str(first.cells[1 + at])


def test_a_name_is_text_whatever_stands_in_it(table: Checkup):
    line = table.lines[0]
    evil = Line("<i>镇", "<i>镇", line.cells)
    markup = sheet.table_markup(checkup_table.columns(table, {}), checkup_table.rows([evil], {}, "全县"))
    assert "<i>镇" not in markup
    assert "&lt;i&gt;镇" in markup


@pytest.mark.parametrize("many", [3, 1_500])
def test_few_and_many_long_names_have_a_line_each(table: Checkup, many: int):
    lines = [Line(f"{LONG}{n}", f"{LONG}{n}", table.lines[n % len(table.lines)].cells[:2]) for n in range(many)]
    rows = checkup_table.rows(lines, {}, "全县")
    assert len(rows) == many
    assert {len(row.cells) for row in rows} == {3}
    assert f">{LONG}{many - 1}</a>" in str(rows[-1].cells[0])
