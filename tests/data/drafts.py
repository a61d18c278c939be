"""An import that was read and is not in force."""

from pathlib import Path

from data.desk import Desk
from data.store.imports import set_state
from tests.data.loading import NOW, load


def draft(desk: Desk, path: Path) -> int:
    """Read a file as a draft; its batch."""
    batch = next(one.batch for one in load(desk, path) if one.batch is not None)
    set_state(desk.home.state, [batch], "draft")
    desk.refresh(now=NOW)
    return batch
