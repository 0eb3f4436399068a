"""What holds for all tests."""

from __future__ import annotations

import gc


def pytest_unconfigure() -> None:
    """What a run in this process froze is freed, or libraries call it leaked."""
    gc.unfreeze()
