"""Colours and letters of all figures: mid tones that keep 3:1 on light and on dark, apart for colour-blind readers."""

from html import escape

import plotly.graph_objects as go

ACCENT = "#2e8299"
MUTED = "#8a949a"
NEUTRAL = "#7f97a3"
HIGH = "#c8641b"
GRID = "rgba(128, 140, 146, 0.22)"
ROW_HEIGHT = 22

LONGEST_LABEL = 9
KEPT_ENDING = 3
"""Letters kept of a long name's end: 镇 or 乡 belongs to the name."""


def label(name: str, longest: int = LONGEST_LABEL) -> str:
    """A name as plotly text: markup shown literally, a long one cut in its middle so that rows never touch."""
    short = name if len(name) <= longest else f"{name[: longest - 1 - KEPT_ENDING]}…{name[-KEPT_ENDING:]}"
    return escape(short, quote=False)


def quiet_layout(height: int, title: str) -> go.Layout:
    """The layout all figures share: a small title (so that a picture taken away says what it is), thin grid."""
    return go.Layout(
        height=height,
        title={
            "text": escape(title, quote=False),
            "font": {"size": 14},
            "x": 0,
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 6},
        },
        margin={"l": 8, "r": 16, "t": 34, "b": 8},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        bargap=0.35,
        hoverlabel={"align": "left"},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "xanchor": "left"},
    )
