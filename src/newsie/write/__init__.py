"""Records in, JSON Lines out: one mixed stream, or a folder with a file a type.

Output appears whole: it grows in `OUT.newsie/` beside its place and is moved there at the end. The
quarantine, documents on which extraction failed, stays in `OUT.newsie/quarantine.jsonl`. Of a run
that is interrupted the partial files stay too, with `manifest.json`, which says what run it was,
and `checkpoint.json`, which says how far it came; another run can go on from there.
"""

from __future__ import annotations

from newsie.write.lines import FILE_NAMES, Form, serialise_records
from newsie.write.output import Output

__all__ = ["FILE_NAMES", "Form", "Output", "serialise_records"]
