"""案-件比."""

from metrics._case_counts import ALL_NUMBERS, FIRST_INSTANCE_NUMBERS
from metrics._metric import Metric

METRIC = Metric(
    name="case_multiplication",
    label="案-件比",
    family="案源",
    aliases=("案件比", "案件衍生比"),
    numerator=ALL_NUMBERS,
    denominator=FIRST_INSTANCE_NUMBERS,
    quotient="ratio",
    per=1,
    unit="件/案",
    decimals=2,
    better="lower",
    interval="none",
    order=30,
    event="案-件比",
    includes=("分子：本院期内新收的全部案号（一审、特别程序、再审、执行、保全等）", "分母：其中的一审案件（“初”字号）"),
    excludes=("诉前调确、诉前调书等诉前调字号", "上级法院的二审、再审案件", "类型代字不认得的案号"),
    basis="本系统自定：一个“案”平均生出几个“件”，同期新收相除，不逐案追踪（最高法2025年公布案-件比下降0.07，未公布算式）。",
    caution="台账只导出一审案件时无从计算；与最高法公布的案-件比口径不同，只宜与自己比。",
)
