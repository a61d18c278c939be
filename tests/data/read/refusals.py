"""What a test asks of a file that must not come in."""

from data.read import read_tables
from data.refusal import Refused


def code_of(raw: bytes) -> str:
    """The code of the refusal; "read" when the file was taken."""
    try:
        read_tables(raw)
    except Refused as refused:
        return refused.code if refused.sentence.endswith("。") else "no sentence"
    return "read"


def sentence_of(raw: bytes) -> str:
    """The sentence of the refusal; empty when the file was taken."""
    try:
        read_tables(raw)
    except Refused as refused:
        return refused.sentence
    return ""
