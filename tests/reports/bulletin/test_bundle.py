"""The files of a month: which documents come with which kind of notice."""

from reports.bulletin.bundle import bundle
from tests.reports.bulletin.counties import hand_worked, told


def test_sheets_and_letters_come_with_the_monthly_notice_alone(monkeypatch):
    monkeypatch.setattr("reports.bulletin.bundle.documents", lambda *_: {})
    files = bundle(told(hand_worked(), kind="family", letters_to=("甲镇",)))
    assert list(files) == ["试验县2026年5月婚姻家事案件通报数据.json"]
