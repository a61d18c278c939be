"""Numbers in Chinese, as headings of documents and tiers write them."""

_DIGITS = "零一二三四五六七八九"
_LAST = 99


def chinese(number: int) -> str:
    """1 to 99 as 一 to 九十九; beyond what anybody reads as words in digits."""
    if number > _LAST:
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def tier_name(number: int) -> str:
    """第一梯队, 第十二梯队."""
    return f"第{chinese(number)}梯队"
