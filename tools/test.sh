#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Every check and test of Spil, as `./dev test [--long] [PART...]`. All of them run, whichever fail; the
# last line of the output adds them up. A part: format layers gcc clang unit e2e messages data reproducible flatpak.
set -euo pipefail

top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
readonly top
cd "$top"

say() { printf 'test: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 125
}

. "$top/tools/dev/root.sh"
. "$top/tools/dev/build.sh"
. "$top/tools/dev/checks.sh"
. "$top/tools/dev/reproducible.sh"

readonly sanitized=$top/build-asan
passed=0
failed=0
failures=()

# A part that is one check: `check TITLE COMMAND...`
check() {
  local title=$1 began=$SECONDS status=0
  shift
  printf '\n== %s\n' "$title"
  ("$@") </dev/null 2>&1 || status=$?
  if [ "$status" = 0 ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    failures+=("$title")
  fi
  printf '== %s: %s (%d s)\n' "$title" "$([ "$status" = 0 ] && echo ok || echo FAILED)" $((SECONDS - began))
}

# A part that is many: `suite TITLE FOLDER NAME`, the tests of one of Meson's suites, each case counted.
suite() {
  local title=$1 folder=$2 name=$3 began=$SECONDS status=0 good bad
  local options=(--suite "$name" --logbase "$name" --print-errorlogs --timeout-multiplier "$patience")
  printf '\n== %s\n' "$title"
  rm -f "$folder/meson-logs/$name".*
  (as_tested meson test -C "$folder" "${options[@]}") </dev/null 2>&1 || status=$?
  read -r good bad < <(python3 "$top/tools/dev/count.py" "$folder/meson-logs/$name.json" "$status")
  printf '== %s: %s passed, %s failed (%d s)\n' "$title" "$good" "$bad" $((SECONDS - began))
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$bad" = 0 ] || failures+=("$title")
}

# A part that prints TAP: `cases TITLE COMMAND...`, each case counted.
cases() {
  local title=$1 began=$SECONDS status=0 log good bad
  shift
  printf '\n== %s\n' "$title"
  log=$(mktemp)
  ("$@") </dev/null 2>&1 | tee "$log" || status=$?
  good=$(grep -c '^ok ' "$log") || true
  bad=$(grep -c '^not ok ' "$log") || true
  # It broke off
  if [ "$bad" = 0 ] && { [ "$status" != 0 ] || ! grep -q '^1\.\.' "$log"; }; then bad=1; fi
  rm "$log"
  printf '== %s: %s passed, %s failed (%d s)\n' "$title" "$good" "$bad" $((SECONDS - began))
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$bad" = 0 ] || failures+=("$title")
}

as_tested() {
  "$top/tools/dev/as-tested.sh" "$prefix" "$@"
}

build_sanitized() {
  # Clang also calls GLib's own habit of casting functions undefined
  local options=(-Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-fno-sanitize=function)
  if [ "$(debian_version)" = "$suite_version" ]; then options+=(-Dwerror=true); fi
  CC=clang configure "$sanitized" "${options[@]}" && ninja -C "$sanitized"
}

has() {
  [ ${#parts[@]} = 0 ] || [[ " ${parts[*]} " == *" $1 "* ]]
}

main() {
  local parts=() argument
  patience=2
  for argument; do
    case $argument in
      --long) export SPIL_TEST_LONG=1 patience=20 ;;
      format | layers | gcc | clang | unit | e2e | messages | data | reproducible | flatpak) parts+=("$argument") ;;
      *) die "no such part: $argument" ;;
    esac
  done

  if has format; then check 'Layout of the C files' check_format; fi
  if has layers && [ -x tests/layers.sh ]; then check 'Who may include whom' tests/layers.sh; fi
  # The end-to-end tests run what is installed, and those of the Flatpak have its compiler's cache filled
  if has gcc || has e2e || has flatpak; then check 'Build with gcc, no warnings' locked build build_all; fi
  if has clang; then check 'Build with clang and sanitizers, no warnings' locked build-asan build_sanitized; fi
  if has unit; then suite 'Unit tests, sanitized' "$sanitized" unit; fi
  if has e2e; then suite 'End-to-end tests' "$build" e2e; fi
  if has messages; then check 'Messages, all in Dutch' check_messages; fi
  if has data; then check 'Desktop data, interface files and manuals' check_data; fi
  if has reproducible; then check 'Made again, the same: what is not compiled' check_generated; fi
  if has reproducible && [ -n "${SPIL_TEST_LONG:-}" ]; then
    check 'Made again, the same: the programs' check_compiled
  fi
  if has flatpak; then cases 'The Flatpak, in its sandbox' tools/flatpak/test.sh; fi

  printf '\n'
  [ ${#failures[@]} = 0 ] || printf 'Failed: %s\n' "${failures[@]}"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}

main "$@"
