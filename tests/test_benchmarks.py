"""The benchmarks run, in small: what they time still works, and both sides count the same."""

import pytest

from benchmarks import coverage, figures, intake


def test_intake_loads_every_row_it_wrote(capsys: pytest.CaptureFixture[str]):
    intake.run(rows=200, runs=1)
    assert "whole intake: bytes → published build" in capsys.readouterr().out


def test_compute_and_pandas_agree_on_the_generated_county(capsys: pytest.CaptureFixture[str]):
    figures.run(((3_000, 5),))
    assert "| 3,000 | 5 |" in capsys.readouterr().out


def test_intervals_of_simulated_counties_hold_most_true_rates_and_ranks():
    for township_count in coverage.TOWNSHIPS:
        rate, rank, _, named_rightly, _ = coverage.simulate(township_count, 0.3, 12)
        assert 0.8 < rate < 0.97
        assert 0.8 < rank < 0.97
        assert named_rightly > 0.6


def test_coverage_is_printed_for_both_sizes(capsys: pytest.CaptureFixture[str]):
    coverage.run(counties=1)
    printed = capsys.readouterr().out
    assert "| 12 | all of them | 1.0 |" in printed
    assert "| 20 | 0.3 | 2.0 |" in printed
