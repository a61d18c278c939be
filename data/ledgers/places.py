"""Header words for places, shared by every ledger whose rows lie somewhere."""

TOWNSHIP_STATED = (
    "所属乡镇 所在乡镇 归属乡镇 所属乡镇街道 所属乡镇（街道） 所属镇街 所在镇街 归属镇街 所属街镇"
    " 所属街道 所在街道 乡镇（街道）"
    " 乡镇街道 乡镇/街道 乡镇、街道 乡镇 镇街 街镇 镇（街道） 街道 属地 所属地 所属辖区"
    " 案发乡镇 涉诉乡镇 涉案乡镇 辖区乡镇 管辖乡镇 来源乡镇"
)
_AT_WORDS = (
    "住所地 地址 住址 住所 住所地址 户籍地 户籍地址 户籍所在地 现住址 现住地 现居住地 居住地址 经常居住地 居住地"
)
_AT = tuple(_AT_WORDS.split())
_TOWN_OF = ("所属乡镇", "所在乡镇", "所属镇街", "所在镇街", "乡镇")
PLACE_DEFENDANT = " ".join(who + at for who in ("被告", "被告人", "被申请人") for at in _AT + _TOWN_OF)
PLACE_PLAINTIFF = " ".join(who + at for who in ("原告", "原告人", "申请人") for at in _AT + _TOWN_OF)
PLACE_DISPUTE = (
    "纠纷发生地 纠纷所在地 纠纷发生地点 纠纷发生地址 案发地 案发地点 事发地 事发地点 发生地 发生地点 发生地址"
)
