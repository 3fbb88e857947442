# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# What an administrator gets, made from a signed repository. Sourced by tools/flatpak.sh and its test.

# The part that both files share: `ref_lines URL`
ref_lines() {
  printf '%s\n' 'Title=Spil' "Url=$1" "CollectionID=$collection" 'Comment=Werkgevers, gebieden, planning, budget en effecten van een mobiliteitsprogramma' \
    "GPGKey=$(key_public | base64 -w 0)"
}

# What makes updates over a network small.
deltas=(--generate-static-deltas)

# publish OUT URL RUNTIMES: beside OUT/repo, which will be found at URL; RUNTIMES: where the runtime comes from, may be empty.
publish() {
  local out=$1 url=$2 runtimes=$3
  flatpak build-update-repo --title=Spil --default-branch="$branch" --collection-id="$collection" --deploy-collection-id \
    --gpg-sign="$key" --gpg-homedir="$key_home" --gpg-import=<(key_public) "${deltas[@]}" --prune "$out/repo" >/dev/null
  { printf '[Flatpak Repo]\nVersion=1\nDefaultBranch=%s\n' "$branch"; ref_lines "$url"; } >"$out/spil.flatpakrepo"
  { printf '[Flatpak Ref]\nVersion=1\nName=%s\nBranch=%s\nIsRuntime=false\nSuggestRemoteName=spil\n' "$app" "$branch"
    [ -z "$runtimes" ] || printf 'RuntimeRepo=%s\n' "$runtimes"
    ref_lines "$url"; } >"$out/spil.flatpakref"
  key_public >"$out/spil.gpg"
  flatpak build-bundle --repo-url="$url" ${runtimes:+--runtime-repo="$runtimes"} --gpg-keys="$out/spil.gpg" \
    "$out/repo" "$out/spil.flatpak" "$app" "$branch"
  publish_usb "$out"
  publish_sums "$out"
}

# A stick is a folder that Flatpak looks for on every mounted one: .ostree/repo. Not by `flatpak create-usb`, which wants
# Spil and the runtime installed.
publish_usb() {
  local out=$1
  mkdir -p "$out/usb"
  cp "$out/spil.flatpakrepo" "$out/usb"
  ostree create-usb --repo="$out/repo" "$out/usb" "$collection" "app/$app/$(flatpak --default-arch)/$branch"
}

# Of all that is handed over but repo/, of which Flatpak checks every part. It does not do that of a stick, and of a single file it
# believes the key inside.
publish_sums() {
  (cd "$1" && find spil.* usb -type f -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
  gpg --homedir "$key_home" --batch --yes --quiet --local-user "$key" --armor --detach-sign "$1/SHA256SUMS"
}
