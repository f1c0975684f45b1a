"""The command that walks an archivist through the wordings that may be worth a page: review."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from generator import analysis, atomic, pipeline, report
from generator.cli import arguments, read, terminal
from generator.options import Options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.model import Candidate

#: What may be answered: the words, in Chinese and by one letter, and the order that goes into the archive's list.
ANSWERS = {
    "接受": "收入",
    "a": "收入",
    "归并": "别名",
    "m": "别名",
    "屏蔽": "屏蔽",
    "b": "屏蔽",
    "跳过": "跳过",
    "s": "跳过",
    "": "跳过",
    "撤销": "撤销",
    "u": "撤销",
    "退出": "退出",
    "q": "退出",
}
QUESTION = "接受 a｜归并 m｜屏蔽 b｜跳过 s｜撤销 u｜退出 q："
_NEW = "# 本库自己的提法表。每行一条，各栏用制表符（Tab）分开；以“#”开头的行是说明。\n# 操作\t提法\t说明\n"
_SIMILAR = 5


@dataclass
class _Session:
    """Where a walk stands: the archive's list at `path`, the known `names`, and what was answered, to undo it."""

    path: Path
    names: dict[str, str]
    answered: list[tuple[str, str]] = field(default_factory=list)

    def write(self, action: str, form: str, target: str) -> None:
        """Put the order at the end of the archive's list, at once."""
        line = "\t".join(filter(None, (action, form, target)))
        text = self._text()
        end = "\r\n" if "\r\n" in text else "\n"
        self._put(f"{text}{'' if not text or text.endswith(end) else end}{line}{end}")
        self.answered.append((action, line))
        if action == "收入":
            self.names[form] = form

    def skip(self) -> None:
        """Leave the wording for another time."""
        self.answered.append(("跳过", ""))

    def undo(self) -> str:
        """Take the last answer back, and its line out of the archive's list; what that answer was."""
        action, line = self.answered.pop()
        lines = self._text().splitlines(keepends=True)
        at = next((n for n in reversed(range(len(lines))) if lines[n].rstrip("\r\n") == line), None)
        if line and at is not None:
            self._put("".join(lines[:at] + lines[at + 1 :]))
        return action

    def _text(self) -> str:
        """The list as it is now; another programme may have changed it."""
        return self.path.read_bytes().decode() if self.path.exists() else _NEW

    def _put(self, text: str) -> None:
        """Write the list, wholly or not at all."""
        atomic.put(self.path, text.encode())


@click.command()
@arguments.seeds
@click.option("--tsv", type=arguments.file, help="不逐条问，把清单写成表格，如 build/review.tsv")
def review(seeds: Path, tsv: Path | None) -> None:
    """逐条看值得考虑的词组，决定写进提法表。"""
    made = read.mined(seeds, Options())
    path = seeds / pipeline.LEXICON
    damaged = [problem for problem in made.problems if problem.code == "L007"]
    if damaged:
        terminal.tell(damaged)
        raise SystemExit(1)
    decided = _decided(path)
    found = analysis.proposals(made.corpus, made.slogans, made.least, made.lexicon.blocked)
    proposed = [each for each in found if each.form not in decided]
    if tsv:
        atomic.put(tsv, report.candidates(proposed).encode())
        terminal.say(f"{len(proposed)} 条，已写入 {tsv}")
    else:
        session = _Session(path, {form: slogan.form for slogan in made.slogans for form in slogan.variants})
        _sum_up(session, path, _walk(proposed, session))


def _decided(path: Path) -> Mapping[str, int]:
    """The wordings that stand in the archive's list already."""
    text = path.read_text("utf-8") if path.exists() else ""
    return analysis.own(text, path.name, analysis.EMPTY)[0].lines


def _walk(candidates: Sequence[Candidate], session: _Session) -> int:
    """Ask about one after another until the end, 退出 or the end of the input; how many are left."""
    while len(session.answered) < len(candidates):
        candidate = candidates[len(session.answered)]
        _show(candidate, len(session.answered) + 1, len(candidates))
        answer = _ask(QUESTION)
        action = "退出" if answer is None else ANSWERS.get(answer.lower())
        if action == "退出":
            break
        if action is None:
            click.echo(f"不认识“{answer}”。请输入：接受、归并、屏蔽、跳过、撤销、退出，或后面的字母。")
        else:
            _act(action, candidate, session)
    return len(candidates) - len(session.answered)


def _act(action: str, candidate: Candidate, session: _Session) -> None:
    """Carry out one answer."""
    if action == "撤销":
        click.echo(f"已撤销：{session.undo()}。" if session.answered else "前面没有可以撤销的。")
    elif action == "跳过":
        session.skip()
    elif action == "别名":
        target = _target(candidate, session)
        if target:
            session.write(action, candidate.form, target)
    else:
        session.write(action, candidate.form, "")


def _show(candidate: Candidate, number: int, total: int) -> None:
    """The wording with why it is proposed and what stands around it."""
    click.echo(
        f"\n[{number}/{total}] {candidate.form}　{candidate.speeches} 篇 {candidate.count} 次　{candidate.reason}"
    )
    click.echo(f"    {candidate.example}")


def _target(candidate: Candidate, session: _Session) -> str:
    """The slogan that the wording goes to; empty if the archivist thinks better of it."""
    default = f"（回车即“{candidate.target}”）" if candidate.target else "（回车返回）"
    while True:
        answer = _ask(f"归入哪条提法？{default}")
        wanted = analysis.form(answer or "") or (candidate.target if answer is not None else "")
        if not wanted or wanted in session.names:
            return session.names.get(wanted, "")
        near = [name for name in session.names if wanted in name or set(wanted) <= set(name)][:_SIMILAR]
        hint = f"相近的有：{'、'.join(f'“{name}”' for name in near)}。" if near else ""
        click.echo(f"没有“{wanted}”这条提法。{hint}要归入新的提法，请先接受它。")


def _ask(question: str) -> str | None:
    """The answer, without blanks at its ends; None at the end of the input."""
    click.echo(question, nl=False)
    answer = sys.stdin.readline()
    return answer.strip() if answer else None


def _sum_up(session: _Session, path: Path, left: int) -> None:
    """Say what was decided, where it stands and what comes next."""
    counts = Counter(action for action, _ in session.answered)
    told = "，".join(f"{word} {counts[word]} 条" for word in ("收入", "别名", "屏蔽", "跳过"))
    click.echo(f"\n{told}；还有 {left} 条没有看。")
    if len(session.answered) > counts["跳过"]:
        click.echo(f"已写入 {path}，重新生成网站后生效。")
