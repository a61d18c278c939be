"""Which ledger a sheet is and where its columns stand: by the text of headers, never by position."""

from data.recognise.layout import Column, Layout
from data.recognise.left_out import is_left_out, left_out_rows
from data.recognise.sentences import BESIDE_A_LEDGER, PARTY_LIST, party_list_used
from data.recognise.sheet import party_list, recognise, township_list
from data.recognise.span import covers, day_in_name

__all__ = [
    "BESIDE_A_LEDGER",
    "PARTY_LIST",
    "Column",
    "Layout",
    "covers",
    "day_in_name",
    "is_left_out",
    "left_out_rows",
    "party_list",
    "party_list_used",
    "recognise",
    "township_list",
]
