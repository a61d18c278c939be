"""Builds odd and hostile files: the generator is kept, never the bombs."""

import io
import random
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Sequence

import xlsxwriter
import xlwt

HEADERS = ("案号", "立案日期", "案由", "结案方式")
ROWS = (
    ("（2025）甘0702民初1号", "2025-03-04", "离婚纠纷", "调解"),
    ("（2025）甘0702民初2号", "2025-03-05", "买卖合同纠纷", "判决"),
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(rows: Iterable[Sequence] = (HEADERS, *ROWS), name: str = "案件") -> bytes:
    """An ordinary workbook."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def xls(rows: Iterable[Sequence] = (HEADERS, *ROWS)) -> bytes:
    """A real BIFF workbook, as old Excel and WPS (.et) write it."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("案件")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sheet_xml(cells: str, *, before: str = "", dimension: str = "") -> str:
    """A worksheet part around row elements."""
    body = f"{dimension}<sheetData>{cells}</sheetData>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<worksheet xmlns="{MAIN}">{body}</worksheet>'


def strings_xml(*texts: str, stated: int | None = None) -> str:
    """Shared strings; `stated` is the number of them that the part claims."""
    count = len(texts) if stated is None else stated
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}" count="{count}" uniqueCount="{count}">{items}</sst>'


def package(sheet: str | bytes, strings: str | bytes | None = None, extra: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A minimal .xlsx with one handwritten sheet part."""
    kinds = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_SHEET_TYPE}.{kind}+xml"/>'
        for part, kind in (("workbook.xml", "sheet.main"), ("worksheets/sheet1.xml", "worksheet"))
    )
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    sheets = '<sheets><sheet name="案件" sheetId="1" r:id="rId1"/></sheets>'
    targets = (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
    parts: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{default}{kinds}</Types>'),
        ("_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{sheets}</workbook>'),
        ("xl/_rels/workbook.xml.rels", _relations(*targets)),
        ("xl/worksheets/sheet1.xml", sheet),
    ]
    if strings is not None:
        parts.append(("xl/sharedStrings.xml", strings))
    return zipped([*parts, *extra])


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of these parts, in order."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are what some tests are about
        for name, body in parts:
            archive.writestr(name, body)
    return target.getvalue()


def cell(where: str, text: str = "甲") -> str:
    """One inline text cell."""
    return f'<c r="{where}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """One row element."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def text_sheet(rows: Iterable[Sequence[str]]) -> str:
    """Row elements with inline text, from A1."""
    return "".join(
        row(n, *(cell(f"{chr(65 + c)}{n}", text) for c, text in enumerate(cells))) for n, cells in enumerate(rows, 1)
    )


def with_doctype(definition: str) -> bytes:
    """A sheet whose cell is an entity of an own document type."""
    return package(sheet_xml(row(1, cell("A1", "&boom;")), before=definition))


def billion_laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return with_doctype(f'<!DOCTYPE x [<!ENTITY l0 "哈哈">{lines}<!ENTITY boom "&l9;">]>')


def external_entity() -> bytes:
    return with_doctype('<!DOCTYPE x [<!ENTITY boom SYSTEM "file:///etc/passwd">]>')


class Bomb:
    """A zip whose one large part is deflated from a repeated block, without ever holding it whole."""

    def __init__(self, block: bytes, times: int) -> None:
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        pieces, self.check = [], 0
        for _ in range(times):
            pieces.append(squeeze.compress(block))
            self.check = zlib.crc32(block, self.check)
        self.body = b"".join([*pieces, squeeze.flush()])
        self.size = len(block) * times

    def entry(self, name: str, stated: int | None = None, check: int | None = None) -> tuple[bytes, bytes]:
        """Local part and directory entry; `stated` is the size it claims."""
        encoded = name.encode()
        size = self.size if stated is None else stated
        common = (
            b"\x14\x00\x00\x00\x08\x00\x00\x00\x21\x00"
            + (self.check if check is None else check).to_bytes(4, "little")
            + len(self.body).to_bytes(4, "little")
            + size.to_bytes(4, "little")
            + len(encoded).to_bytes(2, "little")
        )
        local = b"PK\x03\x04" + common + b"\x00\x00" + encoded + self.body
        return local, b"PK\x01\x02\x14\x00" + common + bytes(12) + b"%OFFSET%" + encoded


def append(archive: bytes, bomb: Bomb, name: str, stated: int | None = None, check: int | None = None) -> bytes:
    """The archive with the bomb as one more part."""
    end = archive.rfind(b"PK\x05\x06")
    count = int.from_bytes(archive[end + 10 : end + 12], "little")
    size, start = (int.from_bytes(archive[end + at : end + at + 4], "little") for at in (12, 16))
    local, entry = bomb.entry(name, stated, check)
    entry = entry.replace(b"%OFFSET%", start.to_bytes(4, "little"))
    directory = archive[start : start + size] + entry
    counts = (count + 1).to_bytes(2, "little") * 2
    tail = b"PK\x05\x06" + bytes(4) + counts + len(directory).to_bytes(4, "little")
    return archive[:start] + local + directory + tail + (start + len(local)).to_bytes(4, "little") + bytes(2)


def mutants(sample: bytes, count: int, seed: int) -> list[bytes]:
    """Damaged copies: bytes flipped, blocks zeroed, moved or cut; the same for the same seed."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        copy = bytearray(sample)
        for _ in range(chance.randrange(1, 9)):
            at = chance.randrange(8, len(copy))
            kind = chance.randrange(4)
            if kind == 0:
                copy[at] ^= 1 << chance.randrange(8)
            elif kind == 1:
                copy[at : at + 4] = chance.randbytes(4)
            elif kind == 2:
                copy[at : at + 64] = bytes(len(copy[at : at + 64]))
            else:
                copy[at : at + 2] = b"\xff\xff"
        if chance.random() < 0.1:
            del copy[chance.randrange(len(copy) // 2, len(copy)) :]
        made.append(bytes(copy))
    return made


def compound(names: Sequence[str]) -> bytes:
    """An OLE container with empty streams of these names under its root."""
    free, end = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff"
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[24:34] = b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    head[44:48] = (1).to_bytes(4, "little")
    head[48:52] = (1).to_bytes(4, "little")
    head[56:60] = (4096).to_bytes(4, "little")
    head[60:64], head[68:72] = end, end
    head[76:512] = free * 109
    head[76:80] = bytes(4)
    table = (b"\xfd\xff\xff\xff" + end + free * 126)[:512]
    entries = [_entry("Root Entry", 5, child=1)]
    entries += [_entry(name, 2, right=n + 1 if n < len(names) else -1) for n, name in enumerate(names, 1)]
    return bytes(head) + table + b"".join(entries).ljust(512, b"\x00")


def _entry(name: str, kind: int, right: int = -1, child: int = -1) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    links = b"".join((n & 0xFFFFFFFF).to_bytes(4, "little") for n in (-1, right, child))
    start = b"\xfe\xff\xff\xff" if kind == 2 else bytes(4)
    body = text.ljust(64, b"\x00") + len(text).to_bytes(2, "little") + bytes([kind, 1]) + links
    return (body.ljust(116, b"\x00") + start).ljust(128, b"\x00")


def parts_of(archive: bytes) -> list[tuple[str, bytes]]:
    """Name and body of every part."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [(info.filename, opened.read(info)) for info in opened.infolist()]
