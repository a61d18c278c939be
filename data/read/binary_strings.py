"""The shared strings of an old workbook: which of them are empty."""

from struct import Struct
from struct import error as StructError

_SHORT = Struct("<H").unpack_from
_LONG = Struct("<I").unpack_from
_WIDE, _PHONETIC, _RICH = 1, 4, 8


class _Reader:
    """Runs over the record and those that continue it; letters that cross a border begin with a new flag byte."""

    def __init__(self, bodies: list[bytes]) -> None:
        self._bodies, self._part, self.at = bodies, 0, 0

    def _next(self) -> None:
        self._part, self.at = self._part + 1, 0

    def numbers(self, size: int) -> bytes:
        """So many bytes, which no writer splits."""
        if self.at >= len(self._bodies[self._part]):
            self._next()
        self.at += size
        return self._bodies[self._part][self.at - size : self.at]

    def letters(self, count: int, width: int) -> None:
        """Past so many letters."""
        while count:
            room = (len(self._bodies[self._part]) - self.at) // width
            taken = min(room, count)
            self.at += taken * width
            count -= taken
            if count:
                self._next()
                width = 1 + (self._bodies[self._part][0] & _WIDE)
                self.at = 1

    def skip(self, size: int) -> None:
        """Past so many bytes of formatting."""
        while size > len(self._bodies[self._part]) - self.at:
            size -= len(self._bodies[self._part]) - self.at
            self._next()
        self.at += size


def empty_strings(bodies: list[bytes]) -> set[int]:
    """Indexes of the shared strings without a letter; of a damaged table as far as it can be followed."""
    empty: set[int] = set()
    if len(bodies[0]) < 8:
        return empty
    reader = _Reader(bodies)
    reader.at = 8
    try:
        for index in range(_LONG(bodies[0], 4)[0]):
            head = reader.numbers(3)
            count, flags = _SHORT(head)[0], head[2]
            runs = _SHORT(reader.numbers(2))[0] if flags & _RICH else 0
            phonetic = _LONG(reader.numbers(4))[0] if flags & _PHONETIC else 0
            if count == 0:
                empty.add(index)
            reader.letters(count, 1 + (flags & _WIDE))
            reader.skip(runs * 4 + phonetic)
    except (IndexError, ValueError, StructError):
        return empty
    return empty
