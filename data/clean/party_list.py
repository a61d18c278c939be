"""A list with one row per party (当事人信息): what it says of each case, for the case sheet beside it."""

import pyarrow as pa

from data.clean.cases import case_numbers, case_places, party_organisations
from data.clean.sheet import Sheet
from data.read.table import Table
from data.recognise.layout import Layout

PARTY_COLUMNS = ("plaintiff_organisations", "defendant_organisations", "place_defendant", "place_plaintiff")
Parties = dict[str, dict[str, str]]


def parties_by_case(table: Table, layout: Layout, secret: bytes) -> Parties:
    """By case number the first value of each party column: the first defendant decides the place.

    Empty when the list does not say which side a party is on.
    """
    sheet = Sheet(table, layout, secret)
    if not any(map(sheet.has, ("party_role", "defendants", "place_defendant"))):
        return {}
    columns = {**party_organisations(sheet), **case_places(sheet)}
    found: Parties = {}
    for i, number in enumerate(case_numbers(sheet)[0]):
        known = found.setdefault(number, {}) if number else {}
        for name in PARTY_COLUMNS:
            if value := columns[name][i]:
                known.setdefault(name, value)
    return found


def with_parties(rows: pa.Table, parties: Parties) -> tuple[pa.Table, int]:
    """The rows of a case sheet with the party columns they leave empty; and how many rows gained something."""
    numbers = rows.column("case_number").to_pylist()
    gained: set[int] = set()
    for name in PARTY_COLUMNS:
        values = rows.column(name).to_pylist()
        for i, number in enumerate(numbers):
            if values[i] is None and (value := parties.get(number, {}).get(name)):
                values[i] = value
                gained.add(i)
        index = rows.schema.get_field_index(name)
        rows = rows.set_column(index, rows.schema.field(index), pa.array(values, rows.schema.field(index).type))
    return rows, len(gained)
