from __future__ import annotations

from timeline_app.formats.word_xml import Paragraph, read_fields, read_paragraphs, read_targets


def test_paragraphs_with_their_style():
    data = b'<d xmlns:w="w"><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p/></d>'
    assert read_paragraphs(data, "a.docx") == [Paragraph("A", "Title"), Paragraph("")]


def test_many_children_of_one_paragraph():
    data = b"<d><p>" + b"<r><t>a</t></r>" * 20_000 + b"</p></d>"
    assert read_paragraphs(data, "a.docx")[0].text == "a" * 20_000


def test_fields_and_targets():
    assert read_fields(b"<c><title> T </title><created>2023</created></c>") == {"title": "T", "created": "2023"}
    assert read_fields(b"<c>") == {}
    assert read_targets(b'<r><Relationship Type="t" Target="x"/></r>', "a.docx") == [("t", "x")]
