"""URLs in, file systems out: object storage and whatever else fsspec reaches.

`s3://…`, `gs://…`, `az://…`, `hdfs://…`: each needs the package that fsspec has for it. A path
without a scheme is none of these, but a file of this machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newsie.errors import NewsieError, UsageError

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_url(name: str) -> bool:
    """Whether a name is a URL rather than a path.

    >>> is_url("s3://papers/2025/"), is_url("papers/2025"), is_url("C:\\\\papers")
    (True, False, False)
    """
    return _URL.match(name) is not None


def open_storage(url: str) -> tuple[Any, str]:
    """The file system of a URL, as fsspec has it, and the path in it.

    Raises:
        UsageError: fsspec is missing, or what it needs for this kind of URL.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(f"{url}: URLs need fsspec: pip install 'newsie[dask]'") from error
    try:
        file_system, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: {error}") from error
    return file_system, str(path).rstrip("/")


@contextmanager
def as_system_errors(url: str) -> Iterator[None]:
    """Let every failure of a storage be an `OSError` that names the URL."""
    try:
        yield
    except NewsieError:
        raise
    except OSError as error:
        what = error.strerror or str(error) or type(error).__name__
        raise OSError(error.errno, what, url) from error
    except Exception as error:  # the libraries behind fsspec have many of their own
        raise OSError(None, f"{type(error).__name__}: {error}", url) from error
