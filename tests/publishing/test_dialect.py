"""What the fast way makes of Markdown is what Python-Markdown makes of it, or it says that it does not know."""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _parser  # the only door to a pattern's parts
from typing import TYPE_CHECKING, Any

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import generator
from generator.publishing.accelerator.attributes import Unknown
from generator.publishing.accelerator.blocks import content
from generator.site.markdown import enclosed, escape, folded, heading, item, link, paragraph, span, table
from tests.site.test_markdown import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hypothesis.strategies import SearchStrategy

#: As MkDocs calls Python-Markdown for our mkdocs.yml: with the three that it always adds.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"]

anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40) | st.sampled_from(HOSTILE)
#: Text that is dense with what could be markup, not escaped: as a label of ours, written without care, might be.
careless = st.text(st.sampled_from("甲乙一1aA .,:;-+=~()'\"/?%@$^，。“”*_`#!|&<>[]{}\\\n"), min_size=1, max_size=24)
ids = st.from_regex(r"[hp]-[a-z0-9]{6}", fullmatch=True)


def texts() -> SearchStrategy[str]:
    """Text as the writer leaves it on a line: escaped."""
    return anything.map(escape)


def lines() -> SearchStrategy[str]:
    """A line as our pages have them: text, links, permanent links, marked text, strong heads."""
    parts = st.one_of(
        texts(),
        st.builds(
            link,
            anything,
            st.sampled_from(["../slogans/abc.md", "#p-a", "x.md#h-b", "x.md?a=1&b=2"]),
            anything | st.just(""),
        ),
        st.builds(lambda at: f'[](#{at}){{ .permalink aria-label="本段的永久链接" }}', ids),
        st.builds(lambda text: span(text, "note"), texts()),
        st.builds(lambda text, at: f"**{text}**{{ #{at} .item }}", texts(), ids),
        st.builds(lambda at: f'<span id="{at}" class="anchor"></span>', ids),
        st.just(" "),
    )
    return st.lists(parts, min_size=1, max_size=6).map("".join).map(str.strip).filter(bool)


def nested_points(steps: list[tuple[int, str]]) -> str:
    """A list; each point is so much deeper or less deep than the one before, as far as lists allow."""
    made, depth = [], 0
    for number, (step, text) in enumerate(steps):
        depth = min(max(depth + step, 0), depth + 1 if number else 0)
        made.append(item(text, depth))
    return "\n".join(made)


def blocks() -> SearchStrategy[str]:
    """A block as our pages have them."""
    simple = st.one_of(
        st.builds(lambda text, at: paragraph(text, f"#{at}", ".tei", ".body"), lines(), ids),
        lines(),
        st.builds(lambda rank, text, at: heading(rank, text, at, ".tei"), st.integers(2, 6), lines(), ids),
        st.lists(st.tuples(st.integers(-2, 1), lines()), min_size=1, max_size=6).map(nested_points),
        st.lists(st.tuples(texts(), lines()), min_size=2, max_size=4).map(lambda rows: table(("甲", "乙"), *rows)),
        st.builds(lambda term, said: f"{term}\n:   {said}", texts(), lines()),
        st.builds(lambda text: f'<div id="data" hidden data-speech="{text}"></div>', texts()),
        st.builds(lambda text: f'<figure class="f">\n<svg><path d="M0 0"/></svg>\n\n<b>{text}</b></figure>', texts()),
    )
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.builds(lambda inside, at: enclosed("div", f'class="para" id="{at}"', *inside), some(inner), ids),
            st.builds(lambda inside: enclosed("nav", 'class="n" aria-label="前后两篇"', *inside), some(inner)),
            st.builds(lambda text, inside: folded(text, *inside), texts(), some(inner)),
        ),
        max_leaves=8,
    )


def some(inner: SearchStrategy[str]) -> SearchStrategy[list[str]]:
    return st.lists(inner, min_size=1, max_size=4)


def same(source: str) -> bool:
    """Whether both ways give the same; True too if the fast one does not know."""
    converter = markdown.Markdown(extensions=EXTENSIONS)
    try:
        found = content(source, str)
    except Unknown:
        return True
    assert found.html == converter.convert(source)
    flat = []
    tokens = list(converter.toc_tokens)
    while tokens:
        token = tokens.pop(0)
        flat.append((token["level"], token["id"], token["name"]))
        tokens[:0] = token["children"]
    assert [(each.rank, each.id, each.name) for each in found.headings] == flat
    return True


@given(title=lines(), inside=st.lists(blocks(), min_size=1, max_size=6))
def test_a_page_of_our_blocks_comes_out_the_same(title: str, inside: list[str]) -> None:
    assert same("\n\n".join((heading(1, title, "title"), *inside)) + "\n")


@given(careless)
@example(")")
def test_careless_text_comes_out_the_same_wherever_it_stands(text: str) -> None:
    for place in ("{}", "甲{}乙", "# {} {{ #title }}", "- {}", "| {} | 乙 |\n| --- | --- |\n| {} | 丁 |", "名\n:   {}"):
        assert same(place.format(*[text] * place.count("{}")))
    for place in (
        "[{}](x.md)",
        '[甲](x.md "{}")',
        "[甲]({})",
        '甲[](#a){{ .b c="{}" }}\n{{ #p .x }}',
        "**{}**{{ #a }}",
    ):
        assert same(place.format(text))
    for place in ('<div class="{}" markdown>\n\n甲\n\n</div>', "<div>{}</div>", "甲<span {}>乙</span>", "<{}>甲</{}>"):
        assert same(place.format(*[text] * place.count("{}")))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_that_is_escaped_needs_no_slow_way(text: str) -> None:
    content(f"# {escape(text)} {{ #title }}\n\n{paragraph(escape(text), '#p-a', '.tei')}\n", str)


ONE = {_parser.LITERAL, _parser.NOT_LITERAL, _parser.IN, _parser.ANY}


def possessive_groups(parsed: Iterable[Any]) -> Iterator[Any]:
    """What a parsed pattern repeats possessively though it is more than one character."""
    for part in parsed:
        if isinstance(part, tuple) and part[:1] == (_parser.POSSESSIVE_REPEAT,):
            repeated = part[1][2]
            if len(repeated) != 1 or repeated[0][0] not in ONE:
                yield repeated
        if isinstance(part, tuple | list | _parser.SubPattern):
            yield from possessive_groups(part)


def test_no_pattern_repeats_a_group_possessively_which_python_until_3_11_4_gets_wrong() -> None:
    names = (each.name for each in pkgutil.walk_packages(generator.__path__, "generator."))
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    patterns = {each for module in modules for each in vars(module).values() if isinstance(each, re.Pattern)}
    assert len(patterns) > 50
    assert [each for each in patterns if any(possessive_groups(_parser.parse(each.pattern, each.flags)))] == []
    assert any(possessive_groups(_parser.parse("a(?:x|(?:[.]++|bc?)*+d)")))
