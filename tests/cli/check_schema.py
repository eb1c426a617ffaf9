"""Real JSON output against engine/report/comparison.schema.json, spans re-read: check_schema.py PARALLAX ROOT"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema


def read_schema(path):
    """Without its name, which is no address: older validators would resolve references within the file against it."""
    schema = json.loads(path.read_text())
    schema.pop("$id", None)
    return schema


program, root = sys.argv[1], pathlib.Path(sys.argv[2])
schema = read_schema(root / "engine/report/comparison.schema.json")
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
checked = 0


def check_text(documents, span, chars, text, what):
    matching = [d for d in documents if d["bytes"][span[0]:span[1]] == text.encode()]
    assert matching, f"{what}: span {span} does not read {text!r}"
    assert any(d["text"][chars[0]:chars[1]] == text for d in matching), f"{what}: chars {chars} do not read {text!r}"


def check(*inputs, extra=()):
    global checked
    run = subprocess.run([program, "compare", *map(str, inputs), "--format", "json", *extra], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    report = json.loads(run.stdout)
    errors = [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(report)]
    assert not errors, "\n".join(errors)
    texts = []
    for document in report["documents"]:
        data = pathlib.Path(document["path"]).read_bytes()
        texts.append({"bytes": data, "text": data.decode()})
    claims = [c for d in report["documents"] for s in d["statements"] for c in s["claims"]]
    for claim in claims:
        check_text(texts, claim["span"], claim["chars"], claim["text"], claim["id"])
    by_side = {}
    for document in report["documents"]:
        for statement in document["statements"]:
            ids = [c["id"] for c in statement["claims"]]
            by_side.setdefault(statement["source"], []).extend(ids)
            by_side.setdefault(document["id"], []).extend(ids)
    for row in report["claim_table"]["rows"]:
        assert [cell["source"] for cell in row["cells"]] == report["claim_table"]["columns"], row["title"]
        for cell in row["cells"]:
            assert len(cell["claims"]) == len(cell["spans"]) == len(cell["chars"])
    ids = [d["id"] for comparison in report["comparisons"] for d in comparison["divergences"]]
    assert len(ids) == len(set(ids)), "ids of findings are not unique"
    for comparison in report["comparisons"]:
        for divergence in comparison["divergences"]:
            for side in ("left", "right"):
                evidence = divergence[side]
                check_text(texts, evidence["span"], evidence["chars"], evidence["text"], divergence["id"])
        seen = comparison["only_left"] + comparison["only_right"] + comparison["formulaic"]
        for pair in comparison["pairs"]:
            seen += pair["left"] + pair["right"]
        wanted = by_side[comparison["left"]] + by_side[comparison["right"]]
        assert sorted(seen) == sorted(wanted), "a claim is lost or doubled"
    checked += 1


samples = root / "samples"
check(samples / "border-incident/ministry-a.txt", samples / "border-incident/ministry-b.txt")
check(samples / "border-incident/ministry-b.txt", samples / "border-incident/ministry-a.txt")
check(samples / "renderings/english-service.txt", samples / "renderings/press-office.txt")
check(samples / "central-bank/february.txt", samples / "central-bank/march.txt")
check(samples / "article/consulates.txt", samples / "border-incident/ministry-a.txt")
check(*sorted((samples / "river-dam").iterdir()))
check(samples / "article/ferry.txt")
check(samples / "article/consulates.txt", extra=["--no-narration"])
check(samples / "article/consulates.txt", samples / "article/ferry.txt", extra=["--by-source"])
for case in sorted((root / "tests/golden").iterdir()):
    if case.is_dir():
        check(case / "left.txt", case / "right.txt")

# parallax sources: against its own schema, every span re-read, every sentence in a statement.
sources_schema = read_schema(root / "engine/report/sources.schema.json")
jsonschema.Draft7Validator.check_schema(sources_schema)
sources_validator = jsonschema.Draft7Validator(sources_schema)


def check_sources(path):
    global checked
    run = subprocess.run([program, "sources", str(path), "--format", "jsonl"], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    data = pathlib.Path(path).read_bytes()
    for line in run.stdout.decode().splitlines():
        document = json.loads(line)
        errors = [f"{list(e.path)}: {e.message}" for e in sources_validator.iter_errors(document)]
        assert not errors, f"{path}: " + "\n".join(errors)
        known = {s["id"] for s in document["sources"]}
        for statement in document["statements"]:
            assert statement["source"] is None or statement["source"] in known, statement
            for claim in statement["claims"]:
                span = claim["span"]
                assert data[span[0]:span[1]].decode() == claim["text"], f"{path}: {claim}"
        for mention in (m for s in document["sources"] for m in s["mentions"]):
            assert mention["how"] == "issuer" or data[mention["span"][0]:mention["span"][1]].decode() == mention["text"]
        seen = {n for s in document["statements"] for n in range(s["sentences"][0], s["sentences"][1] + 1)}
        assert seen == set(range(1, max(seen) + 1)), f"{path}: a sentence belongs to no statement"
    checked += 1


for path in sorted(samples.glob("*/*.txt")) + sorted((root / "tests/articles").glob("*.txt")):
    check_sources(path)

# parallax search: against its schema, spans re-read, scores in order, JSONL equal to JSON.
search_schema = read_schema(root / "engine/report/search.schema.json")
jsonschema.Draft7Validator.check_schema(search_schema)
search_validator = jsonschema.Draft7Validator(search_schema)


def check_search(index, query, *options):
    global checked

    def run(form):
        command = [program, "search", str(index), str(query), "--format", form, *options]
        done = subprocess.run(command, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    report = json.loads(run("json"))
    lines = [json.loads(line) for line in run("jsonl").splitlines()]
    for document in [report, *lines]:
        errors = [f"{list(e.path)}: {e.message}" for e in search_validator.iter_errors(document)]
        assert not errors, f"{query}: " + "\n".join(errors)
    assert [line["queries"] for line in lines] == [[q] for q in report["queries"]]
    for asked in report["queries"]:
        if asked["path"]:
            begin, end = asked["span"]
            assert pathlib.Path(asked["path"]).read_bytes()[begin:end].decode() == asked["text"]
        order = [(-hit["score"], hit["paragraph"]) for hit in asked["hits"]]
        assert order == sorted(order) and asked["hits"], asked["text"]
        for hit in asked["hits"]:
            begin, end = hit["span"]
            assert pathlib.Path(hit["document"]["path"]).read_bytes()[begin:end].decode() == hit["text"]
            for term in hit["terms"]:
                for begin, end in term["spans"]:
                    assert hit["text"].encode()[begin:end].decode().strip(), term
            assert abs(sum(t["share"] for t in hit["terms"]) - hit["score"]) < 1e-4, hit
    checked += 1


with tempfile.TemporaryDirectory() as folder:
    index = pathlib.Path(folder) / "samples.index"
    texts = sorted(map(str, samples.glob("*/*.txt")))
    subprocess.run([program, "index", "build", *texts, "-o", str(index)], check=True)
    check_search(index, "units opened fire at the border")
    check_search(index, samples / "border-incident/ministry-a.txt", "--top-k", "3")
    check_search(index, samples / "river-dam" / sorted(p.name for p in (samples / "river-dam").iterdir())[0], "--by", "whole")

quotes_schema = read_schema(root / "engine/report/quotes.schema.json")
jsonschema.Draft7Validator.check_schema(quotes_schema)
quotes_validator = jsonschema.Draft7Validator(quotes_schema)


def read(text, span, chars):
    assert text.encode()[span[0]:span[1]].decode() == text[chars[0]:chars[1]], f"{span} and {chars} differ"
    return text[chars[0]:chars[1]]


def check_quotes(*files):
    """The report against its schema, every span against the files, and the lines against the report."""
    global checked
    run = subprocess.run([program, "quotes", *map(str, files), "--format", "json"], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    report = json.loads(run.stdout)
    errors = [f"{list(e.path)}: {e.message}" for e in quotes_validator.iter_errors(report)]
    assert not errors, "\n".join(errors)
    article = pathlib.Path(report["article"]["path"]).read_text()
    assert report["quotes"], "no quotation found"
    for quote in report["quotes"]:
        assert read(article, quote["span"], quote["chars"]) == quote["text"], quote["id"]
        if quote["official_span"] is not None:
            official = pathlib.Path(report["officials"][quote["official_index"]]["path"]).read_text()
            assert read(official, quote["official_span"], quote["official_chars"]) == quote["official_text"], quote["id"]
            for change in quote["changes"]:
                begin, end = change["article_span"]
                assert article.encode()[begin:end].decode() == change["article"], quote["id"]
                if change["official_span"] is not None:
                    begin, end = change["official_span"]
                    assert official.encode()[begin:end].decode() == change["official"], quote["id"]
        else:
            assert quote["label"] == "not_found", quote["id"]
    lines = subprocess.run([program, "quotes", *map(str, files), "--format", "jsonl"], capture_output=True, text=True)
    parsed = [json.loads(line) for line in lines.stdout.splitlines()]
    assert parsed[0]["schema"] == "parallax.quotes/1" and parsed[-1]["counts"] == report["counts"]
    assert parsed[1:1 + len(report["quotes"])] == report["quotes"], "lines and report differ"
    checked += 1


check_quotes(samples / "quotes/ministry.txt", samples / "quotes/article.txt")
check_quotes(samples / "quotes/ministry.txt", samples / "quotes/norland.txt", samples / "quotes/article.txt")
# parallax batch: every line against its schema, spans re-read, the counts of the trailer, ids that exist.
batch_schema = read_schema(root / "engine/report/batch.schema.json")
jsonschema.Draft7Validator.check_schema(batch_schema)
batch_validator = jsonschema.Draft7Validator(batch_schema)


def check_batch(*arguments, code=0):
    global checked
    run = subprocess.run([program, "batch", *map(str, arguments), "--format", "jsonl"], capture_output=True)
    assert run.returncode == code, run.stderr.decode()
    lines = [json.loads(line) for line in run.stdout.decode().splitlines()]
    for line in lines:
        errors = [f"{line['record']} {list(e.path)}: {e.message}" for e in batch_validator.iter_errors(line)]
        assert not errors, "\n".join(errors)
    kinds = {}
    for line in lines:
        kinds.setdefault(line["record"], []).append(line)
    assert lines[0]["record"] == "header" and lines[-1]["record"] == "trailer"
    counts = lines[-1]["counts"]
    assert counts["records"] == len(lines)
    for name in ("document", "failure", "pair", "cluster", "formulation", "source", "source_pair"):
        assert counts[name + "s"] == len(kinds.get(name, [])), name
    texts = {}
    for document in kinds["document"]:
        path = pathlib.Path(document["path"])
        texts[document["id"]] = path.read_bytes() if path.is_file() else None
    units = {}
    for unit in kinds.get("unit", []):
        units[unit["id"]] = unit
        data = texts[unit["document"]]
        if data is not None:
            assert data[slice(*unit["span"])].decode() == unit["text"] == data.decode()[slice(*unit["chars"])], unit["id"]
    found = {}
    for pair in kinds.get("pair", []):
        assert units[pair["left"]]["document"] != units[pair["right"]]["document"]
        assert pair["left_rank"] or pair["right_rank"]
        for divergence in pair["divergences"] or []:
            found[divergence["kind"]] = found.get(divergence["kind"], 0) + 1
            for side in ("left", "right"):
                evidence, unit = divergence[side], units[pair[side]]
                begin, end = (place - unit["span"][0] for place in evidence["span"])
                assert unit["text"].encode()[begin:end].decode() == evidence["text"], divergence
                begin, end = (place - unit["chars"][0] for place in evidence["chars"])
                assert unit["text"][begin:end] == evidence["text"], divergence
    assert found == lines[-1]["divergences"], found
    for cluster in kinds.get("cluster", []):
        assert all(unit in units for unit in cluster["units"]), cluster["id"]
    words_of = lambda text: re.findall(r"\w+", text.casefold())
    for formulation in kinds.get("formulation", []):
        uses = formulation["uses"]
        assert len({use["source"] or use["document"] for use in uses}) == formulation["sources"] >= 2
        dates = [use["date"] for use in uses if use["date"]]
        assert dates == sorted(dates)
        for use in uses:
            data = texts[use["document"]]
            if data is not None:
                words = data[slice(*use["span"])].decode()
                assert words == data.decode()[slice(*use["chars"])]
                assert words_of(words) == words_of(formulation["text"])
    checked += 1
    return kinds


harbour = check_batch(samples / "harbour-fire")
assert harbour["formulation"] and harbour["cluster"] and harbour["source_pair"] and any(p["divergences"] for p in harbour["pair"])
check_batch(samples / "harbour-fire", "--unit", "claim", "--where", "a.source != b.source && days(a.date, b.date) <= 2")
check_batch(samples / "border-incident", samples / "river-dam", samples / "central-bank", "--unit", "statement", "--threshold", 0.1)
check_batch(samples, "--threshold", 0.2, "--compare", 1000, code=2)
failed = check_batch(samples / "harbour-fire", "no-such-file.txt", code=2)
assert failed["failure"][0]["path"] == "no-such-file.txt"

drift_schema = read_schema(root / "engine/report/drift.schema.json")
jsonschema.Draft7Validator.check_schema(drift_schema)
drift_validator = jsonschema.Draft7Validator(drift_schema)


def check_drift(*files):
    """The report against its schema, every span against the files, every claim in one position."""
    global checked
    run = subprocess.run([program, "drift", *map(str, files), "--format", "json"], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    report = json.loads(run.stdout)
    errors = [f"{list(e.path)}: {e.message}" for e in drift_validator.iter_errors(report)]
    assert not errors, "\n".join(errors)
    texts = [pathlib.Path(s["path"]).read_text() for s in report["statements"]]
    mentions = [m for p in report["positions"] for m in p["mentions"]]
    sides = [s for c in report["changes"] for s in (c["before"], c["after"]) if s]
    for entry in mentions + sides:
        assert read(texts[entry["statement"]], entry["span"], entry["chars"]) == entry["text"], entry
    for phrase in report["phrases"]:
        assert read(texts[phrase["statements"][0]], phrase["span"], phrase["chars"]) == phrase["text"], phrase
    for k, statement in enumerate(report["statements"]):
        assert statement["claims"] == len(statement["formulaic"]) + sum(m["statement"] == k for m in mentions)
    assert report["changes"] and sum(report["counts"].values()) == len(report["changes"])
    ids = {p["id"] for p in report["positions"]}
    assert len(ids) == len(report["positions"]) and all(c["position"] in ids for c in report["changes"])
    checked += 1


check_drift(*sorted((samples / "drift").iterdir()))
check_drift(*sorted((samples / "central-bank").iterdir()))
print(f"{checked} reports are valid")
