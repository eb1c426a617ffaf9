"""Runs every command of samples/README.md and compares what it prints: check.py PARALLAX [--update]

A block that starts with ```console holds one command line ("$ parallax ...") and the expected output.
"""

import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
readme = root / "samples/README.md"
program = str(pathlib.Path(sys.argv[1]).resolve())
update = "--update" in sys.argv
environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
failures = 0
commands = 0


def run(match):
    global failures, commands
    commands += 1
    line, expected = match.group(1), match.group(2)
    words = shlex.split(line)
    assert words[0] == "parallax", line
    done = subprocess.run([program, *words[1:]], cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(f"{line}: exit {done.returncode}: {done.stderr}")
        failures += 1
    if done.stdout.strip("\n") != expected.strip("\n") and not update:
        failures += 1
        print("\n".join(difflib.unified_diff(expected.splitlines(), done.stdout.splitlines(), "expected", line, lineterm="")))
    return f"```console\n$ {line}\n{done.stdout.strip(chr(10))}\n```\n"


text = readme.read_text()
fresh = re.sub(r"```console\n\$ ([^\n]*)\n(.*?)```\n", run, text, flags=re.S)
if update:
    readme.write_text(fresh)
print(f"{commands - failures} of {commands} commands print what samples/README.md says")
sys.exit(1 if failures or not commands else 0)
