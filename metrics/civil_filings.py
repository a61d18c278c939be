"""一审民商事新收."""

from metrics._counts import CIVIL_FILINGS
from metrics._metric import Metric

METRIC = Metric(
    name="civil_filings",
    label="一审民商事新收",
    family="诉源",
    aliases=("新收一审民商事案件", "民商事一审收案", "新收同比"),
    numerator=CIVIL_FILINGS,
    denominator=None,
    per=1,
    unit="件",
    decimals=0,
    better="none",
    interval="none",
    order=30,
    is_core=True,
    event="新收一审民商事",
    includes=("本院“民初”字号案件", "按立案日期计入期间", "全县＝各乡镇街道＋辖区外＋未归属"),
    excludes=("二审、再审、特别程序、执行字号", "诉前调确、诉前调书", "口径中列明剔除的案由"),
    basis="只计件数；新收同比＝（本期－上年同期）÷ 上年同期，上年取相同日期。",
    caution="2025年1月1日起先立案后调解，跨该日的同比不可比；批量案件会使件数陡增，先看批量清单。",
)
