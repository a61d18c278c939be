"""What stands in the first rows under a header: a witness where headers alone leave a doubt."""

import re
from collections.abc import Sequence

from data.read.table import Table, cell_text
from data.recognise.reading import Reading

_PEEK = 20
_TOWNSHIP_END = re.compile("(?:镇|乡|街道|办事处|街办|苏木|区|农场|林场|牧场|管理处|管委会)$")
_KIND = re.compile("街道|镇|乡|苏木|类似|园区|[农林牧]场|开发区|办事处|[县区市旗]")
_SERIAL = re.compile(r"\d{1,5}")


def first_values(table: Table, reading: Reading, field: str) -> list[str]:
    """The filled cells of a field's column among the first rows of data, as texts."""
    index = next((column.index for column in reading.columns if column.field == field), None)
    if index is None:
        return []
    start = reading.block.bottom + 1
    cells = (row[index] for row in table.rows[start : start + _PEEK] if index < len(row))
    return [text for text in map(cell_text, cells) if text]


def are_townships(values: Sequence[str], at_least_one: bool = False) -> bool:
    """Whether at least half of the names end as townships, streets and the like do."""
    ends = sum(bool(_TOWNSHIP_END.search(value)) for value in values)
    return ends * 2 >= len(values) and (bool(ends) or not at_least_one)


def are_kinds(values: Sequence[str]) -> bool:
    """Whether all values say what kind of unit a township is."""
    return all(_KIND.search(value) for value in values)


def are_serials(values: Sequence[str]) -> bool:
    """Whether the values are mere 1, 2, 3 …, which repeat from file to file and identify nothing."""
    return bool(values) and all(_SERIAL.fullmatch(value) for value in values)
