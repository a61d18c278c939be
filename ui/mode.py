"""体检 or 排名: whether places are printed. Courts are told not to rank; committees do, by a choice that is seen."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from metrics import Figure
from metrics._ranking import is_clumped
from metrics._review_words import NO_LIMIT
from ui import address_bar, prose
from ui.rights import may

MODES = {"checkup": "体检模式", "ranking": "排名模式"}
_NAME, _DEFAULT, _RANKING = "mode", "checkup", "ranking"


def is_ranking() -> bool:
    """True where this reader may rank and has chosen to: the address says so, or what was seen before."""
    return may("rank_townships") and _chosen() == _RANKING


def prints_places(figure: Figure) -> bool:
    """True in 排名模式 for a metric whose cases do not clump so that its places say nothing."""
    return is_ranking() and not is_clumped(figure.phi)


def _chosen() -> str:
    return address_bar.read(_NAME, _DEFAULT, tuple(MODES), says_default=False, label="模式")


def _text(mode: str) -> str:
    """体检 is what is meant where the address says nothing."""
    return mode if mode == _RANKING else ""


def printed(rows: Sequence[Figure]) -> list[Figure]:
    """Figures as they may be taken away: without places that may not be printed."""
    return [one if prints_places(one) else replace(one, rank=None, rank_low=None, rank_high=None) for one in rows]


def switch() -> None:
    """The choice between both; nothing for those who may not rank."""
    if may("rank_townships"):
        bound = address_bar.bound(_NAME, _chosen(), _text)
        st.segmented_control("模式", tuple(MODES), required=True, format_func=MODES.__getitem__, **bound)


def offer() -> None:
    """In the place of a ranking while 体检模式 is on: what ranking means here, and the step into it."""
    if not may("rank_townships"):
        prose.note("你的权限只含体检模式：与全县或同类比较，不编位次。需要排名的，请联系管理员。")
        return
    prose.note(
        "体检模式把每个乡镇街道与全县或同类比较，不编位次，供法院内部查找原因。"
        f"排名模式编位次并写明把握，供党委政法委使用，进入后指标、乡镇等页也显示位次；{NO_LIMIT}"
    )
    st.button("进入排名模式", type="primary", on_click=address_bar.write, args=(_NAME, _RANKING))
