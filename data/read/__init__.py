"""From uploaded bytes to tables. Called only inside the child process."""

from data.read.sniff import sniff
from data.read.table import Cell, Table, cell_text

__all__ = ["Cell", "Table", "cell_text", "read_tables"]

_BESIDE_FROM = 32 << 20  # bytes inflated; the child's memory limit stands behind both ways


def read_tables(raw: bytes) -> list[Table]:
    """Every sheet of the file in its order; raises Refused(code, sentence) when the file as a whole cannot be taken.

    The readers are imported when needed: the start of the child is part of every upload's wait.
    """
    kind = sniff(raw)
    if kind == "zip":
        from data.read.package import check_directory, scan_parts
        from data.read.workbook import read_beside, read_package

        infos = check_directory(raw)
        # A small file is scanned before the parser sees it: what is crafted to kill a parser is small.
        if sum(info.file_size for info in infos) < _BESIDE_FROM:
            return read_package(raw, scan_parts(raw, infos))
        return read_beside(raw, lambda: scan_parts(raw, infos))
    if kind == "ole":
        from data.read.binary_sheets import count_sheets
        from data.read.compound import workbook_stream
        from data.read.workbook import read_binary

        return read_binary(raw, count_sheets(workbook_stream(raw)))
    if kind == "html":
        from data.read.web_page import read_web_page

        return read_web_page(raw)
    from data.read.text_file import read_text_file

    return read_text_file(raw)
