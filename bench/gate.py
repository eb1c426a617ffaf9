#!/usr/bin/env python3
"""Benchmark gate for any project with Google Benchmark: is the head slower than the base?

    gate.py counts BASE HEAD    instructions counted by callgrind; fails at +2 %
    gate.py times BASE HEAD     interleaved runs; fails at +5 % with p < 0.01, twice in a row, on a quiet machine
    gate.py history NEW [OLD]   compares two result files; only informs

BASE and HEAD are benchmark programs built by the same compiler with the same flags on this machine. One file, Python
3.8 or later, standard library only; `counts` needs valgrind. Exit code 0: no regression; 1: regression; 2: bad usage, or
a program could not be run. A Markdown table goes to standard output and to $GITHUB_STEP_SUMMARY if that is set.
"""

import argparse
import itertools
import json
import math
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time


class GateError(Exception):
    """A program or file that cannot be used: one clear line, exit code 2."""


def run(command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    except OSError as error:
        raise GateError(f"{command[0]}: {error.strerror}") from error
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise GateError(f"{' '.join(command)}: exit code {done.returncode}: {last}")
    return done.stdout


def benchmarks(binary, pattern):
    names = run([binary, "--benchmark_list_tests=true"]).split("\n")
    return [name for name in names if name and re.search(pattern, name)]


def exact(names):
    return "^(" + "|".join(re.escape(name) for name in names) + ")$"


def common(args):
    base, head = benchmarks(args.base, args.filter), benchmarks(args.head, args.filter)
    both = [name for name in head if name in set(base)]
    notes = [f"new: {name}" for name in head if name not in set(base)]
    notes += [f"gone: {name}" for name in base if name not in set(head)]
    if not both:
        raise GateError(f"no benchmark is in both programs (filter {args.filter!r})")
    return both, notes


def percent(delta):
    return f"{delta * 100:+.2f} %"


# --- counts -----------------------------------------------------------------------------------------------------------


def instructions(args, binary, arguments):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        run([args.valgrind, "--tool=callgrind", f"--callgrind-out-file={out}", binary] + arguments)
        try:
            with open(out, encoding="utf-8", errors="replace") as lines:
                found = [re.match(r"(?:summary|totals):\s+(\d+)", line) for line in lines]
        except OSError as error:
            raise GateError(f"{args.valgrind} left no counts for {binary}") from error
    counts = [int(match.group(1)) for match in found if match]
    if not counts:
        raise GateError(f"{args.valgrind} counted nothing for {binary}")
    return max(counts)


def count_one(args, binary, name, start):
    """Instructions of one benchmark in one iteration with its set-up, without the program's start."""
    arguments = [f"--benchmark_filter={exact([name])}", f"--benchmark_min_time={args.min_time}"]
    return max(1, instructions(args, binary, arguments) - start)


def counts(args):
    names, notes = common(args)
    listing = ["--benchmark_list_tests=true"]
    begin = time.monotonic()
    start = [instructions(args, binary, listing) for binary in (args.base, args.head)]
    rows, skipped = [], []
    for name in names:
        if time.monotonic() - begin > args.budget:
            skipped.append(name)
            continue
        base = count_one(args, args.base, name, start[0])
        head = count_one(args, args.head, name, start[1])
        rows.append({"name": name, "base": base, "head": head, "delta": head / base - 1,
                     "bad": head / base - 1 >= args.limit / 100})
    if skipped:
        notes.append(f"not counted within {args.budget:g} s: {', '.join(skipped)}")
    table = [[r["name"], f"{r['base']:,}", f"{r['head']:,}", percent(r["delta"]), mark(r["bad"])] for r in rows]
    report(args, f"Instructions (limit +{args.limit:g} %)", ["benchmark", "base", "head", "change", ""], table, notes)
    save(args, [{"name": r["name"] + " instructions", "unit": "instructions", "value": r["head"]} for r in rows])
    return 1 if any(r["bad"] for r in rows) else 0


# --- times ------------------------------------------------------------------------------------------------------------


def minima(args, binary, names):
    """Least CPU time in ns of each benchmark over the repetitions of one process."""
    text = run([binary, f"--benchmark_filter={exact(names)}", f"--benchmark_repetitions={args.repetitions}",
                "--benchmark_format=json", f"--benchmark_min_time={args.min_time}",
                "--benchmark_report_aggregates_only=false"])
    try:
        entries = json.loads(text)["benchmarks"]
    except (ValueError, KeyError) as error:
        raise GateError(f"{binary}: its output is not Google Benchmark JSON") from error
    scale = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
    least = {}
    for entry in entries:
        if entry.get("run_type", "iteration") != "iteration" or entry.get("error_occurred"):
            continue
        name = entry.get("run_name", entry["name"])
        value = entry["cpu_time"] * scale[entry.get("time_unit", "ns")]
        least[name] = min(value, least.get(name, math.inf))
    return least


def permutation_p(base, head):
    """Two-sided p of the difference of mean logarithms: exact up to 20,000 splits, else 20,000 seeded ones."""
    values = [math.log(value) for value in base + head]
    n, k = len(values), len(base)
    total = sum(values)

    def gap(group):
        return abs(sum(group) / k - (total - sum(group)) / (n - k))

    observed = gap(values[:k]) * (1 - 1e-12)
    if math.comb(n, k) <= 20000:
        splits = [gap(group) >= observed for group in itertools.combinations(values, k)]
    else:
        source = random.Random(1)
        splits = [gap(source.sample(values, k)) >= observed for _ in range(20000)] + [True]
    return sum(splits) / len(splits)


def spread(values):
    """Distance of the quartiles in shares of the median."""
    low, middle, high = statistics.quantiles(values, n=4)
    return (high - low) / middle


def interleaved(args, names, seed):
    order = random.Random(seed)
    samples = {side: {name: [] for name in names} for side in ("base", "head")}
    for _ in range(args.rounds):
        sides = ["base", "head"]
        order.shuffle(sides)
        for side in sides:
            for name, value in minima(args, getattr(args, side), names).items():
                if name in samples[side]:
                    samples[side][name].append(value)
    rows = []
    for name in names:
        base, head = samples["base"][name], samples["head"][name]
        if not base or not head:
            raise GateError(f"{name}: no time was reported")
        delta = statistics.median(head) / statistics.median(base) - 1
        p = permutation_p(base, head)
        slow, noise = delta >= args.limit / 100 and p < args.p, max(spread(base), spread(head))
        rows.append({"name": name, "base": statistics.median(base), "head": statistics.median(head), "delta": delta,
                     "p": p, "noise": noise, "bad": slow and noise <= args.noise / 100,
                     "unsure": slow and noise > args.noise / 100})
    return rows


def times(args):
    names, notes = common(args)
    if math.comb(2 * args.rounds, args.rounds) * args.p < 2:
        raise GateError(f"{args.rounds} rounds cannot give p < {args.p:g}")
    rows = {row["name"]: row for row in interleaved(args, names, 1)}
    suspects = [name for name in names if rows[name]["bad"]]
    if suspects:
        for row in interleaved(args, suspects, 2):
            if not row["bad"]:
                notes.append(f"{row['name']}: {percent(rows[row['name']]['delta'])} first, not seen in the re-run")
            rows[row["name"]] = row
    unsure = [name for name in names if rows[name]["unsure"]]
    if unsure:
        notes.append(f"too noisy to tell (spread above {args.noise:g} %), informs only: {', '.join(unsure)}")
    table = [[r["name"], f"{r['base']:.4g}", f"{r['head']:.4g}", percent(r["delta"]), f"{r['p']:.3g}",
              f"{r['noise'] * 100:.1f} %", "slower?" if r["unsure"] else mark(r["bad"])]
             for r in (rows[name] for name in names)]
    report(args, f"CPU time (limit +{args.limit:g} %, p < {args.p:g})",
           ["benchmark", "base ns", "head ns", "change", "p", "spread", ""], table, notes)
    save(args, [{"name": name + " time", "unit": "ns", "value": rows[name]["head"]} for name in names])
    return 1 if any(rows[name]["bad"] for name in names) else 0


# --- history, output --------------------------------------------------------------------------------------------------


def load(path):
    try:
        with open(path, encoding="utf-8") as stream:
            return {entry["name"]: float(entry["value"]) for entry in json.load(stream)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GateError(f"{path}: not a result file ({error})") from error


def history(args):
    new = load(args.new)
    old = load(args.old) if args.old else {}
    table = [[name, f"{old[name]:g}" if name in old else "", f"{value:g}",
              percent(value / old[name] - 1) if old.get(name) else ""] for name, value in new.items()]
    report(args, "History (informs only)", ["measure", "before", "now", "change"], table, [])
    return 0


def mark(bad):
    return "**slower**" if bad else ""


def report(args, title, head, table, notes):
    lines = [f"### {title}", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in table]
    lines += [""] + [f"- {note}" for note in notes]
    text = "\n".join(lines).rstrip() + "\n"
    print(text)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with open(summary, "a", encoding="utf-8") as stream:
            stream.write(text + "\n")


def save(args, entries):
    """Results in the form customSmallerIsBetter, for history."""
    if args.json:
        with open(args.json, "w", encoding="utf-8") as stream:
            json.dump(entries, stream, indent=1)
            stream.write("\n")


def parser():
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", required=True)
    for name, work, limit, min_time in (("counts", counts, 2.0, "0.000000001"), ("times", times, 5.0, "0.05")):
        sub = commands.add_parser(name)
        sub.set_defaults(work=work)
        sub.add_argument("base", metavar="BASE")
        sub.add_argument("head", metavar="HEAD")
        sub.add_argument("--filter", default=".", help="regular expression of benchmarks")
        sub.add_argument("--limit", type=float, default=limit, help=f"fail at so many percent more (default {limit:g})")
        sub.add_argument("--min-time", default=min_time, help=f"--benchmark_min_time (default {min_time})")
        sub.add_argument("--json", metavar="FILE", help="write the results of HEAD here")
        if name == "counts":
            sub.add_argument("--valgrind", default="valgrind", help="valgrind program")
            sub.add_argument("--budget", type=float, default=math.inf, help="start no benchmark after so many seconds")
        else:
            sub.add_argument("--rounds", type=int, default=8, help="processes of each side (default 8)")
            sub.add_argument("--repetitions", type=int, default=5, help="repetitions in a process (default 5)")
            sub.add_argument("--noise", type=float, default=5.0,
                             help="only inform where the quartiles of a side lie so many percent apart (default 5)")
            sub.add_argument("--p", type=float, default=0.01, help="significance (default 0.01)")
    sub = commands.add_parser("history")
    sub.set_defaults(work=history)
    sub.add_argument("new", metavar="NEW")
    sub.add_argument("old", metavar="OLD", nargs="?")
    return top


def main(arguments=None):
    args = parser().parse_args(arguments)
    try:
        return args.work(args)
    except GateError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2
    except re.error as error:
        print(f"gate: --filter: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
