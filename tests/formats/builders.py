"""Small files of every format, made in the test: the same article in each."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from html import escape

TITLE = "Talks on a cease-fire open in Doha"
AUTHOR = "Ann Lee"
DAY = "2023-11-12"
PARAGRAPHS = (
    "Envoys of both sides met in Doha on Sunday for the first talks since the war began, and agreed on an agenda.",
    "The foreign minister of Qatar said “a first step” had been taken after thirteen days of letters and phone calls "
    "between the capitals, and that more would follow.",
    "A second round is planned for 20 November, when prisoners’ families will be heard by the mediators in Geneva.",
)


def plain_text(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY) -> bytes:
    head = f"{title}\n\nBy {author}\n\nPublished: {day}\n\n"
    return (head + "\n\n".join(paragraphs) + "\n").encode()


def markdown(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY) -> bytes:
    head = f'---\ntitle: "{title}"\nauthor: {author}\ndate: {day}\n---\n\n# {title}\n\n'
    return (head + "\n\n".join(paragraphs) + "\n").encode()


def html(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY, head="") -> bytes:
    meta = (
        f'<meta name="author" content="{escape(author)}"><meta property="og:title" content="{escape(title)}">'
        f'<meta property="article:published_time" content="{day}T09:30:00+03:00">'
    )
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{meta}{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    ).encode()


def wrap(words: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def pdf(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY) -> bytes:
    rows, y = (
        [(72.0, 780.0, 20, title), (72.0, 755.0, 11, f"By {author}"), (72.0, 735.0, 11, f"Published: {day}")],
        705.0,
    )
    for paragraph in paragraphs:
        for line in wrap(paragraph, 80):
            rows.append((72.0, y, 11, line))
            y -= 14
        y -= 12
    return pdf_pages([rows], {"Title": title, "Author": author})


def pdf_pages(pages, info=None, media_box="0 0 595 842", page_extra="", before_stream=b"") -> bytes:
    """A PDF of pages, each a list of (x, y, size, words) in Helvetica; `info` are document properties."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    fields = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {fields} >>".encode("cp1252"),
    ]
    for number, rows in enumerate(pages):
        content = before_stream + b"BT "
        for x, y, size, words in rows:
            escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            content += f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm (".encode() + escaped + b") Tj "
        content += b"ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{media_box}] {page_extra} /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {6 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >> stream\n" % len(content) + content + b"\nendstream")
    return pdf_file(objects, trailer="/Info 4 0 R")


def pdf_file(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF of ready objects; the first is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out + end.encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY, created="2019-01-01T10:00:00Z") -> bytes:
    rows = [("Title", title), ("", f"Published: {day}")] + [("", paragraph) for paragraph in paragraphs]
    body = "".join(docx_paragraph(words, style) for style, words in rows)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:creator>{escape(author)}</dc:creator><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    return docx_file(body, {"docProps/core.xml": core})


def docx_paragraph(words: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def docx_file(body: str, parts=None, document=None) -> bytes:
    """A Word package around the XML of a body, with further parts."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    whole = (
        document or f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {MC}><w:body>{body}</w:body></w:document>'
    )
    return zip_file({"_rels/.rels": relations, "word/document.xml": whole, **(parts or {})})


def zip_file(parts) -> bytes:
    """A zip archive; the same parts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def eml(paragraphs=PARAGRAPHS, title=TITLE, author=AUTHOR, day=DAY) -> bytes:
    message = EmailMessage()
    message["Subject"] = title
    message["From"] = f"{author} <ann@example.org>"
    message["To"] = "desk@example.org"
    year, month, number = day.split("-")
    name = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[int(month) - 1]
    message["Date"] = f"{number} {name} {year} 23:30:00 -0500"
    message.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    return bytes(message)


#: By the name of the format.
BUILD = {
    "Plain text": plain_text,
    "Markdown": markdown,
    "Web page": html,
    "PDF": pdf,
    "Word document": docx,
    "E-mail": eml,
}
