#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Does the ten jobs by keyboard on the demo data and on 100,000 employers with 1,000,000 contact moments, and prints beside each other how
# long each answer took: `./dev shell tests/app/jobs-at-100000.sh [FOLDER]` after `./dev build`. FOLDER takes the large database, which is
# made when it is not there (a few minutes, 2 GB) and copied for each run.
set -euo pipefail

top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
readonly top build=$top/build
readonly prefix=$build/prefix large=${1:-$top/.cache/jobs-100000}
. "$top/tools/dev/display.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/run" "$work/home"
export SPIL_TEMPLATE_DIR=$top/data/templates SPIL=$prefix/bin/spil SPILCTL=$prefix/bin/spilctl SPIL_VAULT=file

measure() { # measure DATA
  with_display 1280x1024x24 env -u DBUS_SESSION_BUS_ADDRESS -u GTK_A11Y \
    HOME="$work/home" XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" \
    XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache" XDG_DATA_DIRS="$prefix/share:/usr/local/share:/usr/share" \
    GSETTINGS_SCHEMA_DIR="$prefix/share/glib-2.0/schemas" GSETTINGS_BACKEND=memory GDK_BACKEND=x11 GSK_RENDERER=cairo \
    ADW_DISABLE_PORTAL=1 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl TZ=Europe/Amsterdam \
    dbus-run-session -- "$build/tests/e2e/measure-jobs" "$1" 2>"$work/said" | grep ' ms$' || {
    tail -n 60 "$work/said" >&2
    exit 1
  }
}

if [ ! -e "$large/spil.db" ]; then
  echo 'making 100,000 employers with 1,000,000 contact moments' >&2
  "$build/tests/bench/make-data" "$large" 100000 1000000 10000
fi
"$SPILCTL" --data "$work/small" init --template werkgeversaanpak-2018 --demo >/dev/null
cp -r "$large" "$work/large"
measure "$work/small" >"$work/small.txt"
measure "$work/large" >"$work/large.txt"
printf '%-41s %11s %11s\n' '' demo 100.000
paste "$work/small.txt" <(awk '{ print $(NF - 1), $NF }' "$work/large.txt")
