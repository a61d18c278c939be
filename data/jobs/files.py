"""Jobs that read uploads: which files are still to be read, and which uploads nobody needs any more afterwards."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from data.desk import Desk, UploadedFile
from data.receipt import Receipt
from data.store import jobs, uploads
from data.store.imports import ImportRecord
from data.store.jobs import Job
from data.store.uploads import Upload

_CURABLE = ("no_table", "reader_unavailable", "build_failed", "build_check_failed")
"""Refusals of a whole file after which the same bytes may still be taken; of the others nothing is kept."""
_SETTLED = ("in_force", "withdrawn")
_EXPIRED = "上传的文件已经删除（超过七天或已放弃），没有读取；请重新上传。"


def read_uploads(desk: Desk, job: Job, now: datetime, report: Callable[[str], None]) -> list[Receipt]:
    """Read the job's uploads as drafts or straight into force; receipts in the order of the uploads.

    What an earlier attempt of this job had already brought in is found in the log and not read again.
    """
    asked = uploads.uploads(desk.home, [int(one) for one in job.request["uploads"]])
    receipts = _brought_in(desk, job, asked)
    rest = [one for one in asked if _said(one) not in receipts]
    for gone in [one for one in rest if not uploads.file_of(desk.home, one).exists()]:
        receipts[_said(gone)] = [
            Receipt(gone.file_name, gone.sha256, error_code="upload_expired", error=_EXPIRED),
        ]
        rest.remove(gone)
    for same in _alike(rest):
        for receipt in _read(desk, job, same, now, report):
            receipts.setdefault(_said(same[0])._replace(sha256=receipt.sha256), []).append(receipt)
    for one in asked:
        _settle(desk, one, receipts.get(_said(one), []))
    return [receipt for said in dict.fromkeys(map(_said, asked)) for receipt in receipts.get(said, [])]


class _Said(NamedTuple):
    """The bytes and what a person said of them: the same bytes of which something else is said are another import."""

    sha256: str
    forced: str | None
    exported_on: str | None
    replaces: bool


def _said(upload: Upload) -> _Said:
    return _Said(upload.sha256, upload.forced, upload.exported_on, upload.replaces)


def _brought_in(desk: Desk, job: Job, asked: Sequence[Upload]) -> dict[_Said, list[Receipt]]:
    """Receipts of what the job had brought in; what was said decides only where the job holds the bytes twice."""
    found = [one for one in desk.imports() if one.job == job.id and one.state in ("in_force", "draft")]
    wanted = dict.fromkeys(map(_said, asked))
    receipts = {}
    for said in wanted:
        is_alone = sum(one.sha256 == said.sha256 for one in wanted) == 1
        own = [one for one in found if one.sha256 == said.sha256 and (is_alone or _says(one, said))]
        if own:
            receipts[said] = list(own[0].receipts)
    return receipts


def _says(record: ImportRecord, said: _Said) -> bool:
    """As the desk tells a repeat: a file of which no date was declared may have brought its own."""
    is_dated_so = said.exported_on in (None, record.exported_on)
    return record.forced == said.forced and is_dated_so and bool(record.replaces) == said.replaces


def _alike(given: Sequence[Upload]) -> list[list[Upload]]:
    """Uploads of which people said the same are read together and published with one build."""
    groups: dict[tuple[str | None, str | None, bool], list[Upload]] = {}
    for one in given:
        groups.setdefault((one.forced, one.exported_on, one.replaces), []).append(one)
    return list(groups.values())


def _read(
    desk: Desk, job: Job, same: Sequence[Upload], now: datetime, report: Callable[[str], None]
) -> Sequence[Receipt]:
    take = desk.draft if job.kind == "draft" else desk.load
    said = same[0]
    return take(
        [UploadedFile(one.file_name, uploads.file_of(desk.home, one)) for one in same],
        by=job.asked_by,
        now=now,
        forced=said.forced,
        exported_on=said.exported_on,
        replace_period=said.replaces,
        job=job.id,
        progress=report,
    )


def _settle(desk: Desk, upload: Upload, receipts: Sequence[Receipt]) -> None:
    """The bytes stay while a draft waits or somebody may still put something right; else they are removed."""
    batch = next((one.batch for one in receipts if one.batch is not None), None)
    uploads.note(desk.home, upload.id, receipts, batch)
    state = next((one.state for one in desk.imports() if one.batch == batch), None)
    if state != "draft" and not any(map(_is_curable, receipts)):
        uploads.close(desk.home, upload.id)


def _is_curable(receipt: Receipt) -> bool:
    refused = receipt.error_code is not None and (receipt.sheet is not None or receipt.error_code in _CURABLE)
    return refused or receipt.rows_set_aside > 0


def settle_uploads(desk: Desk) -> None:
    """Uploads whose draft was published or given up, by whomever: close them, save those with rows to be put right.

    What an open job is to read stays: that job settles it.
    """
    busy = {job.id for job in jobs.open_jobs(desk.home.state)}
    known = {one.batch: one for one in desk.imports()}
    for one in uploads.open_uploads(desk.home):
        if one.batch is None or one.job in busy:
            continue
        record = known.get(one.batch)
        if record is None:
            uploads.close(desk.home, one.id)
        elif record.state in _SETTLED:
            _settle(desk, one, _last_word(one, record))


def _last_word(upload: Upload, record: ImportRecord) -> list[Receipt]:
    """The receipts of an upload tell of all its sheets, those of its import only of those it took."""
    own = [one for one in upload.receipts if one.batch == record.batch]
    lost = [one for one in upload.receipts if one.batch != record.batch]
    if any(one.first_imported_at for one in own):  # a repeat: the import tells of the file that came first
        return [*own, *lost]
    return [*(one for one in record.receipts if one.batch == record.batch), *lost]
