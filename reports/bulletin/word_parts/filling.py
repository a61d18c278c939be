"""Fills a template with docxtpl: unknown names are an error, data stays text, code in a template cannot act."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError
from markupsafe import Markup

from data.refusal import Refused
from reports.bulletin.word_parts.container import CODE, opened
from reports.bulletin.word_parts.values import xml_text

_WRONG = (TemplateError, XMLSyntaxError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError)
"""What a template's own tags may end in; anything else is a fault of ours."""
_PROPERTIES_OF_LIBREOFFICE = {
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
}
_PRINTS_AND_CHOOSES = (
    *(nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If),
    *(nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test),
)
"""All that a template may do. Sums, calls and filters are programs: `{{ '字' * 10**10 }}` takes the whole memory."""
_TAG = re.compile(r"{{(?:(?!{[{%#]|}}).)*}}|{%(?:(?!{[{%#]|%}).)*%}|{#(?:(?!#}).)*#}")
_HALF = re.compile(r"{[{%#]|}}|%}")
_DEEPEST = 5
"""Loops within loops; the built-in templates have three."""
_HOLDS_TABLES = {"body", "tc", "hdr", "ftr", "sdtContent", "txbxContent"}


class HalfATag(TemplateSyntaxError):
    """Braces of a template that came out as text."""

    def __init__(self, line: str) -> None:
        super().__init__("half a tag", 1)
        self.docx_context = (line,)


class Template(DocxTemplate):
    """docxtpl mends XML that does not fit together by dropping what it cannot place; here that is an error."""

    names: frozenset[str] = frozenset()
    """What it prints: names, and what is asked for after a point."""

    def init_docx(self, reload: bool = True) -> None:
        """Opens the file. LibreOffice names the properties in its own way, so that python-docx would add others."""
        super().init_docx(reload)
        own = self.docx.part.package.rels
        for key in [key for key, one in own.items() if one.reltype in _PROPERTIES_OF_LIBREOFFICE]:
            del own[key]

    def render_xml_part(self, *arguments: Any) -> str:
        """One part, filled. Raises HalfATag where one is left; braces of data are escaped."""
        filled: str = super().render_xml_part(*arguments)
        text = _plain(filled.replace("</w:p>", "\n"))
        if found := re.search(r".*(?:{{|{%|}}|%}).*", text):
            raise HalfATag(found[0])
        return filled

    def fix_tables(self, xml: str) -> Any:
        """The filled body as an element of python-docx. Raises XMLSyntaxError."""
        return parse_xml(xml)

    def fix_docpr_ids(self, tree: Any) -> None:
        """Numbers of pictures, each once."""
        for number, picture in enumerate(tree.iter("{*}docPr"), 1):
            picture.set("id", str(number))


def environment() -> ImmutableSandboxedEnvironment:
    """Jinja in a sandbox: no undefined names, no code, data escaped."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_as_text)


def _as_text(value: Any) -> Any:
    return Markup(xml_text(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def ready(raw: bytes, label: str, known: Sequence[str], required: Sequence[str]) -> Template:
    """The template, looked through but not filled yet, all its branches alike. Refused: `template_invalid`."""
    opened(raw, label)
    template = Template(BytesIO(raw))
    template.init_docx()
    source = _source(template)
    if found := re.search(r"[^<>\n]*(?:[｛{]｛|[｛{]％|｛%)[^<>\n]*", source):
        words = f"“{found[0].strip()[:80]}”中的括号是全角的，没有采用；变量和标记要用半角的 {{{{ }}}}、{{% %}}"
        raise Refused(CODE, f"Word 模板“{label}”中{words}。请在 Word 中改正后重新上传。")
    if half := next((one for part in _parts(template) for one in _half_tags(part)), None):
        raise _broken(label, HalfATag(half))
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise _broken(label, HalfATag(_plain(source.split("\n")[error.lineno - 1]))) from None
    if unknown := next(_unknown_parts(tree, known), None):
        raise _unknown(label, unknown, known)
    _refuse_programs(tree, label)
    named = meta.find_undeclared_variables(tree)
    if others := sorted(named - set(known)):
        raise _unknown(label, others[0], known)
    if missing := [name for name in required if name not in named]:
        words = "、".join(missing)
        raise Refused(
            CODE, f"Word 模板“{label}”缺少变量：{words}，通报会缺少内容，没有采用；请从内置模板改起，保留这些变量。"
        )
    template.names = frozenset(named) | {one.attr for one in tree.find_all(nodes.Getattr)}
    return template


def _refuse_programs(tree: nodes.Template, label: str) -> None:
    """Before jinja looks for names: it works out sums of constants while it does."""
    if any(not isinstance(one, _PRINTS_AND_CHOOSES) for one in _within(tree)) or _depth(tree) > _DEEPEST:
        words = "变量和标记只能印出（{{ }}）、选择（if）、逐项取出（for），不能计算、调用函数或层层重复"
        raise Refused(CODE, f"Word 模板“{label}”中的标记写错了，没有采用；{words}。请在 Word 中改正后重新上传。")


def _within(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Node)


def _depth(node: nodes.Node) -> int:
    """So many loops lie within one another."""
    return isinstance(node, nodes.For) + max(map(_depth, node.iter_child_nodes()), default=0)


def _source(template: Template) -> str:
    """Body, headers and footers as jinja reads them, a paragraph to a line."""
    patched = map(template.patch_xml, _parts(template))
    return "\n".join(patched).replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>")


def _parts(template: Template) -> list[str]:
    """The XML of body, headers and footers."""
    inner = [
        part for uri in (Template.HEADER_URI, Template.FOOTER_URI) for _, part in template.get_headers_footers(uri)
    ]
    return [template.get_xml(), *map(template.get_part_xml, inner)]


def _half_tags(xml: str) -> Iterator[str]:
    """Paragraphs in which a tag is not closed, or closed only: docxtpl would look for its end in later paragraphs and
    drop all that stands between."""
    for paragraph in parse_xml(xml).iter("{*}p"):
        own = (one.text or "" for one in paragraph.iter("{*}t") if next(one.iterancestors("{*}p")) is paragraph)
        text = "".join(own)
        if _HALF.search(_TAG.sub("", text)):
            yield text


def _unknown_parts(tree: nodes.Template, known: Sequence[str]) -> Iterator[str]:
    """What is asked for after a point and is not in a document."""
    parts = {one.rpartition(".")[2] for one in known}
    for one in tree.find_all(nodes.Getattr):
        is_of_loop = isinstance(one.node, nodes.Name) and one.node.name == "loop"
        if not (one.attr in parts or is_of_loop):
            yield one.attr


def _plain(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def fill(template: Template, label: str, values: dict[str, Any], known: Sequence[str]) -> WordDocument:
    """The filled document. Refused (`template_invalid`): what only shows when tags are carried out."""
    try:
        template.render(values, environment(), autoescape=True)
    except UndefinedError as error:
        raise _unknown(label, _name_in(str(error)), known) from None
    except _WRONG as error:
        raise _broken(label, error) from None
    document: WordDocument = template.docx
    for table in document.element.body.iter("{*}tbl"):
        if str(table.getparent().tag).rpartition("}")[2] not in _HOLDS_TABLES:
            words = "表格的变量应独占一段，写作 {{p 表.内容 }}"
            raise Refused(
                CODE, f"Word 模板“{label}”中{words}，现在写在文字中间，没有采用；请在 Word 中改正后重新上传。"
            )
    return document


def _name_in(message: str) -> str:
    """'X' is undefined; 'dict object' has no attribute 'X'."""
    found = re.findall(r"'([^']+)'", message)
    return found[-1] if found else message


def _unknown(label: str, name: str, known: Sequence[str]) -> Refused:
    near = get_close_matches(name, dict.fromkeys(one.rpartition(".")[2] for one in known), n=1, cutoff=0.3)
    hint = f"（是否应为“{near[0]}”？）" if near else ""
    sentence = f"Word 模板“{label}”中的变量“{name}”不存在{hint}，没有采用；可用的变量有：{'、'.join(known)}。"
    return Refused(CODE, f"{sentence}请在 Word 中改正后重新上传。")


def _broken(label: str, error: Exception) -> Refused:
    lines = [line.strip() for line in getattr(error, "docx_context", ()) if re.search("[{}]", line)]
    where = f"，大约在“{''.join(lines)[:80]}”附近" if lines else ""
    words = "每个 {%p if %}、{%p for %} 都要有对应的 {%p endif %}、{%p endfor %}，{{ }} 要成对"
    return Refused(CODE, f"Word 模板“{label}”中的标记写错了{where}，没有采用；{words}。请在 Word 中改正后重新上传。")
