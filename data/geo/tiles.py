"""A grid of equal tiles, one per township, in the place of a map: how it stands by itself, and how people write it.

It is written as it looks: a line per row, names set apart by blanks or tabs (as copied from a spreadsheet), □ or an
empty cell where no tile stands.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from data.refusal import Refused

Place = tuple[int, int]
"""Row and column, from 0, the first row on top."""
EMPTY = "□"
_EMPTY = frozenset({"", "□", "○", ".", "·", "-", "－", "—", "_", "空", "0", "〇"})
MOST_COLUMNS = 60


def near_square(codes: Sequence[str]) -> dict[str, Place]:
    """In the order of the list, row by row, about as many columns as rows (not fewer)."""
    columns = max(1, math.ceil(math.sqrt(len(codes))))
    return {code: divmod(at, columns) for at, code in enumerate(codes)}


def completed(codes: Sequence[str], arranged: Mapping[str, Place]) -> dict[str, Place]:
    """Every listed township once: where people put it, else below in the order of the list.

    Townships that left the list are left out, and so are empty rows and columns at the upper left.
    """
    kept = {code: arranged[code] for code in codes if code in arranged}
    if not kept:
        return near_square(codes)
    missing = [code for code in codes if code not in kept]
    columns = 1 + max(column for _, column in kept.values())
    below = 1 + max(row for row, _ in kept.values())
    placed = kept | {code: (below + at // columns, at % columns) for at, code in enumerate(missing)}
    top, left = (min(place[axis] for place in placed.values()) for axis in (0, 1))
    return {code: (placed[code][0] - top, placed[code][1] - left) for code in codes}


def written(places: Mapping[str, Place], names: Mapping[str, str]) -> str:
    """The grid as text, as `read_grid` reads it."""
    rows, columns = (1 + max(place[axis] for place in places.values()) for axis in (0, 1))
    cells = [[EMPTY] * columns for _ in range(rows)]
    for code, (row, column) in places.items():
        cells[row][column] = names[code]
    return "\n".join("　".join(row) for row in cells)


def read_grid(text: str, resolve: Callable[[str], str | None], names: Mapping[str, str]) -> dict[str, Place]:
    """Township code → place. Refused when a name is unknown, stands twice, or a township has no tile."""
    places: dict[str, Place] = {}
    lines = [line for line in text.replace("\r", "").split("\n") if line.strip()]
    for row, line in enumerate(lines):
        for column, cell in enumerate(_cells(line)):
            if cell in _EMPTY:
                continue
            code = resolve(cell)
            if code is None:
                _refuse(f"第{row + 1}行第{column + 1}格的“{cell[:20]}”不是名册中的乡镇街道，空格子请写 {EMPTY}")
            if code in places:
                _refuse(f"“{names[code]}”写了两次，第二次在第{row + 1}行第{column + 1}格")
            if column >= MOST_COLUMNS:
                _refuse(f"第{row + 1}行超过{MOST_COLUMNS}格")
            places[code] = (row, column)
    missing = [name for code, name in names.items() if code not in places]
    if missing:
        told = "、".join(missing[:5]) + (f"等{len(missing):,}个" if len(missing) > 5 else "")
        _refuse(f"没有写到 {told}，每个乡镇街道都要有一格")
    return places


def _cells(line: str) -> list[str]:
    """A line with tabs comes from a spreadsheet: two tabs in a row leave a cell empty; blanks are one gap."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell for cell in re.split(r"\s+", line.strip()) if cell]


def _refuse(found: str) -> NoReturn:
    raise Refused("tiles_unclear", f"{found}；没有保存，请更正后再保存。")
