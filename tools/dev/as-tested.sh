#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# as-tested.sh PREFIX COMMAND...: runs COMMAND as tests are run: in Dutch, with a display and a bus of its own, what is installed in
# PREFIX, and nothing of the user's. Two at the same time know nothing of each other. Nothing moves by itself: a click on what
# still slides in would fall beside it now and then.
set -euo pipefail

. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/display.sh"

main() {
  local prefix=$1 private status=0
  shift
  private=$(mktemp -d)
  mkdir -m 700 "$private/run" "$private/home"
  mkdir -p "$private/config/gtk-4.0"
  printf '[Settings]\ngtk-enable-animations=0\n' >"$private/config/gtk-4.0/settings.ini"
  with_display 1280x1024x24 \
    env -u DBUS_SESSION_BUS_ADDRESS -u GTK_A11Y \
    CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}" \
    HOME="$private/home" TMPDIR="$private/home" XDG_RUNTIME_DIR="$private/run" XDG_DATA_HOME="$private/data" \
    XDG_CONFIG_HOME="$private/config" XDG_STATE_HOME="$private/state" XDG_CACHE_HOME="$private/cache" \
    XDG_DATA_DIRS="$prefix/share:/usr/local/share:/usr/share" \
    GSETTINGS_SCHEMA_DIR="$prefix/share/glib-2.0/schemas" GSETTINGS_BACKEND=memory \
    GDK_BACKEND=x11 GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 LC_ALL=nl_NL.UTF-8 LANGUAGE=nl \
    dbus-run-session -- "$@" || status=$?
  rm -rf "$private"
  return "$status"
}

main "$@"
