"""Peer groups: a 街道 beside the other 街道, a 镇 beside the 镇, a 乡 beside the 乡.

A township is compared with the rest of its group, itself left out, by the score tests that also judge changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics import _arithmetic as arithmetic
from metrics._arithmetic import Floats
from metrics._clumped_limits import checked_phi
from metrics._usable import Words, as_rows, is_usable, usability

PEER_KINDS = ("街道", "镇", "乡")
"""Kinds that form groups, in the order they are listed; others (类似乡级单位) have no peers."""


@dataclass(frozen=True)
class PeerGroup:
    """One group and its benchmark."""

    kind: str
    members: NDArray[np.int64]
    """Positions of all its townships, those without a usable figure included."""
    numerator: float
    denominator: float
    value: float
    """Σx ÷ Σn × per of the members that can be used; NaN when there is none."""


@dataclass(frozen=True)
class Peers:
    """Groups with at least one member, and one entry per township; NaN where it has no usable peer or figure."""

    groups: tuple[PeerGroup, ...]
    group_of: NDArray[np.int64]
    """Position in `groups`, or -1."""
    status: Words
    value: Floats
    """The township's own x ÷ n × per."""
    of_the_others: Floats
    """x ÷ n × per of the other members together."""
    z: Floats
    """Score test of the township against the others, allowing for φ."""


def peers(kinds: Sequence[str], x: ArrayLike, n: ArrayLike, is_proportion: bool, per: int, phi: float = 1.0) -> Peers:
    """Group townships by kind and compare each with the others of its group.

    Raises ValueError for columns of unequal length and for φ below 1.
    """
    checked_phi(phi)
    count, size = as_rows(x, n)
    if len(kinds) != len(count):
        raise ValueError(f"{len(kinds)} kinds for {len(count)} townships")
    status = usability(count, size, is_proportion)
    used = is_usable(status)
    part, whole = np.where(used, count, 0), np.where(used, size, 0)
    names = np.array(kinds, dtype=object)
    present = [kind for kind in PEER_KINDS if (names == kind).any()]
    group_of = np.select([names == kind for kind in present], list(range(len(present))), -1) if present else None
    index = np.full(len(count), -1) if group_of is None else group_of
    sums = [(float(part[index == one].sum()), float(whole[index == one].sum())) for one in range(len(present))]
    groups = tuple(
        PeerGroup(kind, np.flatnonzero(index == one), top, bottom, float(arithmetic.value(top, bottom, per)))
        for one, (kind, (top, bottom)) in enumerate(zip(present, sums, strict=True))
    )
    totals = np.array([*sums, (0.0, 0.0)])  # the last for townships without a group
    compared = used & (index >= 0)
    others_x = np.where(compared, totals[index, 0] - part, np.nan)
    others_n = np.where(compared, totals[index, 1] - whole, np.nan)
    test = arithmetic.proportion_z if is_proportion else arithmetic.change_z
    columns = (part, whole, others_x, others_n) if is_proportion else (part, others_x, whole, others_n)
    return Peers(
        groups=groups,
        group_of=index.astype(np.int64),
        status=status,
        value=np.where(used, arithmetic.value(count, size, per), np.nan),
        of_the_others=arithmetic.value(others_x, others_n, per),
        z=test(*columns, phi=phi),
    )
