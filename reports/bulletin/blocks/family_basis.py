"""口径说明 of 婚姻家事案件通报."""

from metrics._disclosure import protected_among
from metrics._family_cases import FAMILY, GROUPS
from metrics._review import Review
from metrics._review_basis import breaks_basis, exclusions_basis, places_basis, reach_basis
from reports.bulletin.content import Paragraph, Section


def family_basis(told: Review) -> Section:
    """What is counted, into which groups, and why numbers of townships are left out."""
    groups = "；".join(f"{name}含{'、'.join(causes)}" for name, causes in GROUPS.items())
    parts = (
        (
            "统计范围。",
            f"统计一审民商事新收案件中案由属“{FAMILY}”的案件，按下列各类合并：{groups}；各案由含其下级案由。",
        ),
        ("不列数字。", _left_out(told)),
        ("案件归属。", places_basis(told)),
        ("剔除。", exclusions_basis(told)),
        ("可比性。", breaks_basis(told)),
        ("数据截至。", reach_basis(told)),
    )
    return Section("basis", "口径说明", tuple(Paragraph(text, lead) for lead, text in parts if text))


def _left_out(told: Review) -> str:
    if not protected_among([FAMILY], told.definition):
        return ""
    return (
        f"为避免从数字认出当事人，乡镇街道不足{told.definition.smallest_shown_count}件的类别不列，"
        "与合计或者以前各期通报相减可以推得的，一并不列；一经不列，本年内以后各期均不列。"
    )
