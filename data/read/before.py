"""What can be said of an upload before a byte of it is read: its size and its name."""

import re

import settings
from data.refusal import Refused

_PROGRAM = re.compile("exe|com|bat|cmd|scr|pif|msi|dll|jse?|vb[se]|wsf|hta|lnk|ps1|jar|apk|sh|cpl|reg")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def refuse_size(size: int) -> None:
    """Raises Refused for an empty file or one over the limit."""
    if size == 0:
        raise Refused("empty_file", "文件是空的（0 字节）：请重新导出后再上传。")
    if size > settings.MAX_UPLOAD_MB * 2**20:
        found, limit = f"{size / 2**20:.0f} MB", f"{settings.MAX_UPLOAD_MB} MB"
        sentence = f"文件有 {found}，超过 {limit} 的上限：请按月份或年度分成几个文件导出后再上传。"
        raise Refused("file_too_large", sentence)


def refuse_program(file_name: str) -> None:
    """Raises Refused for a name that ends like a program's: whatever it holds, such a file must not be passed around.

    Every other extension is only what people typed; the content decides.
    """
    ending = _UNSEEN.sub("", file_name).rstrip(" .").rpartition(".")[2].lower()
    if _PROGRAM.fullmatch(ending):
        sentence = (
            f"文件名以 .{ending} 结尾，是程序而不是表格，可能是冒充表格的病毒，没有打开：请核对来源，重新导出后再上传。"
        )
        raise Refused("program_file", sentence)
