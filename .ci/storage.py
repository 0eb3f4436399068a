"""Read from and write to object storage that speaks S3's language, a server on this machine.

    python .ci/storage.py

Needs s3fs and moto[server]. The bytes must be those of a run on the disk; a run that was finished
has nothing left to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import s3fs

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
PORT = "5557"
SERVE = f"from moto.server import main; main(['-p', '{PORT}'])"
ACCESS = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_ENDPOINT_URL": f"http://127.0.0.1:{PORT}",
    "AWS_DEFAULT_REGION": "us-east-1",
}


def main() -> None:
    os.environ.update(ACCESS)
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        storage = wait_for_storage()
        storage.put(f"{SAMPLES}/texts/", "papers/in/", recursive=True)
        for _ in range(2):
            extract("s3://papers/out/")
            extract("s3://papers/out.jsonl")
        compare(storage)
    finally:
        server.kill()
        server.wait()


def wait_for_storage() -> s3fs.S3FileSystem:
    for _ in range(120):
        storage = s3fs.S3FileSystem(skip_instance_cache=True)
        try:
            storage.mkdir("papers")
        except OSError:
            time.sleep(0.5)
        else:
            return storage
    sys.exit("the storage does not answer")


def extract(output: str) -> None:
    command = ["extract", "s3://papers/in/", "-o", output, "--resume"]
    subprocess.run([sys.executable, "-m", "newsie", *command], check=True)


def compare(storage: s3fs.S3FileSystem) -> None:
    expected = sorted((SAMPLES / "expected").glob("*.jsonl"))
    whole = b"".join(path.read_bytes() for path in expected)
    if storage.cat_file("papers/out.jsonl") != whole:
        sys.exit("not the bytes of a run on the disk")
    found = sorted(storage.find("papers/out"))
    lines = sum(storage.cat_file(name).count(b"\n") for name in found)
    if (len(found), lines) != (7, whole.count(b"\n")):
        sys.exit(f"not a file a type: {found}")
    kept = [name for side in ("out", "out.jsonl") for name in storage.find(f"papers/{side}.newsie")]
    if [name.rpartition("/")[2] for name in kept] != ["manifest.json"] * 2:
        sys.exit(f"left behind: {kept}")
    print("object storage: the bytes of a run on the disk")


if __name__ == "__main__":
    main()
