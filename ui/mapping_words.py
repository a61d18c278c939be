"""Words that no table knows: how many rows use them, what they probably mean, and what people say they mean."""

from collections.abc import Sequence

import streamlit as st

from data.build.said_words import words_digest
from data.build.word_queue import WordUse, words_in_use
from data.clean.vocabularies import VOCABULARIES, Guess, guess
from data.ledgers import LEDGERS
from data.refusal import Refused
from data.store.words import decide_word, decided_words, withdraw_word, word_decisions
from ui import clock, jobs, prose
from ui.markup import join, markdown_text, tag
from ui.open_build import OpenBuild, desk
from ui.paging import page_offset, turn_page
from ui.who import who

_PAGE = 20
_UNDECIDED = ""
_SAID, _ROUND = "words_said", "words_round"


def _in_use(build: OpenBuild | None) -> list[WordUse]:
    return words_in_use(build, decided_words(desk().home.state))


def open_words(build: OpenBuild | None) -> int:
    """How many words wait for a decision."""
    return sum(one.meaning is None for one in _in_use(build))


def show(build: OpenBuild | None) -> None:
    """The queue, then what was decided; one button saves both and has the figures computed anew."""
    st.subheader("不认得的写法", anchor=False)
    if said := st.session_state.pop(_SAID, None):
        prose.note(said)
    _offer_build(build)
    uses = _in_use(build)
    waiting = [one for one in uses if one.meaning is None]
    decided = [one for one in uses if one.meaning is not None]
    if not uses:
        prose.note(
            "已入库的数据里没有不认得的写法。遇到调解结果、结案方式等词表里没有的写法时，会列在这里，指定一次即可。"
        )
        return
    changes: dict[tuple[str, str], str] = {}
    if waiting:
        changes |= _queue(waiting)
    if decided:
        changes |= _decided(decided)
    _save_button(changes)


def _offer_build(build: OpenBuild | None) -> None:
    """Decisions that the build in force does not hold yet: made at the terminal, or its computation did not end."""
    if build is None or build.meta.get("words_digest") == words_digest(decided_words(desk().home.state)):
        return
    prose.note("有指定过含义的写法还没有计入各项指标。")
    if st.button("重新计算", key="words_build"):
        done = jobs.run("rebuild", {"why": "words"})
        st.session_state[_SAID] = done.error or "各项指标已重新计算。"
        st.rerun()


def _queue(waiting: Sequence[WordUse]) -> dict[tuple[str, str], str]:
    rows = sum(one.n for one in waiting)
    prose.small_print(
        [
            f"{len(waiting)}种写法，涉及{rows:,}行；未指定前，调解结果按未结计，其他按原样保留。指定后立即作用于已入库的行。"
        ]
    )
    at = page_offset(_PAGE, "words")
    here = waiting[at : at + _PAGE]
    guessed = {(one.field, one.word): found for one in here if (found := guess(one.field, one.word))}
    if guessed:
        st.button(f"全部采用建议（{len(guessed)}种）", key="words_take", on_click=_take, args=(guessed,))
    changes: dict[tuple[str, str], str] = {}
    for one in here:
        found = guessed.get((one.field, one.word))
        meanings = VOCABULARIES[one.field].meanings
        reason = (
            f"建议：{meanings[found.meaning]}（与“{found.word}”相近，{found.score}分）" if found else "没有相近的写法"
        )
        chosen = _row(one, {_UNDECIDED: "暂不指定", **meanings}, _UNDECIDED, reason)
        if chosen:
            changes[one.field, one.word] = chosen
    turn_page(len(waiting), _PAGE, "words")
    return changes


def _take(guessed: dict[tuple[str, str], Guess]) -> None:
    for key, found in guessed.items():
        st.session_state[_key(*key)] = found.meaning


def _decided(decided: Sequence[WordUse]) -> dict[tuple[str, str], str]:
    who_decided = {(one.field, one.word): one for one in word_decisions(desk().home.state)}
    changes: dict[tuple[str, str], str] = {}
    with st.expander(f"已指定的写法（{len(decided)}种）"):
        for one in decided:
            said = who_decided[one.field, one.word]
            note = f"{said.decided_by}于{said.decided_at:%Y-%m-%d %H:%M}指定"
            options = {**VOCABULARIES[one.field].meanings, _UNDECIDED: "撤回（当作不认得）"}
            chosen = _row(one, options, said.meaning, note)
            if chosen != said.meaning:
                changes[one.field, one.word] = chosen
    return changes


def _key(field: str, word: str) -> str:
    return f"word_{st.session_state.get(_ROUND, 0)}_{field}_{word}"


def _row(one: WordUse, options: dict[str, str], before: str, reason: str) -> str:
    key = _key(one.field, one.word)
    st.session_state.setdefault(key, before)
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    chosen: str = left.selectbox(
        markdown_text(f"“{one.word}”"), list(options), format_func=options.__getitem__, placeholder="请选择", key=key
    )
    vocabulary = VOCABULARIES[one.field]
    where = f"{LEDGERS[vocabulary.ledger].label}·{vocabulary.label}，{one.n:,}行"
    if one.first_on and one.last_on:
        where += f"（{one.first_on.isoformat()}至{one.last_on.isoformat()}）"
    right.html(tag("p", join([tag("span", where), tag("span", reason)], " "), class_="small-print reason"))
    return chosen


def _save_button(changes: dict[tuple[str, str], str]) -> None:
    if not st.button("保存并重新计算", type="primary", disabled=not changes, key="words_save"):
        return
    path = desk().home.state
    try:
        for (field, word), meaning in changes.items():
            if meaning:
                decide_word(path, field, word, meaning, at=clock.now(), by=who())
            else:
                withdraw_word(path, field, word)
    except Refused as refusal:
        st.session_state[_SAID] = refusal.sentence
    else:
        done = jobs.run("rebuild", {"why": "words"})
        st.session_state[_SAID] = done.error or f"已保存{len(changes)}种写法的含义，各项指标已重新计算。"
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()
