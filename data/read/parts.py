"""What is looked for in the XML parts of a workbook while they stream by: cheap searches instead of a parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.refusal import Refused

TAIL = 4096
_LONG_STRING = 1_000
_MOST_STRINGS = 20_000_000
_UNIQUE = re.compile(rb"""uniqueCount\s*=\s*["']\s*(\d{8,})""")
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


@dataclass
class Notes:
    """What one sheet part holds that its reader will show as blank: names of the first five, and how many."""

    error_cells: list[str] = field(default_factory=list)
    error_count: int = 0
    uncomputed_cells: list[str] = field(default_factory=list)
    uncomputed_count: int = 0

    def __bool__(self) -> bool:
        return self.error_count + self.uncomputed_count > 0


@dataclass
class Strings:
    """Of the shared strings only the long ones matter: index → bytes."""

    count: int = 0
    long: dict[int, int] = field(default_factory=dict)


class PartScan:
    """Any XML part: no document type. Subclasses look for more."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._carry = b""

    def feed(self, chunk: bytes) -> None:
        """One chunk of the part, in order."""
        data = self._carry + chunk
        self._carry = data[self._last_whole(data) :][-TAIL:]
        if b"!" in data and _DOCTYPE.search(data):
            sentence = "文件内部含有 DOCTYPE 声明，正常导出的表格没有这种内容，已拒绝：请从业务系统重新导出。"
            raise Refused("doctype", sentence)
        self._look(data[: len(data) - len(self._carry)])

    def _last_whole(self, data: bytes) -> int:
        """Where the part that may be incomplete begins: the last tag."""
        return max(0, data.rfind(b"<"))

    def _look(self, data: bytes) -> None:
        """`data` ends before what may be incomplete."""

    def needs_filled_area(self) -> bool:
        """True when the limits can only be judged by the cells that hold something."""
        return False

    def use_filled_area(self, chunks: Iterator[bytes]) -> None:
        """A second pass over the part; raises Refused when its filled cells pass the limits."""

    def close(self) -> Notes | None:
        """After the last chunk."""
        self._look(self._carry)
        return None


class StringsScan(PartScan):
    """Shared strings: how long the long ones are."""

    def __init__(self, name: str, strings: Strings) -> None:
        super().__init__(name)
        self._strings = strings
        self._open = 0

    def _look(self, data: bytes) -> None:
        stated = _UNIQUE.search(data[:4096]) if self._strings.count == 0 else None
        if stated and int(stated[1][:12]) > _MOST_STRINGS:  # the reader sets this much room aside unseen
            sentence = "文件声明的共享文字条数超出常理，不是正常导出的表格：请在 Excel 或 WPS 中打开后另存再上传。"
            raise Refused("string_inflation", sentence)
        pieces = data.replace(b"<si/>", b"<si></si>").split(b"</si>")
        lengths = list(map(len, pieces))
        lengths[0] += self._open
        self._open = lengths.pop()
        if lengths and max(lengths) > _LONG_STRING:
            start = self._strings.count
            self._strings.long.update((start + i, n) for i, n in enumerate(lengths) if n > _LONG_STRING)
        self._strings.count += len(lengths)
