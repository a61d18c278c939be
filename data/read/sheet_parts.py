"""Which part of a workbook package holds which sheet, found as leniently as parsers find it."""

import io
import posixpath
import zipfile
from xml.etree import ElementTree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def sheet_parts(raw: bytes) -> list[str | None]:
    """The part of every sheet in the workbook's order, None where the package's own index cannot be followed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = {_plain(name): name for name in package.namelist()}
            workbook = ElementTree.fromstring(package.read(names["xl/workbook.xml"]))
            relations = ElementTree.fromstring(package.read(names["xl/_rels/workbook.xml.rels"]))
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile):
        return []
    targets = {one.get("Id"): _part(one.get("Target", "")) for one in relations.iter() if one.tag == _RELATION}
    sheets = (sheet for group in workbook if group.tag.endswith("}sheets") for sheet in group)
    return [names.get(targets.get(_relation(sheet), "")) for sheet in sheets]


def strings_part(raw: bytes) -> str | None:
    """The part of the shared strings, by its name: all writers and readers agree on it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return next((name for name in package.namelist() if _plain(name) == "xl/sharedstrings.xml"), None)


def _relation(sheet: ElementTree.Element) -> str | None:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), None)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


def _part(target: str) -> str:
    path = target.replace("\\", "/")
    return _plain(path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join("xl", path)))
