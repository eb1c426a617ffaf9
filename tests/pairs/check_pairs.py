"""Runs the official pairs through the program: check_pairs.py PARALLAX [--list]

Recall and precision by kind, alarms by group of quiet pairs. --list prints every pair that went wrong. Fails below the
floors, which say what the rules reach; they rise with the rules.
"""

import collections
import json
import pathlib
import subprocess
import sys

program = sys.argv[1]
here = pathlib.Path(__file__).resolve().parent
gold = [json.loads(line) for line in (here / "official.jsonl").read_text().splitlines()]
lines = "".join(json.dumps({"id": g["id"], "left": g["left"], "right": g["right"], "left_lang": g["lang_left"],
                            "right_lang": g["lang_right"]}, ensure_ascii=False) + "\n" for g in gold)
run = subprocess.run([program, "batch", "--pairs", "-", "--format", "jsonl"], input=lines.encode(), capture_output=True)
if run.returncode:
    sys.exit(f"batch failed: {run.stderr.decode()}")
predicted = {r["id"]: set(r["labels"]) for r in map(json.loads, run.stdout.decode().splitlines())}

wanted, found = collections.Counter(), collections.Counter()
right = flags = detected = divergent = 0
quiet, alarms = collections.Counter(), collections.Counter()
for g in gold:
    labels, alt, said = set(g["labels"]), set(g["alt"]), predicted[g["id"]]
    flags += len(said)
    right += len(said & (labels | alt))
    wrong = False
    if labels:
        divergent += 1
        detected += bool(said & (labels | alt))
        for label in labels:
            wanted[label] += 1
            hit = label in said or bool(said & alt)
            found[label] += hit
            wrong |= not hit
    else:
        quiet[g["group"]] += 1
        alarms[g["group"]] += bool(said - alt)
    if "--list" in sys.argv and (wrong or said - labels - alt):
        print(f"{g['id']} {g['group']} wanted {sorted(labels)} said {sorted(said)}: {g['note']}\n   {g['left']}\n   {g['right']}")

for label, count in sorted(wanted.items()):
    print(f"recall {label:10} {found[label]:3} of {count:3}  {found[label] / count:.2f}")
precision = right / max(1, flags)
print(f"pairs with a right finding {detected} of {divergent}  {detected / divergent:.3f}")
print(f"findings that are right {right} of {flags}  {precision:.3f}")
for group, count in sorted(quiet.items()):
    print(f"quiet {group:12} flagged {alarms[group]} of {count}  {alarms[group] / count:.3f}")
