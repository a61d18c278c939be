"""A Word file as a package of parts: written so that the same content gives the same bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_FIRST = "[Content_Types].xml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip file in a fixed order and with fixed times."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def repacked(raw: bytes) -> bytes:
    """The same package with fixed order and times."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})
