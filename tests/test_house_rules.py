"""Rules of the house that no linter knows. Each message says what to do instead."""

import ast
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("app.py", "cli.py", "settings.py", "commands", "pages", "ui", "charts", "reports", "metrics", "data")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project; without git (an unpacked archive) whatever lies in the program's folders."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return tuple(path for path in (ROOT / name for name in names if name) if path.is_file())
    return tuple(path for name in (*PROGRAM, "tests") for path in ROOT.glob(f"{name}/**/*") if path.is_file())


def program(suffix: str) -> list[Path]:
    """Tracked files of the program itself (not tests, not benchmarks) with that suffix."""
    return [path for path in tracked() if path.suffix == suffix and path.relative_to(ROOT).parts[0] in PROGRAM]


def names(paths: Iterable[Path]) -> list[str]:
    """How a message names files."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


def longer_than(limit: int, paths: Iterable[Path]) -> dict[str, int]:
    """Files of more lines than `limit`, with their length."""
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in paths}
    return {path.relative_to(ROOT).as_posix(): lines for path, lines in lengths.items() if lines > limit}


def offenders(paths: list[Path], pattern: str, flags: int = 0) -> list[str]:
    """`file:line: text` of every line that matches."""
    wanted = re.compile(pattern, flags)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if wanted.search(line)
    ]


def test_the_rules_see_the_program():
    assert len(program(".py")) > 40


def test_python_files_stay_under_300_lines():
    assert not longer_than(300, (path for path in tracked() if path.suffix == ".py"))


def test_sql_files_stay_under_80_lines():
    assert not longer_than(80, program(".sql"))


def test_an_sql_file_begins_by_saying_what_one_row_is():
    assert not names(path for path in program(".sql") if not path.read_text("utf-8").startswith("-- One row per "))


def test_no_file_over_one_megabyte_is_tracked():
    assert not names(path for path in tracked() if path.stat().st_size > 1_000_000)


def test_no_case_table_is_tracked():
    """Exports are made in tests or by the demo generator; a spreadsheet in git could be a real one."""
    tables = {".xls", ".xlsx", ".et", ".db", ".duckdb", ".parquet"}
    assert not names(path for path in tracked() if path.suffix in tables)


def test_facts_have_no_keys_and_no_indexes():
    """Upserts with a key are slower and double the file; uniqueness is a check of the build."""
    paths = program(".sql") + [p for p in program(".py") if "data/build" in p.as_posix()]
    assert not offenders(paths, r"CREATE\s+(UNIQUE\s+)?INDEX|PRIMARY\s+KEY|ON\s+CONFLICT", re.IGNORECASE)


def test_figures_are_drawn_with_graph_objects():
    """plotly.express takes some 15 times as long for the same figure."""
    assert not offenders(program(".py"), r"plotly\.express|from plotly import .*\bexpress\b")


def test_no_page_writes_raw_html():
    assert not offenders(program(".py"), r"unsafe_allow_html|unsafe_allow_javascript")


def test_spreadsheets_of_people_are_not_read_by_pandas():
    """pandas turns identity numbers and codes into numbers without a word."""
    assert not offenders(program(".py"), r"\bread_excel\(|\bread_html\(")


def test_nothing_names_an_address_outside_the_machine():
    """XML namespaces are names, not addresses; loopback is this machine."""
    allowed = r"https?://(?!127\.0\.0\.1|localhost|schemas\.|www\.w3\.org|purl\.org)"
    assert not offenders(program(".py") + program(".sql") + program(".toml") + program(".css"), allowed)


def test_no_module_is_called_utils():
    banned = {"utils", "helpers", "common", "misc", "manager"}
    assert not names(path for path in program(".py") if banned & {path.stem, *path.relative_to(ROOT).parts})


def test_no_unfinished_notes_are_left_in_the_program():
    assert not offenders(program(".py") + program(".sql"), r"\b(TODO|FIXME|XXX)\b")


CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}


def clock_reads(path: Path) -> list[str]:
    """Calls that read the clock."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    found = [(call.lineno, ast.unparse(call.func)) for call in calls]
    return [f"{path.relative_to(ROOT)}:{line}: {name}" for line, name in found if name in CLOCKS]


def test_logic_does_not_read_the_clock():
    """Today is an argument: the edges (cli, commands, app, pages, ui) read it once and hand it down."""
    logic = {"data", "metrics", "charts", "reports"}
    inside = [path for path in program(".py") if path.relative_to(ROOT).parts[0] in logic]
    assert not [hit for path in inside for hit in clock_reads(path)]
