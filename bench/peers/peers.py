#!/usr/bin/env python3
"""parallax against scikit-learn, gensim and sparse_dot_topn: same text, same weights, turn about in one run.

    python3 -m venv build/peers && build/peers/bin/pip install scikit-learn gensim sparse_dot_topn
    cmake --preset bench && cmake --build --preset bench --target parallax_peer
    build/peers/bin/python bench/peers/peers.py fit nearest [--corpus FILE] [--rounds 5] [--threads 1]

CORPUS holds one paragraph a line; without it, seeded paragraphs are made. Every step runs in a process of its own and
times only itself: reading and imports are not counted. Peak memory is that of the whole process. Times are CPU seconds
with one thread, wall seconds with more.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def call(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"peers: {' '.join(command)}: exit code {done.returncode}")
    return json.loads(done.stdout) if done.stdout.strip() else {}


def measure(title, steps, rounds, clock, scale=None):
    """Runs the steps turn about and prints medians and ratios to the first."""
    results = {name: [] for name in steps}
    for _ in range(rounds):
        for name, command in steps.items():
            results[name].append(call(command))
    print(f"\n{title}, median of {rounds} rounds turn about, load {os.getloadavg()[0]:.1f}")
    first = None
    for name, runs in results.items():
        factor = (scale or {}).get(name, 1.0)
        values = sorted(run[clock] * factor for run in runs)
        middle = statistics.median(values)
        memory = statistics.median(run["rss_mib"] for run in runs)
        first = first or (middle, memory)
        print(f"  {name:28} {middle:9.3f} s [{values[0]:.3f}..{values[-1]:.3f}]  x {middle / first[0]:6.2f}"
              f"   peak {memory:6.0f} MiB  x {memory / first[1]:5.2f}   results {runs[0]['results']}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="+", choices=["fit", "nearest", "pairs"])
    parser.add_argument("--corpus", help="one paragraph a line")
    parser.add_argument("--program", default=os.path.join(ROOT, "build/bench/bench/parallax_peer"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--k", type=int, default=10)
    parser.add_argument("--score", type=float, default=0.5, help="least score of pairs")
    parser.add_argument("--stop", choices=["with", "without", "both"], default="both", help="stop list")
    parser.add_argument("--queries", type=int, default=0,
                        help="sparse_dot_topn asks for the first so many rows only; its time is scaled to all (its cost "
                             "is linear in the rows asked for)")
    parser.add_argument("--without-gensim", action="store_true")
    args = parser.parse_args()

    folder = os.path.join(ROOT, "build", "peers-data")
    os.makedirs(folder, exist_ok=True)
    if not args.corpus:
        args.corpus = os.path.join(folder, "seeded.txt")
        call([args.program, "text", "10000", args.corpus])
    stop = os.path.join(folder, "stop.txt")
    with open(os.path.join(ROOT, "models/lexicon/en/stop.tsv"), encoding="utf-8") as source, \
            open(stop, "w", encoding="utf-8") as target:
        words = [line.split("\t")[0].strip() for line in source if line.strip() and not line.startswith("#")]
        target.write("\n".join(words[1:]) + "\n")

    clock = "cpu" if args.threads == 1 else "wall"
    python = [sys.executable, os.path.join(HERE, "worker.py")]
    threads, k = str(args.threads), str(args.k)
    for path in {"with": [stop], "without": ["-"], "both": [stop, "-"]}[args.stop]:
        kind = "no stop list" if path == "-" else "stop list"
        if "fit" in args.work:
            steps = {"parallax": [args.program, "fit", args.corpus, threads, path],
                     "scikit-learn": python + ["sklearn", args.corpus, path]}
            if not args.without_gensim:
                steps["gensim"] = python + ["gensim", args.corpus, path]
            measure(f"text to vectors, {kind}, {threads} thread(s) of parallax, 1 of the others", steps, args.rounds, clock)
        if {"nearest", "pairs"} & set(args.work):
            prefix = os.path.join(folder, "matrix")
            rows = call([args.program, "export", args.corpus, path, prefix])["rows"]
            scale = {"sparse_dot_topn": rows / min(args.queries, rows) if args.queries else 1.0}
            peer = python + ["topn", prefix, threads, k, str(min(args.queries, rows))]
            if "nearest" in args.work:
                steps = {"parallax": [args.program, "nearest", args.corpus, threads, path, k], "sparse_dot_topn": peer}
                measure(f"top {k} of {rows} x {rows}, {kind}, {threads} thread(s)", steps, args.rounds, clock, scale)
            if "pairs" in args.work:
                steps = {"parallax": [args.program, "pairs", args.corpus, threads, path, str(args.score)],
                         "sparse_dot_topn": peer}
                measure(f"pairs above {args.score} of {rows} (sparse_dot_topn: top {k}), {kind}, {threads} thread(s)",
                        steps, args.rounds, clock, scale)


if __name__ == "__main__":
    main()
