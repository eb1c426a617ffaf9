#!/bin/bash
# Compares drafts with the approved texts of the same name: check-drafts.sh [DRAFT...]
#
#   drafts/NAME      what is about to be published
#   approved/NAME    what it must not contradict; a draft without one is passed over, and said so
#   accepted/NAME.json   findings that somebody has read and accepted (may be missing)
#
# Run from the root of the repository of statements; without arguments all drafts are compared. Settings:
#   PARALLAX           the program (default: parallax)
#   PARALLAX_FAIL_ON   what stops a draft (default: conflict)
#   PARALLAX_REPORTS   folder for NAME.sarif and NAME.junit.xml (default: none are written)
#
# Exit: 0 nothing stops a draft, 1 a draft is stopped, 2 something could not be compared.
set -uo pipefail
parallax="${PARALLAX:-parallax}"
fail_on="${PARALLAX_FAIL_ON:-conflict}"
reports="${PARALLAX_REPORTS:-}"
command -v "$parallax" >/dev/null || {
  echo "check-drafts: the program '$parallax' is not installed; PARALLAX names another" >&2
  exit 2
}
[[ -z "$reports" ]] || mkdir -p "$reports" || exit 2
if [[ $# -eq 0 ]]; then
  shopt -s nullglob
  set -- drafts/*
fi

worst=0
# note_worst CODE: the exit code of the whole is the worst of all.
note_worst() {
  [[ $1 -le $worst ]] || worst=$1
}
compare() {
  "$parallax" compare "$draft" "$approved" "${baseline[@]}" --fail-on "$fail_on" "$@"
}

for draft in "$@"; do
  name="$(basename -- "$draft")"
  approved="approved/$name"
  baseline=()
  if [[ ! -f "$approved" ]]; then
    echo "$draft: no approved text of that name, not compared"
    continue
  fi
  [[ ! -f "accepted/$name.json" ]] || baseline=(--baseline "accepted/$name.json")
  text="$(compare --color never 2>&1)"
  code=$?
  note_worst $code
  case $code in
    0) echo "$draft: nothing stops it" ;;
    1) printf '%s: stopped (%s)\n%s\n' "$draft" "$fail_on" "$text" ;;
    *) printf '%s: cannot be compared\n%s\n' "$draft" "$text" ;;
  esac
  if [[ -n "$reports" && $code -le 1 ]]; then
    compare --format sarif -o "$reports/$name.sarif"
    note_worst $?
    compare --format junit -o "$reports/$name.junit.xml"
    note_worst $?
  fi
done
exit "$worst"
