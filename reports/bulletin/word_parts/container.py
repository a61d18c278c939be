"""Is this file a Word document that may be used as a template? What cannot be, is refused with a sentence."""

import zipfile
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import LxmlError

from data.refusal import Refused

LARGEST = 50 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
CODE = "template_invalid"


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
    _refuse_outside(document, label)
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
