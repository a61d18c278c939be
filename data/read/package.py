"""The zip container of an .xlsx: checked before any reader trusts what it states about itself."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from zipfile import ZipInfo

import settings
from data.read import heard
from data.read.part_kinds import scan_for
from data.read.parts import Notes, PartScan, Strings
from data.read.sniff import not_a_table
from data.refusal import Refused

CHUNK = 1 << 19
_MEGABYTE = 1 << 20
# Honest sheets shrink 8 to 40 times; deflate ends at 1032. Small parts may shrink as they like.
_RATIO = 150
_RATIO_FROM = 32 * _MEGABYTE
_DIRECTORY_LIMIT = 8 * _MEGABYTE
_DAMAGED = "请在 Excel 或 WPS 中打开原文件后重新保存，或从业务系统重新导出"


def scan_package(raw: bytes) -> dict[str, Notes]:
    """Checks the whole container; the notes of every sheet part that has something to note, by part name.

    Raises Refused. Costs one inflation and a few searches per part; memory stays at one chunk.
    """
    return scan_parts(raw, check_directory(raw))


def check_directory(raw: bytes) -> list[ZipInfo]:
    """Checks what the container states of itself, without inflating anything; its parts. Raises Refused."""
    infos = _directory(raw)
    _check_names(infos)
    _check_kind(raw, infos)
    _check_sizes(raw, infos)
    return infos


def scan_parts(raw: bytes, infos: list[ZipInfo]) -> dict[str, Notes]:
    """Checks what the parts hold; notes by part name. Raises Refused."""
    strings = Strings()
    notes = {}
    heard.begin(sum(info.file_size for info in infos))
    for info in sorted(infos, key=lambda one: "sharedstrings" not in one.filename.lower()):
        found = _scan_part(raw, info, strings)
        if found:
            notes[info.filename] = found
    return notes


def _directory(raw: bytes) -> list[ZipInfo]:
    end = raw.rfind(b"PK\x05\x06")
    if end < 0 or len(raw) < end + 22:
        raise Refused("truncated", f"文件不完整：以 Excel 格式开头，但缺少结尾，可能没有下载或复制完。{_DAMAGED}。")
    parts, size = int.from_bytes(raw[end + 10 : end + 12], "little"), int.from_bytes(raw[end + 12 : end + 16], "little")
    if parts > settings.MAX_PARTS or size > _DIRECTORY_LIMIT:
        raise _too_many(parts)
    try:
        infos = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, OSError) as error:
        raise Refused("damaged", f"文件已损坏：压缩目录读不出来。{_DAMAGED}。") from error
    if len(infos) > settings.MAX_PARTS:
        raise _too_many(len(infos))
    return infos


def _too_many(parts: int) -> Refused:
    limit = settings.MAX_PARTS
    return Refused(
        "too_many_parts", f"文件内部有 {parts:,} 个部件，超过 {limit:,} 个的上限，不是正常导出的表格。{_DAMAGED}。"
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


def _check_names(infos: list[ZipInfo]) -> None:
    name, times = Counter(_plain(info.filename) for info in infos).most_common(1)[0] if infos else ("", 0)
    if times > 1:
        raise Refused(
            "duplicate_parts", f"文件内部有 {times} 个同名部件“{name[:80]}”，无法判断以哪个为准。{_DAMAGED}。"
        )
    for info in infos:
        if ".." in _plain(info.filename).split("/"):
            raise Refused(
                "damaged", f"文件内部的部件名“{info.filename[:80]}”指向文件之外，不是正常导出的表格。{_DAMAGED}。"
            )


def _check_kind(raw: bytes, infos: list[ZipInfo]) -> None:
    names = {_plain(info.filename) for info in infos}
    if any(name.endswith("workbook.xml") for name in names):
        return
    if "xl/workbook.bin" in names:
        raise not_a_table(" Excel 二进制工作簿（.xlsb，请另存为 .xlsx）")
    if "mimetype" in names and b"opendocument" in raw[:200]:
        raise not_a_table(" OpenDocument 文档（.ods 等，请另存为 .xlsx）")
    if any(name.startswith("word/") for name in names):
        raise not_a_table(" Word 文档（.docx）")
    if any(name.startswith("ppt/") for name in names):
        raise not_a_table(" PowerPoint 演示文稿")
    if "document.xml" in names or "content.xml" in names or "ofd.xml" in names:
        raise not_a_table("版式或文字文档")
    raise not_a_table("压缩包（请先解压，再上传其中的表格）")


def _check_sizes(raw: bytes, infos: list[ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    if total > settings.MAX_INFLATED_MB * _MEGABYTE:
        raise _inflates(total)
    for info in infos:
        if info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(1, info.compress_size):
            raise _inflates(info.file_size)
    reached = 0
    for start, end in sorted((info.header_offset, _data_start(raw, info) + info.compress_size) for info in infos):
        if start < reached or end > len(raw):
            raise Refused("damaged", f"文件已损坏：内部部件互相重叠或超出文件末尾。{_DAMAGED}。")
        reached = end


def _inflates(size: int) -> Refused:
    found, limit = size // _MEGABYTE, settings.MAX_INFLATED_MB
    sentence = (
        f"文件解压后达到 {found:,} MB（上限 {limit} MB，也不应由很小的内容膨胀而来），可能是异常文件："
        "请按年份分开导出后再上传。"
    )
    return Refused("inflates", sentence)


def _data_start(raw: bytes, info: ZipInfo) -> int:
    head = raw[info.header_offset : info.header_offset + 30]
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise Refused("damaged", f"文件已损坏：内部部件“{info.filename[:80]}”不在它应在的位置。{_DAMAGED}。")
    return info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")


def inflate(raw: bytes, info: ZipInfo) -> Iterator[bytes]:
    """The part's bytes in chunks, at most as many as it states; Refused when size or checksum do not hold."""
    if info.flag_bits & 1:
        raise Refused("password", "文件设有密码，无法读取：请在 Excel 或 WPS 中取消密码后另存，再上传。")
    start = _data_start(raw, info)
    body = memoryview(raw)[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        chunks: Iterator[bytes] = (bytes(body[at : at + CHUNK]) for at in range(0, len(body), CHUNK))
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        chunks = _deflated(body)
    else:
        raise Refused("damaged", f"文件内部使用了不支持的压缩方式。{_DAMAGED}。")
    size = check = 0
    for chunk in chunks:
        size += len(chunk)
        if size > info.file_size:
            break
        check = zlib.crc32(chunk, check)
        yield chunk
    if size != info.file_size or check != info.CRC:
        sentence = f"文件已损坏：内部部件“{info.filename[:80]}”的内容与它标明的大小或校验值不符。{_DAMAGED}。"
        raise Refused("size_mismatch", sentence)


def _deflated(body: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-15)
    step = 1 << 16
    try:
        for at in range(0, len(body), step):
            pending: bytes | memoryview = body[at : at + step]
            while pending and not stream.eof:
                yield stream.decompress(pending, CHUNK)
                pending = stream.unconsumed_tail
        while not stream.eof:
            rest = stream.decompress(b"", CHUNK)
            if not rest:
                return
            yield rest
    except zlib.error:
        return


def _scan_part(raw: bytes, info: ZipInfo, strings: Strings) -> Notes | None:
    scan: PartScan | None = None
    for number, chunk in enumerate(inflate(raw, info)):
        if number == 0:
            scan = scan_for(info.filename, chunk, strings)
        if scan:
            scan.feed(chunk)
        heard.read(len(chunk))
    if scan is None:
        return None
    if scan.needs_filled_area():
        scan.use_filled_area(inflate(raw, info))
    return scan.close()
