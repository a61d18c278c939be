"""Filled rows and cells of one worksheet part, counted with an XML parser: slow, exact, and seldom needed.

White space alone counts as empty: some writers keep it and some readers drop it, and nobody misses it.
"""

import io
import re
import zipfile
from typing import NamedTuple
from xml.parsers import expat

from data.read.parts import Notes
from data.read.sheet_parts import strings_part
from data.read.tally import Tally

_STEP = 1 << 19
_BLANK_ESCAPES = re.compile("_x00(?:0[9AaDd]|20)_")


class Exact(NamedTuple):
    """Fill and error cells of a part, and the name of the first cell that stands there twice."""

    notes: Notes
    twice: str | None


def exact_count(raw: bytes, part: str) -> Exact | None:
    """None when the part is not well-formed. The package was scanned: it is of sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            strings, cells = _Strings(), _Cells()
            name = strings_part(raw)
            if name is not None:
                strings.read(package, name)
            cells.empty = strings.empty
            cells.read(package, part)
    except (expat.ExpatError, zipfile.BadZipFile, ValueError):
        return None
    cells.notes.filled = Tally(cells.rows, cells.cells)
    return Exact(cells.notes, cells.twice)


class _Text:
    """Reads one part; `_begin` and `_end` are told local names, `_has_text` whether a letter came since `_clear`."""

    def __init__(self) -> None:
        self._letters: list[str] = []

    def read(self, package: zipfile.ZipFile, name: str) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: self._begin(tag.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda tag: self._end(tag.rpartition(":")[2])
        parser.CharacterDataHandler = self._letters.append
        with package.open(name) as part:
            while chunk := part.read(_STEP):
                parser.Parse(chunk)
        parser.Parse(b"", True)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def _end(self, tag: str) -> None:
        raise NotImplementedError

    def _has_text(self) -> bool:
        found = "".join(self._letters)
        self._letters.clear()
        return bool(found.strip() and _BLANK_ESCAPES.sub("", found).strip())


class _Strings(_Text):
    """Indexes of the shared strings without a letter; readings (phonetic guides) are no text."""

    def __init__(self) -> None:
        super().__init__()
        self.empty: set[str] = set()
        self._count = 0
        self._has = False
        self._is_reading = False

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "rPh":
            self._is_reading = True
        self._letters.clear()

    def _end(self, tag: str) -> None:
        if tag == "t":
            self._has |= self._has_text() and not self._is_reading
        elif tag == "rPh":
            self._is_reading = False
        elif tag == "si":
            if not self._has:
                self.empty.add(str(self._count))
            self._count, self._has = self._count + 1, False


class _Cells(_Text):
    """Cells with a value that is more than white space and no error, and the rows that have one."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.cells = 0
        self.notes = Notes()
        self.empty: set[str] = set()
        self._type = self._name = ""
        self._names: set[str] = set()
        self.twice: str | None = None
        self._has = self._twice = self._row_has = self._is_reading = False

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._letters.clear()
        if tag == "c":
            self._type, self._name, self._has = attributes.get("t", "n"), attributes.get("r", ""), False
            self._note_name()
        elif tag == "row":
            self._row_has = False
        elif tag == "rPh":
            self._is_reading = True

    def _note_name(self) -> None:
        if self._name and self._name in self._names and self.twice is None:
            self.twice = self._name
        self._names.add(self._name)

    def _end(self, tag: str) -> None:
        if tag == "v":
            shared = self._type == "s" and "".join(self._letters).strip() in self.empty
            has_text = self._has_text() and not shared
            if has_text and self._type == "e":
                self.notes.note_error(self._name)
            self._twice |= has_text and self._has
            self._has |= has_text and self._type != "e"
        elif tag == "t":
            self._has |= self._has_text() and not self._is_reading
        elif tag == "rPh":
            self._is_reading = False
        elif tag == "c" and self._has:
            self.cells += 1 + self._twice
            self._has = self._twice = False
            self.rows += not self._row_has
            self._row_has = True
