"""At most five figures across the page: value, what it is made of, two years as a line, the change in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from charts.sparkline import sparkline_address
from metrics._words import DASH
from ui.markup import Markup, join, tag
from ui.prose import keep_words


@dataclass(frozen=True)
class Card:
    """What one card says. `months` are the 24 months of the line, None where nothing can be said."""

    name: str
    value: Markup | str
    unit: str
    parts: Markup | str
    change: str
    months: Sequence[float | None]
    months_words: str
    marks: Sequence[str] = ()
    address: str = ""
    breaks: Sequence[float] = ()
    """Places among the months where the series breaks."""


def _card(card: Card) -> Markup:
    name = tag("a", card.name, href=card.address, target="_self") if card.address else card.name
    marks = [tag("span", mark, class_="mark") for mark in card.marks]
    known = [month for month in card.months if month is not None]
    words = (
        f"{card.months_words}，自0起，最高{max(known):,.4g}{'，竖虚线为口径断点' if card.breaks else ''}"
        if known
        else f"{card.months_words}：没有数据"
    )
    line = tag("img", src=sparkline_address(card.months, card.breaks), alt=words, title=words)
    return tag(
        "div",
        tag("p", name, class_="name"),
        tag("p", card.value, tag("small", card.unit) if card.value != DASH else None, class_="value"),
        tag("p", card.parts, class_="parts"),
        line,
        tag("p", keep_words(card.change), " " if marks and card.change else None, join(marks, " "), class_="change"),
        class_="card",
    )


def show(cards: Sequence[Card]) -> None:
    """Draw the cards in one row that wraps on narrow screens."""
    st.html(tag("div", join([_card(card) for card in cards]), class_="cards"))
