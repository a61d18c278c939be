"""Causes of the branch 婚姻家庭、继承纠纷 in groups: what notices print of a township instead of single causes."""

from data.reference.causes import below, path_of

FAMILY = "婚姻家庭、继承纠纷"
"""The branch as a whole, as the tree of causes calls it."""
REST = "其他婚姻家庭、继承"
GROUPS: dict[str, tuple[str, ...]] = {
    "离婚及夫妻财产": (
        "离婚纠纷",
        "离婚后财产纠纷",
        "离婚后损害责任纠纷",
        "婚内夫妻财产分割纠纷",
        "夫妻财产约定纠纷",
        "婚姻无效纠纷",
        "撤销婚姻纠纷",
    ),
    "婚约财产与同居": ("婚约财产纠纷", "同居关系纠纷"),
    "抚养、监护与收养": ("抚养纠纷", "监护权纠纷", "探望权纠纷", "亲子关系纠纷", "收养关系纠纷"),
    "赡养与扶养": ("赡养纠纷", "扶养纠纷"),
    "分家析产与继承": ("分家析产纠纷", "继承纠纷"),
}
"""Group → causes with all that stands below them; what the branch holds besides is REST."""
NAMES = (*GROUPS, REST)


def is_family(cause: str) -> bool:
    """True for a cause of the branch, by its official name or another one that exports write."""
    return FAMILY in path_of(cause)


def line_of(cause: str) -> str:
    """The line that counts a cause in tables of townships: its group, or the cause itself outside the branch."""
    if not is_family(cause):
        return cause
    return next((name for name, causes in GROUPS.items() if below([cause], causes)), REST)
