"""The command line always draws the intervals of places."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from cli import app
from tests.data.exports import a_case, cases_file, write_csv

NAMES = [f"{one}河镇" for one in "甲乙丙丁戊己庚辛壬"]


@pytest.fixture
def county(tmp_path):
    """Nine towns of 9,000 with 3, 6, 9 … cases of March 2025."""
    header = ("乡镇（街道）", "类别", "曾用名")
    paths = [
        write_csv(tmp_path / "安和县乡镇街道名册.csv", header, [(name, "镇", "") for name in NAMES]),
        write_csv(tmp_path / "安和县2024年末常住人口.csv", ("地区", "2024年末常住人口"), [(n, 9_000) for n in NAMES]),
    ]
    many = [name for at, name in enumerate(NAMES, 1) for _ in range(3 * at)]
    cases = [a_case(n, date(2025, 3, 1 + n % 28), f"安和县{name}东街12号") for n, name in enumerate(many, 1)]
    paths.append(cases_file(tmp_path, [*cases, a_case(999, date(2025, 3, 31))]))

    def call(*arguments):
        return CliRunner().invoke(app, ["--home", str(tmp_path / "home"), *map(str, arguments)])

    assert call("load", *paths).exit_code == 0
    return call


def test_metrics_print_a_place_with_its_interval(county):
    call = ("metrics", "--period", "2025-03", "--metric", "litigation_rate")
    found = {row["area_name"]: row for row in json.loads(county(*call, "--json").stdout)}
    best, worst, outside = found["甲河镇"], found["壬河镇"], found["辖区外"]
    assert (best["rank"], best["rank_low"], worst["rank"], worst["rank_high"]) == (1, 1, 9, 9)
    assert best["rank_high"] < worst["rank_low"]
    assert (outside["rank"], outside["rank_low"], outside["rank_high"]) == (None, None, None)
    first = county(*call).stdout.splitlines()[0]
    assert first.endswith(f"\t位次1（1–{best['rank_high']}）")
