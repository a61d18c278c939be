"""Items 1 to 25: files that are not what they say, and hostile or broken zip containers."""

import random
import zlib

from tests.data.corpus.entry import Entry, refused, taken
from tests.data.corpus.pieces import GOOD, csv_text, edited
from tests.data.read import odd_files as odd

_MEGABYTE = 1 << 20
_RELATIONS = "xl/_rels/workbook.xml.rels"


class Giant(odd.Bomb):
    """A gigabyte out of one compressed block repeated; its checksum is wrong, for nobody may get as far as that."""

    def __init__(self, block: bytes) -> None:
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        piece = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
        self.body, self.size, self.check = piece * (1024 * _MEGABYTE // len(block)), 1024 * _MEGABYTE, 0


def _giant(block: bytes, part: str) -> bytes:
    return odd.append(odd.package(odd.sheet_xml(odd.text_sheet(GOOD))), Giant(block.ljust(_MEGABYTE)), part)


def _html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in GOOD)
    return f"<html><table>{rows}</table></html>".encode("gb18030")


def _understated() -> bytes:
    return odd.append(odd.xlsx(), odd.Bomb(b" " * _MEGABYTE, 40), "xl/media/x.bin", stated=1024)


def _overlapping() -> bytes:
    raw = bytearray(odd.xlsx())
    first = raw.find(b"PK\x01\x02")
    second = raw.find(b"PK\x01\x02", first + 4)
    raw[second + 42 : second + 46] = raw[first + 42 : first + 46]
    return bytes(raw)


def _plus(*parts: tuple[str, str]) -> bytes:
    return odd.zipped([*odd.parts_of(odd.xlsx()), *parts])


def _backslashes() -> bytes:
    plain = odd.package(odd.sheet_xml(odd.text_sheet(GOOD)))
    return odd.zipped((name.replace("/", "\\"), body) for name, body in odd.parts_of(plain))


def _quadratic() -> bytes:
    return odd.with_doctype(f'<!DOCTYPE x [<!ENTITY boom "{"哈" * 1000}">]>')


def _external_sheet(target: str, mode: str = "") -> bytes:
    new = f'Target="{target}"{mode}'.encode()
    return edited(odd.xlsx(), _RELATIONS, lambda body: body.replace(b'Target="worksheets/sheet1.xml"', new))


ENTRIES = (
    Entry("1", "no byte at all", lambda: b"", refused("empty_file")),
    Entry("2", "the first half of a workbook", lambda: odd.xlsx()[:2500], refused("truncated", says="不完整")),
    Entry("3", "random bytes", lambda: random.Random(3).randbytes(9_000), refused("not_a_workbook")),
    Entry("4", "a csv called .xlsx", lambda: csv_text().encode("gb18030"), taken()),
    Entry("5", "a web page called .xls", _html, taken(), "案件.xls"),
    Entry("6", "a workbook called .csv", odd.xlsx, taken(), "案件.csv"),
    Entry("7", "behind a password", lambda: odd.compound(["EncryptionInfo", "EncryptedPackage"]), refused("password")),
    Entry("8", "a shared string of a gigabyte", lambda: _giant(b"A", "xl/sharedStrings.xml"), refused("inflates")),
    Entry("9", "a cell of a gigabyte", lambda: _giant(b"<c><v>1", "xl/worksheets/sheet2.xml"), refused("inflates")),
    Entry("10", "rows of a gigabyte", lambda: _giant(b"<row/>" * 9, "xl/worksheets/sheet2.xml"), refused("inflates")),
    Entry("11", "blanks of a gigabyte", lambda: _giant(b"", "xl/worksheets/sheet2.xml"), refused("inflates")),
    Entry("12", "styles of a gigabyte", lambda: _giant(b"<xf/>" * 9, "xl/styles.xml"), refused("inflates")),
    Entry("13", "an unused picture of a gigabyte", lambda: _giant(b"", "xl/media/x.bin"), refused("inflates")),
    Entry("14", "a part of 40 MB that states 1 KB", _understated, refused("size_mismatch")),
    Entry(
        "15",
        "sixty thousand parts",
        lambda: odd.zipped([("xl/workbook.xml", ""), *((f"p{n}", "") for n in range(60_000))]),
        refused("too_many_parts"),
    ),
    Entry("16", "two parts of one name", lambda: _plus(("xl/styles.xml", "<a/>")), refused("duplicate_parts")),
    Entry("17", "entries that overlap", _overlapping, refused("damaged")),
    Entry("18", "a part named to leave the package", lambda: _plus(("../../x", "y")), refused("damaged")),
    Entry("19", "backslashes in part names", _backslashes, taken()),
    Entry("20", "a billion laughs", odd.billion_laughs, refused("doctype")),
    Entry("21", "one long entity used often", _quadratic, refused("doctype")),
    Entry("22", "an entity that reads a file", odd.external_entity, refused("doctype")),
    Entry(
        "23",
        "an external document type",
        lambda: odd.with_doctype('<!DOCTYPE x SYSTEM "http://localhost/x.dtd">'),
        refused("doctype"),
    ),
    Entry(
        "24",
        "a sheet that lies elsewhere",
        lambda: _external_sheet("http://localhost/sheet1.xml", ' TargetMode="External"'),
        refused("damaged", "count_differs"),
    ),
    Entry(
        "25",
        "a sheet outside the package",
        lambda: _external_sheet("../../../../etc/passwd"),
        refused("damaged", "count_differs"),
    ),
)
