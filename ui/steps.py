"""The four steps of an import, always in sight: where things stand and what waits in each."""

from collections.abc import Mapping

import streamlit as st

from ui.markup import join, tag

STEPS = ("上传", "列映射", "校验", "变更确认")


def show(current: int, waiting: Mapping[str, str]) -> None:
    """The steps in order; `current` counts from 0, `waiting` says in words what a step still has to do."""
    items = [
        tag(
            "li",
            tag("b", f"{number + 1} {name}"),
            tag("span", waiting.get(name, "")),
            aria_current="step" if number == current else None,
        )
        for number, name in enumerate(STEPS)
    ]
    st.html(tag("ol", join(items), class_="steps", aria_label="导入的四个步骤"))
