"""Documents with automatic numbers, in the ways in which LibreOffice follows the standard."""

from __future__ import annotations

from tests.readers.documents import docx, level, lists, number, p, table

_THREE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
_OUTLINE = level(0, "decimal", "第%1章") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
_FORMATS = (
    "chineseCounting", "chineseCountingThousand", "ideographTraditional", "ideographZodiac", "decimal", "decimalZero",
    "decimalEnclosedCircle", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman",
    "japaneseCounting", "taiwaneseCountingThousand", "ideographDigital", "ideographLegalTraditional",
    "chineseLegalSimplified",
)  # fmt: skip


def _three_levels() -> bytes:
    depths = (0, 1, 2, 2, 1, 2, 0, 1, 1, 2, 0)
    return docx("".join(p(f"第{n}条", number=(1, depth)) for n, depth in enumerate(depths)), numbering=lists(_THREE))


def _across_tables() -> bytes:
    items = [p(f"条目{n}", number=(1, 0)) for n in range(4)]
    body = items[0] + table(["甲", "乙"], [p("表内", number=(1, 0)), "丙"]) + items[1] + p("插话") + items[2] + items[3]
    return docx(body, numbering=lists(_THREE))


def _overrides() -> bytes:
    again = number(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    other = number(3, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>')
    body = "".join(p(f"第{n}条", number=(which, 0)) for n, which in enumerate((1, 1, 2, 2, 1, 2)))
    return docx(
        body + "".join(p(f"圈{n}", number=(3, 0)) for n in range(2)), numbering=lists(_THREE, numbers=again + other)
    )


def _skipped() -> bytes:
    body = "".join(p(f"第{n}条", number=(1, depth)) for n, depth in enumerate((0, 2, 2, 1, 2, 0, 2)))
    return docx(body, numbering=lists(_OUTLINE))


def _styled() -> bytes:
    levels = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>') + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'
    )
    listed = '<w:pPr><w:numPr>{}<w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="heading {n}"/>{listed.format(depth)}</w:style>'
        for n, (key, depth) in enumerate((("A", ""), ("B", '<w:ilvl w:val="1"/>')), 1)
    )
    derived = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="own"/><w:basedOn w:val="A"/></w:style>'
    plain = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = p("甲", style="A") + p("乙", style="B") + p("丙", style="B") + p("丁", style="A")
    body += p("不编号", style="A", properties=plain) + p("戊", style="C") + p("己", style="B")
    return docx(body, numbering=lists(levels), styles=styles + derived)


def _formats() -> bytes:
    plans = [level(0, form, "%1、") for form in _FORMATS]
    body = "".join(p(f"{form}甲", number=(n, 0)) + p(f"{form}乙", number=(n, 0)) for n, form in enumerate(_FORMATS, 1))
    return docx(body, numbering=lists(*plans))


def _far() -> bytes:
    forms = ("chineseCounting", "chineseCountingThousand", "lowerLetter", "upperRoman", "taiwaneseCountingThousand")
    starts = (10, 18, 28)
    plans = [level(0, form, "%1、", start=start) for form in forms for start in starts]
    body = "".join(p(f"条{n}", number=(n, 0)) + p(f"续{n}", number=(n, 0)) for n in range(1, len(plans) + 1))
    return docx(body, numbering=lists(*plans))


DOCUMENTS = {
    "three-levels": _three_levels,
    "across-tables": _across_tables,
    "overrides": _overrides,
    "skipped-levels": _skipped,
    "linked-to-styles": _styled,
    "formats": _formats,
    "far": _far,
}
