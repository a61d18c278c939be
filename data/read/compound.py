"""OLE compound files: an old .xls or .et, or something else in the same container."""

from collections.abc import Callable, Iterator
from itertools import islice

from data.read.sniff import not_a_table
from data.refusal import Refused

_ENTRY = 128
_END = 0xFFFFFFFA  # from here on sector numbers are marks, not sectors
_NONE = 0xFFFFFFFF
_SMALL = 64
_MAX_ENTRIES = 20_000


def workbook_stream(raw: bytes) -> bytes:
    """The bytes of the workbook stream; raises Refused naming what the file is when its root holds none."""
    entries = _directory(raw)
    streams = _root_streams(entries)
    names = set(streams)
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise Refused("password", "文件设有打开密码，无法读取：请在 Excel 或 WPS 中取消密码后另存，再上传。")
    for name in ("workbook", "book"):
        if name in names:
            return _stream(raw, streams[name], entries[0])
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
    size = _sector_size(raw)
    if size < 512:
        return []
    sectors = _chain(_allocation(raw, size), int.from_bytes(raw[48:52], "little"))
    found = b"".join(_sector(raw, one, size) for one in islice(sectors, _MAX_ENTRIES * _ENTRY // size))
    return [found[at : at + _ENTRY] for at in range(0, len(found) - _ENTRY + 1, _ENTRY)]


def _stream(raw: bytes, entry: bytes, root: bytes) -> bytes:
    """All bytes of one stream; a short one lies in the small sectors of the root's own stream."""
    size, stated = _sector_size(raw), int.from_bytes(entry[120:124], "little")
    following = _allocation(raw, size)
    start = int.from_bytes(entry[116:120], "little")
    if stated >= int.from_bytes(raw[56:60], "little"):
        return b"".join(_sector(raw, one, size) for one in _chain(following, start))[:stated]
    store = b"".join(_sector(raw, one, size) for one in _chain(following, int.from_bytes(root[116:120], "little")))
    small = _chain(following, int.from_bytes(raw[60:64], "little"))
    table = b"".join(_sector(raw, one, size) for one in small)
    pieces = _chain(lambda one: int.from_bytes(table[one * 4 : one * 4 + 4] or b"\xff" * 4, "little"), start)
    return b"".join(store[one * _SMALL : (one + 1) * _SMALL] for one in pieces)[:stated]


def _sector_size(raw: bytes) -> int:
    return 1 << min(16, int.from_bytes(raw[30:32], "little"))


def _sector(raw: bytes, number: int, size: int) -> bytes:
    return raw[(number + 1) * size : (number + 2) * size]


def _chain(following: Callable[[int], int], sector: int) -> Iterator[int]:
    """Sector after sector; a chain that bites its tail ends there."""
    seen = set[int]()
    while sector < _END and sector not in seen:
        seen.add(sector)
        yield sector
        sector = following(sector)


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


def _root_streams(entries: list[bytes]) -> dict[str, bytes]:
    """Entries directly under the root by lower-case name: embedded objects have streams of the same names deeper."""
    if not entries:
        return {}
    streams: dict[str, bytes] = {}
    waiting, seen = [int.from_bytes(entries[0][76:80], "little")], set[int]()
    while waiting:
        at = waiting.pop()
        if at in seen or at >= len(entries):
            continue
        seen.add(at)
        entry = entries[at]
        length = max(0, min(64, int.from_bytes(entry[64:66], "little")) - 2)
        streams[entry[:length].decode("utf-16-le", "replace").lower()] = entry
        waiting += [int.from_bytes(entry[68:72], "little"), int.from_bytes(entry[72:76], "little")]
    return streams
