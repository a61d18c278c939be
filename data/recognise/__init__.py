"""Which ledger a sheet is and where its columns stand: by the text of headers, never by position."""

from data.recognise.layout import Column, Layout
from data.recognise.left_out import is_left_out, left_out_rows
from data.recognise.sentences import BESIDE_A_LEDGER
from data.recognise.sheet import recognise
from data.recognise.span import covers

__all__ = ["BESIDE_A_LEDGER", "Column", "Layout", "covers", "is_left_out", "left_out_rows", "recognise"]
