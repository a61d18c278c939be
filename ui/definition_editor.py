"""The switches of a definition as inputs: what the person sets, as a new definition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from data.definition import BREAKS, Definition, SeriesBreak
from data.definition_words import (
    BASES,
    BY_FIELD,
    DENOMINATORS,
    GROUPS,
    NUMERATORS,
    SCOPES,
    SOURCES,
    break_words,
    own_breaks,
)
from ui import prose

CIVIL_TYPES = ("民初", "诉前调书", "诉前调确", "民诉前调", "先调")
ADMINISTRATIVE_TYPES = ("行初", "行赔初", "行诉前调")
KINDS = ("街道", "镇", "乡", "类似乡级单位")
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("数什么", ("rate_numerator", "civil_types", "administrative_types")),
    ("剔除什么", ("excluded_causes", "excluded_groups", "exclude_batch_filings", "batch_smallest", "batch_days")),
    ("归到哪里", ("attribution_order",)),
    ("除以什么", ("population_basis", "population_year", "same_population_for_both_years", "mediation_denominator")),
    ("怎样统计", ("year_starts_in_december", "treated_as_withdrawn", "litigation_free_cases", "concentration_causes")),
    ("排名", ("smallest_ranked_population", "ranked_kinds")),
    ("少数人的保护", ("protected_causes", "smallest_shown_count")),
)
_CHOICES: dict[str, Mapping[Any, str]] = {
    "rate_numerator": NUMERATORS,
    "population_basis": BASES,
    "mediation_denominator": DENOMINATORS,
}
_WIDE = ("attribution_order", "protected_causes")
"""Their names need the whole width."""
_OF_CAUSES = ("excluded_causes", "protected_causes")
_LISTS: dict[str, Mapping[str, str]] = {
    "civil_types": {one: one for one in CIVIL_TYPES},
    "administrative_types": {one: one for one in ADMINISTRATIVE_TYPES},
    "excluded_groups": GROUPS,
    "attribution_order": SOURCES,
    "ranked_kinds": {one: one for one in KINDS},
}


def edited(base: Definition, causes: Mapping[str, str], years: Sequence[int]) -> Definition:
    """Draw every switch with what it does, set as in `base`, and return what the person made of it.

    `causes` are the causes that can be chosen, with words; `years` those that the population tables hold.
    """
    shown = {field for _, fields in _GROUPS for field in fields} | {"name", "breaks", "version"}
    rest = tuple(field for field in BY_FIELD if field not in shown)
    found: dict[str, Any] = {}
    for heading, fields in _GROUPS:
        st.markdown(f"**{heading}**")
        for field in (*fields, *(rest if heading == "怎样统计" else ())):
            found[field] = _row(base, field, causes, years)
    st.markdown("**口径断点**")
    return replace(base, **found, breaks=_breaks(base))


def _row(base: Definition, field: str, causes: Mapping[str, str], years: Sequence[int]) -> Any:
    if field in _WIDE:
        value = _input(base, field, causes, years)
        order = "要改次序，先移除再按想要的先后逐项选回。"
        prose.small_print([BY_FIELD[field].effect, *([order] if field == "attribution_order" else [])])
        return value
    left, right = st.columns([9, 11], gap="medium", vertical_alignment="center")
    with left:
        value = _input(base, field, causes, years)
    with right:
        prose.small_print([BY_FIELD[field].effect])
    return value


def _key(base: Definition, field: str) -> str:
    return f"switch_{field}_{base.name}_{base.version}"


def _input(base: Definition, field: str, causes: Mapping[str, str], years: Sequence[int]) -> Any:
    label, key, value = BY_FIELD[field].label, _key(base, field), getattr(base, field)
    if field in _CHOICES:
        options = list(_CHOICES[field])
        return st.selectbox(label, options, options.index(value), format_func=_CHOICES[field].__getitem__, key=key)
    if field == "population_year":
        return _year(label, key, value, years)
    if field in _OF_CAUSES or field in _LISTS:
        words = causes if field in _OF_CAUSES else _LISTS[field]
        options = list(dict.fromkeys([*words, *value]))
        return tuple(
            st.multiselect(
                label,
                options,
                list(value),
                format_func=lambda one: words.get(one, one),
                key=key,
                placeholder="请选择",
                select_all=False,
            )
        )
    if isinstance(value, bool):
        say = BY_FIELD[field].say
        return st.selectbox(label, [True, False], int(not value), format_func=say, key=key)
    return int(st.number_input(label, min_value=0, value=value, step=1, key=key))


def _year(label: str, key: str, value: int | None, years: Sequence[int]) -> int | None:
    options = [None, *sorted({*years, *([value] if value else [])}, reverse=True)]
    say = BY_FIELD["population_year"].say
    return st.selectbox(label, options, options.index(value), format_func=say, key=key)


def _breaks(base: Definition) -> tuple[SeriesBreak, ...]:
    """The built-in ones stay; the county's own can be taken out, and one be added at a time."""
    own = own_breaks(base)
    kept = own
    if own:
        kept = tuple(
            st.multiselect(
                "本县自设的断点",
                own,
                list(own),
                format_func=break_words,
                key=_key(base, "breaks"),
                placeholder="无",
                select_all=False,
            )
        )
    day, scope, reason = st.columns([3, 5, 8], vertical_alignment="bottom")
    on = day.date_input("新断点日期", None, format="YYYY-MM-DD", key=_key(base, "break_on"), min_value=date(2000, 1, 1))
    touched = scope.multiselect(
        "影响范围", list(SCOPES), ["filings"], format_func=SCOPES.__getitem__, key=_key(base, "break_scope"),
        placeholder="请选择", select_all=False,
    )  # fmt: skip
    why = reason.text_input("为什么前后不可比", key=_key(base, "break_reason"), placeholder="如：2024年7月起管辖区调整")
    prose.small_print([BY_FIELD["breaks"].effect, f"内置：{'；'.join(one.on.isoformat() for one in BREAKS)}。"])
    new = (
        (SeriesBreak(on, tuple(one for one in SCOPES if one in touched), " ".join(why.split())),)
        if on and touched and why.strip()
        else ()
    )
    built_in = tuple(one for one in base.breaks if one not in own)
    return tuple(sorted({*built_in, *kept, *new}, key=lambda one: (one.on, one.reason)))
