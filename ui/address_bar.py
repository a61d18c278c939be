"""The view lives in the address bar: a link sent to a colleague opens the same view.

The address is the truth. A widget is given the address's value before it is drawn and writes its own back when it is
changed, so going back in the browser moves the widgets too. What other pages need stays in mind between pages.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

_MIND, _STALE = "view", "stale"
LONGEST = 40
"""Letters repeated of a value in the address that means nothing."""


def _in_mind() -> dict[str, str]:
    return st.session_state.setdefault(_MIND, {})


def read(
    name: str,
    default: str,
    allowed: Sequence[str] | None = None,
    *,
    keep: bool = True,
    says_default: bool = True,
    label: str = "",
) -> str:
    """The value of one filter: from the address, else from the page before, else the default.

    A filter with a `label` says so when the address asks for something that is not there (any more).

    What is kept between pages is always put into the address, so that the link means the same next month, but for a
    default that never changes (`says_default` False). The rest stands there only when it differs from its default:
    every write is one more step for the browser's way back.
    """
    asked = st.query_params.get(name)
    if label and asked and allowed is not None and asked not in allowed:
        st.session_state.setdefault(_STALE, []).append(f"链接中的{label}“{asked[:LONGEST]}”不存在或已变更")
    candidates = [st.query_params.get(name), _in_mind().get(name) if keep else None]
    value = next((one for one in candidates if one and (allowed is None or one in allowed)), default)
    if keep:
        write(name, value if says_default or value != default else "")
    return value


def stale() -> list[str]:
    """What the address asked for and is not there, each said once."""
    return list(dict.fromkeys(st.session_state.pop(_STALE, [])))


def write(name: str, value: str, *, keep: bool = True) -> None:
    """Put a filter's value into the address, and in mind for the next page."""
    if keep:
        _in_mind()[name] = value
    if value and st.query_params.get(name) != value:
        st.query_params[name] = value
    if not value and name in st.query_params:
        del st.query_params[name]


def bound(name: str, value: Any, to_text: Callable[[Any], str] = str, *, keep: bool = True) -> dict[str, Any]:
    """Arguments that tie a widget to a filter: its key and what happens when it is changed."""
    key = f"filter_{name}"
    st.session_state[key] = value

    def changed() -> None:
        write(name, to_text(st.session_state[key]), keep=keep)

    return {"key": key, "on_change": changed}
