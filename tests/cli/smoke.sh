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
expect() { expect_err 1 "$@"; }

# The same where two inputs are left out: a line each.
expect_lines() { expect_err 2 "$@"; }

expect_err() {
  local lines="$1" name="$2" code="$3" pattern="$4"
  shift 4
  "$@" >out 2>err </dev/null
  local got=$?
  [[ $got -eq $code ]] || fail "$name: exit $got instead of $code: $(head -c 300 err)"
  if [[ -n "$pattern" ]]; then
    grep -qE -- "$pattern" err || fail "$name: standard error says '$(head -c 300 err)'"
    [[ "$(wc -l <err)" -eq $lines ]] || fail "$name: $(wc -l <err) lines on standard error"
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

# HTML
expect "HTML report" 0 "" "$parallax" compare "$a" "$b" --format html -o report.html
if ! { [[ ! -s out ]] && head -n 1 report.html | grep -q '^<!DOCTYPE html>$' && tail -n 1 report.html | grep -q '^</html>$'; }; then
  fail "HTML report: not a whole document, or printed too"
fi
expect "HTML to standard output" 0 "" "$parallax" compare "$a" "$b" --format html
cmp -s out report.html || fail "HTML report: two runs differ"
expect "HTML and a gate" 1 "" "$parallax" compare "$a" "$b" --format html -o gated.html --fail-on conflict
cmp -s gated.html report.html || fail "HTML report: a gate changes it"
expect "HTML of an article" 0 "" "$parallax" compare "$samples/article/ferry.txt" --format html -o article.html
expect "HTML to a missing folder" 2 "nowhere/x.html" "$parallax" compare "$a" "$b" --format html -o nowhere/x.html
expect "HTML lists options" 0 "" "$parallax" compare "$a" "$b" --format html --lang en
grep -q -- '--lang <bdi>en</bdi>' out || fail "HTML report: options are not listed"

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
fire="$samples/harbour-fire"
expect "batch of a folder" 0 "" "$parallax" batch "$fire"
grep -q "DIVERGENCES" out || fail "batch of a folder: no divergences shown"
expect "batch as jsonl" 0 "" "$parallax" batch "$fire" --format jsonl
cp out fire.jsonl
head -1 fire.jsonl | grep -q '"record":"header"' || fail "batch: no header"
tail -1 fire.jsonl | grep -q '"record":"trailer"' || fail "batch: no trailer"
for jobs in 1 2 5; do
  expect "batch -j $jobs" 0 "" "$parallax" batch "$fire" --format jsonl -j "$jobs"
  cmp -s out fire.jsonl || fail "batch -j $jobs gives other bytes"
done
expect "batch into a file" 0 "" "$parallax" batch "$fire" --format jsonl -o fire.out
cmp -s fire.out fire.jsonl || fail "batch -o gives other bytes"
[[ ! -e fire.out.part ]] || fail "batch: the journal is left behind"
expect "batch to a full disk" 2 "cannot be written|No space|/dev/full" "$parallax" batch "$fire" --format jsonl -o /dev/full
expect "batch as html" 0 "" "$parallax" batch "$fire" --format html -j 1
cp out fire.html
grep -q '<section id="map"' fire.html || fail "batch as html: no heat map"
for jobs in 2 5; do
  expect "batch as html -j $jobs" 0 "" "$parallax" batch "$fire" --format html -j "$jobs" -o fire-j.html
  cmp -s fire-j.html fire.html || fail "batch as html -j $jobs gives other bytes"
done
expect "batch of pairs as html" 2 "jsonl or csv only" "$parallax" batch --pairs pairs.jsonl --format html
find "$fire" -name '*.txt' | sort -r >list.txt
expect "batch of a list" 0 "" "$parallax" batch --list list.txt --format jsonl
tail -n +2 fire.jsonl >fire.records  # the header names the inputs as given
tail -n +2 out | cmp -s - fire.records || fail "batch --list gives other bytes"
expect "batch of @list" 0 "" "$parallax" batch @list.txt --format jsonl
tail -n +2 out | cmp -s - fire.records || fail "batch @list gives other bytes"
printf '%s\n' '{"id":"n1","source":"A","text":"The dam at Orlec holds four million litres."}' \
  '{"id":"n2","source":"B","text":"The dam at Orlec holds six million litres."}' >dam.jsonl
"$parallax" batch - --min-terms 2 --threshold 0.2 <dam.jsonl >out 2>err || fail "batch of standard input: $(cat err)"
grep -q "number" out || fail "batch of standard input: $(cat out)"
tail -1 fire.jsonl | grep -q '"formulations":[1-9]' || fail "batch: no shared wording"
for rows in divergences pairs clusters formulations; do
  expect "batch as csv of $rows" 0 "" "$parallax" batch "$fire" --format csv --csv "$rows"
  [[ "$(wc -l <out)" -ge 2 ]] || fail "batch --csv $rows: no row"
  cp out fire.csv
  expect "batch as csv into a file" 0 "" "$parallax" batch "$fire" --format csv --csv "$rows" -o fire.out -j 1
  cmp -s fire.out fire.csv || fail "batch --csv $rows -o gives other bytes"
done
expect "pairs as csv" 2 "pairs.jsonl:2" "$parallax" batch --pairs pairs.jsonl --format csv
[[ "$(wc -l <out)" -eq 2 ]] || fail "pairs as csv: $(cat out)"
grep -q '^p1,.*,1,0,0,number' out || fail "pairs as csv: $(cat out)"
expect "divergences of pairs as csv" 2 "pairs.jsonl:2" "$parallax" batch --pairs pairs.jsonl --format csv --csv divergences
grep -q '^p1,D1,.*,conflict,number,' out || fail "divergences of pairs as csv: $(cat out)"
expect "clusters of pairs" 2 "--csv" "$parallax" batch --pairs pairs.jsonl --format csv --csv clusters
expect "batch without formulations" 0 "" "$parallax" batch "$fire" --formulations 0 --format jsonl
tail -1 out | grep -q '"formulations":0' || fail "batch --formulations 0"
expect "batch of nothing" 2 "needs inputs" "$parallax" batch
expect "batch of pairs and inputs" 2 "without other inputs" "$parallax" batch x --pairs pairs.jsonl
expect "rows of csv without csv" 2 "--csv: goes with --format csv" "$parallax" batch "$fire" --csv pairs
expect "batch of pairs as text" 2 "jsonl or csv only" "$parallax" batch --pairs pairs.jsonl --format text
expect "batch with a bad predicate" 2 "--where: .* at column 10" "$parallax" batch "$fire" --where 'a.source = 1'
expect "batch without pairs" 0 "" "$parallax" batch "$fire" --where 'a.source == b.source && a.date > b.date'
expect "batch with a failed input" 2 "none.txt" "$parallax" batch "$fire" none.txt --format jsonl
grep -q '"record":"failure","path":"none.txt"' out || fail "batch: the failure is not told"
tail -1 out | grep -q '"documents":6,"failures":1' || fail "batch: good results are lost"
mkdir empty
"$parallax" batch empty >out 2>err
[[ $? -eq 2 && ! -s out ]] || fail "batch of an empty folder"
printf 'mine\n' >kept.part
expect "batch beside a foreign file" 2 "kept.part: exists already" "$parallax" batch "$fire" -o kept
[[ "$(cat kept.part)" == mine && ! -e kept ]] || fail "batch: a foreign file is touched"
"$parallax" batch "$fire" --progress always >out 2>err
grep -q "comparing" err || fail "batch: no progress"

# A batch that is killed goes on from its journal: 60 texts, hundreds of pairs, killed again and again.
for ((i = 0; i < 60; ++i)); do
  printf '{"id":"t%d","source":"Office %d","text":"On %d May the office of Orlec counted %d boats, %d barges and %d ferries in the harbour of Halvik. The harbour master of Halvik said that %d ferries may sail. He condemned the delay of %d days."}\n' \
    "$i" $((i % 7)) $((i % 28 + 1)) $((i * 3)) $((i * 5 % 11)) $((i % 13)) $((i % 5)) $((i % 9))
done >boats.jsonl
"$parallax" batch boats.jsonl --format jsonl --compare 2000 --top-k 60 -j 1 >whole.jsonl
kills=0
longest=0
for ((try = 0; try < 200; ++try)); do
  "$parallax" batch boats.jsonl --format jsonl --compare 2000 --top-k 60 -j 1 -o boats.out 2>/dev/null &
  pid=$!
  # Killed as soon as the journal has grown.
  while kill -0 "$pid" 2>/dev/null && [[ "$(wc -l 2>/dev/null <boats.out.part || echo 0)" -le $((longest + 150)) ]]; do
    sleep 0.01
  done
  kill -9 "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  [[ -e boats.out ]] && break
  now="$(wc -l <boats.out.part)"
  [[ "$now" -ge "$longest" ]] || fail "batch: the journal shrank from $longest to $now lines"
  longest="$now"
  kills=$((kills + 1))
done
[[ $kills -ge 1 ]] || fail "batch: it was never killed"
cmp -s boats.out whole.jsonl || fail "batch: after $kills kills the result differs"
[[ ! -e boats.out.part ]] || fail "batch: the journal is left behind"

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
rm lexicon/en/formulaic.tsv
mkdir lexicon/common
printf 'concept\tset\nyodel\tsa\nyodel\tsb\nyodel\tsc\nyodel\tsd\n' >lexicon/common/kin.tsv
expect "a concept in four sets" 2 "kin.tsv:5: the concept stands in too many sets" \
  "$parallax" compare "$a" "$b" --lexicon lexicon
rm -r lexicon/common

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

# Drift
drift="$samples/drift"
expect "drift" 0 "" "$parallax" drift "$drift"/*.txt --source "central bank of castria"
grep -q '4.75 %' out || fail "drift: the base rate is not shown"
cp out drift.text
expect "drift in another order" 0 "" "$parallax" drift "$drift/2025-07.txt" "$drift/2025-01.txt" "$drift/2025-05.txt" "$drift/2025-03.txt"
cmp -s out drift.text || fail "drift: the order of the inputs shows"
expect "drift json" 0 "" "$parallax" drift "$drift"/*.txt --format json -o drift.json
[[ -s drift.json && ! -s out ]] || fail "drift json: not written to its file"
expect "drift markdown" 0 "" "$parallax" drift "$drift"/*.txt --format markdown
expect "drift since and until" 0 "" "$parallax" drift "$drift"/*.txt --since 2025-02 --until 2025-05
[[ "$(grep -c '4.5 %' out)" -eq 0 ]] || fail "drift: --since is without effect"
expect "drift of one statement" 2 "needs two statements of one source, there is one in this range" \
  "$parallax" drift "$drift"/*.txt --until 2025-01
expect "drift of no statement" 2 "there are none in this range" "$parallax" drift "$drift"/*.txt --since 2031
expect "drift of a stranger" 2 "--source: no input is from 'Belmar'; there are Central Bank of Castria" \
  "$parallax" drift "$drift"/*.txt --source Belmar
expect "drift of two sources" 2 "--source: the inputs have several sources, choose one: " \
  "$parallax" drift "$drift"/*.txt "$a"
expect "drift since never" 2 "--since: 'May' is no date" "$parallax" drift "$drift"/*.txt --since May
expect "drift without a date" 2 "ministry.txt: has no date" "$parallax" drift ministry.txt ministry.txt
printf 'Date: soon\n\nThe bridge is open.\n' >soon.txt
expect "drift with a bad date" 2 "soon.txt: has the date 'soon'" "$parallax" drift soon.txt soon.txt
printf 'The bridge is open.\n' >20260101.txt
printf 'The bridge is closed.\n' >20260201.txt
expect "drift with dates in names" 0 "" "$parallax" drift 20260201.txt 20260101.txt --source Ministry
grep -q 'read from the files' out || fail "drift: dates from names are not told"
expect "drift with a missing input" 2 "missing.txt" "$parallax" drift "$drift"/*.txt missing.txt
grep -q '4.75 %' out || fail "drift: good results are lost"
grep -q 'left out: missing.txt: ' out || fail "drift: what is missing is not told"
expect "drift of nothing" 2 "^parallax: missing.txt: [^ ]" "$parallax" drift missing.txt
[[ "$(wc -l <err)" -eq 1 ]] || fail "drift of nothing: $(cat err)"
expect "drift of a folder" 0 "" "$parallax" drift "$drift"
cmp -s out drift.text || fail "drift: a folder gives other bytes than its files"
printf '%s\n' "$drift"/*.txt >drift.list
expect "drift of @list" 0 "" "$parallax" drift @drift.list
cmp -s out drift.text || fail "drift: a list gives other bytes than its files"
mkdir minutes
printf '{"id":"m1","date":"2024-01-05","source":"Norland","text":"Norland keeps 40 boats."}\n{"id":\n{"id":"m2","date":"2024-02-05","source":"Norland","text":"Norland keeps 35 boats."}\n{"id":"m3","source":"Norland","text":"Norland keeps 30 boats."}\n' >minutes/all.jsonl
expect_lines "drift of a folder with bad lines" 2 "minutes/all.jsonl#4: has no date" "$parallax" drift minutes --format json -o minutes.json
grep -q "minutes/all.jsonl:2" err || fail "drift: the broken line is not told: $(cat err)"
grep -q '"left out: minutes/all.jsonl:2: ' minutes.json || fail "drift: the broken line does not stand in the result"
expect "verify of a folder's drift" 0 "" "$parallax" verify minutes.json
mkdir -p lexicon/en
printf 'pattern\tclass\tneeds\noops\tmishap\t-\n' >lexicon/en/revision.tsv
expect "drift with a bad table" 2 "revision.tsv:2: there is no class 'mishap'" \
  "$parallax" drift "$drift"/*.txt --lexicon lexicon
rm lexicon/en/revision.tsv

# Titles and names of files tell source and date where no metadata does
mkdir titled
printf 'Statement by the Ministry of Roads of Norland\n\nThe bridge over the Tamar was closed to lorries on 3 May 2026.\n' >titled/2026-05-04-roads.txt
printf 'Statement by the Port Authority of Norland\n\nThe bridge over the Tamar was closed to lorries on 5 May 2026.\n' >titled/2026-05-06-port.txt
printf 'Statement by the Ministry of Roads of Norland\n\nThe bridge over the Tamar was closed to lorries on 4 May 2026.\n' >titled/2026-06-06-roads.txt
expect "batch of titled texts" 0 "" "$parallax" batch titled --where 'a.source != b.source && days(a.date, b.date) <= 7' --format jsonl
[[ "$(grep -c '"record":"pair"' out)" -eq 1 ]] || fail "batch of titled texts: $(grep '"record":"pair"' out)"
grep -q '"source":"Ministry of Roads of Norland","source_from":"head","date_from":"name"' out || fail "batch of titled texts: $(grep '"record":"document"' out)"
expect "drift of titled texts" 0 "" "$parallax" drift titled --source "ministry of roads of norland"
grep -q '"3 May 2026" -> "4 May 2026"' out || fail "drift of titled texts: $(cat out)"
expect "index of titled texts" 0 "" "$parallax" index build titled -o titled.index
expect "search by a source of a title" 0 "" "$parallax" search titled.index "closing bridges" --source "port authority of norland" --until 2026-05
{ grep -q 'Port Authority of Norland .* 2026-05-06' out && grep -q 'closed 0' out; } || fail "search by a source of a title: $(cat out)"

# Index and search
printf '{"id":"r1","text":"The bridge over the Tamar is shut.","source":"Ministry of Roads","date":"2021-03-04"}\n{"id":"r2","text":"The harbour is open.\\n\\nNo bridge was lost.","source":"Port Authority","date":"2022-01-05"}\n' >corpus.jsonl
printf 'Date: 2023-02-01\n\nThe ferry replaces the bridge.\n' >ferry.txt
expect "index build" 0 "" "$parallax" index build corpus.jsonl -o small.index
expect "index info" 0 "" "$parallax" index info small.index
grep -q '^paragraphs  3$' out || fail "index info: $(cat out)"
{ grep -q '^sources     2$' out && grep -q '^dates       2021-03-04 to 2022-01-05$' out; } || fail "index info: $(cat out)"
expect "index verify" 0 "" "$parallax" index verify small.index
expect "search in a source that is not there" 0 "no document of small.index is from 'Ministry of Rods'; there are Ministry of Roads, Port Authority" "$parallax" search small.index bridge --source "Ministry of Rods"
expect "search" 0 "" "$parallax" search small.index "bridges shut"
grep -q '\[bridge\] over the Tamar is \[shut\]' out || fail "search: terms are not marked: $(cat out)"
expect "search by source" 0 "" "$parallax" search small.index bridge --source "port authority" --format json
[[ "$(grep -c '"rank"' out)" -eq 1 ]] || fail "search by source: $(cat out)"
expect "search until" 0 "" "$parallax" search small.index bridge --until 2021 --format json
grep -q '"id": "r1"' out || fail "search until: $(cat out)"
expect "search of a file" 0 "" "$parallax" search small.index corpus.jsonl --format jsonl --top-k 1
[[ "$(wc -l <out)" -eq 3 ]] || fail "search of a file: one line a paragraph"
expect "search of a whole file" 0 "" "$parallax" search small.index ferry.txt --by whole --format jsonl
[[ "$(wc -l <out)" -eq 1 ]] || fail "search of a whole file: one line"
expect "search with a bad date" 2 "--since: 'May' is not a date" "$parallax" search small.index bridge --since May
expect "search without words" 2 "the query has no words" "$parallax" search small.index '?!'
expect "search in no index" 2 "ferry.txt: is not a parallax index" "$parallax" search ferry.txt bridge
expect "search in a missing index" 2 "none.index: no such file" "$parallax" search none.index bridge
expect "search in a folder" 2 "folder: is a directory" "$parallax" search folder bridge
expect "index of nothing" 2 "none.txt: .*no such file" "$parallax" index build none.txt -o none.index
[[ ! -e none.index ]] || fail "index of nothing: a file was written"
cp small.index both.index
expect "index add" 0 "" "$parallax" index add both.index ferry.txt
expect "index build at once" 0 "" "$parallax" index build corpus.jsonl ferry.txt -o once.index
cmp -s both.index once.index || fail "index add: differs from building at once"
expect "index add again" 0 "" "$parallax" index add both.index ferry.txt
cmp -s both.index once.index || fail "index add: the same document twice changes the index"
expect "index build with a failed input" 2 "none.txt: .*no such file" "$parallax" index build corpus.jsonl ferry.txt none.txt -o partial.index
cmp -s partial.index once.index || fail "index build: a failed input changes the rest"
mkdir shelf
cp corpus.jsonl ferry.txt shelf
expect "index build of a folder" 0 "" "$parallax" index build shelf -o shelf.index
printf 'shelf/ferry.txt\nshelf/corpus.jsonl\n' >shelf.list
expect "index build of @list" 0 "" "$parallax" index build @shelf.list -o shelf-list.index
cmp -s shelf.index shelf-list.index || fail "index build: a list gives other bytes than its folder"
"$parallax" index build - -o stdin.index <corpus.jsonl >out 2>err || fail "index build of standard input: $(cat err)"
expect "index add of a folder" 0 "" "$parallax" index add shelf.index shelf
cmp -s shelf.index shelf-list.index || fail "index add: the same folder again changes the index"
expect "index add of nothing readable" 2 "none.txt" "$parallax" index add both.index none.txt
cmp -s both.index once.index || fail "index add: a failure changed the index"
head -c 700 small.index >cut.index
expect "cut index" 2 "cut.index: is cut short" "$parallax" index verify cut.index
cp small.index bad.index
printf 'Z' | dd of=bad.index bs=1 seek=$(($(wc -c <bad.index) - 1)) conv=notrunc 2>/dev/null
expect "damaged index" 2 "bad.index: section '.*' is damaged .byte" "$parallax" search bad.index bridge
"$parallax" index verify bad.index >out 2>err
code=$?
[[ $code -eq 2 ]] || fail "index verify: exit $code"
grep -q "section '.*' is damaged (byte" err || fail "index verify: $(cat err)"
# Killed at any time, an add leaves the old index or the new one.
for ((i = 0; i < 2000; ++i)); do printf '{"id":"k%d","text":"Word%d stands by word%d and the bridge."}\n' "$i" "$i" "$((i / 7))"; done >many.jsonl
cp small.index new.index
expect "index add of many" 0 "" "$parallax" index add new.index many.jsonl
for delay in 0 0.002 0.005 0.01 0.015 0.02 0.025 0.03 0.035 0.04 0.05 0.06 0.08 0.1 0.15 0.2; do
  cp small.index killed.index
  "$parallax" index add killed.index many.jsonl >/dev/null 2>&1 &
  child=$!
  sleep "$delay"
  kill -9 "$child" 2>/dev/null
  wait "$child" 2>/dev/null
  cmp -s killed.index small.index || cmp -s killed.index new.index || fail "killed after $delay s: neither old nor new"
done

# Saved results
"$parallax" compare "$a" "$b" --format json -o saved.json
"$parallax" compare "$a" "$b" >direct.text
expect "report" 0 "" "$parallax" report saved.json
cmp -s out direct.text || fail "report: differs from compare"
expect "report into a file" 0 "" "$parallax" report saved.json --format html -o saved.html
grep -q 'Two statements compared' saved.html || fail "report: no HTML"
"$parallax" report - <saved.json >out 2>err || fail "report of standard input: $(cat err)"
cmp -s out direct.text || fail "report of standard input: differs from compare"
expect "report with a gate" 1 "" "$parallax" report saved.json --fail-on conflict
expect "report explain" 0 "" "$parallax" report saved.json --explain D1
expect "report explain nothing" 2 "--explain: there is no finding" "$parallax" report saved.json --explain D999
expect "report of a stranger's gate" 2 "--fail-on: this result has no 'verbatim'" "$parallax" report saved.json --fail-on verbatim
expect "report in no format of it" 2 "--format: this result is written as .*, not as jsonl" "$parallax" report saved.json --format jsonl
expect "report in no format" 2 "--format" "$parallax" report saved.json --format pdf
expect "report of nothing" 2 "gone.json: .*no such file" "$parallax" report gone.json
expect "report of a text" 2 "ministry.txt:1: is not valid JSON" "$parallax" report ministry.txt
expect "report of a folder" 2 "folder: is a directory" "$parallax" report folder
"$parallax" compare "$a" "$b" --write-baseline base.json >/dev/null
expect "report of a baseline" 2 "base.json: is a baseline" "$parallax" report base.json
expect "report of a batch" 0 "" "$parallax" report fire.jsonl --format jsonl
cmp -s out fire.jsonl || fail "report of a batch gives other bytes"
head -n 3 fire.jsonl >fire.cut
expect "report of a cut batch" 2 "fire.cut: ends without its last record" "$parallax" report fire.cut
head -c 3000 saved.json >cut.json
expect "report of a cut file" 2 "cut.json:[0-9]+: is not valid JSON" "$parallax" report cut.json
sed 's/"similarity": 0[.0-9]*/"similarity": 7/' saved.json >wrong.json
expect "report of a wrong score" 2 "wrong.json: /comparisons/0/.*similarity: is not between 0 and 1" "$parallax" report wrong.json
expect "verify" 0 "" "$parallax" verify saved.json
grep -q 'it holds' out || fail "verify: $(cat out)"
expect "verify as json" 0 "" "$parallax" verify saved.json --format json
grep -q '"holds": true' out || fail "verify as json: $(cat out)"
expect "verify of a cut file" 2 "cut.json:" "$parallax" verify cut.json
expect "verify of nothing" 2 "gone.json: .*no such file" "$parallax" verify gone.json
cp "$a" own.txt
"$parallax" compare own.txt "$b" --format json -o own.json
sed -i 's/00:05/00:25/' own.txt
expect "verify of a changed input" 1 "" "$parallax" verify own.json
grep -q '! changed  *own.txt' out || fail "verify of a changed input: $(cat out)"
grep -q '! span' out || fail "verify of a changed input: no span: $(cat out)"
rm own.txt
expect "verify of a missing input" 1 "" "$parallax" verify own.json
grep -q '! missing  *own.txt: no such file' out || fail "verify of a missing input: $(cat out)"

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
