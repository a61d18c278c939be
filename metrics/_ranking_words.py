"""A ranking in sentences: who may be named and who may not, and what stands in the columns beside the places."""

from operator import attrgetter

from metrics._period import dates_label
from metrics._places_before import PlacesBefore
from metrics._rank_words import why_no_interval
from metrics._ranking import NAMED_FROM
from metrics._ranking_table import RankingRow, RankingTable
from metrics._rounding import half_up_float
from metrics._standing_words import still_clumped, unless_batches
from metrics._words import DASH

WITHOUT_BATCHES = "剔除批量案件"
BATCH_MARK = "＊"
"""Beside a named township that only a batch put there."""
_SURE = f"{NAMED_FROM:.0%}"
NAMING = f"真实位次在前三位（后三位）之内的概率不低于{_SURE}，且件数不少于10件的，才可点名"


def answer_words(table: RankingTable) -> list[str]:
    """Who may be named, or that nobody may, and why: the answer under a ranking's title."""
    county = table.county
    when = dates_label(county.period_start, county.period_end)
    what = f"{when}{county.label}" + (f"（{WITHOUT_BATCHES}）" if table.is_without_batches else "")
    if not table.rows:
        return [f"{what}没有可以排名的{table.kind or '乡镇街道'}。"]
    why = why_no_interval(table.metric, [one.figure for one in table.rows])
    if not table.has_places:
        still = still_clumped(table.rest)
        return [f"{what}：{why}", *([f"{still}，同样不编位次。"] if still else [])]
    order = "由低到高" if table.metric.better == "lower" else "由高到低"
    lead = f"{what}，{len(table.rows):,} 个{table.kind or '乡镇街道'}{order}排名"
    if table.status != "ok":
        return [f"{lead}，不点名。", why]
    if not table.best and not table.worst:
        none = f"没有一个有{_SURE}以上的把握列入前三位或后三位，不宜点名"
        return [f"{lead}：{none}。", "各位次区间大幅重叠，数值的差距还不足以分出先后。"]
    named = (("后三位", table.worst), ("前三位", table.best))
    told = [f"有{_SURE}以上把握列入{end}的是{_names(table, rows)}" for end, rows in named if rows]
    nobody = [f"{end}没有可以点名的" for end, rows in named if not rows]
    return [f"{lead}：{'；'.join([*told, *nobody])}。", f"其余{table.kind or '乡镇街道'}不宜点名：位次区间相互重叠。"]


def _names(table: RankingTable, rows: tuple[RankingRow, ...]) -> str:
    told = [(one.figure.area_name, batch_words(table, one)) for one in rows]
    return "、".join(f"{name}（{but}）" if but else name for name, but in told)


def batch_words(table: RankingTable, row: RankingRow) -> str:
    """The place without batch filings of a named township that only a batch put there, as notices say it; else ''."""
    one = row.standing
    if one is None or not (one.may_be_named or one.may_be_named_best):
        return ""
    end = "may_be_named" if one.may_be_named else "may_be_named_best"
    return unless_batches(table.rest, row.figure.area_code, attrgetter(end))


def batch_notes(table: RankingTable) -> str:
    """Under a table or picture whose rows bear the mark: which townships, and their places without batch filings."""
    told = [(one.figure.area_name, batch_words(table, one)) for one in table.rows]
    said = "；".join(f"{name}{but}" for name, but in told if but)
    return f"{BATCH_MARK}\u00a0{said}。" if said else ""


def naming_words(row: RankingRow) -> str:
    """后三位（97%）, where the township may be named; else nothing."""
    one = row.standing
    if one is None or not (one.may_be_named or one.may_be_named_best):
        return ""
    end, sure = ("后三位", one.among_worst) if one.may_be_named else ("前三位", one.among_best)
    return f"{end}（{_percent(sure)}）"


def _percent(share: float) -> str:
    """Never 100 %: ten thousand draws do not make anything certain."""
    return ">99%" if share > 0.99 else f"{half_up_float(100 * share, 0)}%"


def moved_words(row: RankingRow) -> str:
    """升2, 降1, 持平; — where there is no place to compare with."""
    if row.moved is None:
        return DASH
    return f"{'升' if row.moved > 0 else '降'}{abs(row.moved)}" if row.moved else "持平"


def before_words(before: PlacesBefore) -> str:
    """Where the places of the month before come from, or why there are none."""
    if before.period is None:
        return "上月位次：年初首月，或所选期间不按月累计，不与上月比位次"
    when = dates_label(before.period.start, before.period.end)
    if before.source == "issued":
        return f"上月位次为已印发通报的位次（{when}，口径相同）"
    return f"上月位次按现有数据、现行口径重新计算（{when}），不是已印发通报的位次；升降在位次区间之内的，不足以说明变化"
