"""Quality of the divergence rules on development data that stands beside the checkout: check_divergence.py PARALLAX ROOT [SET...]

Prints every figure and fails below its floor. The data is not part of the repository; without it the script says so and
exits 77 (skipped). With `--list FILE` the wrong answers are written there.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

arguments = [a for a in sys.argv[1:] if not a.startswith("--list=")]
listing = next((a[len("--list="):] for a in sys.argv[1:] if a.startswith("--list=")), None)
program, root, wanted_sets = arguments[0], pathlib.Path(arguments[1]).resolve(), arguments[2:]
data = root.parent / "shared/data"
if not data.is_dir():
    print(f"development data is absent ({data}): nothing was measured")
    sys.exit(77)
failed = []
wrong = open(listing, "w") if listing else None


def note(*fields):
    if wrong:
        print(*fields, sep=" | ", file=wrong)


def batch(pairs, *extra):
    lines = "".join(json.dumps(p) + "\n" for p in pairs)
    run = subprocess.run([program, "batch", "--pairs", "-", "--format", "jsonl", *extra], input=lines.encode(),
                         capture_output=True)
    return {r["id"]: r for r in map(json.loads, run.stdout.decode().splitlines())}


def rows(path):
    return [json.loads(line) for line in (data / path).read_text().splitlines()]


def check(name, value, floor):
    print(f"{name:66} {value:7.4f}  floor {floor}")
    if value < floor:
        failed.append(name)


def told(record):
    """Kinds and words of a record's findings, for the list of wrong answers."""
    return "; ".join(f"{d['kind']}/{d['severity'][0]}[{d['left']['text']}|{d['right']['text']}]"
                     for d in record.get("divergences", []))


def pairs():
    gold = rows("pairs/dev.jsonl")
    out = batch([{"id": g["id"], "left": g["a"], "right": g["b"], "left_lang": g["lang_a"], "right_lang": g["lang_b"]}
                 for g in gold])
    hits = alarms = divergent = quiet = 0
    for g in gold:
        labels = out[g["id"]]["labels"]
        if g["labels"]:
            divergent += 1
            hit = any(label in g["labels"] + g["alt"] for label in labels)
            hits += hit
            if not hit:
                note("pairs missed", g["id"], g["labels"], g["a"], g["b"], told(out[g["id"]]))
        else:
            quiet += 1
            alarm = bool(set(labels) - set(g["alt"]))
            alarms += alarm
            if alarm:
                note("pairs alarm", g["id"], g["a"], g["b"], told(out[g["id"]]))
    check(f"pairs dev: {hits} of {divergent} found", hits / divergent, 0.90)
    check(f"pairs dev: {quiet - alarms} of {quiet} quiet", (quiet - alarms) / quiet, 0.95)


def rte():
    number = re.compile(r"\d[\d,.]*\d|\d")
    chosen = []
    for part in ("rte1", "rte2", "rte3_dev"):
        for r in rows(f"rte/{part}.jsonl"):
            if set(number.findall(r["hypothesis"])) - set(number.findall(r["text"])):
                chosen.append(r)
    out = batch([{"id": r["id"], "left": r["text"], "right": r["hypothesis"]} for r in chosen], "--lang", "en")
    flagged = right = 0
    for r in chosen:
        flag = "number" in out[r["id"]]["labels"] or "date" in out[r["id"]]["labels"]
        flagged += flag
        right += flag and not r["entails"]
        if flag == r["entails"]:
            note("rte", r["id"], "entails" if r["entails"] else "not", r["text"], "=>", r["hypothesis"], told(out[r["id"]]))
    positive = sum(not r["entails"] for r in chosen)
    check(f"rte number absent: precision of number or date ({right} of {flagged})", right / max(1, flagged), 0.85)
    check(f"rte number absent: recall ({right} of {positive})", right / positive, 0.10)


def as_written(text):
    """Undoes the tokenisation of the Penn Treebank: brackets by name, marks parted from their words."""
    for token, mark in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", '"'), ("''", '"')):
        text = text.replace(token, mark)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    return re.sub(r" ([,.;:!?%)\]]|'s\b|n't\b)", r"\1", text).strip()


def claim_and_evidence(name, records, floor):
    out = batch([{"id": str(i), "left": as_written(r["evidence"]), "right": as_written(r["claim"])}
                 for i, r in enumerate(records)], "--lang", "en")
    right = hit = refutes = alarm = 0
    for i, r in enumerate(records):
        flag = bool(out[str(i)]["labels"])
        right += flag == (r["label"] == "refutes")
        refutes += r["label"] == "refutes"
        hit += flag and r["label"] == "refutes"
        alarm += flag and r["label"] != "refutes"
        if flag != (r["label"] == "refutes"):
            note(name, r["label"], r["claim"], "<=", r["evidence"], told(out[str(i)]))
    print(f"  {name}: {hit} of {refutes} refuted claims flagged, {alarm} of {len(records) - refutes} supported ones")
    check(f"{name}: accuracy of divergent against supports", right / len(records), floor)


def vitaminc():
    records = [r for r in rows("vitaminc/train.jsonl") if r["label"] != "not enough info" and re.search(r"\d", r["claim"])]
    claim_and_evidence("vitaminc with digits", records, 0.52)


def feversym():
    claim_and_evidence("feversym dev", rows("feversym/dev.jsonl"), 0.52)


def negation():
    """Not entailed is predicted where a divergence of polarity is found."""
    records = rows("negation/rte_negation.jsonl")
    out = batch([{"id": r["id"], "left": r["text"], "right": r["hypothesis"]} for r in records], "--lang", "en")
    flagged = [r for r in records if "negation" in out[r["id"]]["labels"]]
    right = sum(not r["entails"] for r in flagged)
    for r in flagged:
        if r["entails"]:
            note("negation", r["id"], r["text"], "=>", r["hypothesis"], told(out[r["id"]]))
    # A group's source pair is entailed or not; where a single negation is added to an entailed pair the answer must flip.
    share = right / max(1, len(flagged))
    base = sum(not r["entails"] for r in records) / len(records)
    print(f"  negation: {len(flagged)} of {len(records)} flagged, base rate of not entailed {base:.3f}")
    check("negation: precision of flags", share, 0.90)
    groups = {}
    for r in records:
        groups.setdefault(r["group"], []).append(r)
    # Pairs with one negation of a group whose doubly negated pair is entailed: the one-sided pairs are contradictions.
    single = [r for g in groups.values() if any(x["negated"] == "both" and x["entails"] for x in g)
              for r in g if r["negated"] in ("text", "hypothesis") and not r["entails"]]
    found = sum("negation" in out[r["id"]]["labels"] for r in single)
    for r in single:
        if "negation" not in out[r["id"]]["labels"]:
            note("negation missed", r["id"], r["negated"], r["text"], "=>", r["hypothesis"], told(out[r["id"]]))
    both = [r for g in groups.values() for r in g if r["negated"] == "both" and r["entails"]]
    alarms = sum("negation" in out[r["id"]]["labels"] for r in both)
    print(f"  negation: one-sided in entailed groups flagged {found} of {len(single)}; both-sided flagged {alarms} of {len(both)}")
    tp, fp, fn = found, alarms, len(single) - found
    print(f"  negation: F1 of polarity conflict in entailed groups {2 * tp / max(1, 2 * tp + fp + fn):.3f}")


def msrp():
    number = re.compile(r"\d[\d,.]*\d|\d")
    lines = (data / "msrp/train.tsv").read_text().split("\n")[1:]
    records = [line.split("\t") for line in lines if line]
    records = [r for r in records if r[1] == "1" and set(number.findall(r[2])) != set(number.findall(r[3]))]
    out = batch([{"id": r[0], "left": r[2], "right": r[3]} for r in records], "--lang", "en")
    flagged = [r for r in records if "number" in out[r[0]]["labels"]]
    for r in flagged:
        note("msrp", r[0], r[2], "||", r[3], told(out[r[0]]))
    check(f"msrp paraphrases with other numbers: {len(flagged)} of {len(records)} quiet",
          1 - len(flagged) / len(records), 0.85)


def fomc():
    """Consecutive statements as dated records of one source: a change of the target and of the votes is reported with its
    values, and no number is called a conflict."""
    index = rows("fomc/index.jsonl")
    rates = {r["id"]: r for r in rows("fomc/rates.jsonl")}
    changes = found = vote_changes = votes_found = conflicts = other = 0
    with tempfile.TemporaryDirectory() as folder:
        for before, after in zip(index, index[1:]):
            paths = []
            for r in (before, after):
                path = pathlib.Path(folder) / f"{r['id']}.json"
                path.write_text(json.dumps({"id": r["id"], "text": (data / "fomc" / r["file"]).read_text(), "date": r["date"],
                                            "source": "Federal Open Market Committee"}))
                paths.append(str(path))
            run = subprocess.run([program, "compare", *paths, "--format", "json"], capture_output=True)
            if run.returncode:
                note("fomc failed", before["id"], run.stderr.decode())
                continue
            findings = json.loads(run.stdout)["comparisons"][0]["divergences"]
            conflicts += sum(d["kind"] == "number" and d["severity"] == "conflict" for d in findings)
            for d in findings:
                note("fomc finding", before["date"], after["date"], d["kind"], d["severity"], d["rule"], d["left"]["text"],
                     d["right"]["text"])
            a, b = rates[before["id"]], rates[after["id"]]
            if a["rate"] and b["rate"] and (a["rate"]["low"], a["rate"]["high"]) != (b["rate"]["low"], b["rate"]["high"]):
                changes += 1
                hit = any(values(d, a["rate"], b["rate"]) for d in findings)
                found += hit
                if not hit:
                    note("fomc rate missed", before["date"], after["date"], a["rate"]["text"], "->", b["rate"]["text"])
            if a["votes_for"] and b["votes_for"] and votes(a) != votes(b):
                vote_changes += 1
                hit = any(d["kind"] in ("name", "label") or d["rule"].startswith("name.") for d in findings)
                votes_found += hit
                if not hit:
                    note("fomc votes missed", before["date"], after["date"], a["votes_for"], a["votes_against"], "->",
                         b["votes_for"], b["votes_against"])
    check(f"fomc: {found} of {changes} changes of the target reported with values", found / max(1, changes), 0.85)
    check(f"fomc: {votes_found} of {vote_changes} changes of the votes reported", votes_found / max(1, vote_changes), 0.60)
    print(f"  fomc: {conflicts} numbers called a conflict")
    if conflicts:
        failed.append("fomc: numbers called a conflict")


def votes(r):
    return tuple(sorted(r["votes_for"] or [])), tuple(sorted(r["votes_against"] or []))


def values(finding, a, b):
    left, right = finding["left"]["value"], finding["right"]["value"]
    def fits(value, rate):
        low, high = value.get("min"), value.get("max")
        return low is not None and high is not None and low - 0.13 <= rate["low"] and rate["high"] <= high + 0.13
    return finding["kind"] in ("number", "scope") and fits(left, a) and fits(right, b)


sets = {"pairs": pairs, "rte": rte, "vitaminc": vitaminc, "feversym": feversym, "negation": negation, "msrp": msrp, "fomc": fomc}
for name, measure in sets.items():
    if not wanted_sets or name in wanted_sets:
        measure()
if failed:
    sys.exit("below the floor: " + "; ".join(failed))
