"""What standard error shows of a run: problems, progress, the summary; and how it ends."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from newsie.ingest import Problem
    from newsie.run import Summary

_SECONDS_A_LINE = 60.0
_SECONDS_A_BAR = 0.2
_BAR_WIDTH = 16
_USUAL_WIDTH = 80
_WIPE = "\r\033[J"  # back to the beginning of the line, and everything from there on gone
_BACK_UP = "\033[A\r"
_HOW_TO_RESUME = "; --resume goes on from what is done"


def fail(message: object) -> NoReturn:
    """Say what is wrong and end with status 2."""
    typer.echo(f"newsie: {message}", err=True)
    raise typer.Exit(2)


class Display:
    """Standard error: problems, progress, the summary.

    A bar and the records so far, drawn over and over on a terminal; else a line a minute.
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
        parts = self._parts(summary)
        characters = _count(summary.characters, "character", "characters")
        records = [characters, *_count_records(summary)]
        if not self._is_terminal:
            typer.echo(", ".join([*parts, *records]), err=True)
            return
        filled = round(_BAR_WIDTH * min(1, summary.documents / max(self.total, 1)))
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        width = _terminal_width() - 1
        first, second = f"[{bar}] {', '.join(parts)}"[:width], ", ".join(records)[:width]
        typer.echo(f"{_WIPE}{first}\n{second}{_BACK_UP}", err=True, nl=False)

    def _parts(self, summary: Summary) -> list[str]:
        left = summary.seconds_left(self.total)
        return [
            f"{summary.documents:,}/{self.total:,} documents",
            f"{summary.rate:,.0f} characters a second",
            *([] if left is None else [f"{_clock(left)} left"]),
        ]

    def summarise(self, summary: Summary) -> None:
        """Say what came out."""
        unread = f"{summary.unread + summary.failed:,} unread"
        parts = [_count(summary.documents, "document", "documents"), *_count_records(summary)]
        self._print(f"{', '.join([*parts, unread])}; {summary.seconds:.1f} s")

    def _print(self, line: str) -> None:
        typer.echo((_WIPE if self._is_terminal else "") + line, err=True)


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH
    except OSError:
        return _USUAL_WIDTH


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
