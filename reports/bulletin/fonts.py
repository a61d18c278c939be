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
    song: tuple[str, ...]
    sans: str
    """For charts."""
    has_title: bool
    """Whether a face made for titles (小标宋) is there, or another stands in; likewise `has_kai`."""
    has_kai: bool


def found(fonts: Path | None = None) -> Faces:
    """The faces of this machine and of a folder. Raises Refused (no_chinese_font) where none has Chinese letters."""
    folder = folder_of(fonts)
    return _searched(folder, tuple(sorted(folder.iterdir())) if folder.is_dir() else ())


def folder_of(fonts: Path | None) -> Path:
    """Where faces are looked for beside those of the machine; None: the home's folder."""
    return fonts or settings.HOME / FOLDER


@lru_cache(maxsize=8)
def _searched(folder: Path, files: tuple[Path, ...]) -> Faces:
    """Searching takes a fifth of a second; it is done anew when a file was put into the folder or taken away."""
    searched = typst.Fonts(font_paths=[folder] if files else [])
    families = {name.casefold() for name in searched.families()}
    own = tuple(sorted({one.family for one in searched.fonts() if one.path and Path(one.path) in files}))
    title, body, kai = _installed(TITLE, families), _installed(FANG, families), _installed(KAI, families)
    song, hei, black = _installed(SONG, families), _installed(HEI, families), _installed(BLACK, families)
    known = tuple(dict.fromkeys((*song, *hei, *body, *kai, *black, *own, *title)))
    if not known:
        raise Refused("no_chinese_font", _sentence(folder))
    return Faces(
        all=searched,
        title=_first(title, known),
        body=_first(body, known),
        kai=_first(kai, body, known),
        hei=_first(black, hei, known),
        song=_first(song, known),
        sans=_first(hei, black, known)[0],
        has_title=bool(title),
        has_kai=bool(kai),
    )


def _first(*lists: tuple[str, ...]) -> tuple[str, ...]:
    """The lists one after the other, each name once."""
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _installed(names: tuple[str, ...], families: set[str]) -> tuple[str, ...]:
    """Names as typst compares them: capital or small letters are the same."""
    return tuple(name for name in names if name.casefold() in families)


def _sentence(folder: Path) -> str:
    return (
        "本机没有中文字体，不能生成PDF和图："
        f"请安装 fonts-noto-cjk，或把仿宋、黑体等字体文件（ttf、otf、ttc）放入 {folder} 后重试。"
    )
