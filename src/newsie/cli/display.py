"""What standard error shows of a run: problems, progress, the summary; and how it ends."""

from __future__ import annotations

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
        done = f"{summary.documents}/{self.total} documents"
        line = f"{done}, {summary.rate:,.0f} characters a second"
        if self._is_terminal:
            filled = round(_BAR_WIDTH * min(1, summary.documents / max(self.total, 1)))
            bar = "#" * filled + "." * (_BAR_WIDTH - filled)
            typer.echo(f"\r[{bar}] {line}\033[K", err=True, nl=False)
        else:
            typer.echo(line, err=True)

    def summarise(self, summary: Summary) -> None:
        """Say what came out."""
        from newsie.write import FILE_NAMES

        counts = [
            f"{summary.counts[name]} {FILE_NAMES[name]}"
            for name in FILE_NAMES
            if summary.counts[name]
        ]
        unread = f"{summary.unread + summary.failed} unread"
        parts = [f"{summary.documents} documents", *counts, unread]
        self._print(f"{', '.join(parts)}; {summary.seconds:.1f} s")

    def _print(self, line: str) -> None:
        wipe = "\r\033[K" if self._is_terminal else ""
        typer.echo(wipe + line, err=True)
