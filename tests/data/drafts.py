"""An import that was read and is not in force."""

from pathlib import Path
from typing import Any

from data.desk import Desk, UploadedFile
from tests.data.loading import NOW


def draft(desk: Desk, path: Path, **options: Any) -> int:
    """Read a file as a draft; its batch."""
    receipts = desk.draft([UploadedFile(path.name, path)], by="测试", now=NOW, **options)
    return next(one.batch for one in receipts if one.batch is not None)
