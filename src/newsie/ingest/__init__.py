"""Files, folders, dumps and standard input in, documents out."""

from __future__ import annotations

from newsie.ingest.documents import find_encoding, read_documents
from newsie.ingest.dump import Columns
from newsie.ingest.metadata import Metadata, read_metadata, unmatched_metadata
from newsie.ingest.remote import describe_url
from newsie.ingest.source import Problem, Source, find_sources
from newsie.ingest.survey import Survey, survey_sources

__all__ = [
    "Columns",
    "Metadata",
    "Problem",
    "Source",
    "Survey",
    "describe_url",
    "find_encoding",
    "find_sources",
    "read_documents",
    "read_metadata",
    "survey_sources",
    "unmatched_metadata",
]
