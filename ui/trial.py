"""What would change if an import came into force or left it: worked out once, kept by build and plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.build.publish import standing
from data.build.review import Review, tried
from data.desk import Desk
from data.store.builds import build_in_force
from data.store.imports import ImportRecord
from metrics import METRICS
from metrics._differences import Moves, moves
from ui import clock
from ui.open_build import desk

Settings = tuple[object, ...]


@dataclass(frozen=True)
class Preview:
    """Rows and figures that an import changes."""

    review: Review
    moves: tuple[Moves, ...]


def preview(*, add: Collection[ImportRecord] = (), drop: Collection[ImportRecord] = ()) -> Preview:
    """Hold the build in force against one with `add` and without `drop`. Raises Refused when it cannot be made."""
    here = desk()
    build = build_in_force(here.home)
    settings: Settings = tuple((one.batch, one.exported_on, one.replaces, one.coverage) for one in add)
    settings = (standing(here.home), *settings)
    numbers = tuple(one.batch for one in add), tuple(one.batch for one in drop)
    own_end = max((date.fromisoformat(span.end) for one in (*add, *drop) for span in one.coverage), default=None)
    with st.spinner("正在试算一版数据，并与现在的指标逐项比较；数据多时要等一会儿"):
        return _preview(str(here.home.root), build.number if build else 0, settings, *numbers, own_end, here)


@st.cache_resource(max_entries=8, show_spinner=False)
def _preview(
    root: str,
    number: int,
    settings: Settings,
    add: tuple[int, ...],
    drop: tuple[int, ...],
    own_end: date | None,
    _desk: Desk,
) -> Preview:
    with tried(_desk.home, _desk.counts, add=add, drop=drop, now=clock.now()) as found:
        return Preview(found.review, tuple(moves(found.before, found.after, METRICS.values(), own_end)))
