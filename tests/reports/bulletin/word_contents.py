"""What a Word file holds, read back with python-docx."""

import zipfile
from io import BytesIO

from docx import Document


def opened(raw):
    """The file as a document."""
    return Document(BytesIO(raw))


def paragraphs(raw):
    """(style, text) of every paragraph of the body that says anything, tables apart."""
    return [(one.style.name, one.text) for one in opened(raw).paragraphs if one.text.strip()]


def cells(raw):
    """Every table as rows of texts, without the line breaks of its header."""
    return [[[cell.text.replace("\n", "") for cell in row.cells] for row in one.rows] for one in opened(raw).tables]


def part(raw, name):
    """The XML of one part of the file."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.read(name).decode("utf-8")


def with_part(raw, name, old, new):
    """The file with a text of one part replaced, as somebody would by hand."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for each in archive.namelist():
            data = archive.read(each)
            if each == name:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            changed.writestr(each, data)
    return buffer.getvalue()
