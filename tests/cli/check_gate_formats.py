"""CSV, SARIF and JUnit of the real program against the rules of their formats: check_gate_formats.py PARALLAX ROOT

The SARIF rules are the part of SARIF 2.1.0 that parallax writes, in our own words; unknown properties are refused, so
that nothing is written that the standard does not know. The JUnit rules are those that CI servers agree on.
"""

import csv
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import jsonschema

program, samples = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve() / "samples"


def closed(required, properties):
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def listed(item, **more):
    return {"type": "array", "items": item, **more}


TEXT, COUNT, PLACE = {"type": "string", "minLength": 1}, {"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}
BAG = {"type": "object"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = closed(["text"], {"text": TEXT})
REGION = closed(["startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength", "byteOffset", "byteLength"],
                {**{k: PLACE for k in ("startLine", "startColumn", "endLine", "endColumn")},
                 **{k: COUNT for k in ("charOffset", "charLength", "byteOffset", "byteLength")}})
URI = {"type": "string", "pattern": "^[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+$"}
LOCATION = closed(["physicalLocation", "message"], {
    "id": COUNT, "message": MESSAGE,
    "physicalLocation": closed(["artifactLocation"], {
        "artifactLocation": closed(["index"], {"uri": URI, "index": COUNT}), "region": REGION}),
    "logicalLocations": listed(closed(["fullyQualifiedName"], {"fullyQualifiedName": TEXT}))})
RULE = closed(["id", "shortDescription", "help"], {
    "id": TEXT, "name": {"type": "string", "pattern": "^[A-Z][A-Za-z]+$"}, "shortDescription": MESSAGE, "help": MESSAGE,
    "defaultConfiguration": closed(["level"], {"level": LEVEL})})
RESULT = closed(["ruleId", "level", "message", "locations", "partialFingerprints"], {
    "ruleId": TEXT, "ruleIndex": COUNT, "level": LEVEL, "message": MESSAGE,
    "locations": listed(LOCATION, minItems=1), "relatedLocations": listed(LOCATION, minItems=1),
    "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{16}$"}},
    "rank": {"type": "number", "minimum": 0, "maximum": 100}, "properties": BAG,
    "suppressions": listed(closed(["kind"], {
        "kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": TEXT}))})
ARTIFACT = closed(["hashes"], {
    "location": closed(["uri"], {"uri": URI}), "description": MESSAGE, "properties": BAG,
    "roles": listed({"enum": ["analysisTarget"]}, uniqueItems=True),
    "hashes": closed(["sha-256"], {"sha-256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}})})
RUN = closed(["tool", "results"], {
    "tool": closed(["driver"], {"driver": closed(["name", "rules"], {
        "name": TEXT, "version": TEXT, "properties": BAG, "rules": listed(RULE, uniqueItems=True)})}),
    "invocations": listed(closed(["executionSuccessful"], {
        "executionSuccessful": {"type": "boolean"},
        "toolExecutionNotifications": listed(closed(["message"], {"message": MESSAGE, "level": LEVEL}))})),
    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    "artifacts": listed(ARTIFACT, uniqueItems=True), "results": listed(RESULT)})
SARIF = jsonschema.Draft7Validator(closed(["version", "runs"], {
    "$schema": {"type": "string"}, "version": {"const": "2.1.0"}, "runs": listed(RUN)}))

STEERING = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]")


def run(arguments, expected=0):
    runs = [subprocess.run([program, *map(str, arguments)], capture_output=True) for _ in range(2)]
    assert runs[0].returncode == expected, (arguments, runs[0].returncode, runs[0].stderr.decode())
    assert runs[0].stdout == runs[1].stdout, f"{arguments}: two runs differ"
    return runs[0].stdout


def compare(inputs, form, *extra, expected=0):
    return run(["compare", *inputs, "--format", form, *extra], expected)


def findings(inputs, *extra):
    report = json.loads(compare(inputs, "json", *extra))
    return [d for c in report["comparisons"] for d in c["divergences"]], report


def check_place(location, text):
    """Every way of counting leads to the same words."""
    region = location["physicalLocation"]["region"]
    data = text.decode()
    words = text[region["byteOffset"]:region["byteOffset"] + region["byteLength"]].decode()
    assert data[region["charOffset"]:region["charOffset"] + region["charLength"]] == words, region
    lines = data.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    begin = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert data[begin:end] == words, (region, data[begin:end], words)
    return words


def check_sarif(inputs, *extra):
    raw = compare(inputs, "sarif", *extra)
    raw.decode("ascii")
    sarif = json.loads(raw)
    errors = [f"{list(e.path)}: {e.message}" for e in SARIF.iter_errors(sarif)]
    assert not errors, "\n".join(errors)
    log = sarif["runs"][0]
    rules = [r["id"] for r in log["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    wanted, report = findings(inputs, *extra)
    by_print = {(d["fingerprint"], d["id"]): d for d in wanted}
    assert len(log["results"]) == len(wanted), (len(log["results"]), len(wanted))
    for result in log["results"]:
        d = by_print[result["partialFingerprints"]["parallaxFinding/v1"], result["properties"]["id"]]
        assert rules[result["ruleIndex"]] == result["ruleId"] == d["kind"]
        assert result["level"] == {"conflict": "error", "difference": "warning", "note": "note"}[d["severity"]]
        assert not re.search(r"[\[\]{}]", result["message"]["text"]), result["message"]
        assert not STEERING.search(result["message"]["text"]), result["message"]
        for location, side in ((result["locations"][0], d["left"]), (result["relatedLocations"][0], d["right"])):
            artifact = log["artifacts"][location["physicalLocation"]["artifactLocation"]["index"]]
            document = report["documents"][location["physicalLocation"]["artifactLocation"]["index"]]
            assert artifact["hashes"]["sha-256"] == document["sha256"]
            data = pathlib.Path(document["path"].split("#")[0]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == document["sha256"]
            if "region" in location["physicalLocation"]:
                assert check_place(location, data) == side["text"]
            else:
                assert document["path"].endswith(tuple("123456789")), "a region is missing"
        accepted = [s["status"] for s in result.get("suppressions", [])] == ["accepted"]
        assert accepted == d["accepted"]
    assert len({"suppressions" in r for r in log["results"]}) <= 1, "suppressions for all results or for none"
    return log


JUNIT = {"testsuites": ({"name"}, {"tests", "failures", "errors", "skipped"}, {"testsuite"}),
         "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped"}, {"testcase"}),
         "testcase": ({"classname", "name"}, set(), {"failure", "skipped", "system-out"}),
         "failure": ({"message", "type"}, set(), set()),
         "skipped": (set(), {"message"}, set()),
         "system-out": (set(), set(), set())}


def check_element(element):
    required, optional, children = JUNIT[element.tag]
    assert required <= set(element.attrib) <= required | optional, (element.tag, element.attrib)
    for child in element:
        assert child.tag in children, (element.tag, child.tag)
        check_element(child)


def check_junit(inputs, *extra, expected=0):
    return junit_of(compare(inputs, "junit", *extra, expected=expected), expected)


def junit_of(raw, expected):
    assert not STEERING.search(raw.decode()) and not re.search("[\ufffe\uffff]", raw.decode())
    root = xml.fromstring(raw)
    assert root.tag == "testsuites"
    check_element(root)
    for suite in root:
        cases = list(suite)
        assert cases, "a suite without a case is an error for some servers"
        names = [(c.get("classname"), c.get("name")) for c in cases]
        assert len(names) == len(set(names))
        assert int(suite.get("tests")) == len(cases)
        assert int(suite.get("failures")) == sum(c.find("failure") is not None for c in cases)
        assert int(suite.get("skipped")) == sum(c.find("skipped") is not None for c in cases)
    failures = sum(int(s.get("failures")) for s in root)
    assert (failures > 0) == (expected == 1), (failures, expected)
    return root


def check_csv(inputs, rows):
    return records_of(compare(inputs, "csv", "--csv", rows))


def records_of(raw):
    text = raw.decode()
    assert text.endswith("\r\n") and text.count("\r") == text.count("\n") == text.count("\r\n")
    assert not STEERING.search(text)
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(r) for r in table}) == 1, "records of different lengths"
    assert len(set(table[0])) == len(table[0]), "a column twice"
    for record in table:
        for cell in record:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")), cell
    return [dict(zip(table[0], r)) for r in table[1:]]


def check_all(inputs):
    log = check_sarif(inputs)
    wanted, report = findings(inputs)
    rows = check_csv(inputs, "divergences")
    assert sorted(r["fingerprint"] for r in rows) == sorted(d["fingerprint"] for d in wanted)
    assert len(check_csv(inputs, "pairs")) == sum(len(c["pairs"]) for c in report["comparisons"])
    claims = [c for d in report["documents"] for s in d["statements"] for c in s["claims"]]
    assert len(check_csv(inputs, "claims")) == len(claims)
    assert len(check_csv(inputs, "table")) == len(report.get("claim_table", {"rows": []})["rows"])
    conflicts = any(d["severity"] == "conflict" for d in wanted)
    check_junit(inputs)
    check_junit(inputs, "--fail-on", "conflict", expected=int(conflicts))
    return log, wanted


border = sorted((samples / "border-incident").glob("*.txt"))
log, wanted = check_all(border)
assert wanted and log["results"]
check_all(sorted((samples / "river-dam").glob("*.txt")))
check_all([samples / "article" / "ferry.txt"])
check_all([border[0], border[0]])
check_junit(border, "--fail-under", "0.99", expected=1)

def check_quotes(officials, article):
    """Results are the quotations that are no faithful ones; places read the words; gates fail what they name."""
    wanted = json.loads(run(["quotes", *officials, article, "--format", "json"]))
    raw = run(["quotes", *officials, article, "--format", "sarif"])
    raw.decode("ascii")
    sarif = json.loads(raw)
    errors = [f"{list(e.path)}: {e.message}" for e in SARIF.iter_errors(sarif)]
    assert not errors, "\n".join(errors)
    log = sarif["runs"][0]
    rules = [r["id"] for r in log["tool"]["driver"]["rules"]]
    told = [q for q in wanted["quotes"] if q["label"] not in ("verbatim", "trimmed")]
    assert [r["ruleId"] for r in log["results"]] == [q["label"] for q in told]
    data = [pathlib.Path(d["path"]).read_bytes() for d in (wanted["article"], *wanted["officials"])]
    for result, quote in zip(log["results"], told):
        assert rules[result["ruleIndex"]] == quote["label"] and result["properties"]["id"] == quote["id"]
        assert not STEERING.search(result["message"]["text"]) and not re.search(r"[\[\]{}]", result["message"]["text"])
        assert check_place(result["locations"][0], data[0]) == quote["text"]
        assert ("relatedLocations" in result) == (quote["official_index"] is not None)
        for place in result.get("relatedLocations", []):
            index = place["physicalLocation"]["artifactLocation"]["index"]
            assert index == quote["official_index"] + 1 and check_place(place, data[index]) == quote["official_text"]
    plain = junit_of(run(["quotes", *officials, article, "--format", "junit"]), 0)
    assert len(list(plain[0])) == max(1, len(wanted["quotes"]) + len(wanted["skipped"]))
    labels = sorted({q["label"] for q in wanted["quotes"]})
    for label in labels:
        root = junit_of(run(["quotes", *officials, article, "--format", "junit", "--fail-on", label], 1), 1)
        assert int(root[0].get("failures")) == wanted["counts"][label]
    return labels


def check_other_commands(officials, article):
    """Quotations and statements are those of the JSON, and their offsets read the same words."""
    data = pathlib.Path(article).read_bytes()
    check_quotes(officials, article)
    wanted = json.loads(run(["quotes", *officials, article, "--format", "json"]))
    rows = records_of(run(["quotes", *officials, article, "--format", "csv"]))
    assert [r["label"] for r in rows] == [q["label"] for q in wanted["quotes"]] + ["not_judged"] * len(wanted["skipped"])
    for row in rows:
        words = data[int(row["begin"]):int(row["end"])].decode()
        assert STEERING.search(words) or " ".join(words.split()) == row["text"].lstrip("'") or words.startswith("'"), row
    wanted = json.loads(run(["sources", article, "--format", "json"]))
    rows = records_of(run(["sources", article, "--format", "csv"]))
    assert [(r["statement"], r["mode"], r["source"]) for r in rows] == [
        (s["id"], s["mode"], s["source_name"] or "") for s in wanted["statements"]]
    return rows


check_other_commands([samples / "quotes/ministry.txt", samples / "quotes/norland.txt"], samples / "quotes/article.txt")
check_other_commands([samples / "quotes/ministry.txt"], samples / "article/ferry.txt")
assert "altered_in_substance" in check_quotes([samples / "quotes/ministry.txt"], samples / "quotes/article.txt")


def check_batch(inputs):
    """Rows are those of the JSONL; offsets read the same words."""
    lines = [json.loads(l) for l in run(["batch", *inputs, "--format", "jsonl"]).decode().splitlines()]
    kinds = {}
    for line in lines:
        kinds.setdefault(line["record"], []).append(line)
    rows = {name: records_of(run(["batch", *inputs, "--format", "csv", "--csv", name]))
            for name in ("divergences", "pairs", "clusters", "formulations", "sources", "failures")}
    found = [d for p in kinds["pair"] for d in p["divergences"] or []]
    assert [r["fingerprint"] for r in rows["divergences"]] == [d["fingerprint"] for d in found]
    for row, d in zip(rows["divergences"], found):
        for side in ("left", "right"):
            data = pathlib.Path(row[side + "_path"]).read_bytes()
            assert data[int(row[side + "_begin"]):int(row[side + "_end"])].decode() == d[side]["text"]
    assert [(r["left_unit"], r["right_unit"], float(r["score"]), r["relation"]) for r in rows["pairs"]] == [
        (p["left"], p["right"], p["score"], p["relation"] or "") for p in kinds["pair"]]
    assert [(r["cluster"], r["unit"]) for r in rows["clusters"]] == [
        (c["id"], u) for c in kinds["cluster"] for u in c["units"]]
    assert [(r["formulation"], r["document"], int(r["begin"])) for r in rows["formulations"]] == [
        (f["id"], u["document"], u["span"][0]) for f in kinds["formulation"] for u in f["uses"]]
    for row, pair in zip(rows["sources"], kinds["source_pair"], strict=True):
        assert (row["left_source"], row["right_source"]) == (pair["left"] or "", pair["right"] or "")
        assert [float(row[n]) for n in ("left_in_right", "right_in_left")] == [pair["left_in_right"], pair["right_in_left"]]
        assert row["divergences"] == "; ".join(f"{kind} {count}" for kind, count in pair["divergences"].items())
    assert [(r["path"], r["reason"]) for r in rows["failures"]] == [
        (f["path"], f["reason"]) for f in kinds.get("failure", [])]
    return rows


assert all(rows for name, rows in check_batch([samples / "harbour-fire"]).items() if name != "failures")

HOSTILE = ("[link](http://evil.example) {0} <script>alert(1)</script> ]]> & \"'\u202egnp.exe\u2069 \u001b[31m\u0085 \ufffe "
           + "x" * 5000 + ". ")
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    one, two = pathlib.Path("=cmd|' one.txt"), pathlib.Path("<b>two & [x].txt")
    one.write_text("Source: =HYPERLINK(1)\n\n\U0001f600 At the [mine] {0} of Rudnik, 14 miners\u202e were killed.\r\n\r\n" + HOSTILE)
    two.write_text("Source: <img src=x>\n\nAt the [mine] {0} of Rudnik, 17 miners\u202e were killed.\n\n" + HOSTILE)
    _, hostile = check_all([one, two])
    assert hostile, "the hostile pair has no finding to show"

    told = pathlib.Path("told.txt")
    told.write_text('"=HYPERLINK(1), we stay," Minister Tarik Holm said. "' + HOSTILE + '" the ministry said.\n')
    assert any(r["text"].startswith("'=") for r in check_other_commands([samples / "quotes/ministry.txt"], told))

    accepted = pathlib.Path("accepted.json")
    run(["compare", *border, "--write-baseline", accepted])
    baseline = json.loads(accepted.read_text())
    kept = baseline["findings"].pop()
    baseline["findings"][0]["note"] = "=1+1 <agreed> & \u202e]]>"
    baseline["findings"].append({**kept, "fingerprint": "0123456789abcdef"})
    accepted.write_text(json.dumps(baseline))
    log = check_sarif(border, "--baseline", accepted)
    assert sum(bool(r["suppressions"]) for r in log["results"]) == len(baseline["findings"]) - 1
    assert "0123456789abcdef" in log["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    root = check_junit(border, "--baseline", accepted, "--fail-on", "conflict,difference,note", expected=1)
    assert sum(int(s.get("failures")) for s in root) == 1

    records = pathlib.Path("records.jsonl")
    records.write_text('{"id":"x","text":"Nine men died in the fire."}\n{"id":"y","text":"Ten men died in the fire."}\n')
    log = check_sarif([records])
    assert log["results"] and all("region" not in l["physicalLocation"] for r in log["results"] for l in r["locations"])

print("CSV, SARIF and JUnit: all checks passed")
