"""Step 校验: sheets that can enter, sheets with rows to put right, sheets nobody could read; errors first in each."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data.receipt import Receipt
from ui import prose, receipts

_ACCOUNT = "读取 = 新增 + 更新 + 未变 + 重复 + 待修正；合计行、说明行另行剔除，不在读取之内"


@dataclass(frozen=True)
class Groups:
    """The receipts of one or more files, by what a person has to do about them."""

    ready: tuple[Receipt, ...]
    to_correct: tuple[Receipt, ...]
    unknown: tuple[Receipt, ...]


def groups_of(found: Sequence[Receipt]) -> Groups:
    """A sheet that was refused is 未识别, one with rows set aside is 需修正, the rest is 可入库."""
    taken = [one for one in found if one.error_code is None]
    return Groups(
        ready=tuple(one for one in taken if not one.rows_set_aside),
        to_correct=tuple(one for one in taken if one.rows_set_aside),
        unknown=tuple(one for one in found if one.error_code is not None),
    )


def summary(groups: Groups) -> str:
    """All three in one sentence."""
    rows = sum(one.rows_read - one.rows_set_aside for one in groups.ready + groups.to_correct)
    aside = sum(one.rows_set_aside for one in groups.to_correct)
    parts = [
        f"可入库 {len(groups.ready)} 张表",
        f"需修正 {len(groups.to_correct)} 张表（{aside:,} 行没有计入）" if groups.to_correct else "需修正 0 张表",
        f"未识别 {len(groups.unknown)} 张表（没有入库）" if groups.unknown else "未识别 0 张表",
    ]
    return f"{'，'.join(parts)}；共 {rows:,} 行可以计入。"


def show(found: Sequence[Receipt]) -> None:
    """The three groups, what needs a person first."""
    groups = groups_of(found)
    prose.note(summary(groups))
    for title, group, caption in (
        ("未识别", groups.unknown, "没有读成台账的表，一行也没有入库"),
        ("需修正", groups.to_correct, _ACCOUNT),
        ("可入库", groups.ready, _ACCOUNT),
    ):
        if group:
            st.subheader(f"{title} {len(group)} 张表", anchor=False, divider=False)
            receipts.show(group, caption=caption)
