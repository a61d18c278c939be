"""Which kind of mediation a title, a sheet's name or a file's name states."""

import re
from collections.abc import Iterable

# Tried in this order; 行业性专业性人民调解 is trade mediation, 矛盾纠纷排查化解（人民调解） is the community ledger.
_KINDS = (
    ("court", re.compile("诉前|先行调解|诉调|法院.{0,4}调解|委派调解|委托调解|特邀调解|民诉前调|引调")),
    ("trade", re.compile("行业|专业性|商会调解|医调|交调|医疗纠纷调解|交通事故.{0,4}调解|劳动(?:人事)?争议调解")),
    ("community", re.compile("排查|化解台账|矛盾纠纷.{0,4}化解")),
    ("people", re.compile("人民调解|人调")),
    ("community", re.compile("矛盾纠纷")),
)


def stated_kind(texts: Iterable[str]) -> str | None:
    """The kind that the first speaking text states: court, people, trade or community; None where none speaks."""
    for text in texts:
        squeezed = "".join(text.split())
        for kind, words in _KINDS:
            if words.search(squeezed):
                return kind
    return None
