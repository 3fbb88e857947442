# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# From the manifest to a commit in a repository. Sourced by tools/flatpak.sh and its test.

# What jq needs to know of this checkout.
manifest_facts() {
  printf '%s\0' --arg top "$top" --arg commit "$(git rev-parse HEAD)" --arg runtime "$stand_in" --arg version "$stand_in_branch" \
    --arg runtime_id "$(basename "$(stand_in_folder)")" --arg blueprint "$blueprint" --arg ccache "$ccache" \
    --arg werror "$([ "$(debian_version)" = "$suite_version" ] && echo true || echo false)"
}

# Spil itself is built from the commit that is checked out.
readonly of_commit='(.modules[] | select(.name == "spil").sources) = [{"type": "git", "path": $top, "commit": $commit}]'

# Another runtime, after the sources are set. That has the libraries of the other modules, and no network to fetch them is needed.
# The compiler gets the options that ./dev build gives it, so that ccache has most of it; interface files are kept beside that.
readonly of_stand_in='.runtime = $runtime | .sdk = $runtime | .["runtime-version"] = $version |
  .modules |= map(select(.name == "spil")) | (.modules[0]["config-opts"]) += ["-Dwerror=" + $werror] |
  (.modules[0].sources) += [["blueprint-compiler", $blueprint], ["ccache", $ccache] |
    {"type": "script", "dest": "kept", "dest-filename": .[0], "commands": [.[1]]}] |
  .["build-options"] = {"strip": true, "prepend-path": "/run/build/spil/kept",
    "env": {"CCACHE_NOHASHDIR": "true", "BLUEPRINTS": ("/run/ccache/blueprints-" + $runtime_id)}}'

# In the build's sandbox: a compiler of interface files that remembers, for the real one takes most of the time.
readonly blueprint='real=/usr/bin/blueprint-compiler
[ "$1 $2" = "compile --output" ] || exec "$real" "$@"
kept=$BLUEPRINTS/$(sha256sum <"$4" | cut -c 1-64)
if [ ! -e "$kept" ]; then
  mkdir -p "$BLUEPRINTS" && "$real" compile --output "$kept.$$" "$4" && mv "$kept.$$" "$kept" || exit 1
fi
exec cp "$kept" "$3"'

# To ccache another language is another result.
readonly ccache='unset LC_ALL
LANG=C.UTF-8 exec /usr/bin/ccache "$@"'

# manifest FILTER: the manifest with jq's FILTER over it.
manifest() {
  local facts
  mapfile -d '' facts < <(manifest_facts)
  jq "${facts[@]}" "$1" "flatpak/$app.json"
}

# build_export MANIFEST FOLDER REPO [OPTION...]: builds in FOLDER and puts the signed result into REPO. What it fetched is
# in `state`, on the same file system.
build_export() {
  local manifest=$1 folder=$2 repo=$3 options
  shift 3
  options=(
    --force-clean --ccache --disable-rofiles-fuse
    --state-dir="$state" --default-branch="$branch"
    --repo="$repo" --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home"
  )
  CCACHE_DIR=$(ccache_folder) flatpak-builder "${options[@]}" "$@" "$folder" "$manifest"
}

ccache_folder() {
  printf '%s\n' "${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}"
}
