"""Quality on development data that stands beside the checkout: check_figures.py PARALLAX ROOT

Prints every figure and fails below its floor. The data is not part of the repository; without it the script says so and
exits 77 (skipped). One fixed configuration of the program serves all sets.
"""

import json
import pathlib
import subprocess
import sys

program, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
data = root.parent / "shared/data"
if not data.is_dir():
    print(f"development data is absent ({data}): nothing was measured")
    sys.exit(77)
failed = []


def batch(pairs, *extra):
    lines = "".join(json.dumps(p) + "\n" for p in pairs)
    run = subprocess.run([program, "batch", "--pairs", "-", "--format", "jsonl", *extra], input=lines.encode(),
                         capture_output=True)
    out = {}
    for line in run.stdout.decode().splitlines():
        record = json.loads(line)
        out[record["id"]] = record
    return out


def tsv(path):
    lines = path.read_text().split("\n")
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:] if line]


def ranks(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    result = [0.0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and values[order[j + 1]] == values[order[i]]:
            j += 1
        for k in range(i, j + 1):
            result[order[k]] = (i + j) / 2
        i = j + 1
    return result


def pearson(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    sxy = sum((a - mx) * (b - my) for a, b in zip(x, y))
    sxx, syy = sum((a - mx) ** 2 for a in x), sum((b - my) ** 2 for b in y)
    return sxy / (sxx * syy) ** 0.5


def check(name, value, floor):
    print(f"{name:58} {value:7.4f}  floor {floor}")
    if value < floor:
        failed.append(name)


def clough():
    sources = {r["id"]: r["text"] for r in map(json.loads, (data / "clough/sources.jsonl").read_text().splitlines())}
    answers = [json.loads(line) for line in (data / "clough/answers.jsonl").read_text().splitlines()]
    out = batch([{"id": a["id"], "left": a["text"], "right": sources[a["source"]]} for a in answers], "--lang", "en")
    gold = [a["rank"] for a in answers]
    score = [out[a["id"]]["overlap"]["verbatim"] for a in answers]
    check("clough a-c: Spearman of verbatim share with reuse level", pearson(ranks(score), ranks(gold)), 0.80)


def msrp():
    def scored(part):
        rows = tsv(data / f"msrp/{part}.tsv")
        out = batch([{"id": r["id"], "left": r["s1"], "right": r["s2"]} for r in rows], "--lang", "en")
        return [(out[r["id"]]["similarity"], int(r["label"])) for r in rows if r["id"] in out]

    train, val = scored("train"), scored("val")
    best = max((sum((s >= t) == (g == 1) for s, g in train), -t) for t in [i / 200 for i in range(200)])
    threshold = -best[1]
    accuracy = sum((s >= threshold) == (g == 1) for s, g in val) / len(val)
    check(f"msrp val: accuracy at {threshold:.3f} (set on train)", accuracy, 0.77)


def sts():
    figures = []
    for name in ("2013.headlines", "2014.headlines", "2014.deft-news", "2012.MSRpar"):
        rows = tsv(data / f"sts/{name}.test.tsv")
        out = batch([{"id": r["id"], "left": r["s1"], "right": r["s2"]} for r in rows], "--lang", "en")
        figures.append(pearson([out[r["id"]]["similarity"] for r in rows], [float(r["score"]) for r in rows]))
        print(f"  sts {name}: Pearson {figures[-1]:.4f}")
    check("sts: mean Pearson over four sets", sum(figures) / len(figures), 0.72)


def token_overlap(a, b):
    x, y = a.lower().split(), b.lower().split()
    shared = len(set(x) & set(y))
    return 2 * shared / (len(set(x)) + len(set(y))) if x and y else 0.0


def fomc():
    """Paragraphs of consecutive statements that are equal or lightly edited (Dice of words >= 0.8, best both ways) are
    aligned with each other: some claim of one is paired with some claim of the other."""
    index = [json.loads(line) for line in (data / "fomc/index.jsonl").read_text().splitlines()]
    index = [r for r in index if r["date"] <= "2016-12-31"]
    wanted = found = 0
    for before, after in zip(index, index[1:]):
        paths = [data / "fomc" / r["file"] for r in (before, after)]
        run = subprocess.run([program, "compare", *map(str, paths), "--format", "json"], capture_output=True)
        if run.returncode:
            continue
        report = json.loads(run.stdout)
        texts = [p.read_bytes().decode() for p in paths]
        paragraphs = []
        for text in texts:
            spans, at = [], 0
            for block in text.split("\n"):
                if block.strip():
                    spans.append((len(text[:at].encode()), len(text[:at + len(block)].encode()), block))
                at += len(block) + 1
            paragraphs.append(spans)
        claim_at = {}
        for side, document in enumerate(report["documents"]):
            for statement in document["statements"]:
                for claim in statement["claims"]:
                    for number, (begin, end, _) in enumerate(paragraphs[side]):
                        if begin <= claim["span"][0] < end:
                            claim_at[claim["id"]] = number
        linked = set()
        for pair in report["comparisons"][0]["pairs"]:
            for left in pair["left"]:
                for right in pair["right"]:
                    linked.add((claim_at.get(left), claim_at.get(right)))
        for i, (_, _, left) in enumerate(paragraphs[0]):
            if len(left.split()) < 4:
                continue
            best = max(range(len(paragraphs[1])), key=lambda j: token_overlap(left, paragraphs[1][j][2]), default=None)
            if best is None or token_overlap(left, paragraphs[1][best][2]) < 0.8:
                continue
            back = max(range(len(paragraphs[0])), key=lambda j: token_overlap(paragraphs[0][j][2], paragraphs[1][best][2]))
            if back != i:
                continue
            wanted += 1
            found += (i, best) in linked
    check(f"fomc: {found} of {wanted} equal or lightly edited paragraphs aligned", found / max(1, wanted), 0.98)


def pairs():
    gold = [json.loads(line) for line in (data / "pairs/dev.jsonl").read_text().splitlines()]
    out = batch([{"id": g["id"], "left": g["a"], "right": g["b"], "left_lang": g["lang_a"], "right_lang": g["lang_b"]}
                 for g in gold])
    hits = alarms = divergent = quiet = 0
    for g in gold:
        labels = out[g["id"]]["labels"]
        wanted = g["labels"]
        if wanted:
            divergent += 1
            hits += any(label in wanted + g["alt"] for label in labels)
        else:
            quiet += 1
            alarms += bool(set(labels) - set(g["alt"]))
    check(f"pairs dev: hits {hits}/{divergent}", hits / max(1, divergent), 0.75)
    check(f"pairs dev: quiet {quiet - alarms}/{quiet}", (quiet - alarms) / max(1, quiet), 0.85)


def polnear():
    sys.path.insert(0, str(data / "eval"))
    import score_attribution
    path = data / "polnear/dev.jsonl"
    run = subprocess.run([program, "sources", str(path), "--format", "jsonl"], capture_output=True, check=True)
    predicted = [json.loads(line) for line in run.stdout.decode().splitlines()]
    score = score_attribution.score(score_attribution.read_jsonl(path), predicted)
    content = score["roles"]["content"]
    check("polnear dev: content, token overlap F1", content["overlap"]["f1"], 0.77)
    check("polnear dev: content, exact F1", content["exact"]["f1"], 0.52)
    check("polnear dev: right source of matched contents", score["aligned_right_source"] / score["aligned"], 0.85)


def article():
    gold = json.loads((data / "article/azernews-2022-09-19.gold.json").read_text())
    path = data / "article/azernews-2022-09-19.txt"
    run = subprocess.run([program, "sources", str(path), "--format", "json"], capture_output=True, check=True)
    out = json.loads(run.stdout)
    sources = {s["id"]: s for s in out["sources"]}
    right = 0
    for statement in gold["statements"]:
        begin, end = statement["span"]
        size = lambda s: sum(max(0, min(e, end) - max(b, begin)) for b, e in s["content"])
        best = max(out["statements"], key=size)
        source = sources.get(best["source"], {"role": None, "country": None})
        wanted = gold["sources"][statement["source"]]
        right += (source["role"] == wanted["role"] and source["country"] in (wanted["country"], "")
                  and best["mode"] == statement["mode"])
    check(f"article: {right} of {len(gold['statements'])} statements", right / len(gold["statements"]), 1.0)


polnear()
article()
clough()
msrp()
sts()
fomc()
pairs()
if failed:
    sys.exit("below the floor: " + "; ".join(failed))
