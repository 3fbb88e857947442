# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# From the manifest to a commit in a repository. Sourced by tools/flatpak.sh and its test.

# What jq needs to know of this checkout.
manifest_facts() {
  printf '%s\0' --arg top "$top" --arg commit "$(git rev-parse HEAD)" --arg runtime "$stand_in" --arg version "$stand_in_branch" \
    --arg interfaces "$work/interfaces" --arg blueprint "$blueprint" --arg ccache "$ccache" \
    --arg werror "$([ "$(debian_version)" = "$suite_version" ] && echo true || echo false)"
}

# Spil itself is built from the commit that is checked out.
readonly of_commit='(.modules[] | select(.name == "spil").sources) = [{"type": "git", "path": $top, "commit": $commit}]'

# Another runtime, after the sources are set. That has the libraries of the other modules, and no network to fetch them is needed.
# The compiler gets the options that ./dev build gives it, so that ccache has most of it; its interface files are taken over.
readonly of_stand_in='.runtime = $runtime | .sdk = $runtime | .["runtime-version"] = $version |
  .modules |= map(select(.name == "spil")) | (.modules[0]["config-opts"]) += ["-Dwerror=" + $werror] |
  (.modules[0].sources) += [["blueprint-compiler", $blueprint], ["ccache", $ccache] |
    {"type": "script", "dest": "kept", "dest-filename": .[0], "commands": [.[1]]}] |
  (.modules[0].sources) += [{"type": "dir", "path": $interfaces, "dest": "kept/interfaces"}] |
  .["build-options"] = {"strip": true, "prepend-path": "/run/build/spil/kept", "env": {"CCACHE_NOHASHDIR": "true"}}'

# In the build's sandbox: takes what ./dev build made of the same file, for to make it again would take most of the time.
readonly blueprint='kept=${0%/*}/interfaces/$(sha256sum <"$4" | cut -c 1-64)
if [ "$1 $2" = "compile --output" ] && [ -e "$kept" ]; then exec cp "$kept" "$3"; fi
exec /usr/bin/blueprint-compiler "$@"'

# keep_interfaces: fills the folder of them, by what they were made of.
keep_interfaces() {
  local source made
  mkdir -p "$work/interfaces"
  while IFS= read -r source; do
    made=$(basename "$source" .blp).ui
    if [ "$top/build/ui/$made" -nt "$source" ]; then
      cp "$top/build/ui/$made" "$work/interfaces/$(sha256sum <"$source" | cut -c 1-64)"
    fi
  done < <(find "$top/ui" -name '*.blp')
}

# To ccache another language is another result, and so is a folder of headers, empty here, that the environment names.
readonly ccache='unset LC_ALL C_INCLUDE_PATH CPLUS_INCLUDE_PATH
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
