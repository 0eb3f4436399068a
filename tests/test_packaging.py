"""What is in the checkout is in what people install."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA_FOLDERS = ("rules", "gazetteers")


def tracked_files(*folders: str) -> set[str]:
    """What git tracks in folders, as paths below the checkout; all files outside a repository."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--", *folders], cwd=ROOT, capture_output=True, check=False
    )
    if listing.returncode == 0:
        names = {name for name in listing.stdout.decode().split("\0") if name}
        return {name for name in names if (ROOT / name).exists()}
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (archive,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return archive, wheel


def test_the_wheel_holds_the_package_and_its_data(distributions: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(distributions[1]) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("newsie/")}
    code = {name.removeprefix("src/") for name in tracked_files("src")}
    data = {f"newsie/{name}" for name in tracked_files(*DATA_FOLDERS)}
    assert code | data <= packed


def test_the_wheel_holds_the_data_as_it_stands(distributions: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(distributions[1]) as wheel:
        differing = [
            name
            for name in tracked_files(*DATA_FOLDERS)
            if wheel.read(f"newsie/{name}") != (ROOT / name).read_bytes()
        ]
    assert differing == []


def test_the_source_archive_holds_what_is_tracked(distributions: tuple[Path, Path]) -> None:
    with tarfile.open(distributions[0]) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked_files("src", "tests", "LICENSE", "README.md", *DATA_FOLDERS) <= packed


def test_the_checkout_finds_its_own_data() -> None:
    assert not any((ROOT / "src" / "newsie" / folder).exists() for folder in DATA_FOLDERS)
