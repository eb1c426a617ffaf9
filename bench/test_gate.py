#!/usr/bin/env python3
"""Tests of gate.py with made-up benchmark programs: a planted 10 % slowdown is found, an A/A run is not."""

import json
import os
import random
import stat
import subprocess
import sys
import tempfile
import unittest

GATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gate.py")

# A program that answers like Google Benchmark. Each call draws its noise from a counter kept beside it.
PROGRAM = '''#!{python}
import json, os, random, re, sys
COSTS = {costs}
NOISE = {noise}
flags = dict(a.lstrip("-").split("=", 1) for a in sys.argv[1:] if "=" in a)
names = [n for n in COSTS if re.search(flags.get("benchmark_filter", "."), n)]
if flags.get("benchmark_list_tests") == "true":
    print("\\n".join(COSTS))
    sys.exit(0)
counter = sys.argv[0] + ".calls"
calls = int(open(counter).read()) if os.path.exists(counter) else 0
open(counter, "w").write(str(calls + 1))
source = random.Random("%s %d" % (sys.argv[0], calls))
entries = []
for n in names:
    drift = 1 + NOISE * source.random()
    for r in range(int(flags.get("benchmark_repetitions", 1))):
        entries.append({{"name": n, "run_name": n, "run_type": "iteration", "time_unit": "us",
                        "cpu_time": COSTS[n] / 1e3 * drift * (1 + NOISE * source.random())}})
print(json.dumps({{"benchmarks": entries}}))
'''

# A valgrind that counts what the program would cost: 1,000 to start, and the cost of each benchmark that is run.
VALGRIND = '''#!{python}
import json, subprocess, sys
out = [a.split("=", 1)[1] for a in sys.argv if a.startswith("--callgrind-out-file=")][0]
command = sys.argv[3:]
done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
source = open(command[0]).read()
costs = eval([l for l in source.splitlines() if l.startswith("COSTS = ")][0][8:])
ran = [] if "--benchmark_list_tests=true" in command else json.loads(done)["benchmarks"]
open(out, "w").write("events: Ir\\nsummary: %d\\n" % (1000 + sum(costs[e["name"]] for e in ran)))
'''


class Gate(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path

    def program(self, name, costs, noise=0.0):
        return self.write(name, PROGRAM.format(python=sys.executable, costs=costs, noise=noise))

    def gate(self, *arguments):
        environment = dict(os.environ, GITHUB_STEP_SUMMARY=os.path.join(self.folder.name, "summary.md"))
        return subprocess.run([sys.executable, GATE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, env=environment, check=False)

    def counts(self, base, head, *more):
        valgrind = self.write("valgrind", VALGRIND.format(python=sys.executable))
        return self.gate("counts", base, head, "--valgrind", valgrind, *more)

    def test_times_find_a_planted_slowdown_of_ten_percent_and_name_only_it(self):
        base = self.program("base", {"sort/10": 1000, "scan/5": 2000}, 0.03)
        head = self.program("head", {"sort/10": 1100, "scan/5": 2000}, 0.03)
        done = self.gate("times", base, head)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        slower = [line for line in done.stdout.splitlines() if "**slower**" in line]
        self.assertEqual(len(slower), 1)
        self.assertIn("sort/10", slower[0])

    def test_times_of_the_same_program_pass_ten_times(self):
        for trial in range(10):
            base = self.program(f"a{trial}", {"sort/10": 1000, "scan/5": 2000}, 0.2)
            head = self.program(f"b{trial}", {"sort/10": 1000, "scan/5": 2000}, 0.2)
            done = self.gate("times", base, head)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_times_run_suspects_again(self):
        base = self.program("base", {"sort": 1000})
        # Slow in its first eight processes only.
        text = PROGRAM.format(python=sys.executable, costs={"sort": 1000}, noise=0.0)
        head = self.write("head", text.replace("drift = 1 +", "drift = (1.2 if calls < 8 else 1) +"))
        done = self.gate("times", base, head)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("not seen in the re-run", done.stdout)

    def test_times_only_inform_where_the_machine_is_too_noisy_to_tell(self):
        base = self.program("base", {"sort": 1000}, 0.5)
        head = self.program("head", {"sort": 3000}, 0.5)
        done = self.gate("times", base, head)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("too noisy to tell (spread above 5 %), informs only: sort", done.stdout)
        self.assertIn("slower?", done.stdout)
        self.assertEqual(self.gate("times", base, head, "--noise", "100").returncode, 1)

    def test_times_do_not_block_a_speed_up_or_a_change_below_the_limit(self):
        base = self.program("base", {"sort": 1000, "scan": 1000})
        head = self.program("head", {"sort": 500, "scan": 1040})
        self.assertEqual(self.gate("times", base, head).returncode, 0)

    def test_counts_block_at_two_percent_without_the_start_of_the_program(self):
        base = self.program("base", {"sort": 10000, "scan": 10000})
        self.assertEqual(self.counts(base, self.program("head", {"sort": 10199, "scan": 9000})).returncode, 0)
        done = self.counts(base, self.program("head", {"sort": 10200, "scan": 9000}))
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("| sort | 10,000 | 10,200 | +2.00 % | **slower** |", done.stdout)

    def test_new_and_gone_benchmarks_are_named(self):
        done = self.counts(self.program("base", {"sort": 100, "old": 1}), self.program("head", {"sort": 100, "new": 1}))
        self.assertEqual(done.returncode, 0)
        self.assertIn("new: new", done.stdout)
        self.assertIn("gone: old", done.stdout)

    def test_budget_names_what_was_not_counted(self):
        base = self.program("base", {"sort": 100})
        done = self.counts(base, base, "--budget", "-1")
        self.assertEqual(done.returncode, 0)
        self.assertIn("not counted within -1 s: sort", done.stdout)

    def test_summary_and_history(self):
        base = self.program("base", {"sort": 100})
        out = os.path.join(self.folder.name, "new.json")
        self.assertEqual(self.counts(base, base, "--json", out).returncode, 0)
        with open(out, encoding="utf-8") as stream:
            self.assertEqual(json.load(stream), [{"name": "sort instructions", "unit": "instructions", "value": 100}])
        with open(os.path.join(self.folder.name, "summary.md"), encoding="utf-8") as stream:
            self.assertIn("| benchmark | base | head | change |", stream.read())
        old = self.write("old.json", json.dumps([{"name": "sort instructions", "value": 50}]))
        done = self.gate("history", out, old)
        self.assertEqual(done.returncode, 0)
        self.assertIn("+100.00 %", done.stdout)

    def test_what_cannot_be_run_gives_one_line_and_exit_2(self):
        base = self.program("base", {"sort": 100})
        broken = self.write("broken", f"#!{sys.executable}\nimport sys\nprint('sort')\nsys.exit('broken' if "
                                      "'--benchmark_list_tests=true' not in sys.argv else 0)\n")
        for arguments in (("times", base, "/no/such/program"), ("times", base, broken), ("times", base, base, "--rounds", "2"),
                          ("times", base, base, "--filter", "nothing"), ("times", base, base, "--filter", "("),
                          ("history", "/no/such/file"), ("counts", base, base, "--valgrind", "/no/valgrind"), ("frob",)):
            done = self.gate(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertNotIn("Traceback", done.stderr)


if __name__ == "__main__":
    random.seed(1)
    unittest.main()
