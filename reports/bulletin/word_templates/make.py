"""Makes the built-in Word templates: run `python -m reports.bulletin.word_templates.make` after a change, commit both.

The .docx files are what the program uses and what an office takes away to change; this is where they can be read and
compared. Layout: GB/T 9704—2012, on A4 with 22 lines of 28 characters. A test holds the files equal to what this makes.
"""

from dataclasses import dataclass
from pathlib import Path

from reports.bulletin.word_parts.package import packed
from reports.bulletin.word_templates.bodies import BODIES
from reports.bulletin.word_templates.styles import PADDING, STYLES, Style, table_style

FOLDER = Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "fontTable", "footer1", "footer2")
_KINDS = {"footer1": "footer", "footer2": "footer"}


@dataclass(frozen=True)
class Face:
    """A typeface by its name in Chinese Word; `others` are taken where it is not installed, best first."""

    name: str
    others: str
    family: str
    panose: str


FACES = (
    Face("方正小标宋简体", "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体,SimSun", "roman", "02010600030101010101"),
    Face("仿宋_GB2312", "仿宋,FangSong,华文仿宋,宋体,SimSun", "modern", "02010609030101010101"),
    Face("楷体_GB2312", "楷体,KaiTi,华文楷体,宋体,SimSun", "modern", "02010609030101010101"),
    Face("黑体", "SimHei,微软雅黑,Noto Sans CJK SC", "modern", "02010609060101010101"),
    Face("宋体", "SimSun,Noto Serif CJK SC", "auto", "02010600030101010101"),
)


def _xml(root: str, inner: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'.encode()


def _fonts() -> bytes:
    def one(face: Face) -> str:
        return (
            f'<w:font w:name="{face.name}"><w:altName w:val="{face.others}"/><w:panose1 w:val="{face.panose}"/>'
            f'<w:charset w:val="86"/><w:family w:val="{face.family}"/><w:pitch w:val="variable"/></w:font>'
        )

    return _xml("fonts", "".join(map(one, FACES)))


def _settings() -> bytes:
    compat = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    inner = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/>{compat}<w:themeFontLang w:eastAsia="zh-CN"/>'
    )
    return _xml("settings", inner)


def _styles(base: dict[str, Style], padding: int) -> bytes:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" '
        'w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    made = [style.xml(name, f"s{at}") for at, (name, style) in enumerate(base.items(), 1)]
    return _xml("styles", defaults + normal + "".join(made) + table_style("t1", padding))


def _footer(style: str) -> bytes:
    number = (
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    )
    return _xml("ftr", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{number}</w:p>')


def _types() -> bytes:
    parts = [("document", "document.main"), *((part, _KINDS.get(part, part)) for part in _PARTS)]
    overrides = [f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in parts]
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{"".join(overrides)}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    ).encode()


def _relations(rows: list[tuple[str, str, str]]) -> bytes:
    made = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in rows)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Relationships xmlns="{namespace}">{made}</Relationships>'.encode()


def _core(name: str) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{name}</dc:title></cp:coreProperties>"
    ).encode()


def made(name: str) -> bytes:
    """The bytes of one template."""
    styles = STYLES[name]
    ids = {style: f"s{at}" for at, style in enumerate(styles, 1)}
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            [("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
        ),
        "docProps/core.xml": _core(name),
        "word/_rels/document.xml.rels": _relations(
            [(f"rId{at}", f"{R}/{_KINDS.get(part, part)}", f"{part}.xml") for at, part in enumerate(_PARTS, 1)]
        ),
        "word/document.xml": _xml("document", f"<w:body>{BODIES[name](ids)}</w:body>"),
        "word/styles.xml": _styles(styles, PADDING[name]),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/footer1.xml": _footer(ids["页码单页"]),
        "word/footer2.xml": _footer(ids["页码双页"]),
    }
    return packed(parts)


if __name__ == "__main__":
    for each in BODIES:
        (FOLDER / f"{each}.docx").write_bytes(made(each))
