"""Contrast as WCAG computes it: text at least 4.5:1, marks and lines of charts at least 3:1, in light and in dark."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest

from charts import palette

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
CSS = (ROOT / "ui" / "assets" / "page.css").read_text("utf-8")
SIDES = ("light", "dark")
Colour = tuple[float, float, float]


def rgb(text: str) -> Colour:
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    parts = [one / 255 for one in colour]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(front: Colour, back: Colour, opacity: float) -> Colour:
    red, green, blue = (opacity * one + (1 - opacity) * other for one, other in zip(front, back, strict=True))
    return red, green, blue


def backgrounds(side: str) -> dict[str, Colour]:
    theme = THEME[side]
    return {
        "page": rgb(theme["backgroundColor"]),
        "field": rgb(theme["secondaryBackgroundColor"]),
        "sidebar": rgb(theme["sidebar"]["backgroundColor"]),
        "sidebar field": rgb(theme["sidebar"]["secondaryBackgroundColor"]),
    }


def test_the_formula_gives_the_known_extremes():
    assert contrast(rgb("#000000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("side", "name"), list(product(SIDES, ("textColor", "linkColor", "primaryColor"))))
def test_text_and_links_stand_out(side: str, name: str):
    colour = rgb(THEME[side][name])
    assert {
        where: contrast(colour, back) for where, back in backgrounds(side).items() if contrast(colour, back) < 4.5
    } == {}


@pytest.mark.parametrize("side", SIDES)
def test_the_faintest_small_print_stands_out(side: str):
    faintest = min(float(one) for one in re.findall(r"(?<!stroke-)opacity: (\.\d+|1)", CSS))
    text = rgb(THEME[side]["textColor"])
    for where, back in backgrounds(side).items():
        assert contrast(over(text, back, faintest), back) >= 4.5, where


@pytest.mark.parametrize(("side", "name"), list(product(SIDES, ("ACCENT", "HIGH", "NEUTRAL", "MUTED"))))
def test_marks_of_charts_stand_out(side: str, name: str):
    assert contrast(rgb(getattr(palette, name)), backgrounds(side)["page"]) >= 3


@pytest.mark.parametrize("side", SIDES)
def test_the_focus_ring_stands_out(side: str):
    rings = set(re.findall(r"outline: 2px solid (#[0-9a-f]{6})", CSS))
    assert rings
    for ring, back in product(rings, backgrounds(side).values()):
        assert contrast(rgb(ring), back) >= 3
