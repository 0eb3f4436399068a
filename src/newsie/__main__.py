"""`python -m newsie`."""

from __future__ import annotations

from newsie.cli import main

if __name__ == "__main__":
    main()
