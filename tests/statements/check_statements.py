"""Planted divergences between whole statements: check_statements.py PARALLAX [--show]

Compares the two statements of every pair, and counts how many of the planted divergences are found with the right kind
between the two sentences that carry them, and how many findings (conflicts and differences) nobody planted. Fails below the
floors.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

program, show = sys.argv[1], "--show" in sys.argv
folder = pathlib.Path(__file__).parent
floor_found, most_extra = 132, 10
END = re.compile(rb"[.!?][\"'\x80-\xff]*(\s|$)|\n\n")


def sentence(text, part):
    """The sentences of `text` that hold `part`, as bytes."""
    begin = text.index(part)
    end = begin + len(part)
    ends = [m.end() for m in END.finditer(text)] + [len(text)]
    starts = [0, *ends]
    return max(s for s in starts if s <= begin), min(e for e in ends if e >= end)


def overlaps(span, other):
    return span[0] < other[1] and span[1] > other[0]


wanted, found = collections.Counter(), collections.Counter()
extra = 0
with tempfile.TemporaryDirectory() as temporary:
    for line in (folder / "statements.jsonl").read_text().splitlines():
        pair = json.loads(line)
        sides = {}
        for side in ("left", "right"):
            sides[side] = pair[side].encode()
            pathlib.Path(temporary, side + ".txt").write_bytes(sides[side] + b"\n")
        paths = [str(pathlib.Path(temporary, side + ".txt")) for side in ("left", "right")]
        run = subprocess.run([program, "compare", *paths, "--format", "json"], capture_output=True, check=True)
        report = json.loads(run.stdout)
        findings = [f for c in report["comparisons"] for f in c["divergences"] if f["severity"] != "note"]
        used = set()
        for planted in pair["divergences"]:
            wanted[planted["kind"]] += 1
            places = {side: sentence(sides[side], planted[side].encode()) for side in sides}
            there = [
                k
                for k, f in enumerate(findings)
                if all(overlaps(f[side]["span"], places[side]) for side in sides)
            ]
            used.update(there)
            right = any(findings[k]["kind"] == planted["kind"] for k in there)
            found[planted["kind"]] += right
            if show and not right:
                kinds = ", ".join(findings[k]["kind"] for k in there)
                print(f"  {pair['id']} {planted['kind']} ({planted['note']}): {kinds or 'nothing'}")
        for k, f in enumerate(findings):
            if k not in used:
                extra += 1
                if show:
                    print(f"  {pair['id']} not planted: {f['kind']} {f['rule']}: {f['explanation']}")
for kind in sorted(wanted):
    print(f"{kind:12} {found[kind]:3} of {wanted[kind]:3}")
total = sum(found.values())
print(f"found {total} of {sum(wanted.values())}, not planted {extra}")
if total < floor_found or extra > most_extra:
    sys.exit(f"below the floor: at least {floor_found} found and at most {most_extra} others are expected")
