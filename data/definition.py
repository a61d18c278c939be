"""The definition (口径) in force: one frozen object, written into every build and printed with every figure."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Literal

PlaceSource = Literal["stated", "defendant", "dispute", "plaintiff", "tribunal"]
Basis = Literal["常住", "户籍", "常住+登记流动"]
Scope = Literal["filings", "court_mediation", "causes"]
RateNumerator = Literal["civil", "civil_and_administrative", "with_settled_before_filing"]
CauseGroup = Literal["intellectual_property", "maritime", "bankruptcy", "environment", "railway"]
"""Causes that one court may hear for several counties (集中管辖); data/reference/cause_groups.csv names them."""


@dataclass(frozen=True)
class SeriesBreak:
    """A day from which figures no longer compare with earlier ones; `scope` names what is affected."""

    on: date
    scope: tuple[Scope, ...]
    reason: str


BREAKS = (
    SeriesBreak(date(2022, 1, 1), ("filings", "court_mediation"), "诉前调确、诉前调书案号启用，不再计入民特、民初"),
    SeriesBreak(date(2025, 1, 1), ("filings", "court_mediation"), "取消诉前调案号，先立案后调解，统一编立民初字号"),
    SeriesBreak(date(2026, 1, 1), ("causes",), "案由规定第三次修改施行"),
)


PROTECTED_CAUSES = (
    "婚姻家庭、继承纠纷",
    "隐私权、个人信息保护纠纷",
    "性骚扰损害责任纠纷",
    "申请人身安全保护令案件",
)
"""Matters of families and of the person: a handful of them in one township names the people to their neighbours."""


@dataclass(frozen=True)
class Definition:
    """Every switch that decides what a figure counts and against whom. Defaults: see docs/glossary.md."""

    name: str = "乡镇万人成讼率"
    version: int = 1
    civil_types: tuple[str, ...] = ("民初",)
    administrative_types: tuple[str, ...] = ("行初",)
    rate_numerator: RateNumerator = "civil"
    """What 万人成讼率 counts: civil filings, administrative ones too, or also what was settled before filing."""
    excluded_causes: tuple[str, ...] = ()
    """Each with all that stands below it in the tree of causes."""
    excluded_groups: tuple[CauseGroup, ...] = ()
    exclude_batch_filings: bool = False
    batch_smallest: int = 10
    """One organisation's first-instance filings as plaintiff within `batch_days` days that make a batch."""
    batch_days: int = 30
    attribution_order: tuple[PlaceSource, ...] = ("stated", "defendant", "dispute", "plaintiff", "tribunal")
    population_basis: Basis = "常住"
    population_year: int | None = None
    """Only figures of this year count; None: the newest on or before the period's end."""
    same_population_for_both_years: bool = True
    year_starts_in_december: bool = False
    mediation_denominator: Literal["accepted", "ended"] = "accepted"
    treated_as_withdrawn: bool = False
    """Whether 按撤诉处理 counts as 撤诉 in 调撤率."""
    litigation_free_cases: int = 0
    """Most first-instance civil cases of a period that a village may have to be called free of litigation."""
    concentration_causes: int = 5
    """So many of the most frequent causes are held against all filings."""
    station_judges: int = 2
    station_assistants: int = 2
    station_others: int = 1
    """The pattern of a station's staff (2+2+1): judges, judges' assistants, and clerks, mediators or liaisons."""
    smallest_ranked_population: int = 1000
    ranked_kinds: tuple[str, ...] = ("街道", "镇", "乡")
    protected_causes: tuple[str, ...] = PROTECTED_CAUSES
    """Causes, each with all below it, of whose few cases in one township nothing is shown by cause."""
    smallest_shown_count: int = 5
    """From so many cases a protected cause is shown for one township."""
    breaks: tuple[SeriesBreak, ...] = BREAKS

    def to_json(self) -> str:
        """Stable JSON text, dates as ISO text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=str)

    @classmethod
    def from_json(cls, text: str) -> "Definition":
        """The inverse of `to_json`."""
        plain = json.loads(text)
        breaks = tuple(
            SeriesBreak(date.fromisoformat(b["on"]), tuple(b["scope"]), b["reason"]) for b in plain.pop("breaks")
        )
        lists = {key: tuple(value) for key, value in plain.items() if isinstance(value, list)}
        return replace(cls(breaks=breaks), **{**plain, **lists})

    @property
    def excludes(self) -> bool:
        """True when cases may be left out that would otherwise count."""
        return bool(self.excluded_causes or self.excluded_groups or self.exclude_batch_filings)

    @property
    def label(self) -> str:
        """How the definition is named beside a figure."""
        return f"{self.name}·第{self.version}版"


TOWNSHIP_RATE = Definition()
SUPREME_COURT_RATE = Definition(name="万人起诉率（最高法）", rate_numerator="with_settled_before_filing")
BUILT_IN = (TOWNSHIP_RATE, SUPREME_COURT_RATE)
"""The profiles that every home has; people make theirs from either."""
