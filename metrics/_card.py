"""The definition card (口径) in words: what a metric counts, what the definition says, what a figure leaves out."""

from data.count import leaves_of
from data.definition import Definition
from data.definition_words import BY_FIELD, break_words, said
from metrics._breaks import breaks_of
from metrics._build import Build
from metrics._evaluate import FEW
from metrics._exclusions import can_leave_out, left_out
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._words import widened_words

_DIRECTION = {"lower": "越低越好", "higher": "越高越好", "none": "不评优劣"}
_INTERVAL = {
    "poisson": "95%区间：Byar法（不足10件用精确泊松）",
    "wilson": "95%区间：Wilson法",
    "none": "不计区间",
}
_SHOWN = (
    *("rate_numerator", "civil_types", "administrative_types", "excluded_causes", "excluded_groups"),
    *("exclude_batch_filings", "attribution_order", "population_basis", "population_year"),
    *("same_population_for_both_years", "mediation_denominator", "year_starts_in_december"),
)


def metric_lines(metric: Metric, phi: float = 1.0) -> list[tuple[str, str]]:
    """What one metric counts; `phi` is that of the figure beside the card."""
    lines = [
        ("指标", metric.label),
        ("别名", "、".join(metric.aliases)),
        ("公式", metric.formula),
        ("计入", "；".join(metric.includes)),
        ("不计入", "；".join(metric.excludes)),
        ("依据与归期", metric.basis),
        ("方向", _DIRECTION[metric.better]),
        ("区间", _interval(metric, phi)),
        ("使用提醒", metric.caution),
    ]
    return [(name, words) for name, words in lines if words]


def _interval(metric: Metric, phi: float) -> str:
    """How limits are come by; from φ on they are exact ones of fewer cases, never Byar's."""
    widened = widened_words(phi) if metric.interval != "none" else ""
    if not widened:
        return _INTERVAL[metric.interval]
    return f"95%区间：{'精确泊松法' if metric.interval == 'poisson' else 'Wilson法'}，{widened}"


def full_lines(metric: Metric, definition: Definition, phi: float = 1.0) -> list[tuple[str, str]]:
    """The whole card: also numerator, denominator, what small means, and where the series breaks."""
    own = dict(metric_lines(metric, phi))
    lines = [
        *[(name, own[name]) for name in ("指标", "别名", "公式") if name in own],
        ("分子", _side(metric, 0)),
        *([("分母", _side(metric, 1))] if metric.denominator is not None else []),
        *[(name, own[name]) for name in ("计入", "不计入", "依据与归期") if name in own],
        ("归属", said(definition, "attribution_order") if _has_rows(metric) else "不按地点归属"),
        *[(name, own[name]) for name in ("方向", "区间") if name in own],
        ("最小数", _smallest(metric, definition)),
        *[("断点", break_words(one)) for one in breaks_of(definition, metric)],
        ("使用提醒", own.get("使用提醒", "")),
    ]
    return [(name, words) for name, words in lines if words]


def _side(metric: Metric, at: int) -> str:
    side = metric.sides[at]
    names = dict.fromkeys(one.label for one in leaves_of(side))
    return f"{side.label}（{'＋'.join(names)}）" if len(names) > 1 else side.label


def _has_rows(metric: Metric) -> bool:
    return any(one.ledger in ("cases", "mediations") for one in metric.counts)


def _smallest(metric: Metric, definition: Definition) -> str:
    people = f"人口不足{definition.smallest_ranked_population:,}人不排名"
    if metric.denominator is None:
        return "件数多少都照列，不排名"
    if metric.is_rate:
        return f"不足{FEW}件注“数量过小”；{people}"
    return f"分母不足{FEW}注“数量过小”、不排名；{people}"


def definition_lines(definition: Definition) -> list[tuple[str, str]]:
    """The switches of the definition in force."""
    kinds = f"{'、'.join(definition.ranked_kinds)}，人口不少于{definition.smallest_ranked_population:,}人"
    return [
        ("口径版本", definition.label),
        *((BY_FIELD[field].label, _words(definition, field)) for field in _SHOWN),
        ("参加排名", kinds),
        *(("口径断点", break_words(one)) for one in definition.breaks),
    ]


def _words(definition: Definition, field: str) -> str:
    if field == "exclude_batch_filings" and definition.exclude_batch_filings:
        return f"剔除：同一单位{definition.batch_days:,}天内起诉{definition.batch_smallest:,}件以上"
    return said(definition, field)


def exclusion_lines(build: Build, metric: Metric, figure: Figure) -> list[tuple[str, str]]:
    """The numerator before and after exclusion; always told where something could be left out."""
    if not can_leave_out(metric) or figure.status == "not_covered":
        return []
    out = left_out(build, metric, figure.period_start, figure.period_end, figure.area_code)
    where = f"{figure.area_name}本期"
    if not build.definition.excludes:
        return [("剔除前后", f"{where}没有剔除，前后同为 {figure.numerator:,} 件")]
    parts = {"剔除的案由": out.cause, "集中管辖案由": out.group, "批量案件": out.batch}
    told = "、".join(f"{name} {n:,} 件" for name, n in parts.items() if n)
    beside = f"（{told}）" if told else ""
    before = figure.numerator + out.total
    return [("剔除前后", f"{where}剔除前 {before:,} 件，剔除 {out.total:,} 件{beside}，剔除后 {figure.numerator:,} 件")]
