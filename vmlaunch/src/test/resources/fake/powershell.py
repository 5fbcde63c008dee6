"""Plays powershell.exe for machine.ps1: checks how it was called, then does what the script asks Hyper-V for.

It does not run the script. That the script is the one that it expects it checks; what each action means is written here
a second time. State: a folder beside the program with `script` (what is expected), `requests` (what was asked), and
`machines.json`.
"""

import base64
import json
import pathlib
import sys

here = pathlib.Path(__file__).resolve().parent
state = here / "machines.json"
machines = json.loads(state.read_text()) if state.exists() else {}


def answer(value):
    text = json.dumps(value)
    assert text.isascii()
    print("WARNING: something that a profile says\n\n" + text)
    state.write_text(json.dumps(machines))
    sys.exit(0)


def fail(error, message):
    answer({"ok": False, "error": error, "message": message})


options = sys.argv[1:]
assert options[:3] == ["-NoProfile", "-NonInteractive", "-EncodedCommand"] and len(options) == 4, options
script = base64.b64decode(options[3], validate=True).decode("utf-16-le")
assert script == (here / "script").read_text(encoding="utf-8"), "another script"

raw = sys.stdin.buffer.read()
assert raw.isascii(), "the code page of a console would spoil this"
ask = json.loads(raw)
with open(here / "requests", "a", encoding="utf-8") as log:
    log.write(json.dumps(ask, ensure_ascii=False) + "\n")

failure = here / "failure"
if failure.exists():
    fail(*failure.read_text(encoding="utf-8").split("\n", 1))
if (here / "silent").exists():
    sys.exit(1)

if ask["action"] == "create":
    machines = {id: vm for id, vm in machines.items() if vm["notes"] != ask["notes"]}
    id = "00000000-0000-4000-8000-%012d" % int((here / "next").read_text() if (here / "next").exists() else 1)
    machines[id] = {"name": ask["name"], "notes": ask["notes"], "state": "Running"}
    networked = "switch" in ask and not (here / "no-switch").exists()
    answer({"ok": True, "id": id, "pipe": "\\\\.\\pipe\\lamina-" + id + "-com1", "networked": networked})

vm = machines.get(ask["id"])
before = vm["state"] if vm else "Gone"
if vm:
    if ask["action"] in ("stop", "kill"):
        del machines[ask["id"]]
    elif ask["action"] == "pause":
        vm["state"] = "Paused"
    elif ask["action"] == "resume":
        vm["state"] = "Running"
    else:
        assert ask["action"] == "state", ask
answer({"ok": True, "state": before})
