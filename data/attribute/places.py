"""Where rows lie: the place texts of a build matched once each, and the sources of one row asked in order."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from data.attribute.matcher import Matcher
from data.attribute.model import How

UNASSIGNED = "unassigned"
BY_HAND = "hand"
"""What placed a case that a person placed on the page."""
BY_SHEET = "placement"
"""What placed a case whose township a person wrote in a sheet of case numbers; a source of place texts too."""

SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("place_text", pa.string()),
        ("township_code", pa.string()),
        ("how", pa.string()),
        ("core", pa.string()),
        ("rows", pa.int64()),
    ]
)


class Placed(NamedTuple):
    """Area code of a row, the source that decided and how; unassigned rows have no source."""

    area: str
    placed_by: str | None
    how: How


def match_places(distinct: Sequence[tuple[str, str, int]], matcher: Matcher) -> pa.Table:
    """One row per source and place text: `source, place_text, township_code, how, core, rows`.

    `township_code` is a listed code, "outside", or null when nothing matched and the next source may speak: `core` is
    then what a person has to decide about.
    """
    read_as = ["stated" if source == BY_SHEET else source for source, _, _ in distinct]
    found = [matcher.match(text, source) for source, (_, text, _) in zip(read_as, distinct, strict=True)]
    cores = [
        matcher.core(text, source) if match.area is None else None
        for match, source, (_, text, _) in zip(found, read_as, distinct, strict=True)
    ]
    columns: list[list[Any]] = [
        [source for source, _, _ in distinct],
        [text for _, text, _ in distinct],
        [match.area for match in found],
        [match.how for match in found],
        cores,
        [rows for _, _, rows in distinct],
    ]
    return pa.table([pa.array(c, type=f.type) for c, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)


def place(texts: Mapping[str, str | None], order: Sequence[str], matcher: Matcher) -> Placed:
    """The first source in the order that names any place decides, outside included; none does → unassigned."""
    for source in order:
        match = matcher.match(texts.get(source) or "", source)
        if match.area is not None:
            return Placed(match.area, source, match.how)
    return Placed(UNASSIGNED, None, "unassigned")
