import pytest

from charts.heat import DARKEST, shade
from charts.palette import ACCENT
from tests.charts.test_contrast import SIDES, THEME, contrast, over, rgb


def test_the_shade_is_in_proportion_to_the_count():
    assert [shade(n, 40) for n in (0, 10, 20, 40)] == [0.0, 0.085, 0.17, DARKEST]


def test_a_handful_is_no_hot_spot():
    assert shade(1, 1) == shade(1, 10) == 0.034


def test_an_empty_column_has_no_shade():
    assert shade(0, 0) == 0.0


@pytest.mark.parametrize("side", SIDES)
def test_digits_stand_out_on_the_darkest_cell(side: str):
    back = over(rgb(ACCENT), rgb(THEME[side]["backgroundColor"]), DARKEST)
    assert contrast(rgb(THEME[side]["textColor"]), back) >= 4.5
