"""Real JSON output against engine/report/comparison.schema.json, spans re-read: check_schema.py PARALLAX ROOT"""

import json
import pathlib
import subprocess
import sys

import jsonschema

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads((root / "engine/report/comparison.schema.json").read_text())
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
checked = 0


def check_text(documents, span, chars, text, what):
    matching = [d for d in documents if d["bytes"][span[0]:span[1]] == text.encode()]
    assert matching, f"{what}: span {span} does not read {text!r}"
    assert any(d["text"][chars[0]:chars[1]] == text for d in matching), f"{what}: chars {chars} do not read {text!r}"


def check(left, right, extra=()):
    global checked
    run = subprocess.run([program, "compare", str(left), str(right), "--format", "json", *extra], capture_output=True)
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
    for comparison in report["comparisons"]:
        for divergence in comparison["divergences"]:
            for side in ("left", "right"):
                evidence = divergence[side]
                check_text(texts, evidence["span"], evidence["chars"], evidence["text"], divergence["id"])
        seen = comparison["only_left"] + comparison["only_right"] + comparison["formulaic"]
        for pair in comparison["pairs"]:
            seen += pair["left"] + pair["right"]
        assert sorted(seen) == sorted(c["id"] for c in claims), "a claim is lost or doubled"
    checked += 1


samples = root / "samples"
check(samples / "border-incident/ministry-a.txt", samples / "border-incident/ministry-b.txt")
check(samples / "border-incident/ministry-b.txt", samples / "border-incident/ministry-a.txt")
check(samples / "renderings/english-service.txt", samples / "renderings/press-office.txt")
check(samples / "central-bank/february.txt", samples / "central-bank/march.txt")
check(samples / "article/consulates.txt", samples / "border-incident/ministry-a.txt")
for case in sorted((root / "tests/golden").iterdir()):
    if case.is_dir():
        check(case / "left.txt", case / "right.txt")
quotes_schema = json.loads((root / "engine/report/quotes.schema.json").read_text())
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
print(f"{checked} reports are valid")
