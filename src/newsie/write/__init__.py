"""Records in, JSON Lines out: one mixed stream, or a folder with a file a type.

Output appears whole: it grows in shards in `OUT.newsie/` beside its place, and at the end they are
joined and moved there. `OUT.newsie/manifest.json` says what run it is, and stays; documents on
which extraction failed are in `OUT.newsie/quarantine.jsonl`. Of a run that is interrupted the
shards stay too, and another run can go on from there.
"""

from __future__ import annotations

from newsie.write.lines import FILE_NAMES, Form, serialise_records
from newsie.write.lock import RunLock
from newsie.write.output import Output, open_output

__all__ = ["FILE_NAMES", "Form", "Output", "RunLock", "open_output", "serialise_records"]
