"""Recall and false alarms on the project's own pairs of sentences: check_pairs.py PARALLAX FOLDER

Each *.jsonl holds pairs in official register: `kind` names what differs, or is empty where nothing may be reported. They
were written before the rules that they try, run once (README.md gives those first figures), and are kept so that no kind
falls back.
"""

import json
import pathlib
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
# A difference of these kinds may rightly be told as the other.
near = {"modality": {"strength"}, "strength": {"modality"}, "name": {"place", "role"}, "place": {"name"},
        "negation": {"stance", "direction"}, "stance": {"negation", "direction"}, "direction": {"negation", "stance"},
        "role": {"name"}}
found, wanted, alarms, quiet = {}, {}, 0, 0
for path in sorted(folder.glob("*.jsonl")):
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    lines = "".join(json.dumps({k: r[k] for k in ("id", "left", "right")}) + "\n" for r in rows)
    run = subprocess.run([program, "batch", "--pairs", "-", "--format", "jsonl", "--lang", "en"], input=lines.encode(),
                         capture_output=True, check=True)
    labels = {r["id"]: set(r["labels"]) for r in map(json.loads, run.stdout.decode().splitlines())}
    for r in rows:
        if not r["kind"]:
            quiet += 1
            alarms += bool(labels[r["id"]])
            if labels[r["id"]]:
                print("flagged:", r["left"], "|", r["right"], "|", *sorted(labels[r["id"]]))
            continue
        hit = bool(labels[r["id"]] & ({r["kind"]} | near.get(r["kind"], set())))
        wanted[r["kind"]] = wanted.get(r["kind"], 0) + 1
        found[r["kind"]] = found.get(r["kind"], 0) + hit
        if not hit:
            print("missed:", r["kind"], "|", r["left"], "|", r["right"])
failed = False
for kind in sorted(wanted):
    recall = found[kind] / wanted[kind]
    floor = 0.85 if kind in ("number", "date", "negation") else 0.70
    failed = failed or recall < floor
    print(f"{kind:10} {found[kind]:3} of {wanted[kind]:3}  {recall:.2f}  floor {floor}")
print(f"quiet      {alarms:3} of {quiet:3} flagged, at most 15 %")
if failed or alarms > 0.15 * quiet:
    sys.exit("below the floor")
