"""What to look at although a sheet was read: columns that look wanted, and a kind that the title denies."""

from rapidfuzz import fuzz, process

from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.read.table import Table
from data.receipt import Problem
from data.recognise.kinds import stated_kind
from data.recognise.layout import Layout

_NEAR = 75.0
_NAMED = 5
_UNWANTED = frozenset({"是否集访", "集访人数"})
"""Standard columns that no ledger needs, however near they are to one: 是否集访 is no slip for 是否初访."""


def doubts(table: Table, layout: Layout, file_name: str) -> list[Problem]:
    """Warnings of a sheet that was accepted."""
    return [*_denied_kind(table, layout, file_name), *([] if layout.taught else _unclaimed(layout))]


def _denied_kind(table: Table, layout: Layout, file_name: str) -> list[Problem]:
    """A taught layout says one kind of mediation, the title of this very file another: the layout holds, aloud."""
    stated = stated_kind((layout.title, table.name, file_name)) if layout.taught and layout.kind else None
    if stated is None or stated == layout.kind:
        return []
    sentence = (
        f"表题或文件名像是{MEDIATION_KINDS[stated]}，但已记住的列映射把行内没写种类的"
        f"按{MEDIATION_KINDS[layout.kind or stated]}读取；"
        "如不对，请撤销本次导入，在“映射”页修改后重新上传。"
    )
    return [Problem("layout_kind_differs", "warning", sentence, layout.header_row)]


def _unclaimed(layout: Layout) -> list[Problem]:
    """Headers nearly like those of fields that the sheet seems to lack: a slip of the pen loses a whole column."""
    ledger = LEDGERS[layout.ledger]
    found = {column.field for column in layout.columns}
    wanted = [text for one in ledger.fields if one.name not in found and one.kind != "dropped" for text in one.headers]
    near = []
    for header in layout.unknown:
        asked = len(header) > 2 and header not in _UNWANTED
        alike = process.extractOne(header, wanted, scorer=fuzz.ratio, score_cutoff=_NEAR) if asked else None
        if alike is not None:
            near.append(f"“{header}”像是“{alike[0]}”")
    if not near:
        return []
    named = "、".join(near[:_NAMED]) + (f"等{len(near)}列" if len(near) > _NAMED else "")
    sentence = f"有的列没有用上，但表头与需要的列相近：{named}；如确是同一列，请在“导入”页点“列映射”指定后重新读取。"
    return [Problem("column_unclaimed", "warning", sentence, layout.header_row, count=len(near))]
