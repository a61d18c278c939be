"""The worked example of docs/how-to-add-a-notice.md runs as it is printed there."""

import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from data.brief import Brief
from reports.bulletin import kinds
from tests.reports.bulletin.as_text import as_text
from tests.reports.bulletin.counties import hand_worked

TEXT = (Path(__file__).parents[3] / "docs" / "how-to-add-a-notice.md").read_text("utf-8")
FILES = re.compile(r"[Ss]ave as `(?P<path>[\w/]+)\.py`.*?```python\n(?P<code>.*?)```", re.DOTALL)


@pytest.fixture
def example(monkeypatch):
    """The example's modules under the names that the text gives them."""
    modules = []
    for found in FILES.finditer(TEXT):
        module = ModuleType(found["path"].replace("/", "."))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(found["code"], module.__dict__)
        modules.append(module)
    return modules


def test_the_kind_of_the_example_is_made(example, monkeypatch):
    kind = example[-1].KIND
    monkeypatch.setitem(kinds.KINDS, kind.name, kind)
    brief = Brief(kind=kind.name, month=date(2026, 5, 1), dated=date(2026, 6, 5), advice=("请继续。",))
    told = kinds.review_of(hand_worked(), brief)
    words = as_text(kinds.notice_of(told))
    assert len(example) == 3
    assert words.startswith("关于2026年5月全县行政争议情况的通报")
    assert "节：总体情况" in words
    assert "请继续。" in words
