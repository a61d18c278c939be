"""What a test asks of a file that must not come in."""

from data.read import read_tables
from data.refusal import Refused


def refusal_of(raw: bytes) -> Refused | None:
    """The refusal of the file, or of the first of its sheets that must not be taken."""
    try:
        return next((table.fault for table in read_tables(raw) if table.fault), None)
    except Refused as refused:
        return refused


def code_of(raw: bytes) -> str:
    """The code of the refusal; "read" when the file was taken."""
    refused = refusal_of(raw)
    if refused is None:
        return "read"
    return refused.code if refused.sentence.endswith("。") else "no sentence"


def sentence_of(raw: bytes) -> str:
    """The sentence of the refusal; empty when the file was taken."""
    refused = refusal_of(raw)
    return refused.sentence if refused else ""
