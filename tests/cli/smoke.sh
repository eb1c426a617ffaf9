#!/bin/bash
# The real binary on real files, bad input first: smoke.sh PARALLAX
set -uo pipefail
parallax="$(realpath "$1")"
samples="$(cd "$(dirname "$0")/../../samples" && pwd)"
work="$(mktemp -d)"
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2
failures=0

fail() {
  echo "FAILED: $1"
  failures=$((failures + 1))
}

# expect NAME EXIT PATTERN COMMAND...: exit code, and a pattern that standard error matches in exactly one line.
expect() {
  local name="$1" code="$2" pattern="$3"
  shift 3
  "$@" >out 2>err </dev/null
  local got=$?
  [[ $got -eq $code ]] || fail "$name: exit $got instead of $code: $(head -c 300 err)"
  if [[ -n "$pattern" ]]; then
    grep -qE -- "$pattern" err || fail "$name: standard error says '$(head -c 300 err)'"
    [[ "$(wc -l <err)" -eq 1 ]] || fail "$name: $(wc -l <err) lines on standard error"
  else
    [[ ! -s err ]] || fail "$name: unexpected '$(head -c 300 err)'"
  fi
}

printf 'Source: Ministry of Roads\n\nThe bridge is open. We thank the builders.\n' >ministry.txt
a="$samples/border-incident/ministry-a.txt"
b="$samples/border-incident/ministry-b.txt"

expect "two statements" 0 "" "$parallax" compare "$a" "$b"
grep -q "CONFLICTS" out || fail "two statements: no conflicts shown"
expect "help" 0 "" "$parallax" --help
expect "version" 0 "" "$parallax" --version
grep -qE '^parallax [0-9]+\.[0-9]+\.[0-9]+' out || fail "version: $(cat out)"
expect "no command" 2 "parallax: " "$parallax"
expect "unknown option" 2 "parallax: .*--frobnicate" "$parallax" compare "$a" "$b" --frobnicate
expect "no input" 2 "INPUT" "$parallax" compare
expect "one statement of one source" 2 "ministry.txt: only .* speaks here; give a second statement" \
  "$parallax" compare "$work/ministry.txt"
expect "missing file" 2 "none.txt: .*no such file" "$parallax" compare "$a" none.txt
mkdir folder
expect "directory" 2 "folder: is a directory" "$parallax" compare folder "$b"
: >empty.txt
expect "empty" 2 "empty.txt: is empty" "$parallax" compare empty.txt "$b"
printf ' \n\t\n' >blank.txt
expect "blank" 2 "blank.txt: " "$parallax" compare blank.txt "$b"
printf '... -- !\n' >marks.txt
expect "only punctuation" 2 "marks.txt: has no words" "$parallax" compare marks.txt "$b"
printf 'Peace' >word.txt
expect "one word" 0 "" "$parallax" compare word.txt "$b"
expect "one side missing" 2 "word.txt: .*give a second statement" "$parallax" compare word.txt
printf '%%PDF-1.7\n' >x.txt
expect "PDF by content" 2 "x.txt: is .*PDF" "$parallax" compare x.txt "$b"
printf '<!DOCTYPE html><html><body>Hi</body></html>' >page.txt
expect "HTML by content" 2 "page.txt: is .*HTML" "$parallax" compare page.txt "$b"
head -c 4096 /dev/zero >zeros
expect "NUL bytes" 2 "zeros: " "$parallax" compare zeros "$b"
printf '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00' >elf
expect "binary" 2 "elf: is an? ELF" "$parallax" compare elf "$b"
printf 'Caf\xe9 closed.\n' >latin.txt
"$parallax" compare latin.txt "$b" --encoding windows-1252 >out 2>err || fail "given encoding: $(cat err)"
printf 'Good \xff\xfe\xfd text' >bad.txt
"$parallax" compare bad.txt "$b" --encoding UTF-8 >out 2>err
[[ $? -eq 2 ]] || fail "invalid UTF-8 under --encoding UTF-8 is accepted"
printf '\xff\xfeT\x00h\x00e\x00 \x00e\x00n\x00d\x00.\x00' >utf16.txt
expect "UTF-16" 0 "" "$parallax" compare utf16.txt "$b"
expect "unknown encoding" 2 "klingon" "$parallax" compare "$a" "$b" --encoding klingon
expect "bad language" 2 "--lang" "$parallax" compare "$a" "$b" --lang English
expect "same dash twice" 2 "standard input" "$parallax" compare - -
if [[ $(id -u) -ne 0 ]]; then
  printf 'Text.' >secret.txt
  chmod 000 secret.txt
  expect "unreadable" 2 "secret.txt: permission denied" "$parallax" compare secret.txt "$b"
fi
printf '{"text": "One.",\n "title": }' >broken.json
expect "bad JSON" 2 "broken.json:2: " "$parallax" compare broken.json "$b"
printf '{"body": "One man was hurt."}' >field.json
expect "no text field" 2 "field.json.*text" "$parallax" compare field.json "$b"
expect "chosen field" 0 "" "$parallax" compare field.json "$b" --text-field body

# Gates
expect "gate hit" 1 "" "$parallax" compare "$a" "$b" --fail-on conflict
expect "gate by kind" 1 "" "$parallax" compare "$a" "$b" --fail-on negation
expect "gate not hit" 0 "" "$parallax" compare "$a" "$a" --fail-on conflict,difference,note
expect "overlap gate" 1 "" "$parallax" compare "$a" "$b" --fail-under 0.99
expect "gate out of range" 2 "--fail-under" "$parallax" compare "$a" "$b" --fail-under 7
expect "unknown gate" 2 "--fail-on" "$parallax" compare "$a" "$b" --fail-on nonsense

# Formats to gate on
for format in csv sarif junit; do
  expect "compare as $format" 1 "" "$parallax" compare "$a" "$b" --format "$format" --fail-on conflict -o "gate.$format"
  [[ -s "gate.$format" && ! -s out ]] || fail "compare as $format: nothing written, or written twice"
done
grep -q "<failure" gate.junit || fail "junit: no failure for a gate that was hit"
expect "unknown rows" 2 "--csv" "$parallax" compare "$a" "$b" --format csv --csv words

# Quotations
q="$samples/quotes"
expect "quotes" 0 "" "$parallax" quotes "$q/ministry.txt" "$q/norland.txt" "$q/article.txt"
grep -q "altered_in_substance" out || fail "quotes: no altered quotation shown"
expect "quotes gate hit" 1 "" "$parallax" quotes "$q/ministry.txt" "$q/article.txt" --fail-on altered_in_substance,not_found
expect "quotes gate not hit" 0 "" "$parallax" quotes "$q/ministry.txt" "$q/ministry.txt" --fail-on not_found
expect "quotes without article" 2 "parallax: " "$parallax" quotes "$q/ministry.txt"
expect "quotes of a missing file" 2 "none.txt: .*no such file" "$parallax" quotes none.txt "$q/article.txt"
expect "unknown label" 2 "--fail-on" "$parallax" quotes "$q/ministry.txt" "$q/article.txt" --fail-on wrong
expect "one dash only" 2 "standard input" "$parallax" quotes - -
for format in json jsonl markdown csv text; do
  expect "quotes as $format" 0 "" "$parallax" quotes "$q/ministry.txt" "$q/article.txt" --format "$format" -o "quotes.$format"
  [[ -s "quotes.$format" && ! -s out ]] || fail "quotes as $format: nothing written, or written twice"
done

# Baselines
expect "write a baseline" 0 "" "$parallax" compare "$a" "$b" --write-baseline base.json --fail-on conflict
grep -q 'parallax.baseline/1' base.json || fail "write a baseline: $(head -c 200 base.json)"
expect "everything accepted" 0 "" "$parallax" compare "$a" "$b" --baseline base.json --fail-on conflict,difference,note
grep -q "ACCEPTED" out || fail "everything accepted: not shown as accepted"
expect "swapped sides are accepted too" 0 "" "$parallax" compare "$b" "$a" --baseline base.json --fail-on conflict,difference,note
expect "stale entries" 0 "" "$parallax" compare "$a" "$a" --baseline base.json
grep -q "STALE" out || fail "stale entries: not shown"
printf '{"schema":"parallax.baseline/1","findings":[]}' >none.json
expect "empty baseline gates all" 1 "" "$parallax" compare "$a" "$b" --baseline none.json --fail-on conflict
expect "missing baseline" 2 "gone.json: .*no such file" "$parallax" compare "$a" "$b" --baseline gone.json
printf '{\n"schema":' >cut.json
expect "broken baseline" 2 "cut.json:2: is not valid JSON" "$parallax" compare "$a" "$b" --baseline cut.json
cp base.json kept.json
"$parallax" compare gone.txt "$b" --write-baseline base.json >/dev/null 2>&1
cmp -s base.json kept.json || fail "a failed run touched the baseline"
expect "baseline to a missing folder" 2 "nowhere/b.json" "$parallax" compare "$a" "$b" --write-baseline nowhere/b.json

# More than two sources
article="$samples/article/ferry.txt"
expect "one article by source" 0 "" "$parallax" compare "$article" --width 100
grep -q "^CLAIMS" out || fail "one article by source: no table"
expect "one article from standard input" 2 "-: " "$parallax" compare -
expect "three statements" 0 "" "$parallax" compare "$samples"/river-dam/*.txt
grep -q "^CLAIMS" out || fail "three statements: no table"
expect "gate over several comparisons" 1 "" "$parallax" compare "$samples"/river-dam/*.txt --fail-on number
expect "gate by similarity over several" 1 "" "$parallax" compare "$samples"/river-dam/*.txt --fail-under 0.99
expect "explain over several" 0 "" "$parallax" compare "$samples"/river-dam/*.txt --explain D2
expect "two articles by source" 0 "" "$parallax" compare "$article" "$samples/article/consulates.txt" --by-source
expect "without narration" 0 "" "$parallax" compare "$article" --no-narration --format json
if ! { grep -q '"narration": true' out && grep -q '"mode": "narration"' out; }; then
  fail "without narration: statements are lost"
fi
"$parallax" compare "$article" | grep -q "narration" || fail "narration is not marked"
printf '{"id":"x","text":"Nine men died in the fire."}\n{"id":"y","text":"Ten men died in the fire."}\n{"id":"z","text":"The fire is out."}\n' >records.jsonl
expect "records of one file" 0 "" "$parallax" compare records.jsonl
grep -q "^CLAIMS" out || fail "records of one file: no table"
expect "one record of a file" 2 "only .* speaks here|nobody speaks here" "$parallax" compare ministry.txt --by-source
for ((i = 0; i < 101; ++i)); do printf '{"id":"n%d","text":"The fire is out."}\n' "$i"; done >many.jsonl
expect "too many statements" 2 "many.jsonl: compare takes at most 100" "$parallax" compare many.jsonl
"$parallax" compare "$samples"/river-dam/*.txt --format json >one; "$parallax" compare "$samples"/river-dam/*.txt --format json >two
cmp -s one two || fail "two runs over several statements differ"

# Output
expect "to a file" 0 "" "$parallax" compare "$a" "$b" --format json -o report.json
[[ -s report.json && ! -s out ]] || fail "to a file: nothing written, or written twice"
expect "to a missing folder" 2 "nowhere/x.json" "$parallax" compare "$a" "$b" -o nowhere/x.json
if [[ -w /dev/full ]]; then
  "$parallax" compare "$a" "$b" >/dev/full 2>err
  [[ $? -eq 2 && "$(wc -l <err)" -eq 1 ]] || fail "full disk: $(cat err)"
fi
cp report.json before.json
"$parallax" compare none.txt "$b" -o report.json 2>/dev/null
cmp -s report.json before.json || fail "a failed run touched the output file"
"$parallax" compare "$a" "$b" --format json 2>err | head -c 10 >/dev/null
[[ ! -s err ]] || fail "closed pipe: $(cat err)"
"$parallax" compare - "$b" <"$a" >from_stdin 2>err || fail "standard input: $(cat err)"
expect "explain" 0 "" "$parallax" compare "$a" "$b" --explain D1
expect "explain nothing" 2 "--explain" "$parallax" compare "$a" "$b" --explain D999
"$parallax" compare "$a" "$b" >one; "$parallax" compare "$a" "$b" >two
cmp -s one two || fail "two runs differ"

# Batch
printf '{"id":"p1","left":"Nine men died in the fire.","right":"Ten men died in the fire."}\n' >pairs.jsonl
expect "batch" 0 "" "$parallax" batch --pairs pairs.jsonl --format jsonl
grep -q '"labels":\["number"\]' out || fail "batch: $(cat out)"
printf '{"id":"p2","left":"x"}\n' >>pairs.jsonl
expect "batch with a bad line" 2 "pairs.jsonl:2" "$parallax" batch --pairs pairs.jsonl
[[ "$(wc -l <out)" -eq 1 ]] || fail "batch with a bad line: the good line is lost"

# Models
mkdir corpus
cp "$a" "$b" corpus
expect "model fit" 0 "" "$parallax" model fit corpus/*.txt -o own.model
expect "model info" 0 "" "$parallax" model info own.model
expect "own model" 0 "" "$parallax" compare "$a" "$b" --model own.model
printf 'x' | dd of=own.model bs=1 seek=200 conv=notrunc 2>/dev/null
expect "damaged model" 2 "own.model: is damaged" "$parallax" compare "$a" "$b" --model own.model
expect "foreign model" 2 "is not a parallax model file" "$parallax" compare "$a" "$b" --model "$a"
head -c 100 "$samples/../models/data/en.model" >short.model
expect "cut model" 2 "short.model: " "$parallax" compare "$a" "$b" --model short.model

# Tables
mkdir -p lexicon/en
printf 'form\tclass\nbroken row\n' >lexicon/en/abbr.tsv
expect "bad table" 2 "abbr.tsv:2: " "$parallax" compare "$a" "$b" --lexicon lexicon

rm lexicon/en/abbr.tsv
printf 'pattern\tweight\nfloods\t7\n' >lexicon/en/key_term.tsv
expect "weight out of range" 2 "key_term.tsv:2: the weight '7'" "$parallax" compare "$a" "$b" --lexicon lexicon
rm lexicon/en/key_term.tsv
printf 'pattern\tclass\nso be it\tamen\n' >lexicon/en/formulaic.tsv
expect "unknown class" 2 "formulaic.tsv:2: there is no class 'amen'" "$parallax" compare "$a" "$b" --lexicon lexicon

# Sources
printf '"We stay," Minister Tarik Holm said. The road is shut.\n' >article.txt
expect "sources" 0 "" "$parallax" sources article.txt
grep -q 'Tarik Holm (minister)' out || fail "sources: the speaker is not shown"
expect "sources json" 0 "" "$parallax" sources article.txt --format json
expect "sources markdown" 0 "" "$parallax" sources article.txt --format markdown --by order
printf '{"id":"x1","text":"The ministry said it rained."}\n{"id":"x2","text":"Snow fell."}\n' >articles.jsonl
expect "sources jsonl" 0 "" "$parallax" sources articles.jsonl --format jsonl
[[ "$(grep -c '"schema":"parallax.sources/1"' out)" -eq 2 ]] || fail "sources: one line a record"
expect "sources csv of two" 0 "" "$parallax" sources articles.jsonl --format csv
[[ "$(grep -c '^document,path,' out)" -eq 1 && "$(wc -l <out)" -ge 3 ]] || fail "sources csv: one header, one record a statement"
expect "sources json of two" 2 "json holds one document" "$parallax" sources articles.jsonl --format json
expect "sources of nothing" 2 "missing.txt" "$parallax" sources missing.txt
printf 'pattern\tclass\ttakes\nblurt\tloud\tany\n' >lexicon/en/cue.tsv
rm -f lexicon/en/formulaic.tsv
expect "sources with a bad table" 2 "cue.tsv:2: unknown class 'loud'" "$parallax" sources article.txt --lexicon lexicon
rm lexicon/en/cue.tsv

# Completion
for shell in bash zsh fish; do
  expect "completion $shell" 0 "" "$parallax" completion "$shell"
  cp out "completion.$shell"
  if command -v "$shell" >/dev/null; then
    "$shell" -n "completion.$shell" || fail "completion $shell does not parse"
  fi
done
expect "completion of no shell" 2 "tcsh" "$parallax" completion tcsh

# Large input
head -c 52428800 /dev/zero | tr '\0' 'a' >long.txt
"$parallax" compare long.txt "$b" >/dev/null 2>err
[[ $? -le 2 ]] || fail "50 MB: exit $?"
for ((i = 0; i < 10000; ++i)); do printf 'word%d ' "$i"; done >sentence.txt
expect "10,000 words in a sentence" 0 "" "$parallax" compare sentence.txt "$b"

[[ $failures -eq 0 ]] && echo "command line: all checks passed"
exit $((failures > 0))
