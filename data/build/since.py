"""What became of rows between two builds: which import brought, changed or took them away."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from data.build.compare import columns_that_differ, said_of
from data.store import builds
from data.store import imports as log
from data.store.home import Home
from data.store.imports import ImportRecord


@dataclass(frozen=True)
class RowStory:
    """A row by its key: the import that spoke of it last on either side, None where the side has no such row."""

    old_batch: int | None
    new_batch: int | None
    columns: tuple[str, ...] = ()
    """Columns that say something else now."""


@dataclass(frozen=True)
class Between:
    """The imports behind an earlier build and behind a later one."""

    home: Home
    before: tuple[ImportRecord, ...]
    after: tuple[ImportRecord, ...]
    _known: dict[str, dict[str, RowStory | None]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def imports(self) -> dict[int, ImportRecord]:
        """Every import of either side by its number."""
        return {one.batch: one for one in (*self.before, *self.after)}

    @property
    def came(self) -> frozenset[int]:
        """Imports that only the later build holds."""
        return frozenset(one.batch for one in self.after) - {one.batch for one in self.before}

    @property
    def gone(self) -> frozenset[int]:
        """Imports that only the earlier build holds: they were withdrawn."""
        return frozenset(one.batch for one in self.before) - {one.batch for one in self.after}

    def of_ledger(self, ledger: str, batches: Collection[int]) -> list[int]:
        """Those of some imports that have rows of a ledger."""
        return [one for one in sorted(batches) if ledger in self.imports[one].ledgers_with_rows]

    def replacing(self, ledger: str) -> tuple[int, ...]:
        """Imports that came since and replace a period of a ledger."""
        return tuple(
            one.batch
            for one in self.after
            if one.batch in self.came and any(span.ledger == ledger for span in one.replaces)
        )

    def stories(self, ledger: str, keys: Collection[str]) -> dict[str, RowStory]:
        """What became of rows of one ledger; keys that neither side has are left out. A row is looked up once."""
        known = self._known.setdefault(ledger, {})
        missing = sorted(set(keys) - known.keys())
        if missing:
            known |= dict.fromkeys(missing) | self._read(ledger, missing)
        return {key: story for key in keys if (story := known[key]) is not None}

    def _read(self, ledger: str, keys: Sequence[str]) -> dict[str, RowStory]:
        with builds.connect_for_work(":memory:", self.home) as con:
            old, new = said_of(con, self.home, ledger, (self.before, self.after), keys)
        found = {}
        for key in (*old, *(key for key in new if key not in old)):
            was, now = old.get(key), new.get(key)
            columns = columns_that_differ(ledger, was, now) if was and now else ()
            found[key] = RowStory(was["batch"] if was else None, now["batch"] if now else None, columns)
        return found


def between(home: Home, before: Collection[int], after: Collection[int]) -> Between:
    """The imports that an earlier and a later build of one home hold. Rows of withdrawn ones are still there."""
    known = log.all_imports(home.state)
    sides = [tuple(one for one in known if one.batch in batches) for batches in (before, after)]
    return Between(home, sides[0], sides[1])
