"""Run every notebook from top to bottom, in a kernel of its own; a warning is an error.

python .ci/notebooks.py [FOLDER]    with the extra `notebooks`; figures are left in FOLDER

Without any font for Chinese characters, that these are missing from figures is only noted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from matplotlib.font_manager import fontManager
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"


def main() -> None:
    wrong = 0
    for path in sorted(FOLDER.glob("*.ipynb")):
        book = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        NotebookClient(book, timeout=300, resources={"metadata": {"path": FOLDER}}).execute()
        outputs = [output for cell in book.cells for output in cell.get("outputs", [])]
        warned = [one["text"] for one in outputs if one.get("name") == "stderr"]
        figures = sum("image/png" in one.get("data", {}) for one in outputs)
        tables = sum("text/html" in one.get("data", {}) for one in outputs)
        print(f"{path.name}: {figures} figures, {tables} tables")
        for text in warned:
            print(text, file=sys.stderr)
        if not any("CJK" in font.name for font in fontManager.ttflist):
            warned = [text for text in warned if "missing from" not in text]
        wrong += bool(warned) or not figures or not tables
        if len(sys.argv) > 1:
            keep_figures(outputs, Path(sys.argv[1]) / path.stem)
    sys.exit(wrong)


def keep_figures(outputs: list[Any], target: Path) -> None:
    """Write the figures of a notebook beside each other, to be looked at."""
    import base64

    images = [one["data"]["image/png"] for one in outputs if "image/png" in one.get("data", {})]
    for number, image in enumerate(images):
        target.with_name(f"{target.name}-{number}.png").write_bytes(base64.b64decode(image))


if __name__ == "__main__":
    main()
