"""Fits engine/compare/pair_weights.gen.cpp to labelled pairs: fit_weights.py PAIR_TRAITS [--try] FILE.jsonl...

PAIR_TRAITS is the program parallax_pair_traits. One additive logistic model a kind, of one step function a round
(boosting with Newton steps, shrinkage and a ridge). How many rounds is chosen by leaving out
one author's set after the other. --try prints what the left-out sets say and writes nothing.
"""

import collections
import json
import math
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Least probability that is reported, by kind: what the left-out sets say (--try) allows.
ENOUGH = {"number": 0.75, "place": 0.80, "name": 0.76}
ROUNDS = 240  # At most.
SHRINKAGE = 0.15
RIDGE = 4.0
LEAST = 12  # Rows on each side of a step.
TOLD = 0.5  # Weight of a suspect in a pair that the rules tell already.

program = sys.argv[1]
files = [a for a in sys.argv[2:] if not a.startswith("--")]
trying = "--try" in sys.argv


def rows_of(paths):
    run = subprocess.run([program, *paths], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"fit_weights: {run.stderr.strip()}")
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    for r in rows:
        r["file"] += r["id"][0]  # A file may hold the sets of several authors.
    return rows


def thresholds(rows):
    """Up to 24 cuts a trait, between values that occur."""
    cuts = []
    for t in range(len(rows[0]["traits"])):
        values = sorted({round(r["traits"][t], 6) for r in rows})
        middles = [(a + b) / 2 for a, b in zip(values, values[1:])]
        step = max(1, len(middles) // 24)
        cuts.append(middles[::step])
    return cuts


def fit(rows, cuts, rounds):
    """Base and steps; the steps of fewer rounds are a prefix."""
    weight = [TOLD if r["told"] else 1.0 for r in rows]
    label = [1.0 if r["right"] else 0.0 for r in rows]
    share = (sum(w * y for w, y in zip(weight, label)) + 0.5) / (sum(weight) + 1.0)
    base = math.log(share / (1 - share))
    total = [base] * len(rows)
    columns = []
    for t, trait_cuts in enumerate(cuts):
        bins = []
        for r in rows:
            value, low, high = r["traits"][t], 0, len(trait_cuts)
            while low < high:
                middle = (low + high) // 2
                if value > trait_cuts[middle]:
                    low = middle + 1
                else:
                    high = middle
            bins.append(low)
        columns.append(bins)
    steps = []
    for _ in range(rounds):
        chance = [1 / (1 + math.exp(-s)) for s in total]
        slope = [w * (y - p) for w, y, p in zip(weight, label, chance)]
        bend = [w * p * (1 - p) for w, p in zip(weight, chance)]
        all_slope, all_bend = sum(slope), sum(bend)
        best = (1e-9, None)
        for t, bins in enumerate(columns):
            size = len(cuts[t]) + 1
            if size < 2:
                continue
            slopes, bends, counts = [0.0] * size, [0.0] * size, [0] * size
            for b, g, h in zip(bins, slope, bend):
                slopes[b] += g
                bends[b] += h
                counts[b] += 1
            g = h = n = 0
            for c in range(size - 1):
                g, h, n = g + slopes[c], h + bends[c], n + counts[c]
                if n < LEAST or len(rows) - n < LEAST:
                    continue
                gain = g * g / (h + RIDGE) + (all_slope - g) ** 2 / (all_bend - h + RIDGE)
                if gain > best[0]:
                    best = (gain, (t, c, g / (h + RIDGE), (all_slope - g) / (all_bend - h + RIDGE)))
        if best[1] is None:
            break
        t, c, below, above = best[1]
        below, above = SHRINKAGE * below, SHRINKAGE * above
        steps.append((t, cuts[t][c], below, above))
        total = [s + (above if b > c else below) for s, b in zip(total, columns[t])]
    return base, steps


def scores(model, rows, rounds):
    base, steps = model
    return [base + sum(above if r["traits"][t] > cut else below for t, cut, below, above in steps[:rounds]) for r in rows]


def left_out(rows, cuts):
    """Log-likelihood a number of rounds, and the scores of every row by a model that has not seen its file."""
    groups = sorted({r["file"] for r in rows})
    loss = collections.Counter()
    by_rounds = {n: {} for n in range(10, ROUNDS + 1, 10)}
    for group in groups:
        rest = [r for r in rows if r["file"] != group]
        out = [r for r in rows if r["file"] == group]
        model = fit(rest, cuts, ROUNDS)
        for n in by_rounds:
            for r, s in zip(out, scores(model, out, n)):
                p = min(max(1 / (1 + math.exp(-s)), 1e-6), 1 - 1e-6)
                loss[n] -= (TOLD if r["told"] else 1.0) * math.log(p if r["right"] else 1 - p)
                by_rounds[n][id(r)] = p
    best = min(loss, key=lambda n: (loss[n], n))
    return best, by_rounds[best], loss[best]


def show(kind, rows, chance):
    """How often the surest suspects of the pairs that no rule tells are right."""
    surest = {}
    for r in rows:
        if not r["told"] and chance[id(r)] > surest.get((r["file"], r["id"]), (0, None))[0]:
            surest[r["file"], r["id"]] = (chance[id(r)], r["right"])
    right = sum(r for _, r in surest.values())
    print(f"{kind}: {len(rows)} suspects, {right} right ones in {len(surest)} pairs that no rule tells")
    for limit in (0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5):
        told = [r for p, r in surest.values() if p >= limit]
        if told:
            print(f"   from {limit:.2f}: {sum(told)} right of {len(told)}")


def names():
    header = (ROOT / "engine/compare/pair_traits.hpp").read_text()
    body = re.search(r"enum class Trait[^{]*\{(.*?)\n\};", header, re.S)[1]
    body = re.sub(r"//.*", "", body)
    return [name for name in re.findall(r"k\w+", body) if name != "kCount"]


def written(models):
    out = ["// Written by tests/pairs/fit_weights.py; do not edit.",
           '#include "engine/compare/pair_weights.hpp"', "", "#include <array>", "", "namespace parallax {", "namespace {", ""]
    traits = names()
    for kind, (_, steps) in models.items():
        out.append(f"constexpr std::array<Step, {len(steps)}> k{kind.capitalize()} = {{{{")
        for t, cut, below, above in steps:
            out.append(f"    {{Trait::{traits[t]}, {cut:.6g}, {below:.4f}, {above:.4f}}},")
        out.append("}};")
        out.append("")
    out.append(f"constexpr std::array<KindWeights, {len(models)}> kKinds = {{{{")
    for kind, (base, _) in models.items():
        out.append(f'    {{"{kind}", {base:.4f}, {ENOUGH[kind]:.2f}, k{kind.capitalize()}}},')
    out += ["}};", "", "}  // namespace", "", "std::span<const KindWeights> pair_weights() {", "  return kKinds;", "}", "",
            "}  // namespace parallax", ""]
    return "\n".join(out)


def merged(steps):
    """Steps of one trait at one cut are one step."""
    sums = {}
    for t, cut, below, above in steps:
        a, b = sums.get((t, cut), (0.0, 0.0))
        sums[t, cut] = (a + below, b + above)
    return [(t, cut, below, above) for (t, cut), (below, above) in sorted(sums.items())]


rows = rows_of(files)
models = {}
for kind in ENOUGH:
    own = [r for r in rows if r["kind"] == kind and r["shared"] >= 2]
    cuts = thresholds(own)
    rounds, chance, loss = left_out(own, cuts)
    show(kind, own, chance)
    print(f"   {rounds} rounds, loss {loss / len(own):.4f}")
    if not trying:
        base, steps = fit(own, cuts, rounds)
        models[kind] = (base, merged(steps))
if not trying:
    (ROOT / "engine/compare/pair_weights.gen.cpp").write_text(written(models))
