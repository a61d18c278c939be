"""The built-in Word templates. The office takes one away, changes it in Word and puts its own in its place."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_NAMES = {"letter": "提示函", "提示函": "提示函", "sheets": "一镇一单"}


def template_name(kind: str) -> str:
    """Which template a kind of document uses: letters and sheets their own, every kind of notice 通报."""
    return _NAMES.get(kind, "通报")


@cache
def builtin(name: str) -> bytes:
    """The built-in template of that name."""
    return (_FOLDER / f"{name}.docx").read_bytes()
