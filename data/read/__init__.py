"""From uploaded bytes to tables. Called only inside the child process."""

from data.read.sniff import sniff
from data.read.table import Cell, Table, cell_text

__all__ = ["Cell", "Table", "cell_text", "read_tables"]


def read_tables(raw: bytes) -> list[Table]:
    """Every sheet of the file in its order; raises Refused(code, sentence) when the file as a whole cannot be taken.

    The readers are imported when needed: the start of the child is part of every upload's wait.
    """
    kind = sniff(raw)
    if kind == "zip":
        from data.read.package import scan_package
        from data.read.workbook import read_workbook

        return read_workbook(raw, "xlsx", scan_package(raw))
    if kind == "ole":
        from data.read.compound import check_compound
        from data.read.workbook import read_workbook

        check_compound(raw)
        return read_workbook(raw, "xls", {})
    if kind == "html":
        from data.read.web_page import read_web_page

        return read_web_page(raw)
    from data.read.text_file import read_text_file

    return read_text_file(raw)
