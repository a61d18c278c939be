"""Published builds: numbered DuckDB files that never change, and the pointer that names the one in force."""

import atexit
import json
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

import settings
from data.definition import Definition
from data.store.home import Home, move_into_place

_SAFE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "memory_limit": settings.DUCKDB_MEMORY,
    "threads": settings.DUCKDB_THREADS,
}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a build read-only, with no way to files or network. Use one `.cursor()` per call."""
    connection = duckdb.connect(str(path), read_only=True, config={**_SAFE, "enable_external_access": False})
    # A file that somebody in this process still reads is the same database, which was locked when it was opened first.
    [(is_locked,)] = connection.execute("SELECT current_setting('lock_configuration')").fetchall()
    if not is_locked:
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET lock_configuration = true")
    return connection


def connect_for_work(path: Path | str, home: Home) -> duckdb.DuckDBPyConnection:
    """A short-lived writing connection for imports and builds; spills inside the home."""
    connection = duckdb.connect(str(path), config={**_SAFE, "temp_directory": str(home.spool / "duckdb")})
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = true")
    return connection


@dataclass
class Build:
    """One published build. `number` is the cache key of everything read from it."""

    number: int
    path: Path
    con: duckdb.DuckDBPyConnection
    definition: Definition
    is_demo: bool
    meta: dict[str, Any] = field(default_factory=dict)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one call: a connection shared between threads mixes up answers."""
        return self.con.cursor()

    @property
    def batches(self) -> frozenset[int]:
        """The imports whose rows this build holds."""
        return frozenset(json.loads(self.meta["batches"]))


_open: dict[Path, Build] = {}
_opening = threading.Lock()


@atexit.register
def _close_all() -> None:
    """An open connection at exit makes DuckDB's binding report leaks on standard error."""
    for build in _open.values():
        build.con.close()
    _open.clear()


def current_number(home: Home) -> int | None:
    """Number of the build in force; None before the first import, or when the pointer is no number."""
    try:
        return int(home.pointer.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def build_path(home: Home, number: int) -> Path:
    """Where a build lies; a path is never used twice."""
    return home.builds / f"{number}.duckdb"


def open_build(home: Home, number: int) -> Build:
    """Open a build, or return the one this process has open already."""
    path = build_path(home, number).resolve()
    with _opening:
        if path not in _open:
            con = connect(path)
            meta = dict(con.cursor().execute("SELECT key, value FROM build_info").fetchall())
            definition = Definition.from_json(meta["definition"])
            _open[path] = Build(number, path, con, definition, meta["is_demo"] == "true", meta)
            _forget_older(path.parent, keep=path)
        return _open[path]


def _forget_older(folder: Path, keep: Path) -> None:
    """Drop builds of the same home that nobody will ask for again; running cursors keep theirs alive."""
    siblings = sorted((p for p in _open if p.parent == folder and p != keep), key=lambda p: int(p.stem))
    for stale in siblings[: -settings.BUILDS_KEPT]:
        del _open[stale]


def forget(build: Build) -> None:
    """Close a build that nobody will ask for again."""
    with _opening:
        _open.pop(build.path, None)
    build.con.close()


def build_in_force(home: Home) -> Build | None:
    """The build in force; None when there is none, or its file is gone or damaged: it can be made again."""
    number = current_number(home)
    if number is None or not build_path(home, number).exists():
        return None
    try:
        return open_build(home, number)
    except (duckdb.Error, ValueError, KeyError):
        return None


def current_build(root: Path) -> Build | None:
    """The build in force of the home at `root`; None before the first import. Raises duckdb.Error when it is gone."""
    home = Home(root)
    number = current_number(home)
    while number is not None:
        try:
            return open_build(home, number)
        except duckdb.Error:
            # So many builds were published since the pointer was read that this one is removed: read it again.
            before, number = number, current_number(home)
            if number == before:
                raise
    return None


def move_pointer(home: Home, number: int) -> None:
    """Put a finished build in force: the one moment at which figures change."""
    written = home.pointer.with_suffix(".new")
    written.write_text(str(number), encoding="ascii")
    move_into_place(written, home.pointer)


def remove_old_builds(home: Home, keep: frozenset[int] = frozenset()) -> None:
    """Delete all but the newest builds; `keep` names those of issued notices."""
    number = current_number(home)
    known = sorted(int(p.stem) for p in home.builds.glob("*.duckdb") if p.stem.isdigit())
    for old in known[: -settings.BUILDS_KEPT]:
        if old != number and old not in keep:
            build_path(home, old).unlink(missing_ok=True)
