"""Transcripts: commands with the output that is expected of them.

    $ rung check bad.lua
    bad.lua:3:5: error: unknown field 'rnak' of ladder 'tier'
    ...
    [1]

A line `$ COMMAND` is run by bash (lines `> ...` right below it continue it); what follows is its
output, stdout and stderr together, then `[N]` when it does not end with 0. `...` alone on a line
stands for any lines, none included. Blank lines at the end of an output do not count. Text before the
first command is prose. The folder a command changes to is where the next one starts.

Used by tests/cli/run and tests/readme/run.
"""

import os
import subprocess

TIME_LIMIT = 120  # seconds; a back stop against hanging, nothing is timed


class Step:
    """One command, the lines expected of it, and the line number it stands on."""

    def __init__(self, command, line):
        self.command = command
        self.line = line
        self.expected = []
        self.trailing = 0  # blank lines below the output, kept when rewriting

    def settle(self):
        while self.expected and not self.expected[-1].strip():
            self.expected.pop()
            self.trailing += 1


def parse(lines, first_line=1):
    """The prose before the first command, and the steps."""
    prose, steps, continues = [], [], False
    for number, line in enumerate(lines, first_line):
        if line.startswith("$ "):
            steps.append(Step(line[2:], number))
            continues = True
        elif continues and (line.startswith("> ") or line == ">"):
            steps[-1].command += "\n" + line[2:]
        elif steps:
            continues = False
            steps[-1].expected.append(line)
        else:
            prose.append(line)
    for step in steps:
        step.settle()
    return prose, steps


def environment(rung_folder):
    """What every command sees: this rung first, and nothing of the caller's taste."""
    kept = {name: value for name, value in os.environ.items()
            if name.endswith("SAN_OPTIONS") or name in ("HOME", "LD_LIBRARY_PATH", "PYENV_ROOT")}
    path = os.pathsep.join([os.path.abspath(rung_folder), os.environ.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"}


def run(step, folder, env):
    """Runs the command in folder; gives its output lines, [N] included, and the folder it ends in."""
    reading, writing = os.pipe()
    script = f"trap 'code=$?; pwd >&{writing}; exit $code' EXIT\n{step.command}"
    try:
        done = subprocess.run(["bash", "-c", script], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              pass_fds=[writing], timeout=TIME_LIMIT)
        output, code = done.stdout, done.returncode
    except subprocess.TimeoutExpired as late:
        output, code = (late.stdout or b"") + b"\n(did not end)\n", "time"
    finally:
        os.close(writing)
    with os.fdopen(reading) as end:
        folder = end.readline().rstrip("\n") or folder
    lines = output.decode("utf-8", "backslashreplace").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    if code != 0:
        lines.append(f"[{code}]")
    return lines, folder


def matches(expected, actual):
    """Whether the lines are as expected; `...` takes any number of them."""
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(matches(expected[1:], actual[taken:]) for taken in range(len(actual) + 1))
    return bool(actual) and expected[0] == actual[0] and matches(expected[1:], actual[1:])


def difference(name, step, actual):
    """What to show a reader when a step did not do as written."""
    shown = [f"{name}:{step.line}: $ {step.command}", "  expected:"]
    shown += [f"    {line}" for line in step.expected] or ["    (nothing)"]
    shown += ["  but got:"]
    shown += [f"    {line}" for line in actual] or ["    (nothing)"]
    return "\n".join(shown)


def rewritten(prose, steps, outputs):
    """The transcript's lines with these outputs in place of what was expected."""
    lines = list(prose)
    for step, output in zip(steps, outputs):
        first, *more = step.command.split("\n")
        lines += [f"$ {first}"] + [f"> {line}".rstrip() for line in more]
        lines += step.expected if matches(step.expected, output) else output
        lines += [""] * step.trailing
    return lines
