"""Which ledger a header block is: required columns first, then what tells similar ledgers apart."""

import re
from collections.abc import Sequence

from data.ledgers import LEDGERS
from data.read.table import Table
from data.recognise.first_values import are_kinds, are_townships, first_values
from data.recognise.header_block import Block, Head
from data.recognise.kinds import stated_kind
from data.recognise.lists import as_list, without_lists
from data.recognise.matching import is_known
from data.recognise.reading import Reading, read_as
from data.recognise.work import work_among

LOWEST_SCORE = 1.5
LOWEST_FORCED = 1.0
_COMPLETE = 2.0
_CASE_FIELDS = {
    "filed_on": 1.0,
    "close_method": 1.5,
    "procedure": 1.0,
    "status": 0.5,
    "court": 0.5,
    "place_tribunal": 0.5,
    "judge": 0.5,
}
_MEDIATION_FIELDS = {
    "result": 2.0,
    "organisation": 1.0,
    "mediator": 1.0,
    "kind_word": 1.0,
    "assigned_on": 1.0,
    "applied_on": 0.5,
    "reported_on": 0.5,
    "confirmed": 0.5,
    "filed_case_number": 1.0,
}
_CASE_NAMES = re.compile("案件|收案|立案|结案|新收|一审|民商事")
_MEDIATION_NUMBER = re.compile("诉前调|先调|引调|人调|调字")
_CASE_NUMBER = re.compile("民初|刑初|行初|民特|执|财保")
_WEAK_NAMES = {"townships": ("地区", "街道", "名称", "单位名称"), "population": ("名称", "单位", "单位名称")}
_NEUTRAL = re.compile("序号|编号|备注|说明|比重|占比|增速|面积|^$")


def best_reading(head: Head, names: Sequence[str]) -> Reading | None:
    """The header block and ledger that fit best; of equals the one higher up."""
    best: Reading | None = None
    knowing = {i for i in head.filled if any(is_known(text) for text in head.texts[i] if text)}
    for block in head.blocks():
        if knowing.isdisjoint(range(block.top, block.bottom + 1)):
            continue
        for one in readings_of(block, head.title(block.top), names):
            if one.score > 0 and (best is None or _merit(one) > _merit(best)):
                best = one
    return _deepened(head, best) if best else None


def readings_of(block: Block, title: str, names: Sequence[str]) -> list[Reading]:
    """The block under every ledger of `names`."""
    return [read_as(LEDGERS[name], block, title) for name in names]


def settle(table: Table, reading: Reading, readings: Sequence[Reading], texts: Sequence[str]) -> Reading:
    """Of the ledgers that one header block satisfies, the right one. `texts`: title, sheet name, file name."""
    whole = {one.ledger.name: one for one in readings if not one.missing and one.score >= LOWEST_FORCED}
    if work := work_among(whole):
        return work
    listed = as_list(table, reading, readings, whole)
    if listed:
        return listed
    reading = without_lists(reading, readings)
    if "population" in whole and "townships" in whole:
        return whole["population"]
    if "cases" in whole and "mediations" in whole:
        cases, mediations = whole["cases"], whole["mediations"]
        return mediations if _is_mediation(table, cases, mediations, texts) else cases
    return reading


def is_credible(table: Table, reading: Reading, lowest: float) -> bool:
    """Whether enough speaks for the ledger, beyond its required columns being there."""
    if reading.missing:
        return False
    if reading.ledger.name == "townships":
        return _is_township_list(table, reading, lowest)
    if reading.ledger.name == "population" and lowest > LOWEST_FORCED:
        return reading.score >= lowest and _names_townships(table, reading)
    return reading.score >= lowest


def tells_of_townships(table: Table, townships: Reading) -> bool:
    """Whether a table names townships with their kinds, other names or tribunals; 类别 may also be one of people."""
    if townships.missing or not {"kind", "aliases", "tribunal"} & townships.fields:
        return False
    return are_kinds(first_values(table, townships, "kind"))


def _merit(reading: Reading) -> float:
    return round(reading.score + _COMPLETE * (not reading.missing) - len(reading.doubled), 6)


def _deepened(head: Head, reading: Reading) -> Reading:
    below = head.deeper(reading.block)
    while below is not None:
        deeper = read_as(reading.ledger, below, reading.title)
        if len(deeper.missing) > len(reading.missing) or not deeper.fields >= reading.fields:
            break
        reading, below = deeper, head.deeper(below)
    return reading


def _is_mediation(table: Table, cases: Reading, mediations: Reading, texts: Sequence[str]) -> bool:
    for_cases = sum(weight for field, weight in _CASE_FIELDS.items() if field in cases.fields)
    for_mediations = sum(weight for field, weight in _MEDIATION_FIELDS.items() if field in mediations.fields)
    named = " ".join(texts)
    if stated_kind(texts) or "调解" in named:
        for_mediations += 2
    elif _CASE_NAMES.search(named):
        for_cases += 2
    numbers = " ".join(first_values(table, cases, "case_number"))
    for_mediations += 3 * bool(_MEDIATION_NUMBER.search(numbers))
    for_cases += 3 * bool(_CASE_NUMBER.search(numbers))
    return for_mediations >= for_cases


def _names_townships(table: Table, reading: Reading) -> bool:
    """A column merely called 名称 or 单位 must also hold names that end like a township's."""
    header = next(column.header for column in reading.columns if column.field == "township").split("/")[-1]
    return header not in _WEAK_NAMES[reading.ledger.name] or are_townships(first_values(table, reading, "township"))


def _is_township_list(table: Table, reading: Reading, lowest: float) -> bool:
    foreign = sum(not _NEUTRAL.search(text) for text in reading.unknown)
    if lowest <= LOWEST_FORCED:
        return True
    if reading.score < lowest:
        # A list of names and nothing else is a township list too, if the names are those of townships.
        return not foreign and are_townships(first_values(table, reading, "township"), at_least_one=True)
    return _names_townships(table, reading) and foreign <= len(reading.columns)
