"""原因提示 and 工作建议 of a monthly review: what people typed; else what the figures point at, to be looked into.

Facts are told, never a cause and effect; nothing is advised that no fact asks for, and never fewer filings.
"""

from fractions import Fraction

from data.clean.parties import is_legal_person
from metrics._areas import UNASSIGNED
from metrics._disclosure_before import moved_as_shown
from metrics._doubtful_falls import low_filings, signals
from metrics._ended_words import judged_change
from metrics._movement_words import fallen, risen
from metrics._rank_intervals import Standings
from metrics._review import FILINGS, RESOLUTIONS, Review
from metrics._review_words import in_county, listed
from metrics._rounding import half_up
from metrics._standing_words import view_of
from metrics._still_open import still_open_words
from metrics._what_moved import by_cause
from metrics._what_moved_batches import Filer
from metrics._what_moved_people_words import batch_words, people_words
from metrics._what_moved_words import areas_words, by_words, cannot_split, main_cause
from metrics._words import NORMAL_BELOW

NO_CAUSE_AND_EFFECT = "以下线索由数据给出，供核实，不是因果结论。"
_FILERS = _RISES = 3
_BATCH_PART = Fraction(10)
"""Percent of filings from which batches are worth a piece of advice."""
_UNASSIGNED_PART = Fraction(1)
"""Percent of filings without a township from which addresses are worth one."""


def hints(told: Review) -> tuple[str, ...]:
    """Sentences of 原因提示: those typed, else batches, townships, people; none where none of these tells anything."""
    if told.brief.reasons:
        return tuple(map(_sentence, told.brief.reasons))
    if told.moved.state in ("not_covered", "nothing"):
        return ()
    found = [batches_hint(told)]
    if not cannot_split(told.moved):
        found += [areas_words(moved_as_shown(told))] if len(told.townships) > 1 else []
        found.append(people_words(told.moved, told.people))
    said = [in_county(told, one) for one in found if one]
    return (NO_CAUSE_AND_EFFECT, *said) if said else ()


def _sentence(typed: str) -> str:
    """As it was typed, with a full stop."""
    text = typed.strip()
    return text if text.endswith(("。", "！", "？", "；", "：", "”", "）")) else f"{text.rstrip('.')}。"


def batches_hint(told: Review) -> str:
    """How much of the change lies in batches, and who filed most of them."""
    definition, moved = told.definition, told.moved
    if moved.state == "not_whole" or moved.state == "break":
        return filers_words(told)
    words = batch_words(moved, told.batches, definition.batch_smallest, definition.batch_days)
    return f"{words}{filers_words(told)}"


def top_filers(told: Review) -> tuple[Filer, ...]:
    """Organisations with the most batch filings of the period, of those that a document may name."""
    found = [one for one in told.batches.filers if one.n and is_legal_person(one.organisation)]
    return tuple(sorted(found, key=lambda one: (-one.n, one.organisation))[:_FILERS])


def filers_words(told: Review) -> str:
    """批量起诉较多的单位有…; '' where there is none."""
    found = top_filers(told)
    if not found or told.moved.is_summed:
        return ""
    has_base = told.moved.state not in ("not_whole", "break")
    items = "、".join(
        f"{one.organisation}（{one.n:,}件{f'，上年同期{one.base_n:,}件' if has_base else ''}）" for one in found
    )
    unnamed = any(one.n and not is_legal_person(one.organisation) for one in told.batches.filers)
    return f"批量起诉较多的单位有{items}{'；其余起诉主体不列名' if unnamed else ''}。"


def advice(told: Review) -> tuple[str, ...]:
    """Sentences of 工作建议: those typed, else one for every fact that asks for one."""
    if told.brief.advice:
        return tuple(map(_sentence, told.brief.advice))
    found = (_of_batches, _of_rises, _of_disputes, _of_doubt, _of_addresses, _of_overdue)
    return tuple(words for one in found if (words := one(told)))


def _percent(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole) if whole else Fraction(0)


def _of_batches(told: Review) -> str:
    part = _percent(told.batches.n, told.moved.county.numerator)
    if not told.batches.n or part < _BATCH_PART:
        return ""
    names = "、".join(one.organisation for one in top_filers(told))
    return (
        f"批量案件占新收的{half_up(part, 1)}%，建议会同行业主管部门和行业调解组织，"
        f"与{names}{'等' if names else ''}起诉较多的单位对接，"
        "推动先行调解和示范诉讼，从源头规范经营和催收。"
    )


def _of_rises(told: Review) -> str:
    figures, named = risen(told), []
    for figure in figures[:_RISES]:
        cause = main_cause(by_cause(moved_as_shown(told), figure.area_code)) if not told.moved.is_summed else None
        inside = f"，其中{cause.name}{by_words(cause.difference)}" if cause else ""
        named.append(f"{figure.area_name}（{by_words(figure.numerator - figure.base_numerator)}{inside}）")
    if not named:
        return ""
    more = f"等{len(figures):,}个" if len(figures) > _RISES else ""
    return f"请{'、'.join(named)}{more}核实新收增加的具体来源，有针对性地开展矛盾纠纷排查和前端化解。"


def _of_disputes(told: Review) -> str:
    metric = next((one for one in told.metrics if one.name in RESOLUTIONS), None)
    if metric is None:
        return ""
    county, standings = told.figure(metric.name), view_of(told, metric).standings
    last = [one.area_name for one in told.in_order(metric.name) if _is_last(standings, one.area_code)]
    if last:
        return f"请{listed(last)}逐件梳理未化解的纠纷，明确化解责任和时限，{metric.label}偏低的原因一并核实。"
    county = judged_change(told, metric, county)
    is_lower = county.change is not None and county.change < 0 and "break" not in county.notes
    if is_lower and county.change_z is not None and abs(county.change_z) >= NORMAL_BELOW:
        return f"{metric.label}同比下降超出正常波动，请各乡镇街道逐件梳理未化解的纠纷，明确化解责任和时限。"
    left = still_open_words(told.build, metric, told.figure(metric.name))
    return f"台账登记受理的纠纷{left}，请各乡镇街道抓紧调处，逐件明确责任和时限。" if left else ""


def _is_last(found: Standings, code: str) -> bool:
    standing = found.of.get(code)
    return standing is not None and standing.may_be_named


def _of_doubt(told: Review) -> str:
    names = list(dict.fromkeys([one.area_name for one in fallen(told)] + [one.area_name for one in low_filings(told)]))
    if not names and not signals(told):
        return ""
    whom = f"对{listed(names)}新收减少超出正常波动的情况" if names else "对月末、年末收案偏少的情况"
    return f"{whom}，建议核实收案登记、诉前分流和纠纷排查情况，坚持有案必立、有诉必理，切实保障当事人依法行使诉权。"


def _of_addresses(told: Review) -> str:
    figure = told.figure(FILINGS, UNASSIGNED)
    part = _percent(figure.numerator, told.moved.county.numerator)
    if part < _UNASSIGNED_PART:
        return ""
    return (
        f"未归属案件{figure.numerator:,}件，占新收的{half_up(part, 1)}%，"
        "建议立案环节核准当事人住所地的乡镇、村（社区），减少无法归属的案件。"
    )


def _of_overdue(told: Review) -> str:
    names = dict(told.townships)
    owing = [names[one.area_code] for one in told.brief.overdue if one.area_code in names]
    if not owing:
        return ""
    return f"{listed(list(dict.fromkeys(owing)))}有逾期未办的事项共{len(owing):,}项，请尽快办结并反馈。"
