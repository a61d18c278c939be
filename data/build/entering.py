"""One file on its way in, and imports on their way into force: whatever goes wrong becomes a receipt that says so."""

import logging
import traceback
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

import duckdb

from data.build.accounts import recounted
from data.build.build import Placed
from data.build.checks import BuildBroken
from data.build.publish import build_anew, put_in_force, settle
from data.build.repeats import repeat_receipts, same_import
from data.build.upload import Asked, Progress, UploadedFile, sha256_of, take
from data.count import Count
from data.receipt import Receipt
from data.refusal import Refused
from data.store import imports as log
from data.store.home import Home
from data.store.state import record_refusal

_NOT_PUBLISHED = "新的数据版本没有通过核对，本次导入未生效，原有数据不变；请把本回执发给系统维护人员。"
_STILL_A_DRAFT = "新的数据版本没有通过核对，草稿没有发布，仍保留为草稿，原有数据不变；请把本回执发给系统维护人员。"


def one_file(home: Home, file: UploadedFile, asked: Asked, progress: Progress, *, is_draft: bool) -> list[Receipt]:
    """Receipts of one file: taken as a pending import, a repeat, or refused. Never raises for a bad file."""
    sha256 = ""
    try:
        sha256 = sha256_of(file.path)
        known = _known(home, file.name, sha256, asked, is_draft)
        receipts = known if known is not None else take(home, file, sha256, asked, progress)
    except Refused as refusal:
        receipts = [Receipt(file.name, sha256, error_code=refusal.code, error=refusal.sentence)]
    except OSError as failure:
        note_failure(failure)
        sentence = "文件无法打开；请确认文件存在、没有被其他程序独占，且磁盘空间充足，然后重试。"
        receipts = [Receipt(file.name, sha256, error_code="unreadable_file", error=sentence)]
    except (duckdb.Error, BuildBroken) as failure:
        note_failure(failure)
        receipts = [Receipt(file.name, sha256, error_code="build_failed", error=_NOT_PUBLISHED)]
    for receipt in receipts:
        if receipt.error_code is not None and receipt.batch is None:
            record_refusal(home.state, receipt.to_json(), at=asked.now.isoformat(), by=asked.by)
    return receipts


def _known(home: Home, file_name: str, sha256: str, asked: Asked, is_draft: bool) -> list[Receipt] | None:
    """The receipts of a file that need not be read: it is in force, or it lies ready as a draft."""
    same = same_import(home, sha256, asked, "in_force", "pending", "publishing")
    if same is not None:
        return repeat_receipts(same, file_name)
    ready = same_import(home, sha256, asked, "draft")
    if ready is None or bool(ready.replaces) != asked.replace_period:
        return None
    if is_draft:
        return repeat_receipts(ready, file_name)
    log.set_state(home.state, [ready.batch], "publishing", at=asked.now, by=asked.by)
    try:
        return recounted(home, [ready.batch])
    except BaseException:
        log.set_state(home.state, [ready.batch], "draft")
        raise


def enter(
    home: Home,
    counts: Sequence[Count],
    batches: Collection[int],
    receipts_of: Callable[[], Sequence[Receipt]],
    now: datetime,
) -> list[Receipt]:
    """Publish, and let the pointer tell whether it happened: receipts say what readers see."""
    code, receipts = "build_failed", _kept(home, batches)
    try:
        receipts = list(receipts_of())
        number, placed = build_anew(home, counts, "import", now)
        for batch in batches:
            own = [one for one in receipts if one.batch == batch and one.first_imported_at is None]
            _tell_places(batch, own, placed)
            log.keep_receipts(home.state, batch, own)
        put_in_force(home, number, now)
    except Exception as failure:
        code = "build_check_failed" if isinstance(failure, BuildBroken) else code
        note_failure(failure)
    settle(home, now)
    lost = set(batches) - set(log.batches_in(home.state, "in_force"))
    drafts = set(log.batches_in(home.state, "draft"))
    return [_not_published(one, code, one.batch in drafts) if one.batch in lost else one for one in receipts]


def _kept(home: Home, batches: Collection[int]) -> list[Receipt]:
    return [receipt for one in log.all_imports(home.state) if one.batch in batches for receipt in one.receipts]


def _not_published(receipt: Receipt, code: str, is_draft: bool) -> Receipt:
    refused = Receipt(receipt.file, receipt.sha256, receipt.ledger, receipt.sheet)
    return replace(refused, error_code=code, error=_STILL_A_DRAFT if is_draft else _NOT_PUBLISHED)


def _tell_places(batch: int, receipts: Sequence[Receipt], placed: Placed) -> None:
    """Write into the receipts of one import, in the order of its sheets, how many rows lie nowhere and outside."""
    for sheet, receipt in enumerate(receipts):
        receipt.unassigned, receipt.outside = placed.get((receipt.ledger or "", batch, sheet), (0, 0))


def note_failure(failure: Exception) -> None:
    """For whoever looks after the machine: where it failed, never a value (only our own checks' words are safe)."""
    words = str(failure) if isinstance(failure, BuildBroken) else ""
    frames = "".join(traceback.format_tb(failure.__traceback__))
    logging.getLogger("suyuan").error("build not published: %s %s\n%s", type(failure).__name__, words, frames)
