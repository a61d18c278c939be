"""How far reading is: whoever reads says it here, and the child process that reads a file listens.

One listener per process, and none unless somebody sets one: a child reads one file and ends.
"""

import time
from collections.abc import Callable

from data.progress import Step

_EVERY = 0.2
_READ, _CHECK = "正在读取表格", "正在逐列核对"


class Listener:
    """Adds up what readers say and hands it on, not more often than people can read it."""

    def __init__(self, hand_on: Callable[[Step], None]) -> None:
        self._hand_on = hand_on
        self._last = 0.0
        self._bytes = self._bytes_total = self.rows = 0

    def begin(self, size: int) -> None:
        """So many bytes will be looked at."""
        self._bytes_total = size

    def read(self, size: int) -> None:
        """So many bytes more were looked at."""
        self._bytes += size
        share = self._bytes / self._bytes_total if self._bytes_total else 0.0
        self._say(Step(_READ, "read", min(1.0, share), rows_done=self.rows))

    def check(self, columns_done: int, columns: int, rows: int) -> None:
        """Of a sheet's columns so many were checked, in all of its rows."""
        rows = max(rows, self.rows)
        share = min(1.0, columns_done / max(1, columns))
        self._say(
            Step(f"{_CHECK}（第 {columns_done} 列，共 {columns} 列）", "check", share, rows_done=rows, rows_total=rows)
        )

    def _say(self, step: Step) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self._hand_on(step)


_listener: Listener | None = None


def listen(hand_on: Callable[[Step], None] | None) -> None:
    """From now on tell this one; None: nobody."""
    global _listener
    _listener = Listener(hand_on) if hand_on else None


def begin(size: int) -> None:
    """A container of so many inflated bytes is about to be read."""
    if _listener:
        _listener.begin(size)


def read(size: int) -> None:
    """So many bytes of it were read."""
    if _listener:
        _listener.read(size)


def rows(count: int) -> None:
    """So many rows more were seen."""
    if _listener:
        _listener.rows += count


def check(columns_done: int, columns: int, rows: int) -> None:
    """The cells of one more column are taken up, in so many rows."""
    if _listener:
        _listener.check(columns_done, columns, rows)
