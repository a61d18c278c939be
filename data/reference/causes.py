"""The tree of causes (案由), other names that exports write, and groups of causes that one court may hear alone."""

import functools
from collections.abc import Collection, Iterable

from data.reference import rows_of


@functools.cache
def _tree() -> dict[str, tuple[str, str]]:
    """Code → name and code of the cause above, "" at the top."""
    return {row["code"]: (row["name"], row["parent"]) for row in rows_of("causes")}


@functools.cache
def _codes() -> dict[str, str]:
    """Name → code; of a name that stands at two levels the deepest."""
    return {row["name"]: row["code"] for row in sorted(rows_of("causes"), key=lambda row: int(row["level"]))}


@functools.cache
def _aliases() -> dict[str, str]:
    return {row["alias"]: row["name"] for row in rows_of("cause_aliases")}


@functools.cache
def groups() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Group → its Chinese name and the causes it is made of."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in rows_of("cause_groups"):
        _, causes = found.get(row["group"], ("", ()))
        found[row["group"]] = (row["label"], (*causes, row["cause"]))
    return found


def official_name(cause: str) -> str | None:
    """The name in the tree that a cause as exported stands for; None where the tree does not know it."""
    for name in (cause, _aliases().get(cause, ""), f"{cause}纠纷"):
        if name in _codes():
            return name
    return None


def path_of(cause: str) -> tuple[str, ...]:
    """The cause with all above it, itself first; only itself where the tree does not know it."""
    name = official_name(cause)
    path = [cause]
    code = _codes().get(name or "", "")
    while code:
        name, code = _tree()[code]
        path.append(name)
    return tuple(dict.fromkeys(path))


def below(causes: Iterable[str], chosen: Collection[str]) -> list[str]:
    """Those of the causes that are one of the chosen or stand below one of them, in order."""
    wanted = {official_name(one) or one for one in chosen} | set(chosen)
    return sorted(one for one in set(causes) if wanted & set(path_of(one)))


def causes_of_groups(names: Iterable[str]) -> tuple[str, ...]:
    """The causes that the groups are made of."""
    return tuple(cause for name in names for cause in groups()[name][1])
