"""What a file really is, by its content: the extension is what people typed."""

import json
import re
from typing import Literal

from data.refusal import Refused

Kind = Literal["zip", "ole", "html", "text"]

_TAKEN = "请上传 Excel（.xlsx、.xls）、WPS 表格（.et）、网页格式的 .xls 或 CSV 文件"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", " PDF 文件"),
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"GIF8", "图片（GIF）"),
    (b"BM", "图片（BMP）"),
    (b"II*\x00", "图片（TIFF）"),
    (b"{\\rtf", " RTF 文档"),
    (b"Rar!", " RAR 压缩包"),
    (b"7z\xbc\xaf", " 7z 压缩包"),
    (b"\x1f\x8b", " gzip 压缩包"),
    (b"MZ", "可执行程序"),
    (b"\x7fELF", "可执行程序"),
    (b" SQLite format 3", " SQLite 数据库"),
    (b"PAR1", " Parquet 数据文件"),
    (b"MIME-Version:", "单一网页文件（MHTML）"),
)
_BINARY = {b"BM", b"MZ"}  # two letters that a CSV may begin with: only together with NUL bytes
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|table|style|center|div|tr)\b", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def sniff(raw: bytes) -> Kind:
    """The kind of container; raises Refused naming the real kind for anything that holds no table."""
    if not raw:
        raise Refused("empty_file", "文件是空的（0 字节）：请重新导出后再上传。")
    if raw.startswith(b"PK"):
        return "zip"
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    _refuse_others(raw)
    return "html" if _is_html(raw) else "text"


def not_a_table(found: str, code: str = "not_a_workbook") -> Refused:
    """The refusal that says what a file really is."""
    return Refused(code, f"这不是表格文件，实际是{found}：{_TAKEN}。")


def _refuse_others(raw: bytes) -> None:
    head = raw[:4096]
    for magic, name in _OTHERS:
        if head.startswith(magic) and (magic not in _BINARY or b"\x00" in head):
            raise not_a_table(name)
    if _is_json(raw):
        raise not_a_table(" JSON 数据")
    if b"<html" not in head.lower() and re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml", head) and not _is_html(raw):
        raise not_a_table(_xml_name(head))


def _is_html(raw: bytes) -> bool:
    head = raw[:65536]
    if head.startswith(_UTF16_BOMS):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(_BOM).lstrip()
    return head.startswith(b"<") and _HTML.search(head) is not None


def _is_json(raw: bytes) -> bool:
    head = raw[:4096].removeprefix(_BOM).lstrip()
    if not re.match(rb'(?:\{\s*"|\{\s*\}|\[\s*[\[{"\d\]])', head):
        return False
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return head.startswith(b"{")
    return True


def _xml_name(head: bytes) -> str:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return " XML 电子表格 2003（请用 Excel 或 WPS 打开后另存为 .xlsx）"
    return " XML 文件"
