"""Fills a template that somebody uploaded, in a limited child: whatever it does there, the server goes on."""

import json
import pickle
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import settings
from data import limited_child
from data.refusal import Refused
from reports.bulletin.content import Notice, Sheets
from reports.bulletin.fonts import folder_of
from reports.bulletin.word_parts.writing import label_of

CODE = "template_stopped"
_CHILD = "reports.bulletin.word_child"
_WHERE_FONTS_LIE = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
_SMALLER = "请减少模板中的循环（for）、内容和图片，或从内置模板改起后重新上传；已采用的可改回内置模板"
_one_at_a_time = threading.Lock()
"""Several at once would take their limits several times over."""


def written_apart(contents: Sequence[Notice | Sheets], template: bytes, fonts: Path | None) -> list[bytes]:
    """Documents of one kind by one template, each as a .docx file: all of them, or Refused.

    Refused by the child (`template_invalid` among others), or because it did not come to an end (`template_stopped`).
    """
    # Only the child reads a pickle, which this process made; its answer is JSON and bytes.
    request = pickle.dumps((list(contents), template, folder_of(fonts).resolve()))
    label, seconds = label_of(contents[0]), settings.CHILD_WALL_SECONDS
    with tempfile.TemporaryFile() as answer:
        if not _one_at_a_time.acquire(timeout=seconds):
            raise _stopped(label, f"等了{seconds}秒，前面的模板还没有填完", "请稍后重试")
        try:
            status = limited_child.run(_CHILD, request, seconds=seconds, answer=answer, keep=_WHERE_FONTS_LIE)
        finally:
            _one_at_a_time.release()
        if status != 0:
            raise _died(label, status)
        return _documents(label, answer)


def _documents(label: str, answer: IO[bytes]) -> list[bytes]:
    """The first line says how long each document is, or why there are none."""
    answer.seek(0)
    said: dict[str, Any] = json.loads(answer.readline())
    if "too_much" in said:
        raise _died(label, 1)
    if "failed" in said:
        raise _stopped(label, f"填写时程序出错（{said['failed']}）", "请把这句话告诉维护人员")
    if "refused" in said:
        raise Refused(*said["refused"])
    return [answer.read(size) for size in said["sizes"]]


def _died(label: str, status: int | None) -> Refused:
    if status is None:
        return _stopped(label, "填写程序没有启动起来", "请稍后重试，仍不行请联系维护人员")
    if status in limited_child.TOO_LONG:
        limits = f"处理器{settings.TEMPLATE_CPU_SECONDS}秒，共{settings.CHILD_WALL_SECONDS}秒"
        return _stopped(label, f"在时限内（{limits}）没有填完，或被系统中止，已停止", _SMALLER)
    limits = f"内存{settings.CHILD_MEMORY_MB}MB，文件{settings.TEMPLATE_FILE_MB}MB"
    return _stopped(label, f"填写中断，可能超过上限（{limits}）或层数太多", _SMALLER)


def _stopped(label: str, what: str, remedy: str) -> Refused:
    return Refused(CODE, f"Word 模板“{label}”{what}，没有生成文件；{remedy}。")
