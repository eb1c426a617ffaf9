#!/bin/bash
# Runs every fuzz target on its seeds and for some seconds: tests/fuzz/run.sh BUILD_DIR SECONDS
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
build="${1:?build folder}"
seconds="${2:-10}"
status=0
for target in "$build"/tests/fuzz/fuzz_*; do
  [[ -x "$target" && -f "$target" ]] || continue
  name="$(basename "$target")"
  scratch="$(mktemp -d)"
  seeds=()
  [[ -d "tests/fuzz/corpus/$name" ]] && seeds=("tests/fuzz/corpus/$name")
  if ! "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=4096 -seed=1 \
      -artifact_prefix="$build/" "$scratch" "${seeds[@]}" >"$scratch.log" 2>&1; then
    tail -n 40 "$scratch.log"
    echo "$name: failed"
    status=1
  else
    echo "$name: $(grep -c . "$scratch.log") lines, $(grep -o 'Done [0-9]* runs.*' "$scratch.log")"
  fi
  rm -rf "$scratch" "$scratch.log"
done
exit $status
