"""How much a workbook holds, asked of a third reader: nothing of the program's own counting is used."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from data.read.table import Table


def filled(raw: bytes) -> tuple[int, int] | None:
    """Filled rows and cells of the only sheet, white space counted as nothing; None when it is not well-formed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            shared = _shared(package)
            root = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
            rows = [sum(_is_filled(cell, shared) for cell in _named(row, "c")) for row in _named(root, "row")]
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError):
        return None
    return len(rows) - rows.count(0), sum(rows)


def read(tables: list[Table]) -> tuple[int, int]:
    """The same of what the program read."""
    rows = [sum(not isinstance(cell, str) or bool(cell.strip()) for cell in row) for t in tables for row in t.rows]
    return len(rows) - rows.count(0), sum(rows)


def _named(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in parent.iter() if isinstance(one.tag, str) and etree.QName(one).localname == name)


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = etree.fromstring(package.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in _named(item, "t")) for item in _named(root, "si")]


def _is_filled(cell: etree._Element, shared: list[str]) -> bool:
    kind = cell.get("t")
    values = ["".join(one.itertext()) for name in ("v", "t") for one in _named(cell, name)]
    text = "".join(values).strip()
    if kind == "s" and text.isdigit() and int(text) < len(shared):
        return bool(shared[int(text)].strip())
    return bool(text) and kind != "e"
