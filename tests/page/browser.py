"""A headless Chromium, driven through chromedriver's plain HTTP protocol (WebDriver).

Nothing but the standard library. The browser gets an empty profile of its own and is ended with the
`with` block that began it.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

DRIVERS = ["chromedriver"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "chrome"]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
PATIENCE = 20  # seconds for the driver to answer at all, a back stop
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def find(names):
    return next((path for path in map(shutil.which, names) if path), None)


def missing():
    """What this machine lacks, in words; empty when nothing."""
    wanted = {"chromium": BROWSERS, "chromedriver (Debian's chromium-driver)": DRIVERS}
    return [what for what, names in wanted.items() if not find(names)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="rung-browser-")
        self.address = f"http://127.0.0.1:{free_port()}"
        self.driver = subprocess.Popen(
            [find(DRIVERS), f"--port={self.address.rsplit(':', 1)[1]}"], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "no_proxy": "127.0.0.1"})
        self.session = None

    def __enter__(self):
        try:
            self.wait_for_driver()
            self.begin()
        except Exception:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def wait_for_driver(self):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if self.ask("GET", "/status")["ready"]:
                    return
            except OSError:
                if time.monotonic() > end or self.driver.poll() is not None:
                    raise
            time.sleep(0.05)

    def begin(self):
        options = {"args": [*FLAGS, f"--user-data-dir={self.profile}"], "binary": find(BROWSERS)}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options,
                  "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                  "unhandledPromptBehavior": "ignore"}
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = f"/session/{answer['sessionId']}"

    def end(self):
        if self.session:
            try:
                self.ask("DELETE", self.session)
            except OSError:
                pass
        self.driver.terminate()
        self.driver.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def ask(self, method, path, body=None):
        """One request; the driver's own words when it refuses."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"},
                                         method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            said = json.load(error)["value"]
            raise RuntimeError(f"{said['error']}: {said['message'].splitlines()[0]}") from None

    def do(self, path, body=None):
        return self.ask("POST", self.session + path, body or {})

    # What a person does.

    def open(self, path):
        self.do("/url", {"url": "file://" + os.path.abspath(path)})

    def element(self, selector):
        return self.do("/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.do(f"/element/{self.element(selector)}/click")

    def type(self, selector, text):
        at = self.element(selector)
        self.do(f"/element/{at}/clear")
        self.do(f"/element/{at}/value", {"text": text})

    # What a test asks.

    def run(self, script, *words):
        return self.do("/execute/sync", {"script": script, "args": list(words)})

    def command(self, name, **parameters):
        """One of Chromium's own commands, such as Emulation.setEmulatedMedia."""
        return self.do("/goog/cdp/execute", {"cmd": name, "params": parameters})

    def alert(self):
        """The text of an open alert, or None."""
        try:
            return self.ask("GET", self.session + "/alert/text")
        except RuntimeError:
            return None

    def log(self, kind):
        return self.do("/se/log", {"type": kind})

    def requests(self):
        """The addresses that were asked for since the last call."""
        events = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        return [event["params"]["request"]["url"] for event in events
                if event["method"] == "Network.requestWillBeSent"]

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("GET", self.session + "/screenshot")))
