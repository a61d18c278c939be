"""Lines of text with a fixed place on every page. Data in them is escaped."""

import re
from collections.abc import Sequence

import streamlit as st

from ui.markup import Markup, join, tag


def answer(sentences: Sequence[str]) -> Markup:
    """The answer under the title: the first sentence, then what explains it."""
    return join([tag("p", keep_words(one), class_="answer") for one in sentences if one])


_PHRASE = re.compile(r"(?<=[，；。：、）])(?=[^，；。：、）])")


def keep_words(sentence: str) -> Markup:
    """Text that breaks into lines after punctuation only, as long as a phrase fits into a line."""
    return join([tag("span", one, class_="phrase") for one in _PHRASE.split(sentence)])


def small_print(lines: Sequence[object], *, is_beside: bool = False) -> None:
    """Dates, cut-off and definition under a figure; `is_beside` leaves room for a button in the same line."""
    markup = tag("p", join([tag("span", line) for line in lines], " "), class_="small-print")
    st.html(markup, width="content" if is_beside else "stretch")


def note_markup(sentence: object) -> Markup:
    """A remark that the reader must not miss."""
    return tag("p", sentence, class_="note")


def note(sentence: object) -> None:
    """Put a remark on the page."""
    st.html(note_markup(sentence))


def todo(items: Sequence[object]) -> None:
    """A short list of what needs a person."""
    st.html(tag("ul", join([tag("li", item) for item in items]), class_="todo"))


def crumbs(parts: Sequence[tuple[str, str]]) -> None:
    """The way back: label and address; the last one is where we are."""
    links = [tag("a", label, href=where, target="_self") if where else tag("span", label) for label, where in parts]
    st.html(tag("nav", join(links, " › "), class_="crumbs", aria_label="位置"))
