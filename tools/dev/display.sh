# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# A display that nobody sees. Sourced by tools/test.sh and tools/screenshots.sh.

# with_display SCREEN COMMAND...: runs COMMAND on a display of its own. The server itself chooses a number that is free:
# xvfb-run -a looks first, and two that look at the same time take the same one. It ends with this shell, whatever ends that.
with_display() {
  local screen=$1 number numbers server status=0
  shift
  exec {numbers}< <(exec setpriv --pdeathsig TERM Xvfb -displayfd 1 -screen 0 "$screen" -nolisten tcp 2>/dev/null)
  server=$!
  if ! read -r number <&"$numbers"; then
    echo 'no display could be started: Xvfb ended' >&2
    return 1
  fi
  # The descriptor is for this shell only
  env -u XAUTHORITY -u WAYLAND_DISPLAY DISPLAY=":$number" "$@" {numbers}<&- || status=$?
  kill "$server" 2>/dev/null || true
  exec {numbers}<&-
  return "$status"
}
