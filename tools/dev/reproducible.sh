# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Does the same source make the same bytes? Sourced by tools/test.sh.

# copy_sources FOLDER: as they are, made at another moment.
copy_sources() {
  mkdir -p "$1" && tar --exclude=./build --exclude=./build-* --exclude=./.[!.]* --exclude=./out -cf - . | tar -xmf - -C "$1"
}

# compare_trees ONE OTHER
compare_trees() {
  diff -rq --no-dereference "$1" "$2" && return
  echo 'The same source made other files in another folder.' >&2
  return 1
}

# What is not compiled, made once more in another folder: translations, metadata, the list of parts. Takes seconds.
check_generated() {
  local work status=0 file
  work=$(mktemp -d)
  copy_sources "$work/elsewhere/spil" &&
    meson setup "$work/elsewhere/spil/build" "$work/elsewhere/spil" "--prefix=$prefix" >"$work/log" 2>&1 || status=1
  [ "$status" = 0 ] || tail -n 20 "$work/log"
  local files=(po/nl/LC_MESSAGES/spil.mo data/nl.regiozwolle.Spil.desktop data/nl.regiozwolle.Spil.metainfo.xml
    data/sbom/spil.cdx.json)
  [ "$status" != 0 ] || ninja -C "$work/elsewhere/spil/build" "${files[@]}" >"$work/log" 2>&1 || {
    tail -n 20 "$work/log"
    status=1
  }
  for file in "${files[@]}" data/nl.regiozwolle.Spil.service; do
    [ "$status" = 0 ] || break
    cmp "$work/elsewhere/spil/build/$file" "$build/$file" || status=1
  done
  rm -rf "$work"
  return "$status"
}

# release FOLDER: builds what is installed there as it is released, from nothing, and installs it in FOLDER/tree.
release() {
  local targets
  copy_sources "$1/spil" && meson setup "$1/spil/build" "$1/spil" --prefix=/usr -Dbuildtype=release || return
  mapfile -t targets < <(meson introspect --targets "$1/spil/build" |
    jq -r --arg build "$1/spil/build/" '.[] | select(.installed) | .filename[] | ltrimstr($build)')
  ninja -C "$1/spil/build" "${targets[@]}" &&
    DESTDIR=$1/tree meson install -C "$1/spil/build" --quiet --no-rebuild --strip
}

# As it is released, compiled twice in folders with names of other lengths.
check_compiled() {
  local work status=0 name
  work=$(mktemp -d)
  export CCACHE_DISABLE=1
  for name in one another/and/longer; do
    [ "$status" != 0 ] || release "$work/$name" >"$work/log" 2>&1 || {
      tail -n 20 "$work/log"
      status=1
    }
  done
  [ "$status" != 0 ] || compare_trees "$work/one/tree" "$work/another/and/longer/tree" || status=1
  if grep -rlF "$work" "$work/one/tree" 2>/dev/null; then
    echo 'These hold the path of the folder in which they were built.' >&2
    status=1
  fi
  rm -rf "$work"
  return "$status"
}
