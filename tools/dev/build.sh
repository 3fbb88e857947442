# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Builds, installs into build/prefix, and runs from there. Sourced by dev and tools/test.sh.

readonly build=$top/build
readonly prefix=$build/prefix
# Another folder is no reason to compile again
export CCACHE_NOHASHDIR=true

# One at a time in each build folder: `locked NAME COMMAND...`
locked() {
  local status=0
  mkdir -p "$top/.cache"
  exec 9>"$top/.cache/$1.lock"
  flock 9
  shift
  # Held by this shell only, by nothing that it starts
  "$@" 9>&- || status=$?
  exec 9>&-
  return "$status"
}

# What a build folder was made for; when that changes it has to be made anew.
build_identity() {
  printf '%s\n' "$top" "${SPIL_ENV_ROOT:-machine}" "$@"
}

# configure FOLDER OPTION...
configure() {
  local folder=$1
  shift
  if [ -e "$folder/build.ninja" ] && [ "$(cat "$folder/.made-for" 2>/dev/null)" = "$(build_identity "$@")" ]; then
    return
  fi
  rm -rf "$folder"
  meson setup "$folder" "$top" -Dbuildtype=debugoptimized "$@" && build_identity "$@" >"$folder/.made-for"
}

configure_build() {
  local options=("--prefix=$prefix")
  # The compilers of other releases warn of other things
  if [ "$(debian_version)" = "$suite_version" ]; then options+=(-Dwerror=true); fi
  configure "$build" "${options[@]}"
}

install_build() {
  local log=$build/meson-logs/install-log.txt before
  before=$(cat "$log" 2>/dev/null) || before=''
  meson install -C "$build" --quiet --no-rebuild || return
  [ "$before" != "$(cat "$log")" ] || return 0
  # Other files than last time: leave none of the old ones
  rm -rf "$prefix"
  meson install -C "$build" --quiet --no-rebuild
}

build_all() {
  mkdir -p "$top/.cache"
  : >"$top/.cache/build-began"
  configure_build && ninja -C "$build" && install_build && mv "$top/.cache/build-began" "$build/.built"
}

# Is there nothing to build for the programs? Much quicker to ask than ninja.
up_to_date() {
  [ -e "$build/.built" ] && [ "$(head -n 2 "$build/.made-for" 2>/dev/null)" = "$(build_identity)" ] &&
    [ -z "$(find "$top" -mindepth 1 \( -path "$build*" -o -path "$top/.*" -o -path "$top/out" \
      -o -path "$top/tests" -o -path "$top/tools" \) -prune -o -newer "$build/.built" -print -quit)" ]
}

build_quietly() {
  local log=$top/.cache/build.log
  ! up_to_date || return 0
  build_all >"$log" 2>&1 </dev/null && return
  tail -n 40 "$log" >&2
  die "spil cannot be built: see above"
}

# run_program NAME ARGUMENT...: becomes the installed program.
run_program() {
  local program=$prefix/bin/$1
  shift
  export GSETTINGS_SCHEMA_DIR=$prefix/share/glib-2.0/schemas${GSETTINGS_SCHEMA_DIR:+:$GSETTINGS_SCHEMA_DIR}
  export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  [ -x "$program" ] || die "the build makes no ${program##*/} yet"
  exec "$program" "$@"
}

run_application() {
  export LC_ALL=${SPIL_LANG:-nl_NL.UTF-8}
  export LANGUAGE=${LC_ALL%%[_.]*}
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then run_program spil "$@"; fi
  exec "$top/tools/screenshots.sh" "$@"
}
