"""OLE compound files: an old .xls or .et, or something else in the same container."""

from collections.abc import Callable, Iterator

from data.read.sniff import not_a_table
from data.refusal import Refused

_ENTRY = 128
_END = 0xFFFFFFFA  # from here on sector numbers are marks, not sectors
_NONE = 0xFFFFFFFF
_MAX_ENTRIES = 20_000


def check_compound(raw: bytes) -> None:
    """Returns when the root holds a workbook stream; raises Refused naming what the file is otherwise."""
    names = _root_names(_directory(raw))
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise Refused("password", "文件设有打开密码，无法读取：请在 Excel 或 WPS 中取消密码后另存，再上传。")
    if names & {"workbook", "book"}:
        return
    if "worddocument" in names:
        raise not_a_table(" Word 文档（.doc、.wps）")
    if "powerpoint document" in names:
        raise not_a_table(" PowerPoint 演示文稿")
    if names:
        raise not_a_table("其他程序的复合文档，里面没有工作簿")
    sentence = "文件已损坏：是旧版 Excel 的容器，但目录读不出来，可能没有下载完整。请重新导出后再上传。"
    raise Refused("damaged", sentence)


def _directory(raw: bytes) -> list[bytes]:
    """The 128-byte entries of the directory chain."""
    size = 1 << min(16, int.from_bytes(raw[30:32], "little"))
    if size < 512:
        return []
    table = _allocation(raw, size)
    sector, seen, found = int.from_bytes(raw[48:52], "little"), set[int](), bytearray()
    while sector < _END and sector not in seen and len(found) < _MAX_ENTRIES * _ENTRY:
        seen.add(sector)
        found += raw[(sector + 1) * size : (sector + 2) * size]
        sector = table(sector)
    return [bytes(found[at : at + _ENTRY]) for at in range(0, len(found) - _ENTRY + 1, _ENTRY)]


def _allocation(raw: bytes, size: int) -> Callable[[int], int]:
    """A function from a sector to the one that follows it in its chain."""
    blocks = list(_allocation_sectors(raw, size))
    per_block = size // 4

    def following(sector: int) -> int:
        block, at = divmod(sector, per_block)
        if block >= len(blocks):
            return _NONE
        start = (blocks[block] + 1) * size + at * 4
        return int.from_bytes(raw[start : start + 4] or b"\xff\xff\xff\xff", "little")

    return following


def _allocation_sectors(raw: bytes, size: int) -> Iterator[int]:
    def numbers(start: int, count: int) -> Iterator[int]:
        piece = raw[start : start + 4 * count]
        return (int.from_bytes(piece[at : at + 4], "little") for at in range(0, len(piece) - 3, 4))

    yield from (number for number in numbers(76, 109) if number < _END)
    sector, seen = int.from_bytes(raw[68:72], "little"), set[int]()
    while sector < _END and sector not in seen and (sector + 1) * size < len(raw):
        seen.add(sector)
        *block, sector = list(numbers((sector + 1) * size, size // 4)) or [_NONE]
        yield from (number for number in block if number < _END)


def _root_names(entries: list[bytes]) -> set[str]:
    """Lower-case names directly under the root: embedded objects have streams of the same names further down."""
    if not entries:
        return set()
    names: set[str] = set()
    waiting, seen = [int.from_bytes(entries[0][76:80], "little")], set[int]()
    while waiting:
        at = waiting.pop()
        if at in seen or at >= len(entries):
            continue
        seen.add(at)
        entry = entries[at]
        length = max(0, min(64, int.from_bytes(entry[64:66], "little")) - 2)
        names.add(entry[:length].decode("utf-16-le", "replace").lower())
        waiting += [int.from_bytes(entry[68:72], "little"), int.from_bytes(entry[72:76], "little")]
    return names
