#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Measures the speed of Spil against floors measured in the same run, as `./dev bench [--quick] [--json FILE] [NAME...]`:
# a table with a line for each figure, and whether it meets its target ("?": too few runs to tell). Names: see `all`.
# --quick: a tenth of the runs.
set -euo pipefail

top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
readonly top
cd "$top"

say() { printf 'bench: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 125
}

. "$top/tools/dev/root.sh"
. "$top/tools/dev/build.sh"

readonly measured=$top/build-bench
readonly data=$measured/databases
readonly all=(start list query conditions money pages bulk import commit sync snapshot gantt schedule planning akt table idle)

build_measured() {
  configure "$measured" "--prefix=$measured/prefix" && ninja -C "$measured" --quiet && meson install -C "$measured" --quiet --no-rebuild
}

# The databases that are only read are made once, and again when what makes them has changed. As many contact moments
# for each employer in all of them.
make_data() { # make_data NAME EMPLOYERS CONTACTS TASKS
  local maker=$measured/tests/bench/make-data identity
  identity=$(sha256sum "$maker" "$top"/data/templates/*.json "$top"/data/demo/*.json | sha256sum)
  [ "$(cat "$data/$1.made-by" 2>/dev/null)" != "$identity" ] || return 0
  say "making the database '$1': $2 employers, $3 contact moments, $4 activities"
  rm -rf "${data:?}/$1"
  "$maker" "$data/$1" "$2" "$3" "$4" && echo "$identity" >"$data/$1.made-by"
}

make_all_data() {
  export SPIL_TEMPLATE_DIR=$top/data/templates
  mkdir -p "$data"
  make_data few 100 1000 1000 && make_data many 100000 1000000 10000 && make_data large 100 1000 10000
  rm -rf "$data/plan" "$data/demo" "$data"/planning-*
  "$measured/prefix/bin/spilctl" --data "$data/plan" init --template werkgeversaanpak-2018 >/dev/null
  "$measured/prefix/bin/spilctl" --data "$data/demo" init --template werkgeversaanpak-2018 --demo >/dev/null
  # What a benchmark changes is as it was in each run
  cp -r "$data/demo" "$data/planning-demo"
  cp -r "$data/few" "$data/planning-1000"
  cp -r "$data/large" "$data/planning-10000"
}

# What programs see: Dutch, a display and a bus of their own, and nothing of the user's.
as_measured() {
  local private status=0
  private=$(mktemp -d)
  mkdir -m 700 "$private/run" "$private/home"
  env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u GTK_A11Y -u G_DEBUG -u GTK_DEBUG -u GDK_DEBUG -u G_MESSAGES_DEBUG \
    HOME="$private/home" XDG_RUNTIME_DIR="$private/run" XDG_DATA_HOME="$private/data" \
    XDG_CONFIG_HOME="$private/config" XDG_STATE_HOME="$private/state" XDG_CACHE_HOME="$private/cache" \
    XDG_DATA_DIRS="$measured/prefix/share:/usr/local/share:/usr/share" \
    GSETTINGS_SCHEMA_DIR="$measured/prefix/share/glib-2.0/schemas" GSETTINGS_BACKEND=memory \
    GDK_BACKEND=x11 GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl TZ=Europe/Amsterdam \
    SPIL_BENCH_DIR="$data" SPIL_BENCH_PREFIX="$measured/prefix" SPIL_BENCH_PROGRAMS="$measured/tests/bench" \
    SPIL_BENCH_JSON="$lines" \
    xvfb-run -a -s '-screen 0 1400x1000x24 -nolisten tcp' dbus-run-session -- "$@" 7>&2 8>&1 >/dev/null 2>&1 || status=$?
  rm -rf "$private"
  return "$status"
}

describe_machine() {
  printf '%s, %d cores, %s MB; Linux %s; load %s; SQLite %s, GTK %s; commit %s\n' \
    "$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" \
    "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(uname -r)" "$(cut -d ' ' -f 1-3 /proc/loadavg)" \
    "$(pkg-config --modversion sqlite3)" "$(pkg-config --modversion gtk4)" "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
}

# One JSON object from the lines that the programs wrote.
write_json() { # write_json FILE MACHINE
  jq --slurp --arg machine "$2" --arg date "$(date --iso-8601=seconds)" \
    '{ machine: $machine, date: $date, figures: . }' "$lines" >"$1"
}

measure() { # measure NAME...
  local name status=0
  for name; do "$measured/tests/bench/bench-$name" || { say "bench-$name failed"; status=1; }; done
  return "$status"
}

main() {
  local names=() json='' machine status=0
  while [ $# -gt 0 ]; do
    case $1 in
      --quick) export SPIL_BENCH_QUICK=1 ;;
      --json)
        json=$(realpath -m "${2:?--json FILE}")
        shift
        ;;
      *)
        [[ " ${all[*]} " == *" $1 "* ]] || die "no such benchmark: $1 (there are: ${all[*]})"
        names+=("$1")
        ;;
    esac
    shift
  done
  mkdir -p "$top/.cache"
  [ ${#names[@]} -gt 0 ] || names=("${all[@]}")

  locked build-bench build_measured >"$top/.cache/bench-build.log" 2>&1 </dev/null || {
    tail -n 40 "$top/.cache/bench-build.log" >&2
    die 'the benchmarks cannot be built: see above'
  }
  lines=$(mktemp)
  trap 'rm -f "$lines"' EXIT
  make_all_data
  machine=$(describe_machine)
  printf '%s\n' "$machine"
  "$measured/tests/bench/bench-head"
  as_measured "$0" --within "${names[@]}" || status=1
  jq --slurp --raw-output '"\(map(select(.met == "yes")) | length) targets met, \(map(select(.met == "NO")) | length) not met"' "$lines"
  [ -z "$json" ] || write_json "$json" "$machine"
  exit "$status"
}

if [ "${1:-}" = --within ]; then
  # What the display and the bus say is of no interest
  exec 1>&8 2>&7 7>&- 8>&-
  measure "${@:2}"
else
  main "$@"
fi
