"""What a PDF holds, read back from its bytes: text by pypdfium2, fonts and glyphs from the file itself."""

import re
import zlib
from collections.abc import Iterator

import pypdfium2

Box = tuple[float, float, float, float]
_ESCAPED = {b"n": 10, b"r": 13, b"t": 9, b"b": 8, b"f": 12}


def pages(pdf: bytes) -> list[str]:
    """The text of every page, line by line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_size() for page in document]


def text_boxes(pdf: bytes) -> list[list[Box]]:
    """Left, bottom, right, top of every run of letters, page by page."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage() for page in document]
        return [[text.get_rect(n) for n in range(text.count_rects())] for text in texts]


def squeezed(text: str) -> str:
    """Text without the blanks and line ends that a layout adds."""
    return re.sub(r"\s", "", text)


def streams(pdf: bytes) -> Iterator[bytes]:
    """Everything in the file that is packed, unpacked."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            yield found[1]


def fonts(pdf: bytes) -> tuple[list[bytes], int]:
    """Names of the fonts that are described, and how many font files lie in the document."""
    return re.findall(rb"/FontName/([^/>\s]+)", pdf), len(re.findall(rb"/FontFile[23]?\b", pdf))


def missing_glyphs(pdf: bytes) -> int:
    """How many letters are drawn as the empty box (.notdef, glyph 0 of a font)."""
    drawn = [text for stream in streams(pdf) for text in re.findall(rb"BT\s.*?ET\s", stream, re.DOTALL)]
    strings = [_plain(one) for text in drawn for one in re.findall(rb"\(((?:\\.|[^\\)])*)\)", text, re.DOTALL)]
    return sum(one[at : at + 2] == b"\0\0" for one in strings for at in range(0, len(one), 2))


def _plain(escaped: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8) if code.isdigit() else _ESCAPED.get(code, code[0])])

    return re.sub(rb"\\([0-7]{1,3}|.)", letter, escaped, flags=re.DOTALL)
