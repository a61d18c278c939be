"""What is looked for in the XML parts of a workbook while they stream by: cheap searches instead of a parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.read.tally import Tally
from data.refusal import Refused

TAIL = 1 << 18  # the longest cell a spreadsheet can hold, escaped; what is longer is cut at its last tag
_LONG_STRING = 1_000
_SHORTEST = len(b"<si><t></t>")  # an item with a letter is longer
_SPACED = range(len(b'<si><t xml:space="preserve"/>'), len(b'<si><t xml:space="preserve"></t>') + 1)
_MOST_STRINGS = 20_000_000
_UNIQUE = re.compile(rb"""uniqueCount\s*=\s*["']\s*(\d{8,})""")
_CUT_VALUE = re.compile(rb"<(?:\w+:)?[vt](?:\s[^<>]*)?>[^<]*<!--")
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


@dataclass
class Notes:
    """What one sheet holds: cells the parser shows as blank (first five names, and how many), hidden rows, fill."""

    error_cells: list[str] = field(default_factory=list)
    error_count: int = 0
    uncomputed_cells: list[str] = field(default_factory=list)
    uncomputed_count: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    filled: Tally | None = None

    def note_error(self, *names: str) -> None:
        """Cells that show an error."""
        self.error_count += len(names)
        self.error_cells = (self.error_cells + list(names[:5]))[:5]

    def note_uncomputed(self, *names: str) -> None:
        """Cells with a formula whose result was not stored."""
        self.uncomputed_count += len(names)
        self.uncomputed_cells = (self.uncomputed_cells + list(names[:5]))[:5]


@dataclass
class Strings:
    """Of the shared strings only the long ones matter (index → bytes), and those without a letter."""

    count: int = 0
    long: dict[int, int] = field(default_factory=dict)
    empty: list[int] = field(default_factory=list)


class PartScan:
    """Any XML part: no document type. Subclasses look for more."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._carry = b""

    def feed(self, chunk: bytes) -> None:
        """One chunk of the part, in order."""
        data = self._carry + chunk
        self._carry = data[self._last_whole(data) :][-TAIL:]
        if b"!" in data:
            _refuse_marks(data)
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


def _refuse_marks(data: bytes) -> None:
    if _DOCTYPE.search(data):
        sentence = "文件内部含有 DOCTYPE 声明，正常导出的表格没有这种内容，已拒绝：请从业务系统重新导出。"
        raise Refused("doctype", sentence)
    if _CUT_VALUE.search(data):  # readers take what stands before the comment for the whole value
        sentence = "文件内部有单元格的值被注释截断，无法判断完整的值：请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。"
        raise Refused("damaged", sentence)


class StringsScan(PartScan):
    """Shared strings: how long the long ones are."""

    def __init__(self, name: str, strings: Strings) -> None:
        super().__init__(name)
        self._strings = strings
        self._open = 0

    def _last_whole(self, data: bytes) -> int:
        item = data.rfind(b"<si", -TAIL)
        return item if item >= 0 else super()._last_whole(data)

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
        self._note_empty(pieces, lengths)
        self._strings.count += len(lengths)

    def _note_empty(self, pieces: list[bytes], lengths: list[int]) -> None:
        if not lengths:
            return
        lengths[0] = len(pieces[0]) - max(0, pieces[0].rfind(b"<si"))
        start = self._strings.count
        if min(lengths) <= _SHORTEST:
            self._strings.empty += [start + i for i, n in enumerate(lengths) if n <= _SHORTEST]
        if any(map(_SPACED.__contains__, lengths)):
            spaced = (i for i, n in enumerate(lengths) if n in _SPACED)
            self._strings.empty += [start + i for i in spaced if pieces[i].endswith((b'"></t>', b'"/>'))]
