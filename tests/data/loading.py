"""What tests of the whole path share: a month of cases, loading, and reading a count back."""

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from data.desk import Desk, UploadedFile
from data.receipt import Receipt
from data.store.builds import current_build
from tests.data.exports import a_case, civil

NOW = datetime(2026, 2, 3, 9, 30)

MARCH = [
    a_case(1, date(2025, 3, 3)),
    a_case(2, date(2025, 3, 10), "甘肃省安和县东门街道人民路1号"),
    a_case(3, date(2025, 3, 28), "四川省成都市金牛区柳河镇"),
    a_case(4, date(2025, 3, 30), "安和县某处"),
    (civil(5).replace("民初", "执"), "2025-03-31", "", "", "安和县石坪乡"),
]


def load(desk: Desk, *paths: Path, **options: Any) -> Sequence[Receipt]:
    uploads = [UploadedFile(path.name, path) for path in paths]
    return desk.load(uploads, by="测试", now=NOW, **options)


_begun: dict[str, tuple[Path, Sequence[Receipt]]] = {}
_templates = cache(lambda: Path(tempfile.mkdtemp(prefix="suyuan-begun-")))


def begin(desk: Desk, *paths: Path) -> Sequence[Receipt]:
    """Load the first files of an empty home. The same files are read once; later homes are copies of the first one."""
    assert not desk.imports()
    digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in paths)).hexdigest()
    if digest not in _begun:
        receipts = load(desk, *paths)
        shutil.copytree(desk.home.root, _templates() / digest)
        _begun[digest] = (_templates() / digest, receipts)
    else:
        shutil.rmtree(desk.home.root)
        shutil.copytree(_begun[digest][0], desk.home.root)
    return _begun[digest][1]


def draft(desk: Desk, *paths: Path, **options: Any) -> Sequence[Receipt]:
    uploads = [UploadedFile(path.name, path) for path in paths]
    return desk.draft(uploads, by="测试", now=NOW, **options)


def do(desk: Desk, act: str, file: Path) -> None:
    """One act by its name, for tests that break it off: a file comes in, or imports 3 and 4 change their state."""
    match act:
        case "load":
            load(desk, file)
        case "draft":
            draft(desk, file)
        case "publish":
            desk.publish([3, 4], by="测试", now=NOW)
        case _:
            getattr(desk, act)(3, by="测试", now=NOW)


def state_of(desk: Desk, batch: int | None) -> str:
    return next(one.state for one in desk.imports() if one.batch == batch)


def filings(desk: Desk, count: str = "civil_filings") -> dict[str, int]:
    build = current_build(desk.home.root)
    query = "SELECT township_code, sum(n)::INT FROM daily_counts WHERE count_name = ? GROUP BY ALL"
    return dict(build.cursor().execute(query, [count]).fetchall())
