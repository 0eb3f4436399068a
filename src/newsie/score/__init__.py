"""Gold records and extracted ones in, how well they agree out.

Records are compared document by document, and only in documents that occur in the gold. A gold
line `{"type": "document", "doc_id": …}` declares a document, so that wrong records count in one
that has none; its `types` names the types annotated in full there (default: all). Gold with
`"optional": true` is no miss when it is not found, and its pair counts nowhere when it is.

Text is compared after NFKC, without white space and quotes, in lower case; periods by their first
and last month. An absent key is the same as null. Each gold record is paired with at most one
extracted one, best pairs first. `newsie.score.pairing` says what makes a pair, and which fields
of a pair are judged.

F1 counts pairs as right; exact F1 only those with every field right. `core` is the mean over the
core types that have anything to score.
"""

from __future__ import annotations

from newsie.score.report import report_scores
from newsie.score.scoring import CORE, LINES, Scores, score_records
from newsie.score.tally import Judged, Tally

__all__ = ["CORE", "LINES", "Judged", "Scores", "Tally", "report_scores", "score_records"]
