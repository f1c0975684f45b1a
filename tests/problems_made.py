"""Seeds that show a problem but cannot lie in the folders of problems/: packages, large files, what only code makes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.readers.documents import box, docx, level, lists, p, package, run

if TYPE_CHECKING:
    from collections.abc import Callable

SPEECH = "在大会上的讲话\n（2020年3月26日）\n同志们：\n今天开会，总结工作，部署任务。\n"
_BODY = "".join(map(p, SPEECH.splitlines()))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = "<!DOCTYPE x [<!ENTITY a 'b'>]>"


def _with_doctype() -> bytes:
    root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    return package({"_rels/.rels": _DOCTYPE + root, "word/document.xml": "<x/>"})


def _page(*, locked: bool = False) -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(100, 100)
    if locked:
        writer.encrypt("x", algorithm="RC4-128")
    else:
        picture = DecodedStreamObject()
        picture[NameObject("/Subtype")] = NameObject("/Image")
        drawn = DictionaryObject({NameObject("/I"): writer._add_object(picture)})  # noqa: SLF001
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    writer.write(stream)
    return stream.getvalue()


def _printed(words: str) -> bytes:
    """A PDF that draws `words` in a font of PDF's own."""
    drawn = f"BT /F 12 Tf 9 9 Td ({words}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + end


_DELETED = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
_PICTURE = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in SPEECH.splitlines()[1:])
_WEB = (
    "<html><body><div id=nav><ul><li><a href=/>要闻</a></li><li><a href=/x>政务公开</a></li></ul></div>"
    f"<h1>在大会上的讲话</h1><div id=content>{_PARAGRAPHS}<p>{'要认真学习，抓好落实。' * 30}</p></div>"
    "<div id=footer>版权所有 某区政府</div></body></html>"
)

#: For each problem a file's name and what makes it.
MADE: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "R012": ("很大.txt", lambda: b"a" * (21 << 20)),
    "R013": ("炸弹.docx", lambda: package({"word/document.xml": "<x/>", "a": "0" * (2 << 20)})),
    "R014": ("外部.docx", _with_doctype),
    "R015": ("嵌套.docx", lambda: docx("<w:sdt>" * 300 + "</w:sdt>" * 300)),
    "R016": ("半截.docx", lambda: docx(_BODY)[:500]),
    "R017": ("密码.docx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le")),
    "R018": ("表格.docx", lambda: package({"xl/workbook.xml": "<x/>"})),
    "R019": ("照片.jpg", lambda: b"\xff\xd8\xff"),
    "R020": ("公文.ofd", lambda: b"PK"),
    "R021": ("其实是文字.docx", SPEECH.encode),
    "R025": ("空.html", lambda: b"<html><body></body></html>"),
    "R026": ("扫描.pdf", _page),
    "R027": ("英文.pdf", lambda: _printed("not Chinese at all")),
    "W001": ("修订.docx", lambda: docx(_BODY + p("完", _DELETED))),
    "W002": ("隐藏.docx", lambda: docx(_BODY + p("完", run("密", "<w:vanish/>")))),
    "W003": ("批注.docx", lambda: docx(_BODY, comments=f'<w:comment w:id="0">{p("改")}</w:comment>')),
    "W004": ("页眉.docx", lambda: docx(_BODY, header=p("内部资料"))),
    "W005": ("图片.docx", lambda: docx(_BODY + p("完", _PICTURE))),
    "W006": ("嵌入.docx", lambda: docx(_BODY + "<w:altChunk/>" + p("完", box(p("框"))))),
    "W007": ("编号.docx", lambda: docx(_BODY + p("条", number=(1, 0)), numbering=lists(level(0, "hebrew1", "%1、")))),
    "W008": ("网页.html", _WEB.encode),
    "W009": ("属性.md", f"---\ntitle: x\n---\n{SPEECH}".encode),
}
