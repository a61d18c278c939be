"""A header block read as one ledger: which column is which field, what is missing, what stands there twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from data.ledgers import Field, Ledger
from data.recognise import people
from data.recognise.header_block import Block, Segments
from data.recognise.header_text import MONEY, PEOPLE, unit_in_header, unit_in_title
from data.recognise.layout import Column
from data.recognise.matching import Claim, claim, shown

_FURTHER_PEOPLE = 0.5
# An acceptance day of last resort: beside a better date, 立案时间 in a mediation list is the day of the later suit.
_FILED = re.compile("(?:登记)?立案(?:登记)?(?:日期|时间)")
_SPEAKS_OF_EXPORT = re.compile(r"导出|打印|填报|制表|报送|统计时间|单位[:：]")


@dataclass(frozen=True)
class Reading:
    """`doubled` are headers that stand twice and claim the same field; `score` adds the quality of every field."""

    ledger: Ledger
    block: Block
    title: str
    columns: tuple[Column, ...]
    claims: tuple[Claim, ...]
    doubled: tuple[str, ...]

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields found."""
        return frozenset(column.field for column in self.columns)

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """The required groups of which no field was found."""
        return tuple(group for group in self.ledger.required if not self.fields.intersection(group))

    @cached_property
    def score(self) -> float:
        """Sum over the fields found of how well their header names them; further people columns count half."""
        best: dict[str, float] = {}
        for one in self.claims:
            best[one.field] = max(best.get(one.field, 0.0), one.quality)
        further = sum(column.field == "people" for column in self.columns) - ("people" in best)
        return sum(best.values()) + _FURTHER_PEOPLE * max(0, further)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The cleaned header of every column, levels joined by "/"."""
        return tuple(shown(one) for one in self.block.columns)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers that no field claimed."""
        taken = {column.index for column in self.columns}
        return tuple(text for i, text in enumerate(self.headers) if text and i not in taken)


def read_as(ledger: Ledger, block: Block, title: str) -> Reading:
    """The block's columns under one ledger. Two claims on a field: better match, earlier synonym, then further left."""
    claims = {i: one for i, segments in enumerate(block.columns) if (one := claim_of(ledger, segments))}
    by_field: dict[str, list[int]] = {}
    for i, one in claims.items():
        by_field.setdefault(one.field, []).append(i)
    winners: list[int] = []
    doubled: list[str] = []
    for name, indexes in by_field.items():
        ordered = sorted(indexes, key=lambda i: (claims[i].rank, -claims[i].quality, i))
        winners += _kept(ledger.field(name), ordered, block, title)
        doubled += _twice(ordered, block)
    if ledger.name == "mediations" and not _has_date(ledger, (claims[i].field for i in winners)):
        fallback = _filing_column(block, claims)
        claims |= fallback
        winners += list(fallback)
    columns = tuple(column_of(ledger, claims[i], i, block, title) for i in sorted(winners))
    columns = titled(columns, title)
    return Reading(ledger, block, title, columns, tuple(claims[i] for i in sorted(winners)), tuple(doubled))


def claim_of(ledger: Ledger, segments: Segments) -> Claim | None:
    """The field that header levels name; columns of people are told apart from shares, growth and the like."""
    if ledger.name != "population":
        return claim(ledger.name, segments)
    if segments and people.counts_people(segments):
        exact = claim(ledger.name, segments)
        return exact if exact and exact.field == "people" else Claim("people", 0.9, 50)
    found = claim(ledger.name, segments)
    return None if found and found.field == "people" else found


def _kept(field: Field, ordered: list[int], block: Block, title: str) -> list[int]:
    if field.kind in ("dropped", "place"):
        return ordered
    if field.name != "people":
        return ordered[:1]
    kept: dict[object, int] = {}
    for i in sorted(ordered, key=lambda i: not people.is_total(block.columns[i])):
        text = "".join(one.full for one in block.columns[i])
        kept.setdefault((people.basis_in(text), people.date_in(text, title)), i)
    return list(kept.values())


def _twice(ordered: list[int], block: Block) -> list[str]:
    first = block.columns[ordered[0]]
    twins = [i for i in ordered[1:] if [s.full for s in block.columns[i]] == [s.full for s in first]]
    return [shown(first)] if twins else []


def _has_date(ledger: Ledger, found: Iterable[str]) -> bool:
    return bool(set(ledger.required[0]).intersection(found))


def _filing_column(block: Block, claims: dict[int, Claim]) -> dict[int, Claim]:
    for i, segments in enumerate(block.columns):
        if i not in claims and segments and _FILED.fullmatch(segments[-1].bare):
            return {i: Claim("accepted_on", 0.7, 99)}
    return {}


def column_of(ledger: Ledger, found: Claim, index: int, block: Block, title: str) -> Column:
    """The column at `index` as the field that it was found to name, with its unit, and basis and day of people."""
    segments = block.columns[index]
    column = Column(index, found.field, shown(segments))
    units = {"money": MONEY, "integer": PEOPLE}.get(ledger.field(found.field).kind)
    if units:
        stated = [unit for one in reversed(segments) if (unit := unit_in_header(one, units)) is not None]
        scale = stated[0] if stated else unit_in_title(title, units)
        column = replace(column, scale=scale if scale is not None else 1.0)
    if found.field != "people":
        return column
    text = "".join(one.full for one in segments)
    return replace(column, basis=people.basis_in(text), as_of=people.date_in(text, title))


def titled(columns: tuple[Column, ...], title: str) -> tuple[Column, ...]:
    """People columns whose header is silent take basis and day from the title, unless a column of the rows has them."""
    fields = {column.field for column in columns}
    said = "\n".join(line for line in title.splitlines() if not _SPEAKS_OF_EXPORT.search(line))
    basis = None if "basis" in fields else people.basis_in(said)
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", said))
    as_of = None if "as_of" in fields or len(years) > 1 else people.date_in(said)
    return tuple(
        replace(one, basis=one.basis or basis, as_of=one.as_of or as_of) if one.field == "people" else one
        for one in columns
    )
