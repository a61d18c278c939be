"""The office changes a template in Word; what cannot be used is refused with a sentence that says what to do."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt, RGBColor

from data.refusal import Refused
from reports.bulletin.word import builtin_template, notice_docx
from reports.bulletin.word_parts.values import NAMES, notice_values, sheets_values
from reports.bulletin.word_parts.writing import written
from reports.bulletin.word_templates import builtin
from reports.bulletin.word_templates.make import made
from tests.reports.bulletin.changed_templates import BODY, ORIGINAL, changed, sentence_for
from tests.reports.bulletin.contents import a_notice, the_sheets
from tests.reports.bulletin.word_contents import opened, paragraphs, part, with_part


def resaved(change) -> bytes:
    """The template after `change` was made to it in an office program."""
    document, buffer = opened(ORIGINAL), BytesIO()
    change(document)
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["通报", "提示函", "一镇一单"])
def test_the_file_is_what_its_source_makes(name):
    assert builtin(name) == made(name), "run: python -m reports.bulletin.word_templates.make"


def test_kinds_use_their_template():
    assert builtin_template("petitions") == builtin_template("monthly") == builtin("通报")
    assert builtin_template("letter") == builtin("提示函")
    assert builtin_template("sheets") == builtin("一镇一单")


def test_the_page_is_that_of_the_standard():
    page = opened(ORIGINAL).sections[0]
    across, down = page.page_width.mm, page.page_height.mm
    text = (across - page.left_margin.mm - page.right_margin.mm, down - page.top_margin.mm - page.bottom_margin.mm)
    assert [round(one) for one in (across, down, page.top_margin.mm, page.left_margin.mm)] == [210, 297, 37, 28]
    assert [round(one) for one in text] == [156, 225]
    assert opened(ORIGINAL).settings.odd_and_even_pages_header_footer


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [
        ("公文标题", "方正小标宋简体", 22),
        ("公文正文", "仿宋_GB2312", 16),
        ("一级标题", "黑体", 16),
        ("二级标题", "楷体_GB2312", 16),
        ("三级标题", "仿宋_GB2312", 16),
        ("四级标题", "仿宋_GB2312", 16),
        ("附件号", "黑体", 16),
        ("页码单页", "宋体", 14),
    ],
)
def test_faces_and_sizes_are_those_of_the_standard(style, face, size):
    look = opened(ORIGINAL).styles[style]
    assert (look.font.name, look.font.size.pt, look.font.bold) == (face, size, True if style == "三级标题" else None)


def test_a_page_holds_22_lines_of_28_letters():
    look = opened(ORIGINAL).styles["公文正文"]
    closer = int(look.element.rPr.xpath("w:spacing/@w:val")[0]) / 20
    assert int(225 / 25.4 * 72 / look.paragraph_format.line_spacing.pt) == 22
    assert int(156 / 25.4 * 72 / (look.font.size.pt + closer)) == 28
    assert look.paragraph_format.first_line_indent.pt == 2 * (look.font.size.pt + closer)


def test_a_face_that_is_not_installed_has_others_named():
    fonts = zipfile.ZipFile(BytesIO(ORIGINAL)).read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,' in fonts
    assert "embed" not in fonts


def test_numbers_of_pages_stand_outside_between_dashes():
    page = opened(notice_docx(a_notice(3))).sections[-1]
    for footer, style in ((page.footer, "页码单页"), (page.even_page_footer, "页码双页")):
        assert footer.paragraphs[0].style.name == style
        assert footer._element.xpath("string(.)") == "— 1 —"


def test_a_changed_style_changes_the_output():
    def red(document):
        document.styles["表头"].font.color.rgb = RGBColor(255, 0, 0)

    after = opened(written(a_notice(3), resaved(red)))
    assert after.tables[1].rows[0].cells[0].paragraphs[0].style.font.color.rgb == RGBColor(255, 0, 0)


@pytest.mark.parametrize(("asked", "said"), [(7, None), (10, None), (20, 10)])
def test_letters_of_a_table_are_those_of_the_style_unless_its_columns_have_no_room(asked, said):
    """Twelve columns of 63.5 letters on a page that lies: 225 mm are 637.8 points, 10 for each letter."""

    def sized(document):
        document.styles["表格文字"].font.size = Pt(asked)

    table = opened(written(a_notice(3), resaved(sized))).tables[1]
    sizes = {run.font.size for cell in table._cells for one in cell.paragraphs for run in one.runs}
    assert sizes == {None if said is None else Pt(said)}


@pytest.mark.parametrize(("left", "right"), [("left", "right"), ("start", "end")])
def test_the_indents_of_a_picture_make_it_narrower(left, right):
    style = opened(ORIGINAL).styles["图"].style_id
    before = f'w:styleId="{style}"><w:name w:val="图"/>'
    styles = part(ORIGINAL, "word/styles.xml").partition(before)[2].partition("</w:style>")[0]
    indent = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
    assert indent in styles
    narrower = styles.replace(indent, f'<w:ind w:{left}="567" w:{right}="567"/>')
    shape = opened(written(a_notice(3), changed(styles, narrower, "word/styles.xml"))).inline_shapes[0]
    assert shape.width.cm == pytest.approx(15.6 - 2, abs=0.01)


def test_words_and_places_of_a_template_may_be_changed():
    said = paragraphs(written(a_notice(3), changed("{{ 机关 }}文件", "{{ 机关 }}（情况通报）")))
    assert ("发文机关标志", "中共云泽县委平安云泽建设领导小组办公室（情况通报）") in said


def test_an_addressee_may_stand_in_a_header():
    template = resaved(lambda document: document.sections[0].header.paragraphs[0].insert_paragraph_before("{{ 文号 }}"))
    headers = [one.header.paragraphs[0].text for one in opened(written(a_notice(3), template)).sections]
    assert headers == ["云平安办通〔2026〕10号"] * 5


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ 期间 }}", "{{ 其间 }}", "变量“其间”不存在（是否应为“期间”？）"),
        ("{{ 节.序号 }}", "{{ 节.序数 }}", "变量“序数”不存在（是否应为“序号”？）"),
        ("节 in 附件 %}", "节 in 附件表 %}", "变量“附件表”不存在（是否应为“附件”？）"),
        ("{{ 结语 }}", "", ""),
        ("{%p endfor %}", "{%p endfro %}", "{{ 段.文字 }}{% endfro %}{% for 表"),
        ("{{ 期间 }}", "{{ 期间 }", "标记写错了，大约在“（{{ 期间 }）”附近"),
        ("{{ 密级 }}", "{{ 密级 ", "标记写错了，大约在“{{ 密级”附近"),
        ("{{ 标题 }}", "{{ 标题", "标记写错了，大约在“{{ 标题”附近"),
        ("{%p if 密级 %}", "{%p if 密级", "标记写错了，大约在“{%p if 密级”附近"),
        ("{{ 主送 }}", "{# {{ 主送 }}", "标记写错了，大约在“{# {{ 主送 }}："),
        ("{{ 主送 }}", "主送 %}", "标记写错了，大约在“主送 %}："),
        ("{{ 期间 }}", "{ 期间 }}", "标记写错了，大约在“（{ 期间 }}）”附近"),
        ("{{ 注 }}", "{% if 0 %}{{ 表.提 }}{% endif %}{{ 注 }}", "变量“提”不存在"),
        ("{{ 主送 }}", "{{ 主送.__class__.__mro__[1].__subclasses__() }}", "变量“__"),
        ("{{ 主送 }}", "{{ 主送['__class__']['__mro__'] }}", "标记写错了"),
        ("{{ 主送 }}", "{{ 主送|attr('__class__') }}", "标记写错了"),
        ("{{ 主送 }}", "{{ 主送() }}", "标记写错了"),
        ("{{ 主送 }}", "{{ 1 / 0 }}", "不能计算、调用函数"),
        ("{{ 主送 }}", "{{ '字' * 10**10 }}", "不能计算、调用函数"),
        ("{{ 主送 }}", "{{ 主送|center(10000000000) }}", "不能计算、调用函数"),
        ("{{ 期间 }}", "｛｛ 期间 ｝｝", "“（｛｛ 期间 ｝｝）”中的括号是全角的"),
        ("{{ 期间 }}", "{％ if 期间 ％}", "中的括号是全角的"),
        ("{{ 主送 }}", "{{ 主送.center }}", "变量“center”不存在"),
        ("{{ 主送 }}", "{% set 甲 = 主送 %}", "不能计算、调用函数"),
        ("{{ 主送 }}", f"{'{% for 甲 in 正文 %}' * 6}{'{% endfor %}' * 6}", "层层重复"),
        ("{{p 表.内容 }}", "见 {{ 表.内容 }}", "应独占一段，写作 {{p 表.内容 }}"),
    ],
)
def test_a_wrong_tag_is_refused_with_what_to_do(old, new, said):
    template = changed(old, new)
    if not said:
        template = with_part(template, BODY, "if 结语", "if 1")
        said = "缺少变量：结语"
    sentence = sentence_for(template)
    assert said in sentence
    assert "Word 模板“通报”" in sentence


def test_a_template_saved_by_libreoffice_names_its_properties_twice_over_and_still_works():
    odd = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    usual = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    raw = written(a_notice(3), changed(usual, odd, "_rels/.rels"))
    assert opened(raw).core_properties.title == a_notice(3).head.title
    listed = zipfile.ZipFile(BytesIO(raw)).namelist()
    assert len(listed) == len(set(listed))


def test_without_its_page_breaks_a_wide_table_stays_on_pages_that_stand():
    raw = written(a_notice(3), changed("{{p 节.分页 }}", ""))
    assert [one.page_width < one.page_height for one in opened(raw).sections] == [True]
    assert sum(column.width for column in opened(raw).tables[1].columns) == pytest.approx(Mm(156), rel=0.001)


def test_a_wide_table_at_the_end_lies_and_keeps_its_margins():
    notice = a_notice(3)
    raw = notice_docx(replace(notice, attachments=notice.attachments[:1]))
    standing, lying = opened(raw).sections
    assert (lying.page_width, lying.page_height) == (standing.page_height, standing.page_width)
    assert lying.top_margin == standing.left_margin
    across = lying.page_width - lying.left_margin - lying.right_margin
    assert sum(column.width for column in opened(raw).tables[1].columns) == pytest.approx(across, rel=0.001)


def test_a_misspelt_name_is_answered_with_all_that_there_are():
    assert all(name in sentence_for(changed("{{ 期间 }}", "{{ 其间 }}")) for name in NAMES["通报"])


def test_a_template_that_reaches_for_code_gets_none():
    assert "没有采用" in sentence_for(changed("{{ 主送 }}", "{{ ''.__class__.__base__ }}"))


def test_a_style_that_tables_need_must_be_there():
    assert "缺少表格要用的样式：表头" in sentence_for(changed('"表头"', '"表头甲"', "word/styles.xml"))


def test_sheets_need_their_own_names():
    with pytest.raises(Refused, match="缺少变量：各单"):
        written(the_sheets(3), _plain_document())


def _plain_document() -> bytes:
    document, buffer = Document(), BytesIO()
    document.add_paragraph("{{ 标题 }}")
    document.save(buffer)
    return buffer.getvalue()


class _Nothing:
    """A printer that prints nothing."""

    def title(self, title):
        return title

    def table(self, table, lies):
        return ""

    def chart(self, chart, lies, is_crowded):
        return ""

    def new_page(self, lies):
        return ""

    def lies(self, section):
        return False


def _names_in(values, prefix=""):
    singular = {"正文": "节", "附件": "节", "段落": "段", "表格": "表", "图": "图", "各单": "单"}
    for name, value in values.items():
        yield f"{prefix}{name}"
        if isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    yield from _names_in(one, f"{singular[name]}.")


@pytest.mark.parametrize("name", ["通报", "一镇一单"])
def test_the_names_that_people_are_told_are_those_that_are_filled(name):
    filled = notice_values(a_notice(3), _Nothing()) if name == "通报" else sheets_values(the_sheets(3), _Nothing())
    assert set(_names_in(filled)) == set(NAMES[name])


def test_the_manual_names_every_variable():
    manual = (Path(__file__).resolve().parents[3] / "docs" / "manual" / "使用手册.md").read_text("utf-8")
    chapter = manual.partition("### 通报的 Word 和模板")[2].partition("\n### ")[0]
    assert not {one for names in NAMES.values() for one in names if f"`{one}`" not in chapter}
