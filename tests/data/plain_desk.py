"""What the desk should hold, in plain Python and by the words of the design: an oracle that shares no code with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Cells = Mapping[str, object]
Row = tuple[str, Cells]
"""A key and what is said of it; a cell that is None says nothing."""


@dataclass
class PlainImport:
    """One file: its folded rows, the keys that it contradicts itself about, when it was exported, what it replaces."""

    batch: int
    lines: Sequence[Row]
    rows: dict[str, Cells]
    contradicted: frozenset[str]
    imported_on: str
    exported_on: str | None = None
    replaces: tuple[tuple[date, date], ...] = ()
    state: str = "in_force"

    @property
    def content(self) -> object:
        """Equal for equal bytes."""
        return content_of(self.lines)

    @property
    def order(self) -> tuple[str, int]:
        return (self.exported_on or self.imported_on, self.batch)


def read(batch: int, lines: Sequence[Row], imported_on: str, **said: object) -> PlainImport:
    """Rows of one file: repeats folded to the first value that is said, keys with two filing dates set aside."""
    days: dict[str, set[object]] = {}
    for key, cells in lines:
        days.setdefault(key, set()).add(cells["filed_on"])
    contradicted = frozenset(key for key, seen in days.items() if len(seen) > 1)
    rows: dict[str, Cells] = {}
    for key, cells in lines:
        if key not in contradicted:
            rows[key] = _filled(cells, rows.get(key, {}))
    return PlainImport(batch, lines, rows, contradicted, imported_on, **said)


def content_of(lines: Sequence[Row]) -> object:
    """Equal for equal bytes."""
    return tuple((key, *cells.items()) for key, cells in lines)


def _filled(below: Cells, above: Cells) -> Cells:
    """The cells above, and where they say nothing those below."""
    return {name: above.get(name) if above.get(name) is not None else below.get(name) for name in {**below, **above}}


def table(imports: Iterable[PlainImport]) -> dict[str, Cells]:
    """The rows that count: imports in their order, each replacing its periods, then saying what it says."""
    found: dict[str, Cells] = {}
    for one in sorted(imports, key=lambda one: one.order):
        # An import of whose rows none entered replaces nothing.
        spans = one.replaces if one.rows else ()
        named = {*one.rows, *one.contradicted}
        found = {
            key: cells
            for key, cells in found.items()
            if key in named or not any(start <= cells["filed_on"] <= end for start, end in spans)
        }
        found |= {key: _filled(found.get(key, {}), cells) for key, cells in one.rows.items()}
    return found


@dataclass(frozen=True)
class Told:
    """What a receipt should say of an import."""

    added: int
    changed: int
    unchanged: int
    retracted: int
    overruled: int


def told(one: PlainImport, others: Sequence[PlainImport]) -> Told:
    """One import held against the others."""
    before, after = table(others), table([*others, one])
    added = [key for key in one.rows if key not in before and key in after]
    changed = [key for key in one.rows if key in before and before[key] != after.get(key)]
    return Told(
        len(added),
        len(changed),
        len(one.rows) - len(added) - len(changed),
        len([key for key in before if key not in after and key not in one.rows]) if one.replaces else 0,
        len([key for key, cells in one.rows.items() if not _is_taken(cells, after.get(key))]),
    )


def _is_taken(cells: Cells, stands: Cells | None) -> bool:
    return stands is not None and all(value is None or stands[name] == value for name, value in cells.items())


@dataclass
class PlainDesk:
    """The imports, whatever became of them."""

    imports: list[PlainImport] = field(default_factory=list)

    def within(self, *states: str) -> list[PlainImport]:
        return [one for one in self.imports if one.state in states]

    def same(self, lines: Sequence[Row], exported_on: str | None, replaces: bool, *states: str) -> PlainImport | None:
        """The first import of these bytes that says all that is asked."""
        for one in self.within(*states):
            if (
                one.content == content_of(lines)
                and exported_on in (None, one.exported_on)
                and (one.replaces or not replaces)
            ):
                return one
        return None
