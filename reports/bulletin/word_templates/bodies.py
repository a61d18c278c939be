"""What stands on the pages of the built-in templates: paragraphs with tags to be filled in, and the page itself."""

from collections.abc import Callable

Ids = dict[str, str]
"""Style name → id."""
_PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
_NOTICE_MARGINS = (
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1247" w:gutter="0"/>'
)
"""天头 37 mm, 订口 28 mm, text 156 × 225 mm; the number stands 7 mm below the text."""
_SHEET_MARGINS = (
    '<w:pgMar w:top="680" w:right="1134" w:bottom="680" w:left="1134" w:header="283" w:footer="283" w:gutter="0"/>'
)
_AT_FOOT = (
    '<w:framePr w:w="8844" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
)
_FEET = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'


def _section(margins: str) -> str:
    return f"<w:sectPr>{_FEET}{_PORTRAIT}{margins}</w:sectPr>"


def _line(ids: Ids, style: str, text: str) -> str:
    """A paragraph; `text` is nothing but text and tags."""
    return f'<w:p><w:pPr><w:pStyle w:val="{ids[style]}"/></w:pPr>{_run(text)}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _tag(text: str) -> str:
    """A paragraph that is gone from the document: a loop or a condition."""
    return f"<w:p>{_run(f'{{%p {text} %}}')}</w:p>"


def _where(condition: str, *inner: str) -> str:
    return f"{_tag(f'if {condition}')}{''.join(inner)}{_tag('endif')}"


def _each(loop: str, *inner: str) -> str:
    return f"{_tag(f'for {loop}')}{''.join(inner)}{_tag('endfor')}"


def _tables(ids: Ids) -> str:
    turned = _tag("elif 表.换页") + _line(ids, "表题换页", "{{ 表.题 }}")
    caption = _where("表.题 == 节.标题", turned, _tag("else"), _line(ids, "表题", "{{ 表.题 }}"))
    notes = _each("注 in 表.注", _line(ids, "表注", "{{ 注 }}"))
    return _each("表 in 节.表格", caption, _line(ids, "公文正文", "{{p 表.内容 }}"), notes)


def _charts(ids: Ids) -> str:
    return _each(
        "图 in 节.图", _line(ids, "图", "{{ 图.图片 }}"), _where("图.题 != 节.标题", _line(ids, "图题", "{{ 图.题 }}"))
    )


def _paragraphs(ids: Ids, style: str) -> str:
    lead = _run("{{ 段.序号 }}{{ 段.小标题 }}", ids["二级标题文字"])
    whole = f'<w:p><w:pPr><w:pStyle w:val="{ids[style]}"/></w:pPr>{lead}{_run("{{ 段.文字 }}")}</w:p>'
    return _each("段 in 节.段落", whole)


def _body(ids: Ids) -> str:
    heading = _where("节.标题", _line(ids, "一级标题", "{{ 节.序号 }}{{ 节.标题 }}"))
    return _each("节 in 正文", heading, _paragraphs(ids, "公文正文"), _tables(ids), _charts(ids))


def _attachments(ids: Ids) -> str:
    """Each on pages of its own; a wide table lies."""
    head = (
        _line(ids, "公文正文", "{{p 节.分页 }}"),
        _line(ids, "附件号", "{{ 节.附件号 }}"),
        _line(ids, "附件标题", "{{ 节.标题 }}"),
    )
    return _each("节 in 附件", *head, _paragraphs(ids, "公文正文"), _tables(ids), _charts(ids))


def _end(ids: Ids) -> str:
    """附件说明, 署名, 成文日期, 附注."""
    listed = _each(
        "项 in 附件说明",
        _tag("if loop.first"),
        _line(ids, "附件说明首项", "附件：{{ 项 }}"),
        _tag("else"),
        _line(ids, "附件说明", "{{ 项 }}"),
        _tag("endif"),
    )
    signed = _where("机关", _line(ids, "署名", "{{ 机关 }}")) + _line(ids, "成文日期", "{{ 日期 }}")
    people = _where("联系人", _line(ids, "附注", "（联系人：{{ 联系人 }}）"))
    return listed + signed + people


def _imprint(ids: Ids) -> str:
    """版记: at the foot of the last page, between lines; who signed and drafted, who printed it when."""

    def line(left: str, right: str) -> str:
        look = f'<w:pPr><w:pStyle w:val="{ids["版记"]}"/>{_AT_FOOT}</w:pPr>'
        return f"<w:p>{look}{_run(left)}<w:r><w:tab/></w:r>{_run(right)}</w:p>"

    signed = _where("签发人 or 拟稿人", line("签发：{{ 签发人 }}", "拟稿：{{ 拟稿人 }}"))
    return signed + line("{{ 机关 }}", "{{ 日期 }}印发") + _line(ids, "分节", "")


def _notice(ids: Ids) -> str:
    # A number without an office is printed all the same: somebody typed it.
    office = _where("机关", _line(ids, "发文机关标志", "{{ 机关 }}文件"))
    return (
        _where("密级", _line(ids, "密级", "{{ 密级 }}"))
        + _where("文号", office, _line(ids, "文号", "{{ 文号 }}"))
        + _line(ids, "公文标题", "{{ 标题 }}")
        + _where("期间", _line(ids, "期间", "（{{ 期间 }}）"))
        + _where("主送", _line(ids, "主送", "{{ 主送 }}："))
        + _where("引言", _line(ids, "公文正文", "{{ 引言 }}"))
        + _body(ids)
        + _where("结语", _line(ids, "结语", "{{ 结语 }}"))
        + _end(ids)
        + _where("来源", _line(ids, "来源", "{{ 来源 }}"))
        + _attachments(ids)
        + _imprint(ids)
        + _section(_NOTICE_MARGINS)
    )


def _letter(ids: Ids) -> str:
    return (
        _where("密级", _line(ids, "密级", "{{ 密级 }}"))
        + _where("文号", _line(ids, "函号", "{{ 文号 }}"))
        + _line(ids, "公文标题", "{{ 标题 }}")
        + _where("主送", _line(ids, "主送", "{{ 主送 }}："))
        + _where("引言", _line(ids, "公文正文", "{{ 引言 }}"))
        + _body(ids)
        + _where("结语", _line(ids, "结语", "{{ 结语 }}"))
        + _end(ids)
        + _where("来源", _line(ids, "来源", "{{ 来源 }}"))
        + _attachments(ids)
        + _section(_NOTICE_MARGINS)
    )


def _sheets(ids: Ids) -> str:
    """A table or picture is headed by its own title; the heading of a section stands where there is neither."""
    notes = _each("注 in 表.注", _line(ids, "表注", "{{ 注 }}"))
    table = _line(ids, "单小标题", "{{ 表.题 }}") + _line(ids, "单正文", "{{p 表.内容 }}") + notes
    chart = _line(ids, "单小标题", "{{ 图.题 }}") + _line(ids, "图", "{{ 图.图片 }}")
    section = (
        _where("节.标题 and not 节.表格 and not 节.图", _line(ids, "单小标题", "{{ 节.标题 }}")),
        _paragraphs(ids, "单正文"),
        _each("表 in 节.表格", table),
        _each("图 in 节.图", chart),
    )
    one = (
        _line(ids, "单首行", "{{ 密级 }}"),
        _line(ids, "单标题", "{{ 单.标题 }}"),
        _line(ids, "单期间", "（{{ 单.期间 }}）"),
        _line(ids, "单首句", "{{ 单.首句 }}"),
        _each("节 in 单.正文", *section),
        _line(ids, "单末行", "{{ 结语 }}{{ 来源 }}"),
    )
    return _each("单 in 各单", *one) + _section(_SHEET_MARGINS)


BODIES: dict[str, Callable[[Ids], str]] = {"通报": _notice, "提示函": _letter, "一镇一单": _sheets}
