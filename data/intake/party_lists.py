"""Lists of parties beside a case sheet: the case system exports addresses only there."""

from collections.abc import Sequence

import pyarrow.parquet

from data.clean.party_list import Parties, parties_by_case, with_parties
from data.intake.parsed import ParsedSheet
from data.read.table import Table
from data.recognise import PARTY_LIST, party_list, party_list_used
from data.refusal import Refused


def gather_parties(known: Parties, table: Table, secret: bytes) -> None:
    """Add to `known` what a list of parties says of each case; of two lists the first stands."""
    try:
        layout = party_list(table)
    except Refused:  # a list without rows, or with one header twice, tells nothing
        return
    if layout is not None:
        for number, said in parties_by_case(table, layout, secret).items():
            known[number] = {**said, **known.get(number, {})}


def join_parties(sheets: Sequence[ParsedSheet], parties: Parties) -> None:
    """Fill what the case sheets of the file leave empty, and say so where the lists were only set aside before."""
    joined = 0
    for sheet in sheets if parties else ():
        if sheet.ledger == "cases" and sheet.rows_path is not None:
            rows, n = with_parties(pyarrow.parquet.read_table(sheet.rows_path), parties)
            pyarrow.parquet.write_table(rows, sheet.rows_path, compression="zstd")
            joined += n
    for sheet in sheets if joined else ():
        if sheet.error_code == PARTY_LIST:
            sheet.error = party_list_used(sheet.sheet, joined)
