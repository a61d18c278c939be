"""The rules of 预警: what each looks at, on which side, and the metric or count whose definition stands behind it.

What a rule means in words is in _alert_words.py; how it is judged in _alert_filings.py, _alert_funnels.py and
_alert_county.py.
"""

from dataclasses import dataclass
from typing import Literal

How = Literal["filings", "funnel", "county"]
Side = Literal["high", "low"]


@dataclass(frozen=True)
class Rule:
    """One rule. `metric` names the metric whose numerator, denominator and population it takes."""

    name: str
    label: str
    how: How
    side: Side
    metric: str

    @property
    def is_of_townships(self) -> bool:
        """False for what is looked at for the county as a whole only."""
        return self.how != "county"


RULES: tuple[Rule, ...] = (
    Rule("filings_high", "收案偏多", "filings", "high", "civil_filings"),
    Rule("filings_low", "收案偏少", "filings", "low", "civil_filings"),
    Rule("litigation_rate_high", "万人案件数高", "funnel", "high", "litigation_rate"),
    Rule("court_resolution_low", "诉前（先行）调解化解率低", "funnel", "low", "court_mediation_resolution_rate"),
    Rule("court_success_low", "诉前（先行）调解成功率低", "funnel", "low", "court_mediation_success_rate"),
    Rule("people_resolution_low", "人民调解化解率低", "funnel", "low", "people_mediation_resolution_rate"),
    Rule("people_success_low", "人民调解成功率低", "funnel", "low", "people_mediation_success_rate"),
    Rule("dispute_resolution_low", "矛盾纠纷化解率低", "funnel", "low", "dispute_resolution_rate"),
    Rule("held_back", "月末压案迹象", "county", "low", "civil_filings"),
    Rule("year_end_drop", "年末收案骤降", "county", "low", "civil_filings"),
    Rule("overdue_suggestions", "司法建议逾期未反馈", "county", "high", "suggestion_reply_rate"),
)
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
