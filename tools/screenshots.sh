#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Shows Spil where nobody looks at a screen. As `./dev run [--demo]` without a display calls it: leaves pictures of every page (1280 and 360 px wide,
# light and dark) and the AKT report in out/. As `./dev screenshots [--all]` calls it: makes the pictures of README and metainfo, and the screenshot tour
# (light, dark, high contrast, 200 % text, 360 px) in out/tour.
# screenshots.sh [--demo] [PAGE...]
# screenshots.sh --tour [--all] [PLACE...]
set -euo pipefail

top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
readonly top out=$top/out
. "$top/tools/dev/display.sh"
readonly all_pages=(home employers areas toolkit fund planning budget risks effects reports sync)

# The pictures in data/screenshots, and the places of the tour that they are of.
declare -rA shown=([overzicht]=home [werkgevers]=employers [bezoek]=visit [planning]=planning [budget]=budget [fonds]=fund)

start_display() {
  local private status=0
  private=$(mktemp -d)
  mkdir -m 700 "$private/run"
  with_display 1400x1000x24 env XDG_RUNTIME_DIR="$private/run" XDG_DATA_HOME="$private/data" \
    XDG_CONFIG_HOME="$private/config" XDG_STATE_HOME="$private/state" XDG_CACHE_HOME="$private/cache" \
    GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 \
    dbus-run-session -- "$0" --within "$@" || status=$?
  rm -rf "$private"
  return "$status"
}

wait_for_window() {
  local window
  for _ in $(seq 600); do
    kill -0 "$program" 2>/dev/null || { echo 'spil ended before it showed a window' >&2; return 1; }
    window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | tail -n 1) || true
    if [ -n "$window" ]; then
      echo "$window"
      return
    fi
    sleep 0.05
  done
  echo 'no window came within 30 seconds' >&2
  return 1
}

# Waits until the window has stopped changing, and keeps its picture.
keep_picture() { # keep_picture WINDOW FILE
  local before='' now
  for _ in $(seq 50); do
    sleep 0.3
    import -window "$1" "$2"
    now=$(md5sum <"$2")
    if [ "$now" = "$before" ]; then return; fi
    before=$now
  done
}

picture() { # picture PAGE WIDTH LOOK ARGUMENT...
  local page=$1 width=$2 look=$3 window
  shift 3
  ADW_DEBUG_COLOR_SCHEME=$([ "$look" = dark ] && echo prefer-dark || echo prefer-light) \
    "$top/build/prefix/bin/spil" "$@" --page "$page" &
  program=$!
  window=$(wait_for_window)
  xdotool windowsize --sync "$window" "$width" $((width < 700 ? 720 : 800))
  keep_picture "$window" "$out/$page-$width-$look.png"
  echo "out/$page-$width-$look.png"
  kill "$program"
  wait "$program" 2>/dev/null || true
}

within() {
  local demo=() pages=() argument page width look
  for argument; do
    case $argument in --*) demo+=("$argument") ;; *) pages+=("$argument") ;; esac
  done
  [ ${#pages[@]} -gt 0 ] || pages=("${all_pages[@]}")
  mkdir -p "$out"
  export XDG_DATA_DIRS=$top/build/prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  export GSETTINGS_SCHEMA_DIR=$top/build/prefix/share/glib-2.0/schemas
  local data=$XDG_DATA_HOME/shown
  "$top/build/prefix/bin/spilctl" --data "$data" init --template werkgeversaanpak-2018 "${demo[@]}" >/dev/null
  for look in light dark; do
    for width in 1280 360; do
      for page in "${pages[@]}"; do picture "$page" "$width" "$look" --data "$data"; done
    done
  done
  "$top/build/prefix/bin/spilctl" --data "$data" report akt --period 2018-Q4 "$out/akt.pdf"
  echo out/akt.pdf
}

# The program of the tour drives Spil over the accessibility bus.
tour() { # tour FOLDER ARGUMENT...
  mkdir -p "$1"
  XDG_DATA_DIRS=$top/build/prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share} \
    GSETTINGS_SCHEMA_DIR=$top/build/prefix/share/glib-2.0/schemas SPIL=$top/build/prefix/bin/spil \
    SPILCTL=$top/build/prefix/bin/spilctl SPIL_PROBE_LIBRARY=$top/build/tests/e2e/looks/spil-probe.so \
    SPIL_VAULT=file TZ=Europe/Amsterdam LC_ALL=nl_NL.UTF-8 LANGUAGE=nl \
    "$top/build/tests/e2e/looks/tour" "$@"
}

make_shown() {
  local name made=$XDG_STATE_HOME/shown
  tour "$made" --look light --size 1280x800 "${shown[@]}" >/dev/null
  for name in "${!shown[@]}"; do
    convert "$made/${shown[$name]}-light.png" -strip +dither -colors 256 "PNG8:$top/data/screenshots/$name.png"
    echo "data/screenshots/$name.png"
  done
}

within_tour() {
  local places=("${all_pages[@]}")
  case ${1:-} in
    --all)
      make_shown
      places=()
      ;;
    ?*) places=("$@") ;;
    *) make_shown ;;
  esac
  rm -rf "$out/tour"
  tour "$out/tour" "${places[@]}"
}

if [ "${1:-}" = --within ]; then
  shift
  if [ "${1:-}" = --tour ]; then within_tour "${@:2}"; else within "$@"; fi
else
  start_display "$@"
fi
