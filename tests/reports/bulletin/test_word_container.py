"""What may not be a template at all: no Word file, macros, and what would fetch or open something else."""

import zipfile
from io import BytesIO

import pytest

from reports.bulletin.word_parts import container
from tests.reports.bulletin.changed_templates import ORIGINAL, changed, sentence_for


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"%PDF-1.7", "通报".encode("gb18030")])
def test_what_is_no_word_file_is_refused(raw):
    assert "应为 .docx 文件" in sentence_for(raw)


def test_a_workbook_is_no_template():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert "应为 .docx 文件" in sentence_for(buffer.getvalue())


def test_macros_are_refused():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert "带有宏" in sentence_for(changed(kind, macro, "[Content_Types].xml"))


def test_what_lies_outside_the_file_is_refused():
    outside = (
        '<Relationship Id="rId9" TargetMode="External" Target="http://example.invalid/a.png" Type="http://schemas.'
    )
    outside += 'openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    assert "引用了文件以外" in sentence_for(changed("</Relationships>", outside, "word/_rels/document.xml.rels"))


def _field(*pieces):
    """A field in pieces, as Word cuts them; a piece may be another field."""
    said = [one if one[0] == "<" else f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces]
    return "".join(said).join(f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (_field(' includePicture "http://example.invalid/a.png" \\d '), "INCLUDEPICTURE"),
        (_field(" DDE", "AUTO c:\\cmd.exe"), "DDEAUTO"),
        (_field(" IF 1=1 ", _field(" LINK Excel.Sheet.8 "), " x"), "LINK"),
        ('<w:fldSimple w:instr="INCLUDETEXT a.docx"/>', "INCLUDETEXT"),
        (_field(' HYPERLINK "http://example.invalid/link" '), ""),
    ],
)
def test_a_field_that_fetches_from_elsewhere_is_refused(field, name):
    raw = changed("<w:body>", f"<w:body><w:p>{field}</w:p>")
    if name:
        assert f"有从文件以外取内容的域（{name}）" in sentence_for(raw)
    else:
        assert container.opened(raw, "通报").paragraphs


def test_an_object_of_another_program_is_refused():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    inside = f'<Relationship Id="rId9" Target="styles.xml" Type="{kind}"/></Relationships>'
    assert "嵌有其他程序打开的对象" in sentence_for(changed("</Relationships>", inside, "word/_rels/document.xml.rels"))


def test_a_template_that_unpacks_to_too_much_is_refused():
    buffer = BytesIO(ORIGINAL)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/large.bin", bytes(51 * 1024 * 1024))
    assert "解压后超过50MB" in sentence_for(buffer.getvalue())
