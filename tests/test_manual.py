"""The manual explains every code with which a file can be refused, and no code that does not exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MANUAL = (ROOT / "docs" / "manual" / "使用手册.md").read_text("utf-8")
EXPLAINED = set(re.findall(r"`([a-z]+_?[a-z_]*)`", MANUAL.split("### 未入库")[1].split("### 撤销")[0]))


def codes_of(path: Path) -> Iterator[str]:
    """String literals handed over as a code: `Refused("…")`, `error_code="…"`, `not_a_table(…, "…")`."""
    for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        given = [call.args[0]] if name == "Refused" and call.args else []
        given += call.args[1:2] if name == "not_a_table" else []
        given += [keyword.value for keyword in call.keywords if keyword.arg == "error_code"]
        yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_code_of_a_refusal_is_explained():
    used = {code for path in (ROOT / "data").rglob("*.py") for code in codes_of(path)}
    assert len(used) > 30
    assert not used - EXPLAINED


def test_no_code_is_explained_that_the_program_does_not_know():
    program = "\n".join(path.read_text("utf-8") for path in (ROOT / "data").rglob("*.py"))
    assert not [code for code in EXPLAINED if f'"{code}"' not in program]
