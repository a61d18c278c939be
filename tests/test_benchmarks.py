"""The benchmarks run, in small: what they time still works, and both sides count the same."""

import pytest

from benchmarks import figures, intake


def test_intake_loads_every_row_it_wrote(capsys: pytest.CaptureFixture[str]):
    intake.run(rows=200, runs=1)
    assert "whole intake: bytes → published build" in capsys.readouterr().out


def test_compute_and_pandas_agree_on_the_generated_county(capsys: pytest.CaptureFixture[str]):
    figures.run(((3_000, 5),))
    assert "| 3,000 | 5 |" in capsys.readouterr().out
