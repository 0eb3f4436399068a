"""Records in, tidy tables out: one a type, and one for each list that records hold.

`records.id` of a list's table leads to the record, `article_id` of a record to its article. Rows
of lists are numbered from 0 in `position`.
"""

from __future__ import annotations

from newsie.tables.layout import LIST_KEY, Column, Table, lay_out_tables
from newsie.tables.rows import list_rows

__all__ = ["LIST_KEY", "Column", "Table", "lay_out_tables", "list_rows"]
