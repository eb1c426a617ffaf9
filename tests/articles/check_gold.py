#!/usr/bin/env python3
"""Checks the gold files of the articles: every sentence occurs in its article, in order, and every label is known.

Usage: check_gold.py [DIRECTORY]   (default: the directory of this script)
"""

import json
import pathlib
import sys

ROLES = {
    "ministry", "minister", "ombudsperson", "ambassador", "spokesperson", "president", "government", "parliament",
    "military", "police", "court", "party", "igo", "ngo", "media", "person", "unknown",
}
MODES = {"direct", "indirect", "mixed", "narration"}


def faults(article: str, gold: dict) -> list[str]:
    """What is wrong with one gold file, in the order of its sentences."""
    found = []
    for key, source in gold["sources"].items():
        if set(source) != {"name", "role", "country"}:
            found.append(f"source {key}: fields are {sorted(source)}")
        if source.get("role") not in ROLES:
            found.append(f"source {key}: unknown role {source.get('role')}")
        country = source.get("country")
        if country is not None and not (len(country) == 2 and country.isalpha() and country.isupper()):
            found.append(f"source {key}: {country} is no alpha-2 code")
        if all(sentence["speaker"] != key for sentence in gold["sentences"]):
            found.append(f"source {key}: speaks no sentence")

    end = 0
    for number, sentence in enumerate(gold["sentences"], 1):
        begin = article.find(sentence["text"], end)
        if begin < 0:
            found.append(f"sentence {number}: not found in order: {sentence['text'][:60]}")
            continue
        between = article[end:begin] if number > 1 else ""
        if len(between.split()) > 2:
            found.append(f"sentence {number}: text before it is not covered: {between.strip()[:60]}")
        end = begin + len(sentence["text"])
        if sentence["mode"] not in MODES:
            found.append(f"sentence {number}: unknown mode {sentence['mode']}")
        if (sentence["speaker"] is None) != (sentence["mode"] == "narration"):
            found.append(f"sentence {number}: mode {sentence['mode']} with speaker {sentence['speaker']}")
        if sentence["speaker"] is not None and sentence["speaker"] not in gold["sources"]:
            found.append(f"sentence {number}: unknown speaker {sentence['speaker']}")
        for other in sentence.get("alt", []):
            if other not in gold["sources"] or other == sentence["speaker"]:
                found.append(f"sentence {number}: alt {other} is no other source")
    if article[end:].strip():
        found.append(f"text after the last sentence is not covered: {article[end:].strip()[:60]}")
    return found


def main() -> int:
    directory = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent
    articles = sorted(directory.glob("*.txt"))
    bad = 0
    for path in articles:
        gold_path = path.with_suffix(".gold.json")
        if not gold_path.exists():
            print(f"{path.name}: no gold file")
            bad += 1
            continue
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        messages = faults(path.read_text(encoding="utf-8"), gold)
        for message in messages:
            print(f"{path.name}: {message}")
        bad += bool(messages)
        print(f"{path.name}: {len(gold['sentences'])} sentences, {len(gold['sources'])} sources")
    for path in sorted(directory.glob("*.gold.json")):
        if not (directory / (path.name.removesuffix(".gold.json") + ".txt")).exists():
            print(f"{path.name}: no article")
            bad += 1
    if not articles:
        print("no articles found")
        return 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
