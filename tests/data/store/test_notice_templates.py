from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from data.refusal import Refused
from data.store.notice_templates import LARGEST_BYTES, put, template_in_force, template_number, withdraw
from data.store.state import prepare

SAID = {"by": "测试", "at": datetime(2026, 11, 22, 9)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def test_the_newest_template_of_a_kind_is_used_and_the_one_before_can_still_be_read(path: Path):
    first = put(path, "monthly", "模板.docx", b"PK\x03\x04 one", **SAID)
    second = put(path, "monthly", "模板2.docx", b"PK\x03\x04 two", **SAID)
    found = template_in_force(path, "monthly")
    assert (found.id, found.file_name, found.content) == (second, "模板2.docx", b"PK\x03\x04 two")
    assert found.sha256 == sha256(b"PK\x03\x04 two").hexdigest()
    assert template_number(path, first).content == b"PK\x03\x04 one"
    assert template_in_force(path, "petitions") is None


def test_after_a_withdrawal_the_built_in_template_is_used_again(path: Path):
    put(path, "monthly", "模板.docx", b"PK", **SAID)
    assert withdraw(path, "monthly", **SAID)
    assert template_in_force(path, "monthly") is None
    assert not withdraw(path, "monthly", **SAID)


def test_a_template_that_is_empty_or_too_large_is_refused(path: Path):
    for content in (b"", b"x" * (LARGEST_BYTES + 1)):
        with pytest.raises(Refused, match="5MB以内"):
            put(path, "monthly", "大.docx", content, **SAID)
    assert template_in_force(path, "monthly") is None


def test_an_unknown_template_is_told(path: Path):
    with pytest.raises(Refused, match="编号为7"):
        template_number(path, 7)
