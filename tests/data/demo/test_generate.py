import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.demo.plan import make_plan
from tests.data.demo.conftest import Demo

ROOT = Path(__file__).parents[3]
_DIGESTS = """
import hashlib, sys
from datetime import date
from pathlib import Path
from data.demo import generate
for path in generate(Path(sys.argv[1]), last_month=date(2026, 10, 31)):
    print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_another_process_on_another_day_of_the_month_writes_the_same_bytes(demo: Demo, tmp_path: Path):
    here = [hashlib.sha256(path.read_bytes()).hexdigest() for path in demo.files]
    there = subprocess.run(
        [sys.executable, "-c", _DIGESTS, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == here


def test_another_seed_gives_other_cases_and_any_month_can_be_the_last(demo: Demo):
    other = make_plan(1, date(2024, 2, 29))
    assert max(case.filed_on for case in other.cases) <= date(2024, 2, 29)
    assert len({export.name for export in other.exports}) == len(other.exports) == len(demo.files) == 23
    assert [case.cause for case in other.cases[:50]] != [case.cause for case in demo.plan.cases[:50]]


def test_the_forms_are_what_their_contents_say_not_their_names(demo: Demo):
    zip_container, ole_container = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
    assert demo.bytes_of("案件查询结果（2025年）.xlsx").startswith(zip_container)
    assert demo.bytes_of("案件查询结果（2024年7—12月）.xls").startswith(ole_container)
    assert demo.bytes_of("新收案件登记表（2026年8月）.et").startswith(ole_container)
    assert demo.bytes_of("先行调解台账（2025年）.xls").startswith(zip_container)
    assert demo.bytes_of("收结案明细（2026年1—3月）.xls").startswith(b"<html")
    assert b"\t" in demo.bytes_of("新收案件（2026年7月）.xls").splitlines()[0]
    assert demo.bytes_of("行业性专业性调解台账").startswith(b"\xff\xfe")
    assert demo.bytes_of("结案情况补录表.csv").startswith(b"\xef\xbb\xbf")


def test_the_registry_list_needs_gb18030_and_forces_text_with_tabs(demo: Demo):
    raw = demo.bytes_of("案件台账（2023年11月—2024年6月）.csv")
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):
        raw.decode("gbk")
    text = raw.decode("gb18030")
    assert "䶮" in text
    assert "\U000201a4" in text
    assert text.count(",\t") > 9000


def test_no_sheet_of_the_old_format_is_longer_than_it_can_be(demo: Demo):
    lengths = [len(s.rows) for export in demo.plan.exports if export.form == "xls" for s in export.sheets]
    assert len(lengths) == 8
    assert max(lengths) <= 65_536
