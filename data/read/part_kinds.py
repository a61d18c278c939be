"""Which scan an XML part of a workbook needs, by how it begins: part names are the writer's to choose."""

import re

from data.read.parts import PartScan, Strings, StringsScan
from data.read.sheet_scan import SheetScan
from data.refusal import Refused

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)""")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")


def scan_for(name: str, first: bytes, strings: Strings) -> PartScan | None:
    """The scan that fits a part by its first chunk; None for pictures and the like."""
    head = first.removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"):
        raise _encoding("UTF-16")
    if not head.lstrip().startswith(b"<"):
        return None
    stated = _ENCODING.match(head)
    if stated and stated[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise _encoding(stated[1].decode())
    root = _ROOT.search(head)
    if root and root[1] == b"sst":
        return StringsScan(name, strings)
    if root is None or root[1] == b"worksheet":
        return SheetScan(name, strings)
    return PartScan(name)


def _encoding(found: str) -> Refused:
    sentence = f"文件内部用 {found} 编码保存，应为 UTF-8：请在 Excel 或 WPS 中打开后另存为 .xlsx 再上传。"
    return Refused("part_encoding", sentence)
