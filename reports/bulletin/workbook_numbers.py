"""How a number is shown that the document prints with more than digits: ≥90% or +2.1%."""

import re

from reports.excel_text import printable

_PRINTED = re.compile(r"(?P<before>\D*?)(?P<sign>[+−-]?)(?P<digits>\d[\d,]*)(?:\.(?P<rest>\d+))?(?P<after>\D*)")
_LONGEST = 60
_NOT_IN_FORMATS = '"\\\n\t'
_MINUSES = ("-", "−")


def format_of(text: str, number: float) -> str:
    """Excel's format that prints `number` as `text`; '' where the text says something else than the number."""
    found = _PRINTED.fullmatch(text) if text == printable(text) else None
    if found is None or len(text) > _LONGEST or any(mark in text for mark in _NOT_IN_FORMATS):
        return ""
    plain = float(f"{found['digits']}.{found['rest'] or 0}".replace(",", ""))
    decimals = len(found["rest"] or "")
    negative = found["sign"] in _MINUSES
    if round(abs(float(number) - (-plain if negative else plain)), 9) > 0.5 * 10**-decimals:
        return ""
    return _pattern(found["before"], decimals, found["after"], is_signed=found["sign"] == "+")


def says_more(number_format: str) -> bool:
    """True for a format with a sign, a unit or another mark beside the digits."""
    return ";" in number_format or '"' in number_format


def shared_format(texts: list[str]) -> str:
    """The format of numbers that share an axis: the most decimals of any, a plus sign where one has it."""
    found = [one for text in texts if (one := _PRINTED.fullmatch(text))]
    decimals = max((len(one["rest"] or "") for one in found), default=0)
    after = {one["after"] for one in found}
    return _pattern("", decimals, "%" if after == {"%"} else "", is_signed=any(one["sign"] == "+" for one in found))


def _pattern(before: str, decimals: int, after: str, *, is_signed: bool) -> str:
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    plain = _literal(before) + digits + _literal(after)
    negative = _literal(before) + "-" + digits + _literal(after)
    positive = _literal(before) + "+" + digits + _literal(after)
    return f"{positive};{negative};{plain}" if is_signed else plain


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
