"""The subjects of a clause that stand side by side: 甲镇、乙镇分别完成投资5亿元、3亿元."""

from __future__ import annotations


class Row:
    """The subjects of the last clause that named any, in reading order."""

    def __init__(self) -> None:
        self._subjects: list[str] = []
        self._gathering = False

    def start_clause(self) -> None:
        """Begin a new row with the next subject that is met."""
        self._gathering = False

    def gather(self, subject: str | None) -> None:
        """Take a subject as one of those of the clause."""
        if not self._gathering:
            self._subjects, self._gathering = [], True
        if subject:
            self._subjects.append(subject)

    def add(self, subject: str) -> None:
        """Take a subject beside the last, whatever the clause."""
        self._subjects.append(subject)

    def of_turn(self, index: int, count: int) -> str | None:
        """The subject at an index, where there are as many as numbers that share them."""
        return self._subjects[index] if len(self._subjects) == count > 1 else None
