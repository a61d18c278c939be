"""Is this file a Word document that may be used as a template? What cannot be, is refused with a sentence."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree
from lxml.etree import LxmlError

from data.refusal import Refused

LARGEST = 50 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
CODE = "template_invalid"
_FETCHING = {
    "DDE",
    "DDEAUTO",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "IMPORT",
    "LINK",
    "RD",
    "DATABASE",
    "MACROBUTTON",
}
"""Fields that Word fills from elsewhere, or that start something."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_EMBEDDED = ("/oleObject", "/aFChunk", "/control", "/attachedToolbars")
"""Ends of the kinds of relations to what other programs open: objects, controls, foreign text."""


def opened(raw: bytes, label: str) -> WordDocument:
    """The template as a document. Refused: no .docx, with macros, or with parts that lie outside the file."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            types = archive.read("[Content_Types].xml") if sum(one.file_size for one in entries) <= LARGEST else b""
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise _no_document(label) from None
    if not types:
        raise Refused(
            CODE, f"Word 模板“{label}”解压后超过{LARGEST // 1024 // 1024}MB，没有采用；请去掉图片后重新上传。"
        )
    names = [one.filename for one in entries]
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise Refused(CODE, f"Word 模板“{label}”带有宏，没有采用；请在 Word 中另存为不带宏的 .docx 后重新上传。")
    try:
        document = Document(BytesIO(raw))
    except (ValueError, KeyError, LxmlError, zipfile.BadZipFile, AttributeError):
        raise _no_document(label) from None
    try:
        _refuse_outside(document, label)
    except LxmlError:
        raise _no_document(label) from None
    return document


def _no_document(label: str) -> Refused:
    return Refused(
        CODE, f"Word 模板“{label}”应为 .docx 文件，上传的不是或已损坏；请在 Word 中另存为“Word 文档（*.docx）”后重试。"
    )


def _refuse_outside(document: WordDocument, label: str) -> None:
    """A picture or template that lies elsewhere would be fetched whenever somebody opens the notice."""
    for part in document.part.package.iter_parts():
        for relation in part.rels.values():
            if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                words = "引用了文件以外的图片、对象或模板（打开通报时会去取），没有采用"
                raise Refused(CODE, f"Word 模板“{label}”{words}；请把图片插入到文档中、取消附加模板后重新上传。")
            if relation.reltype.endswith(_EMBEDDED):
                words = "嵌有其他程序打开的对象、控件或文件，没有采用"
                raise Refused(CODE, f"Word 模板“{label}”{words}；请删去，或粘贴为图片、文字后重新上传。")
        if found := _fetching_field(part):
            words = f"有从文件以外取内容的域（{found}），没有采用"
            raise Refused(CODE, f"Word 模板“{label}”{words}；请在 Word 中把它转为文字（Ctrl+Shift+F9）后重新上传。")


def _fetching_field(part: Part) -> str:
    """The name of a field that asks for something outside; '' for none."""
    if not str(part.partname).endswith(".xml"):
        return ""
    names = (one.split(maxsplit=1)[0].upper() for one in _fields(etree.fromstring(part.blob, _PARSER)) if one.strip())
    return next((one for one in names if one in _FETCHING), "")


def _fields(root: Any) -> Iterator[str]:
    """What the fields of a part say: in one piece, or cut into runs between their beginning and their result."""
    begun: list[str] = []
    for one in root.iter(f"{_W}fldSimple", f"{_W}fldChar", f"{_W}instrText"):
        if one.tag == f"{_W}fldSimple":
            yield one.get(f"{_W}instr", "")
        elif one.tag == f"{_W}instrText":
            begun[-1:] = [f"{''.join(begun[-1:])}{one.text or ''}"]
        elif one.get(f"{_W}fldCharType") == "begin":
            begun.append("")
        elif one.get(f"{_W}fldCharType") == "end" and begun:
            yield begun.pop()
