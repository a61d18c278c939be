"""The marked workbook of an open upload, as its analyst sent it, with what reading and the store found."""

from data.desk import Desk
from data.intake.hand_back import HandedBack, hand_back
from data.intake.marks import Mark
from data.receipt import Receipt
from data.store import uploads
from data.store.state import row_secret
from data.store.uploads import Upload

_OF_THE_STORE = frozenset({"conflicting_filing_dates", "repeats_differ"})
_GONE = "上传的文件已经删除（超过七天或已办结）；请重新上传后再下载。"


def marked_workbook(desk: Desk, upload: Upload) -> HandedBack:
    """Marks what reading finds today, with all that was taught since, and what only other rows could show."""
    path = uploads.file_of(desk.home, upload)
    if not path.exists():
        return HandedBack(error=_GONE)
    return hand_back(
        path,
        upload.file_name,
        folder=desk.home.spool,
        secret=row_secret(desk.home.state),
        forced=upload.forced,
        taught=desk.taught(),
        further=[mark for receipt in upload.receipts for mark in _marks(receipt)],
    )


def _marks(receipt: Receipt) -> list[Mark]:
    return [
        Mark.of(receipt.sheet or "", row, problem.sentence)
        for problem in receipt.problems
        if problem.code in _OF_THE_STORE
        for row in problem.rows or (problem.row,)
        if row is not None
    ]
