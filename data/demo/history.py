"""The year before the window, of which only an old report is left: sums of months by township and for the county."""

from dataclasses import dataclass
from datetime import date
from random import Random

from data.demo.chance import between, poisson
from data.demo.county import COUNTY, TINY, TOWNSHIPS
from data.demo.season import MONTHS, first_of_month, working_days
from data.demo.sheets import Export, Sheet

_NAMES = {
    "civil_filings": "一审民商事新收",
    "people_mediations_accepted": "人民调解受理数",
    "people_mediations_resolved": "人民调解化解数",
}
_MEDIATIONS_A_YEAR = 1650


@dataclass(frozen=True)
class MonthlyTotal:
    """One line of the report; `area` None is the whole county."""

    count_name: str
    month: date
    area: str | None
    total: int


def history(rng: Random, last_month: date) -> list[MonthlyTotal]:
    """Twelve months before the first month of the window. Of filings the county has some that no township has."""
    county = sum(town.residents for town in TOWNSHIPS)
    found: list[MonthlyTotal] = []
    for back in range(12, 0, -1):
        month = first_of_month(last_month, -back)
        season = working_days(month)[2]
        sums = dict.fromkeys(_NAMES, 0)
        for town in TOWNSHIPS:
            if town.name == TINY:
                continue
            accepted = poisson(rng, _MEDIATIONS_A_YEAR * town.residents / county / 12 * season)
            told = {
                "civil_filings": poisson(rng, town.residents * town.rate / 10_000 / 12 * season),
                "people_mediations_accepted": accepted,
                "people_mediations_resolved": accepted - (accepted > 20),
            }
            for name, n in told.items():
                found.append(MonthlyTotal(name, month, town.name, n))
                sums[name] += n
        sums["civil_filings"] += between(rng, 20, 45)
        found += [MonthlyTotal(name, month, None, n) for name, n in sums.items()]
    return found


def history_file(rows: list[MonthlyTotal], last_month: date) -> Export:
    """xlsx as the template has it, with months as people write them."""
    sheet = Sheet("历史汇总", "monthly_totals", first_of_month(last_month, MONTHS - 1))
    sheet.header("乡镇 月份 计数名称 件数 来源")
    for one in rows:
        month = f"{one.month.year}年{one.month.month}月"
        sheet.data([one.area or "全县", month, _NAMES[one.count_name], one.total, "司法统计年报"], one)
    return Export(f"{COUNTY}历史汇总.xlsx", "xlsx", [sheet])
