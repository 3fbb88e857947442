# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Steps of tools/flatpak/test.sh: how Spil is made, comes to a laptop and leaves it. `work` is the
# folder of the test.

readonly permissions='[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;'

# use_key NAME: the key of this test with that name, made when it is first used.
use_key() {
  key_home=$work/keys/$1
  mkdir -p "$work/keys"
  [ -e "$key_home.name" ] || key_make "$key_home" "Spil, key $1 of a test" >"$key_home.name"
  key=$(cat "$key_home.name")
}

# The sources that are in this checkout, committed or not, as another version.
sources_of() {
  local folder=$work/sources
  rm -rf "$folder"
  mkdir -p "$folder"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --no-dereference --preserve=mode,timestamps -t "$folder" 2>/dev/null || true
  [ -z "${1:-}" ] || sed -i "s/^  version: '.*'/  version: '$1'/" "$folder/meson.build"
}

# build_version NAME [VERSION]: into the repository that the laptops know, and beside it all that is published.
build_version() {
  use_key ours
  sources_of "${2:-}"
  manifest "$of_stand_in | (.modules[0].sources) = [{\"type\": \"dir\", \"path\": \"$work/sources\"}]" >"$work/manifest.json"
  build_export "$work/manifest.json" "$work/build-$1" "$work/out/repo"
  publish "$work/out" "file://$work/out/repo" ''
  say "built on $stand_in: $(du -sh "$work/out/spil.flatpak" | cut -f 1) in one file"
}

build_before() {
  mkdir -p "$work/out"
  build_version before "$before"
  mv "$work/out/spil.flatpak" "$work/before.flatpak"
  cp -a "$work/out/repo" "$work/repo-before"
}

build_now() {
  build_version now
  # Until the update comes, laptops find the version before
  mv "$work/out/repo" "$work/repo-now"
  cp -a "$work/repo-before" "$work/out/repo"
}

check_signature() {
  local answer
  use_key ours
  mkdir -p "$work/keyring"
  key_public >"$work/keyring/spil.gpg"
  answer=$(LC_ALL=C ostree show --repo="$work/repo-now" --gpg-homedir="$work/keyring" "app/$app/$(flatpak --default-arch)/$branch")
  grep -q 'Good signature from' <<<"$answer" || {
    printf '%s\n' "$answer"
    exit 1
  }
  say "$(grep -m 1 'Good signature from' <<<"$answer" | sed 's/^ *//')"
}

check_manifest() {
  expect 'the permissions of the manifest' '--share=ipc --socket=wayland --socket=fallback-x11 --device=dri' \
    "$(jq -r '.["finish-args"] | join(" ")' "flatpak/$app.json")"
  expect 'modules whose sources have no hash' '' \
    "$(jq -r '.modules[] | select(.name != "spil") | select(any(.sources[]; .sha256 | not)) | .name' "flatpak/$app.json")"
}

version_installed() {
  flatpak "$@" info "$app" | sed -n 's/^ *\(Version\|Versie\): *//p'
}

commit_installed() {
  flatpak "$@" info --show-commit "$app"
}

commit_in() {
  ostree rev-parse --repo="$1" "app/$app/$(flatpak --default-arch)/$branch"
}

install_bundle() {
  flatpak --user install -y --noninteractive "$work/before.flatpak"
  expect 'the commit' "$(commit_in "$work/repo-before")" "$(commit_installed --user)"
  expect 'what spilctl says' "spilctl $before" "$(flatpak run --command=spilctl "$app" --version)"
}

check_permissions() {
  expect 'the permissions' "$permissions" "$(flatpak info --show-permissions "$app" | sed '/^$/d')"
  say "$(tr '\n' ' ' <<<"$permissions")"
}

# An update that somebody else signed, in the place where the laptop looks for updates.
refuse_forged_update() {
  use_key theirs
  mv "$work/out/repo" "$work/out/away"
  cp -a "$work/repo-before" "$work/out/repo"
  flatpak build-export --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home" "$work/out/repo" "$work/build-now" "$branch"
  flatpak build-update-repo --gpg-sign="$key" --gpg-homedir="$key_home" "$work/out/repo"
  refused 'signature\|gpg' flatpak --user update -y --noninteractive "$app"
  rm -rf "$work/out/repo"
  mv "$work/out/away" "$work/out/repo"
  expect 'the commit' "$(commit_in "$work/repo-before")" "$(commit_installed --user)"
}

update() {
  local origin
  origin=$(flatpak --user info --show-origin "$app")
  use_key theirs
  cp -a "$work/repo-before" "$work/forged"
  flatpak build-export --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home" "$work/forged" "$work/build-now" "$branch"
  flatpak build-update-repo --gpg-sign="$key" --gpg-homedir="$key_home" "$work/forged"
  flatpak --user remote-modify --url="file://$work/forged" "$origin"
  refused gpg flatpak --user update -y --noninteractive "$app"
  flatpak --user remote-modify --url="file://$work/out/repo" "$origin"
  expect 'the commit' "$(commit_in "$work/repo-before")" "$(commit_installed --user)"
}

update() {
  local digest
  digest=$(ctl digest)
  rm -rf "$work/out/repo"
  mv "$work/repo-now" "$work/out/repo"
  flatpak --user update -y --noninteractive "$app"
  expect 'the commit' "$(commit_in "$work/out/repo")" "$(commit_installed --user)"
  expect 'the digest of the data' "$digest" "$(ctl digest)"
  expect 'what spilctl says' "spilctl $(sed -n "s/^  version: '\(.*\)',/\1/p" meson.build)" "$(flatpak run --command=spilctl "$app" --version)"
  say "the data have the digest ${digest:0:16}… before and after"
}

refuse_forged_repository() {
  use_key theirs
  key_public >"$work/theirs.gpg"
  export FLATPAK_USER_DIR=$work/other
  # Already the list of what is in it is not believed
  refused 'signature\|gpg' bash -c "flatpak --user remote-add --gpg-import='$work/theirs.gpg' spil 'file://$work/out/repo' &&
    flatpak --user install -y --noninteractive spil $app"
}

# on_new_laptop COMMAND...: with nothing installed but the runtime.
on_new_laptop() {
  rm -rf "$work/new"
  FLATPAK_USER_DIR=$work/new "$@"
}

install_reference() {
  on_new_laptop flatpak --user install -y --noninteractive --no-deps --from "$work/out/spil.flatpakref"
  FLATPAK_USER_DIR=$work/new expect 'the commit' "$(commit_in "$work/out/repo")" "$(FLATPAK_USER_DIR=$work/new commit_installed --user)"
  say "from $(FLATPAK_USER_DIR=$work/new flatpak --user remotes --columns=url,collection | tr '\t' ' ')"
}

install_usb() {
  local commit
  commit=$(commit_in "$work/out/repo")
  # The repository is out of reach
  sed 's#^Url=.*#Url=http://spil.invalid/repo#' "$work/out/spil.flatpakrepo" >"$work/far.flatpakrepo"
  mv "$work/out/repo" "$work/out/away"
  on_new_laptop flatpak --user remote-add --from spil "$work/far.flatpakrepo"
  FLATPAK_USER_DIR=$work/new flatpak --user install -y --noninteractive --no-deps --sideload-repo="$work/out/usb/.ostree/repo" spil "$app//$branch"
  mv "$work/out/away" "$work/out/repo"
  expect 'the commit' "$commit" "$(FLATPAK_USER_DIR=$work/new commit_installed --user)"
}

remove() {
  local data=$HOME/.var/app/$app
  flatpak --user uninstall -y --noninteractive "$app"
  [ -e "$data/data/spil" ] || { echo "the data in $data went too"; exit 1; }
  flatpak --user install -y --noninteractive "$work/before.flatpak"
  flatpak --user uninstall -y --noninteractive --delete-data "$app"
  [ ! -e "$data" ] || { echo "$data is still there"; exit 1; }
  expect 'what is installed' '' "$(flatpak --user list --app --columns=application)"
}
