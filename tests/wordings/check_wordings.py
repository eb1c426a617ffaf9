"""One fact told in many ways: check_wordings.py PARALLAX [--show]

Each group tells a fact in several ways (`left`) and a fact that cannot hold beside it in several others (`right`). Every
telling of one side is set against every telling of the other, and has to yield a conflict or difference of the group's kind;
tellings of the same side are set against each other, and have to stay quiet, unless they are steps of one ladder (`steps`).
Fails below the floors.
"""

import itertools
import json
import pathlib
import subprocess
import sys

program, show = sys.argv[1], "--show" in sys.argv
floor_found, most_flagged = 1610, 42
groups = [json.loads(line) for line in (pathlib.Path(__file__).parent / "wordings.jsonl").read_text().splitlines()]

pairs = []
for group in groups:
    for left, right in itertools.product(group["left"], group["right"]):
        pairs.append((group, group["kind"], left, right))
    for side in ("left", "right"):
        if side not in group.get("steps", []):
            pairs += [(group, None, *two) for two in itertools.combinations(group[side], 2)]

lines = "".join(
    json.dumps({"id": str(n), "left": left, "right": right, "left_lang": "en", "right_lang": "en"}) + "\n"
    for n, (_, _, left, right) in enumerate(pairs)
)
run = subprocess.run(
    [program, "batch", "--pairs", "-", "--format", "jsonl"], input=lines, capture_output=True, text=True, check=True
)
reports = {r["id"]: r for r in map(json.loads, run.stdout.splitlines()) if "id" in r}

totals = {group["id"]: [0, 0, 0, 0] for group in groups}  # found, of, flagged, of
for n, (group, kind, left, right) in enumerate(pairs):
    kinds = {f["kind"] for f in reports[str(n)]["divergences"] if f["severity"] != "note"}
    total = totals[group["id"]]
    if kind:
        total[0] += kind in kinds
        total[1] += 1
    else:
        total[2] += bool(kinds)
        total[3] += 1
    if show and (kind not in kinds if kind else kinds):
        print(f"  {group['id']}: {'missed ' + kind if kind else 'flagged ' + ', '.join(sorted(kinds))}: {left} || {right}")
for name, (found, of, flagged, quiet) in totals.items():
    print(f"{name:16} found {found:2} of {of:2}, flagged {flagged:2} of {quiet:2}")
found, of, flagged, quiet = (sum(t[i] for t in totals.values()) for i in range(4))
print(f"found {found} of {of}, flagged {flagged} of {quiet} that agree")
if found < floor_found or flagged > most_flagged:
    sys.exit(f"below the floor: at least {floor_found} found and at most {most_flagged} flagged are expected")
