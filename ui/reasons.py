"""变化主因: what the change is made of, a block for each of its three ways of being split."""

from collections.abc import Sequence

import streamlit as st

from ui import route
from ui.markup import Markup, join, tag

HEADS = ("按案由", "按乡镇街道", "按人口与万人件数")


def show(sentences: Sequence[str], filters: dict[str, str]) -> None:
    """Put the sentences on the page; one that tells why nothing can be split stands alone, without heads."""
    told = [one for one in sentences if one]
    if told:
        st.html(reasons_markup(told, route.address("changes", **filters)))


def reasons_markup(sentences: Sequence[str], where: str) -> Markup:
    """The blocks side by side, and the way to the page that goes further down."""
    heads = HEADS if len(sentences) == len(HEADS) else ("",) * len(sentences)
    blocks = [_block(head, sentence) for head, sentence in zip(heads, sentences, strict=True)]
    further = tag("a", "逐个案由、乡镇往下看", href=where, target="_self")
    title = tag("p", tag("b", "变化主因"), " ", further, class_="reasons-title")
    return tag("section", title, tag("div", join(blocks), class_="reasons"), aria_label="变化主因")


def _block(head: str, sentence: str) -> Markup:
    return tag("div", tag("p", head, class_="reason-head") if head else None, tag("p", sentence))
