"""One generated demo county for all tests of the generator."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from data.demo.files import write
from data.demo.plan import SEED, Plan, make_plan
from data.demo.witness import witness

LAST_MONTH = date(2026, 10, 1)


class Demo(NamedTuple):
    files: list[Path]
    plan: Plan
    truth: dict[str, Any]

    def bytes_of(self, part: str) -> bytes:
        """The one file whose name contains `part`."""
        (found,) = [path for path in self.files if part in path.name]
        return found.read_bytes()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    plan = make_plan(SEED, LAST_MONTH)
    folder = tmp_path_factory.mktemp("demo")
    return Demo([write(export, folder) for export in plan.exports], plan, witness(plan))
