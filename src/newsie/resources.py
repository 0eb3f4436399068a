"""Where the shipped rules/ and gazetteers/ are, installed or in a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def data_folder(name: str) -> Traversable:
    """Return the shipped folder called name: "rules" or "gazetteers".

    Raises:
        FileNotFoundError: newsie was installed without it.
    """
    shipped = files("newsie") / name
    if shipped.is_dir():
        return shipped
    checkout = Path(__file__).parents[2]
    if (checkout / "pyproject.toml").is_file():
        return checkout / name
    raise FileNotFoundError(f"newsie was installed without its {name}/ folder")
