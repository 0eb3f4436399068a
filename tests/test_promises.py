"""What the README promises of a run: nothing reaches the network, nothing heavy is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "texts"

# Runs newsie's command line with its own arguments; any look at the network ends it at once.
WATCHED = """
import json, os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        sys.stderr.write(f"reached for the network: {event} {arguments}\\n")
        os._exit(9)

sys.addaudithook(refuse)
from newsie.cli import main
sys.argv = ["newsie", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code or 0
heavy = {"jieba", "pkuseg", "spacy", "numpy", "thinc", "requests", "httpx"}
sys.stderr.write(json.dumps({"status": code, "heavy": sorted(heavy & sys.modules.keys())}))
"""


def test_a_run_stays_off_the_network_and_loads_nothing_heavy(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "extract", str(SAMPLES), "-o", str(tmp_path / "out.jsonl")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    last = done.stderr.splitlines()[-1]
    assert json.loads(last) == {"status": 0, "heavy": []}


def test_what_is_written_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.jsonl"
        subprocess.run(
            [sys.executable, "-m", "newsie", "extract", str(SAMPLES), "-o", str(out)],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
