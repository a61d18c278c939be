"""Which part of a workbook package holds which sheet: needed only to say where error cells are."""

import io
import posixpath
import zipfile
from xml.etree import ElementTree

from data.read.parts import Notes

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def notes_by_sheet(raw: bytes, notes: dict[str, Notes]) -> dict[str, Notes]:
    """The notes by sheet name; empty when the package's own index cannot be followed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
            relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile):
        return {}
    parts = {one.get("Id"): _part(one.get("Target", "")) for one in relations.iter(_RELATION)}
    found = {}
    for sheet in workbook.iter():
        if sheet.tag.endswith("}sheet"):
            key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)
            if parts.get(key) in notes:
                found[sheet.get("name", "")] = notes[parts[key]]
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
