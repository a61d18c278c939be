"""The form for what only people can say in a notice: whom it is from and to, reasons, advice, who gets a letter."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import streamlit as st

from data.brief import Typed
from data.store.typed import save_typed
from reports.bulletin.bundle import MONTHLY
from ui import clock
from ui.open_build import desk
from ui.rights import may
from ui.who import who

LONGEST_LINE, LONGEST_TEXT = 60, 2000
_SECRECY = ("内部", "秘密", "")


def form(kind: str, month: date, typed: Typed, townships: Mapping[str, str]) -> None:
    """Fields as they were saved last; saving draws the page anew with what was typed.

    Letters go with the monthly notice only.
    """
    if not may("issue_notices"):
        return
    with st.form(f"typed_{kind}_{month}", border=True):
        office = _line("发文机关", typed.office, "如 中共云泽县委政法委员会")
        addressee = _line("主送机关", typed.addressee, "如 各乡镇党委、各街道党工委")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            number = _line("发文字号", typed.number, "如 云政法通〔2026〕10号", 210)
            secrecy = st.selectbox(
                "密级和范围标注", _SECRECY, _place(typed.secrecy), format_func=lambda one: one or "不标注",
                placeholder="请选择", width=140,
            )  # fmt: skip
            signer = _line("签发人", typed.signer, "", 110)
            drafter = _line("拟稿人", typed.drafter, "", 110)
            contact = _line("联系方式", typed.contact, "", 170)
        reasons = _text("原因提示", typed.reasons, "每行一条；不填时只列数据给出的线索")
        advice = _text("工作建议", typed.advice, "每行一条；不填时只列与数据对应的建议")
        letters = _letters(typed, townships) if kind == MONTHLY else []
        pressed = st.form_submit_button("保存并更新预览", type="primary")
    if pressed:
        written = Typed(
            office.strip(), addressee.strip(), number.strip(), secrecy, signer.strip(), drafter.strip(),
            contact.strip(), _lines(reasons), _lines(advice), tuple(letters),
        )  # fmt: skip
        save_typed(desk().home.state, kind, month, written, by=who(), at=clock.now())
        st.rerun()


def _letters(typed: Typed, townships: Mapping[str, str]) -> list[str]:
    return st.multiselect(
        "制发提示函的乡镇街道", list(townships), [one for one in typed.letters_to if one in townships],
        format_func=lambda code: townships[code], placeholder="不选就不制发",
    )  # fmt: skip


def _place(secrecy: str) -> int:
    return _SECRECY.index(secrecy) if secrecy in _SECRECY else 0


def _line(label: str, value: str, example: str, width: int | Literal["stretch"] = "stretch") -> str:
    return st.text_input(label, value, max_chars=LONGEST_LINE, placeholder=example, width=width)


def _text(label: str, lines: tuple[str, ...], example: str) -> str:
    return st.text_area(label, "\n".join(lines), max_chars=LONGEST_TEXT, height=110, placeholder=example)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for one in text.splitlines() if (line := " ".join(one.split())))
