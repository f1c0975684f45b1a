"""What a catalogue tells of a speech: the fields by their names in programmes, and what archivists call them."""

from __future__ import annotations

from typing import Final

FIELDS: Final = {
    "file": "文件",
    "title": "题目",
    "speaker": "演讲人",
    "role": "职务",
    "date": "日期",
    "place": "地点",
    "occasion": "场合",
    "level": "级别",
    "series": "系列",
    "source": "来源",
    "rights": "版权",
    "tags": "标签",
    "order": "次序",
    "hidden": "不公开",
    "version": "版本",
}
"""In the order in which a new catalogue lists them. Either name may stand in a catalogue, and a few others."""

NAMES: Final = (
    {chinese: name for name, chinese in FIELDS.items()}
    | {name: name for name in FIELDS}
    | {"文件名": "file", "标题": "title", "讲话人": "speaker"}
)

DETECTED: Final = ("title", "speaker", "role", "date", "place", "occasion")
"""Those that `structure` finds out by itself."""

LEVELS: Final = ("中央", "省级", "市级", "县级", "乡级", "村级", "单位")
UNKNOWN: Final = "不详"
"""What takes away something wrongly detected."""

YES, NO = "是", "否"
MAIN, SEPARATE = "主版本", "单独成篇"
"""Of several versions of a speech the one to show; a speech that is none, though it looks like one."""
