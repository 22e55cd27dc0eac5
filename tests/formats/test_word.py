from __future__ import annotations

import pytest

from tests.formats import builders
from tests.formats.builders import docx_file, docx_paragraph
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.foreign import OLE
from timeline_app.model import PublishedFrom


def text_of(body: str, **more) -> str:
    return read_bytes("a.docx", docx_file(body, **more)).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t></w:r></w:p>",
         "One two\tthree\nfour"),
        (docx_paragraph("One") + docx_paragraph("") + docx_paragraph("Two"), "One\n\nTwo"),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc>"
         "</w:tr></w:tbl>", "A\n\nB"),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
         "new"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>", "7"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>",
         "a\u2011b"),
        ("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>ed</w:t></w:r></w:smartTag></w:p>",
         "linked"),
        ("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + docx_paragraph("box")
         + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + docx_paragraph("box")
         + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
         "<w:r><w:t>after</w:t></w:r></w:p>", "box\n\nafter"),
    ],
)  # fmt: skip
def test_text(body, text):
    assert text_of(body) == text


def test_notes_stand_behind_the_body():
    notes = f"<w:footnotes {builders.W}><w:footnote>{docx_paragraph('A note.')}</w:footnote></w:footnotes>"
    assert text_of(docx_paragraph("Words."), parts={"word/footnotes.xml": notes}) == "Words.\n\nA note."


def test_strict_documents_and_other_places_of_the_body():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body>{docx_paragraph("Words of it")}</w:body></w:document>'
    relations = (
        '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    data = builders.zip_file({"_rels/.rels": relations, "word/document2.xml": document})
    assert read_bytes("a.docx", data).text == "Words of it"


def test_properties_date_it_last():
    body = docx_paragraph("Envoys met in Doha for the first talks since the war began.")
    core = (
        "<c xmlns:t='x'><t:title>The Doha talks</t:title><t:creator>Ann Lee</t:creator><t:created>2023-11-12T10:00:00Z"
    )
    data = docx_file(body, {"docProps/core.xml": core + "</t:created></c>"})
    article = read_bytes("a.docx", data)
    assert (article.title, article.author, article.published_iso) == ("The Doha talks", "Ann Lee", "2023-11-12")
    assert article.published_from is PublishedFrom.METADATA
    assert read_bytes("2023-11-14.docx", data).published_iso == "2023-11-14"
    dated = docx_file(docx_paragraph("Published: 2023-11-10") + body, {"docProps/core.xml": core + "</t:created></c>"})
    assert read_bytes("a.docx", dated).published_iso == "2023-11-10"


def test_heading_is_the_title():
    body = docx_paragraph("Talks open", "Heading1") + docx_paragraph("Envoys met in Doha.")
    assert read_bytes("a.docx", docx_file(body)).title == "Talks open"


def test_damaged_properties_do_no_harm():
    data = docx_file(docx_paragraph("Envoys met."), {"docProps/core.xml": "<broken"})
    assert read_bytes("a.docx", data).text == "Envoys met."


ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>&a;</w:t></w:p></w:document>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx_file(""), Fault.NO_TEXT),
        (docx_file("<w:p>"), Fault.DAMAGED),
        (docx_file("<w:p>" * 1000 + "</w:p>" * 1000), Fault.TOO_DEEP),
        (docx_file("<w:x>" * 100_000), Fault.TOO_DEEP),
        (docx_file("", document=ENTITIES), Fault.BOMB),
        (docx_file("", document=OUTSIDE), Fault.BOMB),
        (docx_file("", document="not xml"), Fault.DAMAGED),
        (builders.docx()[:-40], Fault.DAMAGED),
        (builders.docx()[: len(builders.docx()) // 2], Fault.DAMAGED),
        (b"PK\x03\x04 word/document.xml", Fault.DAMAGED),
        (builders.zip_file({"word/other.xml": "", "word/_rels/x": ""}), Fault.DAMAGED),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Fault.ENCRYPTED),
        (OLE + "WordDocument".encode("utf-16-le"), Fault.OTHER_FORMAT),
        (builders.zip_file({"xl/workbook.xml": ""}), Fault.OTHER_FORMAT),
    ],
)
def test_refused(data, code):
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.docx", data)
    assert caught.value.code is code
    assert "“a.docx”" in caught.value.sentence
