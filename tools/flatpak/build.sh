# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# From the manifest to a commit in a repository. Sourced by tools/flatpak.sh and its test.

# What jq needs to know of this checkout.
manifest_facts() {
  printf '%s\n' --arg top "$top" --arg commit "$(git rev-parse HEAD)" --arg runtime "$stand_in" --arg version "$stand_in_branch" \
    --arg werror "$([ "$(debian_version)" = "$suite_version" ] && echo true || echo false)"
}

# Spil itself is built from the commit that is checked out.
readonly of_commit='(.modules[] | select(.name == "spil").sources) = [{"type": "git", "path": $top, "commit": $commit}]'

# Another runtime. That has the libraries of the other modules, and no network to fetch them is needed. The compiler
# gets the options that ./dev build gives it, so that ccache has most of it.
readonly of_stand_in='.runtime = $runtime | .sdk = $runtime | .["runtime-version"] = $version |
  .modules |= map(select(.name == "spil")) | (.modules[0]["config-opts"]) += ["-Dwerror=" + $werror] |
  .["build-options"] = {"no-debuginfo": true, "env": {"CCACHE_NOHASHDIR": "true"}}'

# manifest FILTER: the manifest with jq's FILTER over it.
manifest() {
  local facts
  mapfile -t facts < <(manifest_facts)
  jq "${facts[@]}" "$1" "flatpak/$app.json"
}

# build_export MANIFEST FOLDER REPO: builds in FOLDER and puts the signed result into REPO.
build_export() {
  local manifest=$1 folder=$2 repo=$3 options
  options=(
    --force-clean --ccache --disable-rofiles-fuse
    --state-dir="$(cache_folder)/flatpak-builder" --default-branch="$branch"
    --repo="$repo" --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home"
  )
  CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache} flatpak-builder "${options[@]}" "$folder" "$manifest"
}
