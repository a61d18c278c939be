"""The typefaces of official documents: by their usual names, then by those that free systems have."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

import settings
from data.refusal import Refused

FOLDER = "fonts"
"""Of the home: *.ttf, *.otf and *.ttc files put there are used beside those of the system."""
SONG = (
    "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "Songti SC", "STSong", "SimSun",
    "NSimSun", "AR PL UMing CN",
)  # fmt: skip
HEI = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "DengXian",
    "PingFang SC", "SimHei", "STHeiti", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
"""Simplified Chinese by name: asked for any sans face, Japanese letters are often what comes."""
FANG = (
    "FangSong_GB2312",
    "仿宋_GB2312",
    "FangSong",
    "仿宋",
    "STFangsong",
    "华文仿宋",
    "FZFangSong-Z02",
    "方正仿宋_GBK",
)
KAI = ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "Kaiti SC", "FZKai-Z03", "AR PL UKai CN")
TITLE = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "STZhongsong", "华文中宋")
BLACK = ("SimHei", "黑体", "STHeiti", "华文黑体", "FZHei-B01")


@dataclass(frozen=True)
class Faces:
    """Installed families for each use, best first, and the fonts that were searched."""

    all: typst.Fonts
    title: tuple[str, ...]
    body: tuple[str, ...]
    kai: tuple[str, ...]
    hei: tuple[str, ...]
    sans: str
    """For charts and tables."""


@lru_cache(maxsize=8)
def found(fonts: Path | None = None) -> Faces:
    """The faces of this machine and of a folder. Raises Refused (no_chinese_font) where none has Chinese letters."""
    folder = fonts or settings.HOME / FOLDER
    searched = typst.Fonts(font_paths=[folder] if folder.is_dir() else [])
    families = set(searched.families())
    own = {one.family for one in searched.fonts() if one.path and Path(one.path).is_relative_to(folder)}
    rest = tuple(sorted(own))
    song, hei = _installed(SONG, families), _installed(HEI, families)
    body, kai = _installed(FANG, families), _installed(KAI, families)
    known = (*song, *hei, *body, *kai, *rest)
    if not known:
        raise Refused("no_chinese_font", _sentence(folder))
    return Faces(
        all=searched,
        title=(*_installed(TITLE, families), *known),
        body=(*body, *known),
        kai=(*kai, *known),
        hei=(*_installed(BLACK, families), *hei, *known),
        sans=(*hei, *known)[0],
    )


def _installed(names: tuple[str, ...], families: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in families)


def _sentence(folder: Path) -> str:
    return (
        "本机没有中文字体，不能生成PDF和图："
        f"请安装 fonts-noto-cjk，或把仿宋、黑体等字体文件（ttf、otf、ttc）放入 {folder} 后重试。"
    )
