"""Citations: the parts between which the page's script sets what is cited and its address."""

from __future__ import annotations

from typing import Final

CITED_SPEAKER: Final = "{speaker}："
CITED_TITLE: Final = "《{title}》"
CITED_DATE: Final = "（{date}）"
CITED_EDITION: Final = "，{archive}{date}版，"
CITED_ARCHIVE: Final = "，{archive}，"
STANDARD_SPEAKER: Final = "{speaker}. "
#: What stands between names as they are given, and between those of a citation.
NAMES_BETWEEN: Final = "[、，,;；]"
STANDARD_BETWEEN: Final = "，"
STANDARD_AND_OTHERS: Final = "等"
#: What prints a subtitle as one.
SUBTITLE_DASHES: Final = "—－-─ "
STANDARD_SUBTITLE: Final = "：{subtitle}"
STANDARD_TITLE: Final = "{title}[EB/OL]. "
STANDARD_DATE: Final = "（{date}）"
#: What stands for the day of reading where nobody reads yet.
STANDARD_READ: Final = "引用日期"
#: A title that itself holds a title.
NESTED_TITLE: Final = str.maketrans("《》", "〈〉")
