"""Saved results written again and verified: check_saved.py PARALLAX ROOT

For every sample and test text: what `report` makes of the saved JSON is byte for byte what the command writes itself, in
every format and with every option of writing; and `verify` says what holds and what no longer does.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
samples = root / "samples"
schema = json.loads((root / "engine/report/verification.schema.json").read_text())
schema.pop("$id")
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
compared = verified = 0


def run(*arguments, code=0, stdin=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, input=stdin)
    assert done.returncode == code, f"{arguments}: exit {done.returncode}, {done.stderr.decode()}"
    return done.stdout


def again(folder, command, formats, *options, saved_as="json", stdin=None):
    """Saves the result once; each format (a list of options) is written by both ways."""
    global compared
    saved = folder / "saved.json"
    saved.write_bytes(run(*command, *options, "--format", saved_as, stdin=stdin))
    for form in formats:
        gate = "--fail-on" in form or "--fail-under" in form
        direct = subprocess.run([program, *map(str, command), *options, *form], capture_output=True, input=stdin)
        report = subprocess.run([program, "report", saved, *form], capture_output=True)
        assert direct.returncode == report.returncode, f"{command} {form}: {direct} {report}"
        assert direct.returncode == 0 or gate, f"{command} {form}: {direct.stderr}"
        assert direct.stdout == report.stdout, f"{command} {options} {form}: the saved result is written otherwise"
        compared += 1
    return saved


def verify(saved, holds=True):
    global verified
    result = json.loads(run("verify", saved, "--format", "json", code=0 if holds else 1))
    errors = [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(result)]
    assert not errors, "\n".join(errors)
    text = run("verify", saved, code=0 if holds else 1).decode()
    assert ("it holds" if holds else "it does not hold") in text, text
    assert result["holds"] == holds
    verified += 1
    return result


WIDTHS = [["--width", "40"], ["--width", "100", "--color", "always"]]
FORMATS = [["--format", name] for name in ("text", "json", "markdown", "html", "csv", "sarif", "junit")]
ROWS = [["--format", "csv", "--csv", rows] for rows in ("pairs", "claims", "table")]
GATES = [["--format", "junit", "--fail-on", "conflict", "--fail-under", "0.9"]]


def check_compare(folder, inputs, *options, full=True, stdin=None):
    saved = again(folder, ["compare", *inputs], FORMATS + ROWS + GATES + WIDTHS if full else FORMATS, *options, stdin=stdin)
    report = json.loads(saved.read_text())
    ids = [d["id"] for c in report["comparisons"] for d in c["divergences"]]
    explained = ids if full else ids[:1]
    again(folder, ["compare", *inputs], [["--explain", name] for name in explained], *options, stdin=stdin)
    return saved


def texts(folder):
    return sorted((samples / folder).glob("*.txt"))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)

    # Two statements, many, one article, sources across articles, a baseline, standard input, other options.
    pairs = [("border-incident/ministry-a.txt", "border-incident/ministry-b.txt"),
             ("renderings/english-service.txt", "renderings/press-office.txt"),
             ("central-bank/february.txt", "central-bank/march.txt")]
    for pair in pairs:
        verify(check_compare(folder, [samples / part for part in pair]))
    for case in sorted((root / "tests/golden").iterdir()):
        if case.is_dir():
            verify(check_compare(folder, [case / "left.txt", case / "right.txt"], full=False))
    for case in sorted((root / "tests/golden_table").iterdir()):
        if case.is_dir():
            verify(check_compare(folder, sorted(case.glob("*.txt"))))
    verify(check_compare(folder, texts("river-dam")))
    for article in sorted(samples.glob("article/*.txt")) + sorted((root / "tests/articles").glob("*.txt")):
        if subprocess.run([program, "compare", article], capture_output=True).returncode == 0:
            verify(check_compare(folder, [article], full=False))
    verify(check_compare(folder, [samples / "article/consulates.txt"], "--no-narration"))
    verify(check_compare(folder, [samples / "article/consulates.txt", samples / "article/ferry.txt"], "--by-source"))
    a, b = (samples / part for part in pairs[0])
    run("compare", a, b, "--write-baseline", folder / "base.json", "-o", folder / "unused")
    base = json.loads((folder / "base.json").read_text())
    base["findings"][0]["note"] = "known"
    base["findings"] = base["findings"][:2] + [{"fingerprint": "0" * 16, "kind": "date", "left": "x", "right": "y"}]
    (folder / "base.json").write_text(json.dumps(base))
    verify(check_compare(folder, [a, b], "--baseline", str(folder / "base.json")))
    verify(check_compare(folder, [a, b], "--lang", "en", "--id-field", "key"))
    tables = folder / "tables/en"
    tables.mkdir(parents=True)
    (tables / "key_term.tsv").write_text("pattern\tweight\nborder\t0.9\n")
    verify(check_compare(folder, [a, b], "--lexicon", str(tables.parent), full=False))
    result = verify(check_compare(folder, ["-", b], stdin=a.read_bytes()))
    assert [i["state"] for i in result["inputs"]] == ["not_read", "same"], result["inputs"]
    records = [{"id": "r1", "text": a.read_text(), "source": "A"}, {"id": "r2", "text": b.read_text(), "source": "B"}]
    lines = folder / "records.jsonl"
    lines.write_text("".join(json.dumps(r) + "\n" for r in records))
    verify(check_compare(folder, [lines], full=False))
    latin = folder / "latin.txt"
    latin.write_bytes("Le ministère a fermé l'école près de la frontière. Neuf élèves sont blessés à Orléac.".encode("latin-1"))
    other = folder / "other.txt"
    other.write_text("Le ministère a fermé l'école. Dix élèves sont blessés à Orléac.")
    verify(check_compare(folder, [latin, other], full=False))
    again(folder, ["compare", latin, other], FORMATS[:2], "--encoding", "ISO-8859-1")

    # Who said what: one document, many, with headers; quotations; drift; search.
    forms = [["--format", name] for name in ("text", "json", "jsonl", "markdown", "csv")] + WIDTHS
    forms += [["--by", "order"], ["--format", "markdown", "--by", "order"]]
    articles = sorted(samples.glob("*/*.txt")) + sorted((root / "tests/articles").glob("*.txt"))
    for article in articles:
        verify(again(folder, ["sources", article], forms))
    many = [form for form in forms if form != ["--format", "json"]]
    verify(again(folder, ["sources", *articles[:6], lines], many, saved_as="jsonl"))
    verify(again(folder, ["sources", "-"], forms, stdin=articles[0].read_bytes()))

    quotes = [["--format", name] for name in ("text", "json", "jsonl", "markdown", "csv", "sarif", "junit")] + WIDTHS
    quotes += [["--format", "junit", "--fail-on", "altered_in_substance"], ["--fail-on", "not_found"]]
    official = [samples / "quotes/ministry.txt", samples / "quotes/norland.txt"]
    for saved_as in ("json", "jsonl"):
        verify(again(folder, ["quotes", official[0], samples / "quotes/article.txt"], quotes, saved_as=saved_as))
        verify(again(folder, ["quotes", *official, samples / "quotes/article.txt"], quotes, saved_as=saved_as))

    drift = [["--format", name] for name in ("text", "json", "markdown")] + WIDTHS
    verify(again(folder, ["drift", *texts("drift")], drift))
    verify(again(folder, ["drift", *texts("central-bank")], drift))
    verify(again(folder, ["drift", *texts("drift"), "--since", "2025-02"], drift))

    searches = [["--format", name] for name in ("text", "json", "jsonl")] + WIDTHS
    index = folder / "samples.index"
    run("index", "build", *articles, "-o", index)
    for saved_as in ("json", "jsonl"):
        verify(again(folder, ["search", index, "units opened fire at the border"], searches, saved_as=saved_as))
        verify(again(folder, ["search", index, a, "--top-k", "3"], searches, saved_as=saved_as))
    verify(again(folder, ["search", index, a, "--by", "whole", "--since", "2020"], searches))

    # Batches: folders, lists, lines of which some are broken, every unit, predicates.
    batch = [["--format", name] for name in ("text", "jsonl", "csv", "html")] + WIDTHS
    batch += [["--format", "csv", "--csv", rows] for rows in ("pairs", "clusters", "formulations", "sources", "failures")]
    broken = folder / "broken.jsonl"
    broken.write_text("".join(json.dumps(r) + "\n" for r in records) + "{no json\n")
    paths = folder / "paths.txt"
    paths.write_text("".join(f"{path}\n" for path in texts("harbour-fire")))
    verify(again(folder, ["batch", samples / "harbour-fire"], batch, saved_as="jsonl"))
    verify(again(folder, ["batch", f"@{paths}", lines], batch, saved_as="jsonl"))
    verify(again(folder, ["batch", samples / "river-dam", "--unit", "claim", "--threshold", "0.2", "--top-k", "3",
                          "--compare", "2", "--where", "a.source != b.source"], batch, saved_as="jsonl"))
    verify(again(folder, ["batch", *texts("border-incident"), "--unit", "statement", "--formulations", "0"], batch,
                 "--lexicon", str(tables.parent), saved_as="jsonl"))
    saved = folder / "batch.jsonl"
    run("batch", broken, samples / "harbour-fire", "--format", "jsonl", "-o", saved, code=2)
    assert run("report", saved, "--format", "html") == run("batch", broken, samples / "harbour-fire", "--format", "html", code=2)
    verify(saved)
    whole = saved.read_text().splitlines(keepends=True)
    damaged = folder / "damaged.jsonl"

    def refused(text, place, words):
        damaged.write_text(text)
        for command in ("report", "verify"):
            done = subprocess.run([program, command, damaged], capture_output=True, text=True)
            assert done.returncode == 2 and done.stdout == "", f"{command}: {done}"
            assert done.stderr.count("\n") == 1 and place in done.stderr and words in done.stderr, done.stderr

    def at(kind):
        return next(k for k, line in enumerate(whole) if json.loads(line)["record"] == kind)

    def changed(kind, change):
        record = json.loads(whole[at(kind)])
        change(record)
        return "".join(whole[:at(kind)] + [json.dumps(record) + "\n"] + whole[at(kind) + 1:])

    for cut in (1, len(whole) // 2, len(whole) - 1):
        refused("".join(whole[:cut]), str(damaged), "cut short")
    refused("".join(whole)[:-20], f"{damaged}:{len(whole)}", "")
    refused("".join(whole + whole[-1:]), f"{damaged}:{len(whole) + 1}", "behind the last record")
    refused("".join(whole[:at("pair")] + whole[at("pair") + 1:]), f"{damaged}:{len(whole) - 1}", "but the file has")
    refused(changed("header", lambda r: r["options"].update(top_k=0)), f"{damaged}:1: /options/top_k", "at least 1")
    refused(changed("header", lambda r: r["options"].update(where="a.nothing == 1")), "/options/where", "")
    refused(changed("header", lambda r: r.update(reading={"--output": "x"})), "/reading", "--output")
    refused(changed("unit", lambda r: r.update(text="other words")), f"{damaged}:{at('unit') + 1}", "")
    refused(changed("unit", lambda r: r.update(document="nobody")), "/document", "no document of this batch")
    damaged.write_text(changed("pair", lambda r: r.update(score=0.5)))
    assert "not found again" in subprocess.run([program, "report", damaged], capture_output=True, text=True).stderr
    assert verify(damaged, holds=False)["findings"]["gone"]
    run("report", saved, "--format", "markdown", code=2)
    run("report", saved, "--format", "csv", "--csv", "claims", code=2)
    run("report", saved, "--fail-on", "conflict", code=2)
    copies = folder / "copies"
    shutil.copytree(samples / "harbour-fire", copies)
    run("batch", copies, "--format", "jsonl", "-o", saved)
    verify(saved)
    touched = sorted(copies.glob("*.txt"))[0]
    touched.write_text(touched.read_text().replace("the", "that"))
    result = verify(saved, holds=False)
    assert [i["state"] for i in result["inputs"]].count("changed") == 1 and result["findings"]["gone"]
    page = run("report", saved, "--format", "html")
    shutil.rmtree(copies)
    assert run("report", saved, "--format", "html") == page, "a report needs its inputs"
    assert {i["state"] for i in verify(saved, holds=False)["inputs"]} == {"missing"}

    # What no longer holds.
    left, right = folder / "left.txt", folder / "right.txt"
    shutil.copy(a, left)
    shutil.copy(b, right)
    saved = again(folder, ["compare", left, right], [])
    verify(saved)
    text = right.read_text()
    found = next(d for d in json.loads(saved.read_text())["comparisons"][0]["divergences"] if d["severity"] == "conflict")
    words = found["right"]["text"]
    assert words in text
    right.write_text(text.replace(words, "x" * len(words)))
    result = verify(saved, holds=False)
    assert [i["state"] for i in result["inputs"]] == ["same", "changed"]
    assert result["spans"]["broken"] and all(s["path"] == str(right) for s in result["spans"]["broken"])
    assert found["id"] in [f["id"] for f in result["findings"]["gone"]], result["findings"]
    report = run("report", saved)
    right.unlink()
    assert run("report", saved) == report, "a report needs its inputs"
    result = verify(saved, holds=False)
    assert [i["state"] for i in result["inputs"]] == ["same", "missing"]
    right.write_text(text + "\n")
    result = verify(saved, holds=False)
    assert not result["spans"]["broken"], "a new line at the end moves no span"
    right.write_text(text)
    verify(saved)
    edited = json.loads(saved.read_text())
    edited["comparisons"][0]["divergences"].pop(0)
    (folder / "edited.json").write_text(json.dumps(edited))
    assert len(verify(folder / "edited.json", holds=False)["findings"]["new"]) == 1
    edited["options"] = [["--model", str(folder / "none.model")]]
    (folder / "edited.json").write_text(json.dumps(edited))
    assert "none.model" in verify(folder / "edited.json", holds=False)["findings"]["not_repeated"]
    edited["options"] = [["--write-baseline", str(folder / "evil.json")]]
    (folder / "edited.json").write_text(json.dumps(edited))
    run("verify", folder / "edited.json", code=2)
    assert not (folder / "evil.json").exists()
    records.append({"id": "r3", "text": "The ministry said that the road is shut."})
    lines.write_text("".join(json.dumps(r) + "\n" for r in records))
    saved = again(folder, ["sources", lines], [], saved_as="jsonl")
    lines.write_text("".join(json.dumps(r) + "\n" for r in records[:2]))
    assert [i["state"] for i in verify(saved, holds=False)["inputs"]] == ["changed", "changed", "missing"]
    saved = again(folder, ["search", index, "the border"], [])
    index.unlink()
    assert verify(saved, holds=False)["inputs"][0]["state"] == "missing"

print(f"{compared} reports are written again byte for byte, {verified} results verified")
