#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Starts the application on a virtual display and leaves a picture of it in out/.
# screenshots.sh [--demo]: `./dev run` calls it when there is no display.
set -euo pipefail

top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

if [ "${1:-}" != --within ]; then
  private=$(mktemp -d)
  trap 'rm -rf "$private"' EXIT
  mkdir -m 700 "$private/run"
  env -u WAYLAND_DISPLAY XDG_RUNTIME_DIR="$private/run" XDG_DATA_HOME="$private/data" \
    XDG_CONFIG_HOME="$private/config" XDG_STATE_HOME="$private/state" \
    GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 \
    xvfb-run -a -s '-screen 0 1280x800x24 -nolisten tcp' dbus-run-session -- "$0" --within "$@"
  exit
fi

shift
mkdir -p "$top/out"
"$top/dev" spil "$@" &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT
for _ in $(seq 300); do
  kill -0 "$program" 2>/dev/null || { echo 'the application ended before it showed a window' >&2; exit 1; }
  window=$(xdotool search --onlyvisible --name . 2>/dev/null | head -n 1) || true
  [ -z "$window" ] || break
  sleep 0.1
done
[ -n "$window" ] || { echo 'no window came within 30 seconds' >&2; exit 1; }
sleep 2
import -window root "$top/out/spil.png"
echo "out/spil.png"
