"""A sheet whose headers somebody confirmed before: read that way, wherever its header stands and however it moved."""

from collections.abc import Mapping

from data.ledgers import LEDGERS, Ledger
from data.ledgers.model import SEVERAL
from data.recognise.header_block import Block, Head
from data.recognise.matching import Claim, shown
from data.recognise.reading import Reading, column_of, read_as, titled
from data.taught import Taught, TaughtLayout, header_keys, signature_of

_SURE = 1.0


def taught_reading(head: Head, taught: Taught, ledger: str | None) -> tuple[Reading, TaughtLayout] | None:
    """The first header block with a taught signature, read as it was taught.

    `ledger` is the one that the call forces: what was taught for another one is passed over then. A taught layout that
    lacks a column its ledger cannot do without is passed over as well.
    """
    if not taught.layouts:
        return None
    for block in head.every_block():
        layout = taught.layout(signature_of([shown(one) for one in block.columns]))
        if layout is None or layout.ledger not in LEDGERS or (ledger and ledger != layout.ledger):
            continue
        reading = reading_of(LEDGERS[layout.ledger], block, head.title(block.top), layout.fields)
        if not reading.missing:
            return reading, layout
    return None


def reading_of(ledger: Ledger, block: Block, title: str, fields: Mapping[str, str]) -> Reading:
    """The block with the columns that a person chose; a column that was not spoken of is read as usual."""
    chosen: dict[int, Claim] = {}
    silent: list[int] = []
    known = {field.name for field in ledger.fields}
    for i, key in enumerate(header_keys([shown(one) for one in block.columns])):
        if key not in fields:
            silent.append(i)
        elif fields[key] in known:
            chosen[i] = Claim(fields[key], _SURE, 0)
    chosen |= _as_usual(ledger, block, title, silent, {claim.field for claim in chosen.values()})
    columns = titled(tuple(column_of(ledger, chosen[i], i, block, title) for i in sorted(chosen)), title)
    return Reading(ledger, block, title, columns, tuple(chosen[i] for i in sorted(chosen)), ())


def _as_usual(ledger: Ledger, block: Block, title: str, silent: list[int], taken: set[str]) -> dict[int, Claim]:
    usual = read_as(ledger, block, title)
    pairs = zip(usual.columns, usual.claims, strict=True)
    return {
        column.index: claim
        for column, claim in pairs
        if column.index in silent and (claim.field not in taken or ledger.field(claim.field).kind in SEVERAL)
    }
