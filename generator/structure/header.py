"""The header: which of the first lines are title, subtitle, byline and salutation, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Header, Role
from generator.structure import dates, names
from generator.structure.heads import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

_AUDIENCE = (
    "同志们|代表们?|委员们?|同志|朋友们?|女士们?|先生们?|领导|来宾们?|嘉宾们?|"
    "同学们?|老师们?|乡亲们?|战友们?|父老乡亲们?|同仁们?|师生们?"
)
_VOCATIVE = rf"(?:尊敬的|敬爱的|亲爱的)?[^，。；：:！!？]{{0,24}}?(?:{_AUDIENCE})"
#: A line that greets the audience, alone or before the text that runs on.
SALUTATION = re.compile(rf"^{_VOCATIVE}(?:[，、, ]\s*{_VOCATIVE})*[：:！!]")
#: A paragraph that turns to the audience.
ADDRESS = re.compile(rf"^{_VOCATIVE}(?:[，、, ]\s*{_VOCATIVE})*[：:！!，,]")

_SUBTITLE = re.compile(r"^(?:[—－–―]{1,3}|-{1,3})\s*(?=\S)")
_ADDRESS_KIND = "动员|总结|主持|辅导|表态|工作|致辞|专题|开幕|闭幕|即席"
_ADDRESS_NAME = "讲话|发言|致辞|报告|讲稿|演讲|党课"
_OCCASION = re.compile(rf"(?:^|[^现存])?在(.{{2,}}?)(?:上|中|时)?的(?:重要)?(?:{_ADDRESS_KIND})?(?:{_ADDRESS_NAME})")
_MEETING = re.compile(r"在(.{2,}?会议?)上(?=$|[^，。]*作[^，。]*报告)")
_WHOLE_OCCASION = re.compile(rf"^{_OCCASION.pattern}(?:提纲|要点|摘要|稿|\(.*\)|（.*）)?$")
_BRACKETS = "（）()[]【】〔〕"
_PLACE = re.compile(r"^(?:地点[：:]?|于|在)\s*")
_TITLE_LONGEST = 60
_TITLE_LINES = 6
_SALUTATION_LONGEST, _LEAD_LONGEST = 50, 100


@dataclass(frozen=True, slots=True)
class Opening:
    """The first paragraphs' roles (the rest is body); where a salutation ends that the text runs on from, else 0."""

    roles: tuple[Role, ...]
    salutation_end: int = 0


def opening(texts: Sequence[str]) -> Opening:
    """Which of the first paragraphs belong to the header."""
    roles: list[Role] = []
    for number, text in enumerate(texts):
        if match := SALUTATION.match(text):
            if len(text) == match.end() <= _SALUTATION_LONGEST:
                return Opening((*_settled(texts, roles), Role.SALUTATION))
            return Opening(_settled(texts, roles), match.end())
        role = _role(text, roles, texts[number + 1] if number + 1 < len(texts) else "")
        if role is None:
            break
        roles.append(role)
    return Opening(_settled(texts, roles))


def _role(text: str, before: Sequence[Role], following: str) -> Role | None:
    """The role of a line, given the roles before it; None where the body begins."""
    if _SUBTITLE.match(text) and len(text) <= _TITLE_LONGEST and Role.TITLE in before:
        return Role.SUBTITLE
    if before and is_byline(text, following):
        return Role.BYLINE
    if before and _is_lead(text, following):
        return Role.SUBTITLE
    if not _may_be_title(text):
        return None
    if Role.BYLINE in before or len(before) >= _TITLE_LINES:
        return None
    return Role.SUBTITLE if Role.SUBTITLE in before else Role.TITLE


def _is_lead(text: str, following: str) -> bool:
    """Whether a sentence before the salutation says when and where the speech was given, and by whom."""
    greets = SALUTATION.match(following)
    return bool(greets and greets.end() == len(following) and _dated(text)["date"] and len(text) <= _LEAD_LONGEST)


def _may_be_title(text: str) -> bool:
    """Whether a line may be (part of) a title: short, not a sentence, not numbered like a head."""
    numbered = any(marker.pattern.match(text) for marker in CLASSES if not marker.weak and marker.name != "arabic")
    return len(text) <= _TITLE_LONGEST and not numbered and text[-1] not in "。；，、：:;,."


def is_byline(text: str, following: str = "") -> bool:
    """Whether a line says who, when or where: a name, a date, or brackets around a line that holds one."""
    inside = text.strip(_BRACKETS + " \u3000")
    if not inside or len(text) > _TITLE_LONGEST or text[-1] in "。；，":
        return False
    found = dates.date(inside)
    if found and (text[0] in _BRACKETS or found.start == 0 or names.speaker(inside[: found.start])):
        return len(inside) - (found.end - found.start) <= _TITLE_LONGEST // 2 and not _OCCASION.search(inside)
    return bool(names.speaker(inside)) or (names.is_office(inside) and names.is_name(following))


def _settled(texts: Sequence[str], roles: Sequence[Role]) -> tuple[Role, ...]:
    """`roles`, the last of several title lines made the subtitle where it names the occasion by itself."""
    titles = [number for number, role in enumerate(roles) if role is Role.TITLE]
    if len(titles) > 1 and Role.SUBTITLE not in roles and _WHOLE_OCCASION.match(texts[titles[-1]]):
        return tuple(Role.SUBTITLE if number == titles[-1] else role for number, role in enumerate(roles))
    return tuple(roles)


def header(texts: Sequence[str], roles: Sequence[Role], salutation: str, closing: str) -> Header:
    """What the header's lines say."""
    title = joined([text for text, role in zip(texts, roles, strict=False) if role is Role.TITLE])
    subtitle = "".join(_SUBTITLE.sub("", t) for t, role in zip(texts, roles, strict=False) if role is Role.SUBTITLE)
    bylines = [text for text, role in zip(texts, roles, strict=False) if role is Role.BYLINE]
    found = [_byline(line) for line in bylines] + [_dated(subtitle)]
    occasion = _OCCASION.search(subtitle) or _MEETING.search(subtitle) or _OCCASION.search(title)
    told = {field: next((each[field] for each in found if each[field]), "") for field in _fields()}
    return Header(
        title=title,
        subtitle=subtitle,
        speaker=told["speaker"],
        role=told["role"],
        date=told["date"],
        date_text=told["date_text"],
        time=told["time"],
        place=told["place"],
        occasion=occasion[1] if occasion else "",
        salutation=salutation,
        closing=closing,
    )


def joined(lines: Sequence[str]) -> str:
    """A title over several lines as one, less a line that only says again what stands before it.

    >>> joined(["紧密结合乡镇工作实际", "为全面胜利提供保证"]), joined(["2023年国务院政府工作报告", "政府工作报告"])
    ('紧密结合乡镇工作实际为全面胜利提供保证', '2023年国务院政府工作报告')
    """
    title = ""
    for line in lines:
        if line not in title:
            latin = title[-1:].isascii() and title[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
            title += f" {line}" if latin else line
    return title


def _dated(subtitle: str) -> dict[str, str]:
    """The date with which a subtitle opens (2023年3月5日在…会议上), if it is one to the day."""
    day = dates.date(subtitle)
    if day is None or day.start or day.value.count("-") < len(("month", "day")):
        return _fields()
    return _fields(date=day.value, date_text=subtitle[: day.end], speaker=names.reporter(subtitle))


def _fields(**told: str) -> dict[str, str]:
    """The fields of a byline, empty where not `told`."""
    return {"speaker": "", "role": "", "date": "", "date_text": "", "time": "", "place": ""} | told


def _byline(line: str) -> dict[str, str]:
    """The fields that a byline holds, in any order.

    >>> said = _byline("（2020年3月26日下午2:00   一楼西侧会议室）")
    >>> said["date"], said["time"], said["place"]
    ('2020-03-26', '14:00', '一楼西侧会议室')
    """
    inside = line.strip(_BRACKETS + " \u3000")
    day = dates.date(inside)
    if day is None:
        return _fields(speaker=names.speaker(inside), role=names.office(inside) or _alone(inside))
    clock = dates.time(inside[day.end :])
    end = day.end + (clock.end if clock else 0)
    before, after = inside[: day.start].strip(), inside[end:].strip(" \u3000，,、；;")
    speaker = names.speaker(before) or names.speaker(after)
    place = "" if names.speaker(after) else _PLACE.sub("", after)
    role = names.office(before) or names.office(after)
    text = inside[day.start : end].strip()
    told = clock.value if clock else ""
    return _fields(speaker=speaker, role=role, date=day.value, date_text=text, time=told, place=place)


def _alone(line: str) -> str:
    """The office that a line names and nothing else."""
    return "".join(line.split()).rstrip("：:") if names.is_office(line) else ""
