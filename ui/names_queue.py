"""The queue of the names desk: every name that nothing matched, what it may mean, and one click to decide."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.attribute.candidates import Candidate, Candidates
from data.names import LEAVE, OUTSIDE, Names
from data.refusal import Refused
from metrics._places import OpenText, candidates_of
from ui import accounts, address_bar, clock, prose
from ui.markup import join, markdown_text, tag
from ui.open_build import OpenBuild, desk
from ui.paging import page_offset, turn_page
from ui.who import who

PAGE = 10
_TEXTS_SHOWN = 3
_SAID = "names_said"
_EVERY = {"": "能逐个认定的", "every": "连同只写到县区、只写通称、法庭管几个乡镇的"}


def filters() -> tuple[str, bool]:
    """What is searched for, and whether names are shown that say too little to be decided one by one."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = address_bar.read("find", "", keep=False)
        bound = address_bar.bound("find", text, keep=False)
        st.text_input("查找地名", placeholder="地名中的几个字", max_chars=30, width=240, **bound)
        which = address_bar.read("which", "", tuple(_EVERY), keep=False)
        bound = address_bar.bound("which", which, keep=False)
        st.selectbox("范围", list(_EVERY), format_func=_EVERY.__getitem__, width=320, placeholder="请选择", **bound)
    return text.strip(), which == "every"


def matching(found: Sequence[OpenText], text: str) -> list[OpenText]:
    """The names that hold the text, or that were written so that they do."""
    return [one for one in found if not text or any(text in said for said in (one.name, *one.texts))]


def show(build: OpenBuild, found: Sequence[OpenText], areas: Mapping[str, str]) -> None:
    """A page of the queue, names of most rows first."""
    if said := st.session_state.pop(_SAID, None):
        prose.note(said)
    at = min(page_offset(PAGE, "names"), max(0, len(found) - 1) // PAGE * PAGE)
    likely = _candidates(str(desk().home.root), build.number, build)
    with st.container(key="names_queue"):
        for one in found[at : at + PAGE]:
            _row(one, likely.best(one.name, *one.texts[:_TEXTS_SHOWN]), areas)
    turn_page(len(found), PAGE, "names")


@st.cache_resource(show_spinner=False, max_entries=2)
def _candidates(root: str, number: int, _build: OpenBuild) -> Candidates:
    return candidates_of(_build)


def _row(one: OpenText, likely: Sequence[Candidate], areas: Mapping[str, str]) -> None:
    left, right = st.columns([2, 3], vertical_alignment="center")
    left.html(_told(one))
    if one.is_common_noun:
        right.html(tag("p", "只是通称，没有写是哪一个，不能认定；请在原表中写明村名、镇名。", class_="small-print"))
        return
    with right.container(horizontal=True, vertical_alignment="center", gap="small"):
        for each in likely:
            label = markdown_text(_proposal(each, areas))
            st.button(label, key=f"take_{one.name}_{each.area}", on_click=_decide, args=(one.name, each.area))
        st.button("辖区外", key=f"outside_{one.name}", on_click=_decide, args=(one.name, OUTSIDE))
        st.button("不归属", key=f"leave_{one.name}", on_click=_decide, args=(one.name, LEAVE))
        key = f"other_{one.name}"
        st.selectbox(
            f"“{markdown_text(one.name)}”属于",
            [code for code in areas if code != OUTSIDE],
            index=None,
            format_func=areas.__getitem__,
            placeholder="选乡镇街道",
            label_visibility="collapsed",
            width=170,
            key=key,
            on_change=_decide_chosen,
            args=(one.name, key),
        )


def _told(one: OpenText) -> str:
    texts = [text for text in one.texts if text != one.name]
    more = f"等{len(texts)}种写法" if len(texts) > _TEXTS_SHOWN else ""
    written = f"写作“{'”“'.join(texts[:_TEXTS_SHOWN])}”{more}" if texts else ""
    nowhere = f"其中{one.unassigned_rows:,}行因此未归属" if one.unassigned_rows else "这些行已由其他地名归属"
    lines = [
        f"{one.rows:,}行，{nowhere}",
        one.months,
        "、".join(accounts.source_words(source) for source in one.sources),
        accounts.reason_words(one.how),
        written,
    ]
    shown = join([tag("span", line) for line in lines if line], " ")
    return join([tag("b", one.name), tag("p", shown, class_="small-print")])


def _proposal(one: Candidate, areas: Mapping[str, str]) -> str:
    """What a button offers: the township with its score, and the village or other name that the text resembles."""
    name = areas.get(one.area, one.area)
    because = f"（{one.name}）" if one.like != "township" else ""
    return f"{name}{because} {one.score}分"


def _decide(name: str, area: str) -> None:
    names = Names(desk().home)
    try:
        names.decide(name, area, by=who(), now=clock.now())
    except Refused as refusal:
        st.session_state[_SAID] = refusal.sentence
        return
    st.session_state[_SAID] = (
        f"已记下：“{name}”→ {area_words(area, names.areas())}。可继续认定下一个，最后一并重新归属。"
    )


def _decide_chosen(name: str, key: str) -> None:
    if chosen := st.session_state.get(key):
        _decide(name, chosen)


def area_words(area: str, areas: Mapping[str, str]) -> str:
    """What was decided, in Chinese."""
    return "不归属（已看过）" if area == LEAVE else areas.get(area, area)
