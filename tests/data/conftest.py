"""A home of its own and a folder for export files, for each test of the whole path."""

from pathlib import Path

import pytest

from data.desk import Desk
from metrics import counts


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home", counts())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder
