"""The one place that knows what the person at the screen may do."""

from typing import Literal, get_args

Right = Literal[
    "change_definition",
    "see_protected_rows",
    "follow_alerts",
    "change_map",
    "enter_references",
    "issue_notices",
    "rank_townships",
    "set_targets",
]


def may(what: Right) -> bool:
    """Whether a thing is shown, a button heeded. Until sign-in comes, whoever uses this machine may do everything."""
    return what in get_args(Right)
