"""The map in words: which townships stand above the county, which below; each leads one step down."""

from collections.abc import Sequence

import streamlit as st

from metrics import Figure, Metric, format_value, versus_county
from metrics._beyond_townships import beyond_townships_words
from metrics._checkup import is_compared
from metrics._words import widened_words
from ui import prose, route
from ui.figures import townships_of
from ui.frame import View
from ui.markup import Markup, join, tag

_MOST = 24
"""Townships named in one group."""
_ORDER = ("▲", "▽", "●", "–")


def groups(rows: Sequence[Figure], county: Figure) -> dict[tuple[str, str], list[Figure]]:
    """Symbol and word → townships, the highest value first; groups in the order of the legend."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for one in sorted(rows, key=lambda row: -(row.value or 0)):
        stands = versus_county(one, county)
        found.setdefault((stands.symbol, stands.word), []).append(one)
    return dict(sorted(found.items(), key=lambda pair: _ORDER.index(pair[0][0])))


def sentence(rows: Sequence[Figure], county: Figure, metric: Metric) -> str:
    """How many stand clearly above and below; nothing for figures that depend on how many people live there."""
    if not is_compared(metric) or county.value is None:
        return ""
    found = groups(rows, county)
    above, below = (sum(len(some) for key, some in found.items() if key[0] == symbol) for symbol in ("▲", "▽"))
    if not above and not below:
        return f"{len(rows):,} 个乡镇街道与全县都没有显著差异。"
    parts = [f"{n:,} 个显著{word}于全县" for n, word in ((above, "高"), (below, "低")) if n]
    return f"{len(rows):,} 个乡镇街道中，{'，'.join(parts)}。"


def show(view: View, metric: Metric, figures: Sequence[Figure], county: Figure) -> None:
    """The groups one under the other; without a comparison the townships from high to low."""
    rows = townships_of(list(figures), metric)
    if not is_compared(metric):
        with_value = sorted((one for one in rows if one.value is not None), key=lambda row: -(row.value or 0))
        st.html(_list([(f"{metric.label}从高到低", with_value)], view, metric))
        reason = "件数多少随人口而定" if metric.denominator is None else "本指标的数值不计区间"
        prose.small_print([f"{reason}，不作高低比较，图上不着色。"])
        return
    named = [(f"{symbol} {word} {len(some):,} 个", some) for (symbol, word), some in groups(rows, county).items()]
    st.html(_list(named, view, metric))
    widened = widened_words(county.phi)
    limits = f"与全县比以95%区间为准{f'，{widened}' if widened else ''}；超出99.8%界限的才着色。"
    beyond = beyond_townships_words(figures, metric)
    prose.small_print([limits, *([f"{beyond}。"] if beyond else []), "点击图上某处或名称，查看这个乡镇街道。"])


def _list(named: Sequence[tuple[str, Sequence[Figure]]], view: View, metric: Metric) -> Markup:
    parts = [
        join([tag("dt", title), tag("dd", join([*_links(some[:_MOST], view, metric), *_rest(some)], "　"))])
        for title, some in named
    ]
    return tag("dl", join(parts), class_="map-groups")


def _links(rows: Sequence[Figure], view: View, metric: Metric) -> list[Markup]:
    return [
        tag(
            "a",
            f"{one.area_name} {format_value(one, metric)}",
            href=route.address("township", area=one.area_code, metric=metric.name, **view.filters),
            target="_self",
        )
        for one in rows
    ]


def _rest(rows: Sequence[Figure]) -> list[str]:
    return [f"等 {len(rows):,} 个，其余见下表"] if len(rows) > _MOST else []
