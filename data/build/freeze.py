"""定稿: a notice is frozen with the very build that was previewed, and that build is never removed again.

The publisher's lock is held meanwhile: no other build can come into force, and no build can be swept away, between the
look at the pointer and the entry in state.db.
"""

from collections.abc import Sequence
from datetime import datetime

from data.refusal import Refused
from data.store import builds
from data.store.bulletins import Issued, ToIssue, issue_together
from data.store.home import Home


def freeze(home: Home, notice: ToIssue, *, seen: int, by: str, at: datetime) -> Issued:
    """Issue a notice; `seen` is the revision of its month that the person saw, 0 for none.

    Refused when another build came into force since the preview, and as `data.store.bulletins.issue`.
    """
    [found] = freeze_together(home, [(notice, seen)], by=by, at=at)
    return found


def freeze_together(home: Home, notices: Sequence[tuple[ToIssue, int]], *, by: str, at: datetime) -> list[Issued]:
    """Issue several notices, each with the revision that was seen of its month: all or none. Refused as `freeze`."""
    with home.publishing():
        for notice, _ in notices:
            _refuse_other_build(home, notice.build)
        return issue_together(home.state, notices, by=by, at=at)


def _refuse_other_build(home: Home, previewed: int) -> None:
    number = builds.current_number(home)
    if number != previewed:
        raise Refused(
            "build_moved_on",
            f"预览所用的是第{previewed}号数据版本，现在生效的是第{number}号，数字可能已经不同，没有定稿；"
            "请重新预览，核对后再定稿。",
        )
    if not builds.build_path(home, previewed).exists():
        raise Refused("build_missing", f"第{previewed}号数据版本的文件不在，没有定稿；请刷新页面后再试。")
