#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# The life of Spil on a laptop, in its sandbox, on the stand-in runtime: built, signed, installed from the
# bundle, worked in, updated, removed. Prints TAP. Needs what `./dev build` makes for the tests of the window.
set -euo pipefail

top=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
readonly top
readonly app=nl.regiozwolle.Spil
readonly branch=stable
readonly collection=nl.regiozwolle
readonly before=0.0.1
cd "$top"

say() { printf '# %s\n' "$*"; }
die() {
  printf 'Bail out! %s\n' "$*"
  exit 1
}

. "$top/tools/dev/root.sh"
. "$top/tools/dev/display.sh"
for part in runtime build key publish; do . "$top/tools/flatpak/$part.sh"; done
for part in delivery sandbox; do . "$top/tools/flatpak/test-$part.sh"; done
# The deltas are of no use here, and they take longest
deltas=()

number=0
bad=0

# run TITLE FUNCTION [SECONDS]: one case, in a process of its own that ends in time; what it says is shown, indented, as what was
# done or what went wrong.
run() {
  local title=$1 limit=${3:-300} log=$work/step.log status=0 began=$SECONDS verdict=ok
  number=$((number + 1))
  timeout --kill-after=10 "$limit" "$top/tools/flatpak/test.sh" --step "$2" "$work" "$XDG_CACHE_HOME" >"$log" 2>&1 </dev/null ||
    status=$?
  case $status in 124 | 137) echo "it took more than $limit seconds, and was ended" >>"$log" ;; esac
  if [ "$status" = 0 ]; then grep '^# ' "$log" || true; else
    tail -n 40 "$log" | sed 's/^/#   /'
    verdict='not ok'
    bad=$((bad + 1))
    flatpak kill "$app" 2>/dev/null || true
  fi
  printf '%s %d - %s (%d s)\n' "$verdict" "$number" "$title" $((SECONDS - began))
  return "$status"
}

step() {
  run "$@" || true
}

# must ...: a step without which the others have nothing to work with.
must() {
  run "$@" || die 'the other steps need this one'
}

# expect WHAT WANTED GOT
expect() {
  [ "$2" = "$3" ] || {
    printf '%s: %s was expected, and it is %s\n' "$1" "$2" "$3"
    exit 1
  }
}

# refused WORD COMMAND...: the command fails, and says so with WORD.
refused() {
  local word=$1 answer
  shift
  if answer=$("$@" 2>&1); then
    printf 'this was not refused: %s\n%s\n' "$*" "$answer"
    exit 1
  fi
  grep -qi "$word" <<<"$answer" || {
    printf 'it was refused, but not for "%s": %s\n' "$word" "$answer"
    exit 1
  }
  say "refused: $(grep -i "$word" <<<"$answer" | tail -n 1)"
}

steps() {
  must 'this version is built, exported and signed' build_now 1800
  must "version $before is built, exported and signed" build_before 900
  step 'the commits carry the signature of the key' check_signature
  step 'the manifest asks for no more than is written down' check_manifest
  must "the bundle of $before installs" install_bundle
  step 'the sandbox has the permissions of the manifest, and no other' check_permissions
  step 'the sandbox shows no file of this machine' check_closed
  step 'the demo is made in the sandbox' make_demo
  step 'the window opens on it' open_window
  step 'a shared folder is chosen' share_folder
  step 'the AKT report is made' make_report
  step 'a row is written with spilctl' write_row
  step "an administrator's policy holds" hold_policy
  step 'an update with a wrong signature is refused' refuse_forged_update
  step 'the update comes in, the data stay' update
  step 'the window opens on the data after the update' open_window
  step 'a repository with a wrong key is refused' refuse_forged_repository
  step 'the reference file installs it' install_reference
  step 'a USB stick installs it without a network' install_usb
  step 'a forged bundle or stick is found by the signed checksums' refuse_forged_files
  step 'a copy is made and put back' restore
  step 'removal keeps the data, removal with data does not' remove
}

# What the tests see: nothing of the user's, a bus, a display and portals.
in_session() {
  mkdir -p -m 700 "$work/run" "$work/home/.config/xdg-desktop-portal"
  printf '[preferred]\ndefault=gtk\n' >"$work/home/.config/xdg-desktop-portal/portals.conf"
  with_display 1280x1024x24 env -u DBUS_SESSION_BUS_ADDRESS -u GTK_A11Y -u GSETTINGS_BACKEND -u GSETTINGS_SCHEMA_DIR \
    -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME \
    HOME="$work/home" XDG_RUNTIME_DIR="$work/run" XDG_DATA_DIRS=/usr/local/share:/usr/share FLATPAK_USER_DIR="$work/laptop" \
    GDK_BACKEND=x11 GSK_RENDERER=cairo LC_ALL=nl_NL.UTF-8 LANGUAGE=nl TZ=Europe/Amsterdam SPIL_VAULT=file \
    dbus-run-session -- "$@"
}

# Flatpak has no words of its own for this that anybody would understand.
check_machine() {
  local answer
  answer=$("${FLATPAK_BWRAP:-bwrap}" --unshare-all --ro-bind / / --proc /proc --dev /dev true 2>&1) ||
    die "this machine makes no sandbox, so Flatpak cannot be tried: bubblewrap may make no namespaces ($answer)"
}

# What was started here, in the sandbox too, has the folder of the test in its environment.
end_processes() {
  local signal list
  for signal in TERM KILL; do
    mapfile -t list < <(grep -lsF "$work/" /proc/[0-9]*/environ | tr -cd '0-9\n')
    [ ${#list[@]} != 0 ] || return 0
    kill -s "$signal" "${list[@]}" 2>/dev/null || true
    sleep 0.5
  done
}

# The document portal is a file system of its own, which has to go before its folder can.
clean_up() {
  end_processes
  fusermount3 -u -q "$work/run/doc" 2>/dev/null || umount "$work/run/doc" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}

main() {
  case ${1:-} in
    --inside)
      work=$2 XDG_CACHE_HOME=$3
      steps
      printf '1..%d\n' "$number"
      [ "$bad" = 0 ]
      return
      ;;
    --step)
      work=$3 XDG_CACHE_HOME=$4 state=$3/state
      "$2"
      return
      ;;
  esac
  local status=0
  check_machine
  work=$(mktemp -d)
  trap clean_up EXIT
  stand_in_prepare
  in_session "$top/tools/flatpak/test.sh" --inside "$work" "${XDG_CACHE_HOME:-$HOME/.cache}" 2>"$work/session.log" || status=$?
  [ "$status" = 0 ] || { say 'the session said:'; tail -n 20 "$work/session.log" | sed 's/^/#   /'; }
  return "$status"
}

main "$@"
