"""Jobs that read uploads: which files are still to be read, and which uploads nobody needs any more afterwards."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from data.desk import Desk, UploadedFile
from data.receipt import Receipt
from data.store import uploads
from data.store.imports import ImportRecord
from data.store.jobs import Job
from data.store.uploads import Upload

_CURABLE = ("no_table", "reader_unavailable", "build_failed", "build_check_failed")
"""Refusals of a whole file after which the same bytes may still be taken; of the others nothing is kept."""
_EXPIRED = "上传的文件已经删除（超过七天或已放弃），没有读取；请重新上传。"


def read_uploads(desk: Desk, job: Job, now: datetime, report: Callable[[str], None]) -> list[Receipt]:
    """Read the job's uploads as drafts or straight into force; receipts in the order of the uploads.

    What an earlier attempt of this job had already brought in is found by its hash and not read again.
    """
    asked = uploads.uploads(desk.home, [int(one) for one in job.request["uploads"]])
    receipts = {sha: list(record.receipts) for sha, record in _brought_in(desk, job).items()}
    rest = [one for one in asked if one.sha256 not in receipts]
    for gone in [one for one in rest if not uploads.file_of(desk.home, one).exists()]:
        receipts[gone.sha256] = [
            Receipt(gone.file_name, gone.sha256, error_code="upload_expired", error=_EXPIRED),
        ]
        rest.remove(gone)
    for same in _alike(rest):
        for receipt in _read(desk, job, same, now, report):
            receipts.setdefault(receipt.sha256, []).append(receipt)
    for one in asked:
        _settle(desk, one, receipts.get(one.sha256, []))
    return [receipt for sha in dict.fromkeys(one.sha256 for one in asked) for receipt in receipts.get(sha, [])]


def _brought_in(desk: Desk, job: Job) -> dict[str, ImportRecord]:
    found = [one for one in desk.imports() if one.job == job.id and one.state in ("in_force", "draft")]
    return {one.sha256: one for one in found}


def _alike(given: Iterable[Upload]) -> list[list[Upload]]:
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


def settle_uploads(desk: Desk, batches: Iterable[int], receipts: Sequence[Receipt]) -> None:
    """After drafts were published or given up: close their uploads, save those with rows still to be put right."""
    wanted = set(batches)
    for one in uploads.open_uploads(desk.home):
        if one.batch in wanted:
            own = [receipt for receipt in receipts if receipt.batch == one.batch]
            # The receipts of an upload tell of all its sheets, those of a published draft only of those it took.
            lost = [receipt for receipt in one.receipts if receipt.batch != one.batch]
            if own:
                _settle(desk, one, [*own, *lost])
            else:
                uploads.close(desk.home, one.id)
