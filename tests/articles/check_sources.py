"""Who said what in the articles, against their gold: check_sources.py PARALLAX [--show]

Prints for each language how many sentences got the right speaker and fails below a floor. A gold speaker and a source of the
program are taken as the same if most sentences of the one fall to the other, so names may be written otherwise; a source
stands for one speaker only. Where gold names other right sources (`alt`), they count.
"""

import collections
import json
import pathlib
import subprocess
import sys

program, show = sys.argv[1], "--show" in sys.argv
folder = pathlib.Path(__file__).parent
floors = {"en": 0.91, "az": 0.94, "tr": 0.94, "de": 0.94, "es": 0.94, "ar": 0.9, "fr": 0.94, "ru": 0.9}


def read(path):
    gold = json.loads(path.read_text())
    text = path.with_name(path.name.replace(".gold.json", ".txt"))
    data = text.read_bytes()
    run = subprocess.run([program, "sources", str(text), "--format", "jsonl"], capture_output=True, check=True)
    out = json.loads(run.stdout)
    names = {s["id"]: s["name"] for s in out["sources"]}
    roles = {s["id"]: s["role"] for s in out["sources"]}
    rows, at = [], 0
    for sentence in gold["sentences"]:
        raw = sentence["text"].encode()
        begin = data.find(raw, at)
        assert begin >= 0, f"{text}: {sentence['text']!r} is not in the article"
        at = begin + len(raw)
        best, most = None, 0
        for s in out["statements"]:
            size = sum(max(0, min(e, at) - max(b, begin)) for b, e in s["content"])
            if s["mode"] == "narration" or s["source"] is None or roles.get(s["source"]) == "media" and not s["cue"]:
                size = size if best is None and size > most else 0
                if size:
                    best, most = (None, s), size
            elif size and (best is None or best[0] is None or size > most):
                best, most = (s["source"], s), size
        rows.append((sentence, best[0] if best else None, best[1] if best else None))
    return gold, rows, names


def mapping(rows):
    """One source to one speaker, most common pairs first; ties by order."""
    pairs = collections.Counter((r[0]["speaker"], r[1]) for r in rows if r[0]["speaker"] and r[1])
    used, out = set(), {}
    for (speaker, source), _ in pairs.most_common():
        if speaker not in out and source not in used:
            out[speaker] = source
            used.add(source)
    return out


totals = collections.defaultdict(lambda: [0, 0, 0])
for path in sorted(folder.glob("*.gold.json")):
    gold, rows, names = read(path)
    same = mapping(rows)
    right = modes = 0
    for sentence, source, statement in rows:
        wanted = [sentence["speaker"], *sentence.get("alt", [])]
        good = source in [same.get(w) for w in wanted if w] if source else not sentence["speaker"]
        right += good
        modes += statement is not None and statement["mode"] == sentence["mode"]
        if show and not good:
            rule = statement["rule"] if statement else "-"
            print(f"  {sentence['speaker']} / {names.get(source)} ({rule}): {sentence['text']}")
    total = totals[gold["language"]]
    total[0] += right
    total[1] += len(rows)
    total[2] += modes
    print(f"{path.name[:-10]:28} {right:3} of {len(rows):3} sentences, mode {modes}")
failed = False
for language, (right, count, modes) in sorted(totals.items()):
    print(f"{language}: speaker {right / count:.3f}, mode {modes / count:.3f}")
    failed = failed or right / count < floors.get(language, 0.0)
sys.exit(1 if failed else 0)
