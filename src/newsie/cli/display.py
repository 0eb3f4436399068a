"""What standard error shows of a run: problems, progress, the summary; and how it ends."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from newsie.ingest import Problem
    from newsie.run import Summary

_SECONDS_A_LINE = 60.0
_SECONDS_A_BAR = 0.2
_BAR_WIDTH = 24
_HOW_TO_RESUME = "; --resume goes on from what is done"


def fail(message: object) -> NoReturn:
    """Say what is wrong and end with status 2."""
    typer.echo(f"newsie: {message}", err=True)
    raise typer.Exit(2)


class Display:
    """Standard error: problems, progress, the summary.

    A bar that is drawn over and over on a terminal, else a line a minute.
    """

    def __init__(self) -> None:
        self.total = 0
        self._is_terminal = sys.stderr.isatty()
        self._next = time.monotonic() + (0 if self._is_terminal else _SECONDS_A_LINE)

    def fail(self, error: Exception, *, resumable: bool = False) -> NoReturn:
        """Say what is wrong and end with status 2."""
        self._print(f"newsie: {error}{_HOW_TO_RESUME if resumable else ''}")
        raise typer.Exit(2)

    def interrupt(self, *, resumable: bool) -> NoReturn:
        """End as a program does that was told to stop."""
        self._print(f"newsie: interrupted{_HOW_TO_RESUME if resumable else ''}")
        raise typer.Exit(130)

    def report(self, problem: Problem) -> None:
        """Name what could not be read, or remark on something."""
        self._print(f"{problem.source}: {'' if problem.unread else 'note: '}{problem.text}")

    def progress(self, summary: Summary) -> None:
        """Show how far the run is, when it is time again."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_SECONDS_A_BAR if self._is_terminal else _SECONDS_A_LINE)
        line = self._describe(summary)
        if not self._is_terminal:
            typer.echo(line, err=True)
            return
        filled = round(_BAR_WIDTH * min(1, summary.documents / max(self.total, 1)))
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        width = shutil.get_terminal_size().columns
        typer.echo(f"\r{f'[{bar}] {line}'[: width - 1]}\033[K", err=True, nl=False)

    def _describe(self, summary: Summary) -> str:
        parts = [
            f"{summary.documents:,}/{_count(self.total, 'document', 'documents')}",
            _count(summary.characters, "character", "characters"),
            f"{summary.rate:,.0f} a second",
        ]
        left = summary.seconds_left(self.total)
        if left is not None:
            parts.append(f"{_clock(left)} left")
        return ", ".join([*parts, *_count_records(summary)])

    def summarise(self, summary: Summary) -> None:
        """Say what came out."""
        unread = f"{summary.unread + summary.failed:,} unread"
        parts = [_count(summary.documents, "document", "documents"), *_count_records(summary)]
        self._print(f"{', '.join([*parts, unread])}; {summary.seconds:.1f} s")

    def _print(self, line: str) -> None:
        wipe = "\r\033[K" if self._is_terminal else ""
        typer.echo(wipe + line, err=True)


def _count_records(summary: Summary) -> list[str]:
    from newsie.write import FILE_NAMES

    return [
        _count(summary.counts[name], name, plural)
        for name, plural in FILE_NAMES.items()
        if summary.counts[name]
    ]


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
