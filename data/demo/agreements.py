"""What became of agreements: whether a court confirmed them and whether they were kept, in the words of registers."""

from collections.abc import Iterable
from random import Random

from data.demo.mediations import Mediation

CONFIRMED = ("是", "已司法确认", "确认有效")
NOT_CONFIRMED = ("否", "未申请", "无需确认", "")
PERFORMED = ("已履行", "自动履行", "当场履行完毕", "已全部履行")
NOT_PERFORMED = ("未履行", "部分履行", "分期履行中", "已申请强制执行", "")
"""The last of the words of "no" is the empty cell: in a register with the column it says no."""
_SHARES = {"people": (0.16, 0.83), "court": (0.27, 0.72)}


def settle(rng: Random, kind: str, rows: Iterable[Mediation]) -> None:
    """Set the words of every agreement; disputes without one have none."""
    confirmed, performed = _SHARES[kind]
    for one in rows:
        said = rng.random(), rng.random(), rng.random(), rng.random()
        if one.result != "success":
            continue
        one.confirmed = _word(said[0] < confirmed, CONFIRMED, NOT_CONFIRMED, said[1])
        one.performed = _word(said[2] < performed, PERFORMED, NOT_PERFORMED, said[3])


def _word(is_yes: bool, yes: tuple[str, ...], no: tuple[str, ...], drawn: float) -> str:
    words = yes if is_yes else no
    return words[int(drawn * len(words))]


def agreement_words(one: Mediation) -> tuple[bool, bool]:
    """Whether it was confirmed and whether it was performed."""
    return one.confirmed in CONFIRMED, one.performed in PERFORMED
