"""An old workbook stream (BIFF) walked record by record: what its sheets hold, counted beside the parser."""

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from data.read.binary_strings import empty_strings
from data.read.parts import Notes
from data.read.references import column_letters
from data.read.tally import Tally
from data.refusal import Refused

_HEAD = Struct("<HH").unpack_from
_PLACE = Struct("<HH").unpack_from
_LONG = Struct("<I").unpack_from
_BOF, _EOF, _CONTINUE, _SHEET, _STRINGS, _PASSWORD = 0x0809, 0x000A, 0x003C, 0x0085, 0x00FC, 0x002F
_NUMBER, _RK, _MANY_RK, _SHARED, _BOOLEAN_OR_ERROR = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0205
_TEXT = frozenset((0x0204, 0x00D6))
_FORMULA = frozenset((0x0006, 0x0206, 0x0406))
_RESULT_TEXT, _ROW = 0x0207, 0x0208
_WORKSHEET = 0
_HIDDEN = 0x20


class Record(NamedTuple):
    """One record: its kind and where its body lies in the stream."""

    kind: int
    at: int
    size: int


def count_sheets(stream: bytes) -> list[Notes | None]:
    """The notes of every sheet in the order of the workbook, None for charts and the like. Raises Refused."""
    sheets: list[tuple[int, int]] = []
    empty: set[int] = set()
    records = list(_substream(stream, 0))
    for number, record in enumerate(records):
        if record.kind == _PASSWORD:
            sentence = "文件设有密码，无法读取：请在 Excel 或 WPS 中取消密码后另存，再上传。"
            raise Refused("password", sentence)
        if record.kind == _SHEET and record.size >= 6:
            sheets.append((_LONG(stream, record.at)[0], stream[record.at + 5]))
        elif record.kind == _STRINGS:
            empty = empty_strings(_bodies(stream, records, number))
    return [_sheet(stream, at, empty) if kind == _WORKSHEET else None for at, kind in sheets]


def _bodies(stream: bytes, records: list[Record], number: int) -> list[bytes]:
    """A record's body and those of the records that continue it."""
    bodies = [stream[records[number].at : records[number].at + records[number].size]]
    for record in records[number + 1 :]:
        if record.kind != _CONTINUE:
            break
        bodies.append(stream[record.at : record.at + record.size])
    return bodies


def _substream(stream: bytes, at: int) -> Iterator[Record]:
    """The records from one BOF to its EOF, without those of charts that lie inside."""
    depth, end = 0, len(stream)
    while at + 4 <= end:
        kind, size = _HEAD(stream, at)
        body = at + 4
        at = body + size
        if at > end:
            break
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield Record(kind, body, size)
        elif depth == 0:
            break
    sentence = "文件已损坏，工作表没有读到结尾：请在 Excel 或 WPS 中打开后另存为 .xlsx，或从业务系统重新导出后再上传。"
    raise Refused("damaged", sentence)


def _sheet(stream: bytes, at: int, empty: set[int]) -> Notes:
    rows, cells = set[int](), 0
    notes, hidden = Notes(), set[int]()
    awaited: int | None = None
    for kind, body, size in _substream(stream, at):
        filled = 0
        if size < 6:
            continue
        if kind in (_NUMBER, _RK):
            filled = 1
        elif kind == _SHARED:
            filled = _LONG(stream, body + 6)[0] not in empty if size >= 10 else 0
        elif kind == _MANY_RK:
            filled = (size - 6) // 6
        elif kind in _TEXT:
            filled = size >= 8 and _PLACE(stream, body + 6)[0] > 0
        elif kind == _BOOLEAN_OR_ERROR:
            filled = size >= 8 and not _note_error(notes, stream, body, stream[body + 7])
        elif kind in _FORMULA and size >= 14:
            filled, waits = _formula(notes, stream, body)
            awaited = _PLACE(stream, body)[0] if waits else None
        elif kind == _RESULT_TEXT and awaited is not None and _PLACE(stream, body)[0] > 0:
            rows.add(awaited)
            cells, awaited = cells + 1, None
        elif kind == _ROW and size >= 16 and stream[body + 12] & _HIDDEN:
            hidden.add(_PLACE(stream, body)[0] + 1)
        if filled:
            rows.add(_PLACE(stream, body)[0])
            cells += filled
    notes.filled, notes.hidden_rows = Tally(len(rows), cells), sorted(hidden)
    return notes


def _formula(notes: Notes, stream: bytes, body: int) -> tuple[int, bool]:
    """Whether the stored result fills the cell, and whether it is a text that a later record holds."""
    if stream[body + 12 : body + 14] != b"\xff\xff":
        return 1, False
    kind = stream[body + 6]
    if kind == 2:
        _note_error(notes, stream, body, 1)
    return int(kind == 1), kind == 0


def _note_error(notes: Notes, stream: bytes, body: int, is_error: int) -> bool:
    if is_error:
        row, column = _PLACE(stream, body)
        notes.note_error(f"{column_letters(column + 1)}{row + 1}")
    return bool(is_error)
