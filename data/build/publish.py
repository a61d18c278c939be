"""The way into force: what a crash left open, whether a build is still right, a new build, and the pointer that moves.

The build pointer is the moment of truth. Everything before it can be lost to a crash without a trace in the figures,
and what was under way is settled by the next publisher. All but `is_fit` and `is_current` needs the publisher's lock.
"""

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import settings
from data.build.build import ROW_TABLES, Placed, Recipe, fingerprint, make_build, said_digest
from data.build.decided import Decided, decided
from data.build.ownership import is_demo_home
from data.build.said_words import words_digest
from data.count import Count
from data.definition import Definition
from data.intake.hand_back import WORK
from data.store import builds
from data.store import imports as log
from data.store.bulletins import builds_kept
from data.store.home import Home
from data.store.state import definition_in_force, state
from data.store.words import decided_words

_AFTER = {
    "pending": ("in_force", "abandoned"),
    "publishing": ("in_force", "draft"),
    "withdrawing": ("in_force", "withdrawn"),
    "restoring": ("in_force", "withdrawn"),
}
"""What an import on its way becomes when the build in force holds it, and when not. A draft is not on its way."""

WANTED = ("in_force", "pending", "publishing", "restoring")
"""The states of the imports that a new build is made of."""
_LONGEST_MARKING = timedelta(hours=1)
"""Work files of a marked workbook that are older were left by a process that died."""


def is_fit(home: Home, counts: Sequence[Count]) -> bool:
    """True when the build in force is what this program would make of the imports in force, or none is needed.

    Decisions about places and words may be younger than it: they are due at the next build, and no reader waits for it.
    """
    in_force = set(log.batches_in(home.state, "in_force"))
    build = builds.build_in_force(home)
    if build is None:
        return not in_force and not home.pointer.exists()
    unsettled = set(log.batches_in(home.state, *_AFTER))
    return (
        build.meta["counts_fingerprint"] == fingerprint(counts)
        and build.definition == definition_in_force(home.state)
        and in_force <= build.batches <= in_force | unsettled
    )


def is_current(home: Home, counts: Sequence[Count]) -> bool:
    """True when the build in force is fit and holds what people decided, and said of imports, since."""
    build = builds.build_in_force(home)
    if build is None or not is_fit(home, counts):
        return build is None and is_fit(home, counts)
    held = Decided.from_json(build.meta["decided"])
    said = said_digest(log.all_imports(home.state, "in_force"))
    return (
        held == decided(home)
        and build.meta.get("words_digest") == words_digest(decided_words(home.state))
        and build.meta.get("said_digest") == said
    )


def standing(home: Home) -> str:
    """Digest of all that decides a build beside its rows: decisions, words, definition, and what was said of imports.

    With the numbers of build and imports it names what a trial would give.
    """
    said = said_digest(log.all_imports(home.state, "in_force"))
    parts = (decided(home), words_digest(decided_words(home.state)), definition_in_force(home.state).to_json(), said)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def is_settled(home: Home) -> bool:
    """False while an import is under way, or was when a publisher died."""
    return not log.batches_in(home.state, *_AFTER)


def settle(home: Home, now: datetime) -> None:
    """Finish what a crash left open, by what the build in force holds; sweep away leftovers.

    When that build cannot be opened any more, what was under way came to nothing: nobody was told otherwise.
    """
    build = builds.build_in_force(home)
    held = build.batches if build is not None else frozenset()
    for before, (there, gone) in _AFTER.items():
        for batch in log.batches_in(home.state, before):
            log.set_state(home.state, [batch], there if batch in held else gone)
    _sweep(home, now)


def _sweep(home: Home, now: datetime) -> None:
    """Only what the log calls abandoned is removed from the rows: they are the truth, whatever became of the log."""
    for batch in log.batches_in(home.state, "abandoned"):
        for ledger in ROW_TABLES:
            home.rows_file(ledger, batch).unlink(missing_ok=True)
    for leftover in (*home.spool.glob("import-*"), *home.spool.glob("duckdb")):
        shutil.rmtree(leftover, ignore_errors=True)
    _remove_older(home.spool.glob("upload-*"), now - timedelta(days=settings.SPOOL_DAYS))
    _remove_older(home.spool.glob(f"{WORK}*"), now - _LONGEST_MARKING)
    for unfinished in home.builds.glob("*.unfinished*"):
        unfinished.unlink(missing_ok=True)


def _remove_older(folders: Iterable[Path], than: datetime) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            if datetime.fromtimestamp(folder.stat().st_mtime) < than:
                shutil.rmtree(folder, ignore_errors=True)


def build_anew(home: Home, counts: Sequence[Count], why: str, now: datetime) -> tuple[int, Placed]:
    """Make and check a build beside the old one; its number, and where the rows of entering imports were placed."""
    newest = max((int(path.stem) for path in home.builds.glob("*.duckdb") if path.stem.isdigit()), default=0)
    with state(home.state) as db:
        # After a restored backup the log may lag behind the files; a build's number is never used twice.
        last = db.execute("SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = 'builds'").fetchone()
        number = max(newest, int(last["last"])) + 1
        db.execute("INSERT INTO builds (number, started_at, why) VALUES (?, ?, ?)", (number, now.isoformat(), why))
    recipe = recipe_of(home, counts, log.all_imports(home.state, *WANTED))
    return number, make_build(home, number, recipe, now)


def recipe_of(
    home: Home, counts: Sequence[Count], imports: Iterable[log.ImportRecord], definition: Definition | None = None
) -> Recipe:
    """What decides a build of these imports under the decisions in force (or under a definition that is only tried)."""
    return Recipe(
        imports=tuple(imports),
        definition=definition or definition_in_force(home.state),
        counts=tuple(counts),
        decisions=decided(home),
        is_demo=is_demo_home(home),
        words=decided_words(home.state),
    )


def put_in_force(home: Home, number: int, now: datetime) -> None:
    """Move the pointer: from then on the new figures stand, whatever becomes of the bookkeeping after it."""
    builds.move_pointer(home, number)
    with contextlib.suppress(sqlite3.Error, OSError):
        with state(home.state) as db:
            db.execute("UPDATE builds SET published_at = ? WHERE number = ?", (now.isoformat(), number))
        builds.remove_old_builds(home, keep=builds_kept(home.state))
