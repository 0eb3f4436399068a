"""Use the pages of `newsie view` in a real headless Chromium: clicks, keys, search, screenshots.

python .ci/browse.py [FOLDER [SIZE...]]

chromium and chromedriver must be installed (Debian: chromium-driver).

Pages of 10, 1,000 and 10,000 articles are made of copies of the samples, and used as people would,
on a desk and on a phone. Screenshots are left in FOLDER.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SIZES = (10, 1_000, 10_000)
SLOWEST = 20.0  # seconds, on two busy cores, until a page can be used or a search is done


class Browser:
    """As much of the WebDriver protocol as these checks need."""

    def __init__(self, port: int, width: int, height: int) -> None:
        self._base = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        arguments.append(f"--window-size={width},{height}")
        options = {"args": arguments}
        wanted = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
        answer = self._call("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{answer['sessionId']}"
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self._command("Emulation.setDeviceMetricsOverride", size)

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def _command(self, name: str, parameters: Any) -> Any:
        body = {"cmd": name, "params": parameters}
        return self._call("POST", f"{self._session}/goog/cdp/execute", body)

    def open(self, page: Path) -> None:
        """Load a page from its file, and wait until it can be used."""
        self._call("POST", f"{self._session}/url", {"url": page.as_uri()})
        self.wait("document.body.dataset.ready === 'yes'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        body = {"script": f"return {script}", "args": []}
        return self._call("POST", f"{self._session}/execute/sync", body)

    def wait(self, condition: str) -> None:
        """Wait until an expression holds."""
        deadline = time.monotonic() + SLOWEST
        while not self.run(condition):
            if time.monotonic() > deadline:
                raise AssertionError(f"still not so after {SLOWEST} s: {condition}")
            time.sleep(0.05)

    def _find(self, selector: str) -> str:
        body = {"using": "css selector", "value": selector}
        found = self._call("POST", f"{self._session}/element", body)
        return f"{self._session}/element/{found[ELEMENT]}"

    def click(self, selector: str) -> None:
        """Click the first element of a selector, as a person would: what covers it gets it."""
        self._call("POST", f"{self._find(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        """Type into an element."""
        self._call("POST", f"{self._find(selector)}/value", {"text": text})

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        actions = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        body = {"actions": [{"type": "key", "id": "keys", "actions": actions}]}
        self._call("POST", f"{self._session}/actions", body)

    def shoot(self, file: Path) -> None:
        """Save a screenshot."""
        file.write_bytes(base64.b64decode(self._call("GET", f"{self._session}/screenshot")))

    def errors(self) -> list[str]:
        """What the page wrote to its console as errors."""
        body = {"type": "browser"}
        logged = self._call("POST", f"{self._session}/se/log", body)
        return [entry["message"] for entry in logged if entry["level"] == "SEVERE"]

    def close(self) -> None:
        """End the session."""
        self._call("DELETE", self._session)


@contextmanager
def driver() -> Iterator[int]:
    """A running chromedriver's port."""
    process = subprocess.Popen(
        ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            started = re.search(r"on port (\d+)", line)
            if started and "success" in line:
                yield int(started[1])
                return
        raise AssertionError("chromedriver did not start")
    finally:
        process.terminate()
        process.wait()


def make_records(target: Path, size: int) -> Path:
    """Records of so many articles: copies of the samples, the last one a bit different."""
    samples = sorted((ROOT / "samples" / "expected").glob("*.jsonl"))
    lines = [line for file in samples for line in file.read_text(encoding="utf-8").splitlines()]
    articles = sum('"type":"article"' in line for line in lines)
    with target.open("w", encoding="utf-8") as file:
        left = size
        for copy in range(-(-size // articles)):
            kept: set[str] = set()
            for line in lines:
                record = json.loads(line)
                if record["type"] == "article":
                    if left == 0:
                        continue
                    left -= 1
                    kept.add(record["id"])
                elif record["article_id"] not in kept:
                    continue
                for key in ("id", "article_id"):
                    record[key] = record[key] and f"{record[key]}-{copy}"
                record["doc_id"] = f"{copy}/{record['doc_id']}"
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return target


def make_page(folder: Path, size: int) -> Path:
    """The page of so many articles."""
    records, page = make_records(folder / f"{size}.jsonl", size), folder / f"{size}.html"
    command = [sys.executable, "-m", "newsie", "view", str(records), "-o", str(page)]
    subprocess.run([*command, "--title", f"{size} articles"], check=True, stderr=subprocess.DEVNULL)
    return page


def check_desk(browser: Browser, page: Path, size: int, folder: Path) -> None:
    """Use a page with mouse and keys."""
    begun = time.monotonic()
    browser.open(page)
    opened = time.monotonic() - begun
    shown = "Number(document.getElementById('count').textContent.split(' ')[0])"
    assert browser.run(shown) == size
    assert browser.run("document.querySelectorAll('.row').length") < 60, "rows out of sight"
    title = "document.querySelector('#article h2').textContent"
    first = browser.run(title)
    browser.press("j")
    browser.wait(f"{title} !== {json.dumps(first)}")
    browser.press("k")
    browser.wait(f"{title} === {json.dumps(first)}")
    browser.press("n")
    lit = "[...document.querySelectorAll('mark.lit')].map((m) => m.textContent).join('')"
    assert browser.run("document.querySelectorAll('.card.lit').length") == 1
    assert browser.run(lit), "a record lights up its words"
    browser.click("mark")
    word = browser.run("document.querySelector('mark').dataset.r.split(' ')[0]")
    assert browser.run(f"document.getElementById('record-{word}').classList.contains('lit')")
    browser.shoot(folder / f"desk-{size}.png")
    browser.press("/")
    begun = time.monotonic()
    browser.type("#text", "教师节 表彰")
    browser.wait(f"{shown} > 0 && {shown} < {size}" if size > 10 else f"{shown} < {size}")
    searched = time.monotonic() - begun
    found = browser.run(shown)
    if size > 10:
        assert browser.run("document.querySelectorAll('#body .found').length") > 0
        browser.shoot(folder / f"search-{size}.png")
    browser.press("\ue00c")  # Escape
    browser.wait(f"{shown} === {size}")
    browser.type("#person", "高小满")
    browser.wait(f"{shown} > 0 && {shown} < {size}")
    assert "高小满" in browser.run("document.getElementById('records').textContent")
    browser.press("\ue00c")
    browser.wait(f"{shown} === {size}")
    browser.click("#types button[data-type=official]")
    browser.wait("document.querySelector('[data-type=official]').ariaPressed === 'false'")
    officials = "getComputedStyle(document.body).getPropertyValue('--official')"
    assert browser.run(officials)
    assert not browser.run(
        "[...document.querySelectorAll('.card h3')].some((h) => h.textContent.startsWith('官员'))"
    )
    browser.press("\ue00c")
    browser.wait(f"{shown} === {size}")
    browser.run("(document.getElementById('list').scrollTop = 1e9, 1)")
    browser.wait(f"document.querySelector('[data-i=\"{size - 1}\"]') !== null")
    browser.click(f"[data-i='{size - 1}']")
    browser.wait(f"location.hash === '#{size - 1}'")
    assert browser.errors() == []
    megabytes = page.stat().st_size / 1e6
    print(
        f"{size:>6} articles: {megabytes:5.1f} MB, usable after {opened:.1f} s, "
        f"texts searched in {searched:.1f} s ({found} found)"
    )


def check_phone(browser: Browser, page: Path, folder: Path) -> None:
    """Use a page with a thumb."""
    browser.open(page)
    wide = "document.documentElement.scrollWidth > innerWidth"
    assert not browser.run(wide), "nothing sticks out to the right"
    visible = "(id) => getComputedStyle(document.getElementById(id)).display !== 'none'"
    panes = f"['list', 'article', 'records'].filter({visible}).join()"
    assert browser.run(panes) == "list"
    browser.shoot(folder / "phone-list.png")
    browser.click(".row")
    browser.wait(f"{panes} === 'article'")
    browser.shoot(folder / "phone-article.png")
    browser.click("mark")
    browser.wait(f"{panes} === 'records'")
    browser.shoot(folder / "phone-records.png")
    browser.click(".card.lit")
    browser.wait(f"{panes} === 'article'")
    browser.click("footer [data-show=list]")
    browser.wait(f"{panes} === 'list'")
    assert browser.errors() == []


def check_reasons(browser: Browser, folder: Path) -> None:
    """A page with explanations says why."""
    records, page = folder / "explained.jsonl", folder / "explained.html"
    texts = str(ROOT / "samples" / "texts")
    newsie = [sys.executable, "-m", "newsie"]
    subprocess.run([*newsie, "extract", texts, "-o", str(records)], check=True, capture_output=True)
    command = [*newsie, "view", str(records), "--texts", texts, "--explain", "-o", str(page)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    browser.open(page)
    browser.press("n")
    browser.shoot(folder / "view.png")
    browser.click(".card summary")
    assert " = " in browser.run("document.querySelector('.card details[open]').textContent")
    browser.click(".why")
    assert "No record of this sentence" in browser.run(
        "document.querySelector('.card.sentence').textContent"
    )
    browser.shoot(folder / "explained.png")
    assert browser.errors() == []


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary, driver() as port:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        desk = Browser(port, 1280, 800)
        for size in map(int, sys.argv[2:]) if len(sys.argv) > 2 else SIZES:
            check_desk(desk, make_page(folder, size), size, folder)
        check_reasons(desk, folder)
        desk.close()
        phone = Browser(port, 390, 780)
        check_phone(phone, folder / "explained.html", folder)
        phone.close()
    print("all used as expected")


if __name__ == "__main__":
    main()
