"""The one place that knows what the person at the screen may do."""

from typing import Literal

Right = Literal["change_definition"]


def may(what: Right) -> bool:
    """Whether a button for it is shown and heeded. Until sign-in comes, whoever uses this machine may do everything."""
    return what in ("change_definition",)
