"""The named styles of the built-in templates, as GB/T 9704—2012 asks for them.

Sizes are points: 二号 22, 三号 16, 四号 14, 五号 10.5. A line is 28.95 pt (22 of them in 225 mm); letters of 三号 stand
0.25 pt closer, so that 28 of them fill 156 mm.
"""

from dataclasses import dataclass
from typing import Literal

TITLE, BODY, KAI, HEI, SONG = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
LINE = 28.95
CHARACTER = 15.75
RED = "C00000"


@dataclass(frozen=True)
class Style:
    """A paragraph style (or one of letters); lengths are points, `first` and `hanging` the first line's indent."""

    face: str = BODY
    size: float = 16
    line: float = LINE
    """0: as high as what stands in it, for pictures."""
    align: Literal["left", "right", "center", "both"] = "both"
    first: float = 0
    hanging: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = ""
    closer: float = 0
    narrow: int = 0
    """Width of the letters in percent; 0: as they are."""
    level: int = -1
    """Outline level, for the navigation of Word; -1: body text."""
    keeps_next: bool = False
    new_page: bool = False
    border: str = ""
    has_tab: bool = False
    """A tab leads to the right edge of the text."""
    letters_only: bool = False

    def xml(self, name: str, style_id: str) -> str:
        """The style as it stands in styles.xml."""
        kind = "character" if self.letters_only else "paragraph"
        based = "" if self.letters_only else '<w:basedOn w:val="a"/>'
        paragraph = "" if self.letters_only else f"<w:pPr>{self._paragraph()}</w:pPr>"
        return (
            f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>{based}'
            f"<w:qFormat/>{paragraph}<w:rPr>{self._letters()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        rule = f' w:line="{_twips(self.line)}" w:lineRule="exact"' if self.line else ' w:line="240" w:lineRule="auto"'
        first = f' w:hanging="{_twips(self.hanging)}"' if self.hanging else f' w:firstLine="{_twips(self.first)}"'
        chars = ' w:firstLineChars="200"' if self.first == 2 * CHARACTER else ""
        return (
            ("<w:keepNext/>" if self.keeps_next else "")
            + ("<w:pageBreakBefore/>" if self.new_page else "")
            + '<w:widowControl w:val="0"/>'
            + (f"<w:pBdr>{self.border}</w:pBdr>" if self.border else "")
            + ('<w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs>' if self.has_tab else "")
            + '<w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
            + '<w:snapToGrid w:val="0"/>'
            + f'<w:spacing w:before="{_twips(self.before)}" w:after="{_twips(self.after)}"{rule}/>'
            + f'<w:ind w:left="{_twips(self.left)}" w:right="{_twips(self.right)}"{chars}{first}/>'
            + f'<w:jc w:val="{self.align}"/>'
            + (f'<w:outlineLvl w:val="{self.level}"/>' if self.level >= 0 else "")
        )

    def _letters(self) -> str:
        half_points = round(self.size * 2)
        return (
            f'<w:rFonts w:ascii="{self.face}" w:hAnsi="{self.face}" w:eastAsia="{self.face}"/>'
            + ("<w:b/><w:bCs/>" if self.bold else "")
            + (f'<w:color w:val="{self.colour}"/>' if self.colour else "")
            + (f'<w:spacing w:val="{-_twips(self.closer)}"/>' if self.closer else "")
            + (f'<w:w w:val="{self.narrow}"/>' if self.narrow else "")
            + f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        )


def _twips(points: float) -> int:
    return round(points * 20)


def table_style(style_id: str, padding: int) -> str:
    """表格: three lines as in statistical yearbooks, hairlines between the rows; `padding` twips above and below."""

    def line(side: str, eighths: int, colour: str = "000000") -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'

    margins = (
        f'<w:tblCellMar><w:top w:w="{padding}" w:type="dxa"/><w:left w:w="45" w:type="dxa"/>'
        f'<w:bottom w:w="{padding}" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar>'
    )
    borders = f"{line('top', 12)}{line('bottom', 12)}{line('insideH', 2, 'A6A6A6')}"
    under = f"<w:tcPr><w:tcBorders>{line('bottom', 6)}</w:tcBorders></w:tcPr>"
    head = f'<w:tblStylePr w:type="firstRow">{under}</w:tblStylePr>'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="表格"/><w:qFormat/>'
        f'<w:tblPr><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>'
        f'<w:tcPr><w:vAlign w:val="center"/></w:tcPr>{head}</w:style>'
    )


_INDENT = 2 * CHARACTER
_RED_LINE = f'<w:bottom w:val="single" w:sz="12" w:space="11" w:color="{RED}"/>'
_IMPRINT_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="1" w:color="000000"/>'
    for side, size in (("top", 8), ("bottom", 8), ("between", 6))
)
_ANY = {
    "公文正文": Style(first=_INDENT, closer=0.25),
    "一级标题": Style(face=HEI, first=_INDENT, closer=0.25, level=0, keeps_next=True),
    "二级标题": Style(face=KAI, first=_INDENT, closer=0.25, level=1, keeps_next=True),
    "二级标题文字": Style(face=KAI, closer=0.25, letters_only=True),
    "三级标题": Style(bold=True, first=_INDENT, closer=0.25, level=2, keeps_next=True),
    "四级标题": Style(first=_INDENT, closer=0.25, level=3, keeps_next=True),
    "密级": Style(face=HEI, align="left"),
    "公文标题": Style(face=TITLE, size=22, line=36, align="center", before=LINE),
    "期间": Style(face=KAI, size=14, align="center"),
    "主送": Style(before=LINE, closer=0.25),
    "附件说明首项": Style(left=6 * CHARACTER, hanging=4 * CHARACTER, closer=0.25, before=LINE, keeps_next=True),
    "附件说明": Style(left=6 * CHARACTER, hanging=CHARACTER, closer=0.25, keeps_next=True),
    "结语": Style(first=_INDENT, closer=0.25, keeps_next=True),
    "署名": Style(align="right", right=2 * CHARACTER, before=LINE, closer=0.25, keeps_next=True),
    "成文日期": Style(align="right", right=4 * CHARACTER, closer=0.25, keeps_next=True),
    "附注": Style(first=_INDENT, closer=0.25, keeps_next=True),
    "来源": Style(face=KAI, size=12, line=20, align="left", first=24),
    "附件号": Style(face=HEI, align="left", keeps_next=True),
    "附件标题": Style(face=TITLE, size=18, line=30, align="center", after=8, keeps_next=True),
    "表题": Style(face=HEI, size=12, line=22, align="center", before=6, after=3, keeps_next=True),
    "表题换页": Style(face=HEI, size=12, line=22, align="center", after=3, keeps_next=True, new_page=True),
    "表头": Style(face=HEI, size=10.5, line=14, align="center"),
    "表格文字": Style(face=SONG, size=10.5, line=14, align="left"),
    "表格数字": Style(face=SONG, size=10.5, line=14, align="right"),
    "表格居中": Style(face=SONG, size=10.5, line=14, align="center"),
    "表注": Style(face=SONG, size=9, line=12.5, align="left", before=2, left=27, hanging=27),
    "图": Style(size=10.5, line=0, align="center", before=6, keeps_next=True),
    "图题": Style(face=HEI, size=12, line=22, align="center", before=3, after=6),
    "版记": Style(size=14, line=22, align="left", border=_IMPRINT_LINES, has_tab=True),
    "页码单页": Style(face=SONG, size=14, line=0, align="right", right=14),
    "页码双页": Style(face=SONG, size=14, line=0, align="left", left=14),
    "预览稿": Style(face=HEI, size=12, line=0, align="right", colour=RED),
    "分节": Style(size=1, line=1),
}
_SHEET_CELLS = {
    name: Style(face=_ANY[name].face, size=9, line=11.5, align=_ANY[name].align)
    for name in ("表头", "表格文字", "表格数字", "表格居中")
}
PADDING = {"通报": 28, "提示函": 28, "一镇一单": 8}
STYLES: dict[str, dict[str, Style]] = {
    "通报": {
        **_ANY,
        "发文机关标志": Style(face=TITLE, size=26, line=40, align="center", colour=RED, narrow=75, before=50),
        "文号": Style(align="center", before=2 * LINE, border=_RED_LINE),
    },
    "提示函": {**_ANY, "函号": Style(align="right")},
    "一镇一单": {
        **_ANY,
        **_SHEET_CELLS,
        "单首行": Style(face=HEI, size=10.5, line=14, align="left", new_page=True),
        "单标题": Style(face=TITLE, size=18, line=24, align="center", level=0),
        "单期间": Style(face=KAI, size=10.5, line=15, align="center", after=2),
        "单首句": Style(face=BODY, size=12, line=17, first=24, after=1),
        "单小标题": Style(face=HEI, size=10.5, line=14, align="left", before=3, after=1, keeps_next=True),
        "单正文": Style(size=10, line=13.5, first=20),
        "单末行": Style(face=KAI, size=9, line=13, align="left", before=4),
        "表注": Style(face=SONG, size=8, line=11, align="left", before=2, left=24, hanging=24),
        "图": Style(size=9, line=0, align="center", left=40, right=40),
        "页码单页": Style(face=SONG, size=10.5, line=0, align="right"),
        "页码双页": Style(face=SONG, size=10.5, line=0, align="left"),
    },
}
