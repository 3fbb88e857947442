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

# The sources that are in this checkout, committed or not.
copy_sources() {
  local folder=$work/sources
  mkdir -p "$folder"
  git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    if [ -e "$file" ]; then printf '%s\0' "$file"; fi
  done | xargs -0 cp --parents --no-dereference --preserve=mode,timestamps -t "$folder"
}

# By flatpak-builder, from the manifest. Until the update comes, no laptop finds it.
build_now() {
  copy_sources
  keep_interfaces
  use_key ours
  manifest "(.modules[] | select(.name == \"spil\").sources) = [{\"type\": \"dir\", \"path\": \"$work/sources\"}] | $of_stand_in" \
    >"$work/manifest.json"
  build_export "$work/manifest.json" "$work/build-now" "$work/repo-now" --disable-cache --keep-build-dirs
  [ -d "$work/build-now/files/etc/spil" ] || { echo 'there is no place for a policy'; exit 1; }
  expect 'the list of what Spil is made of' spil "$(jq -r .metadata.component.name "$work/build-now/files/share/doc/spil/spil.cdx.json")"
  say "$(du -sh "$work/build-now/files" | cut -f 1), built on $stand_in"
}

# The same sources with another version. What flatpak-builder left behind is built on, so only what holds the version is made anew.
build_before() {
  local tree
  tree=$(readlink -f "$state/build/spil")
  cp -a "$work/build-now" "$work/build-before"
  sed -i "s/^  version: '.*'/  version: '$before'/" "$tree/meson.build"
  flatpak build --bind-mount=/run/build/spil="$tree" --bind-mount=/run/ccache="$(ccache_folder)" \
    --env=PATH=/run/build/spil/kept:/run/ccache/bin:/app/bin:/usr/bin --env=CCACHE_DIR=/run/ccache --env=CCACHE_NOHASHDIR=true \
    --build-dir=/run/build/spil/_flatpak_build "$work/build-before" sh -c 'ninja && meson install --no-rebuild --strip'
  use_key ours
  mkdir -p "$work/out"
  export_to "$work/out/repo" "$work/build-before" --timestamp="$(date -u -d yesterday +%FT%TZ)"
  publish "$work/out" "file://$work/out/repo" ''
  mv "$work/out/spil.flatpak" "$work/before.flatpak"
  cp -a "$work/out/repo" "$work/repo-before"
  say "the bundle: $(du -sh "$work/before.flatpak" | cut -f 1), the stick: $(du -sh "$work/out/usb" | cut -f 1)"
}

# export_to REPO BUILD [OPTION]: signed with the key that is in use. Flatpak takes no update that is older than what is there.
export_to() {
  flatpak build-export --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home" "${@:3}" "$1" "$2" "$branch"
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

# An update that somebody else signed, in the place where the laptop looks for updates. Flatpak keeps what is installed,
# and tells why in its log, or when it is asked for the update itself.
refuse_forged_update() {
  local origin
  origin=$(flatpak --user info --show-origin "$app")
  use_key theirs
  mv "$work/out/repo" "$work/out/away"
  cp -a "$work/repo-before" "$work/out/repo"
  export_to "$work/out/repo" "$work/build-now"
  flatpak build-update-repo --collection-id="$collection" --gpg-sign="$key" --gpg-homedir="$key_home" "$work/out/repo"
  LC_ALL=C flatpak --verbose --user update -y --noninteractive "$app" >"$work/update.log" 2>&1 || true
  grep -q "Can't check signature: public key not found" "$work/update.log" || { cat "$work/update.log"; exit 1; }
  expect 'the commit' "$(commit_in "$work/repo-before")" "$(commit_installed --user)"
  LC_ALL=C refused 'public key not found' flatpak --user remote-info "$origin" "$app//$branch"
  rm -rf "$work/forged"
  mv "$work/out/repo" "$work/forged"
  mv "$work/out/away" "$work/out/repo"
}

update() {
  local digest
  digest=$(ctl digest)
  use_key ours
  rm -rf "$work/out/repo" "$work/out/usb"
  mv "$work/repo-now" "$work/out/repo"
  publish "$work/out" "file://$work/out/repo" ''
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

# sums_hold FOLDER: what docs/beheer.md tells to do with what was handed over.
sums_hold() {
  gpg --homedir "$work/keyring" --batch --verify "$1/SHA256SUMS.asc" "$1/SHA256SUMS" && (cd "$1" && sha256sum --check --quiet SHA256SUMS)
}

refuse_forged_files() {
  local given=$work/given arch
  arch=$(flatpak --default-arch)
  gpg --homedir "$work/keyring" --batch --import "$work/out/spil.gpg"
  cp -a "$work/out" "$given"
  sums_hold "$given"
  flatpak build-bundle --gpg-keys="$work/theirs.gpg" "$work/forged" "$given/spil.flatpak" "$app" "$branch"
  LC_ALL=C refused 'spil.flatpak: FAILED' sums_hold "$given"
  cp "$work/out/spil.flatpak" "$given"
  rm -rf "$given/usb/.ostree"
  ostree create-usb --repo="$work/forged" "$given/usb" "$collection" "app/$app/$arch/$branch"
  LC_ALL=C refused "usb/.*/$app/.*: FAILED" sums_hold "$given"
  use_key theirs
  publish_sums "$given"
  LC_ALL=C refused 'no public key' sums_hold "$given"
}

# on_new_laptop COMMAND...: with nothing installed but the runtime.
on_new_laptop() {
  rm -rf "$work/new"
  FLATPAK_USER_DIR=$work/new "$@"
}

# For all users where this is done by root, as docs/beheer.md has it.
install_reference() {
  local scope=--user
  [ "$(id -u)" != 0 ] || scope=--system
  rm -rf "$work/new"
  export FLATPAK_USER_DIR=$work/new/user FLATPAK_SYSTEM_DIR=$work/new/system
  flatpak "$scope" install -y --noninteractive --no-deps --from "$work/out/spil.flatpakref"
  expect 'the commit' "$(commit_in "$work/out/repo")" "$(commit_installed "$scope")"
  say "$scope, from $(flatpak "$scope" remotes --columns=url,collection | tr '\t' ' ')"
  flatpak "$scope" uninstall -y --noninteractive "$app"
}

# install_from STICK: on a laptop that knows the repository and does not reach it.
install_from() {
  # Already the address is one that does not exist
  sed 's#^Url=.*#Url=http://spil.invalid/repo#' "$1/spil.flatpakrepo" >"$work/far.flatpakrepo"
  on_new_laptop flatpak --user remote-add --from spil "$work/far.flatpakrepo"
  FLATPAK_USER_DIR=$work/new flatpak --user install -y --noninteractive --no-deps --sideload-repo="$1/.ostree/repo" spil "$app//$branch"
}

install_usb() {
  install_from "$work/out/usb"
  expect 'the commit' "$(commit_in "$work/out/repo")" "$(FLATPAK_USER_DIR=$work/new commit_installed --user)"
}

remove() {
  local data=$HOME/.var/app/$app
  flatpak --user uninstall -y --noninteractive "$app"
  [ -e "$data/data/spil" ] || { echo "the data in $data went too"; exit 1; }
  flatpak --user install -y --noninteractive "$work/before.flatpak"
  ctl remove-local --yes
  [ ! -e "$data/data/spil/spil.db" ] || { echo "the database is still in $data"; exit 1; }
  flatpak --user uninstall -y --noninteractive --delete-data "$app"
  [ ! -e "$data" ] || { echo "$data is still there"; exit 1; }
  expect 'what is installed' '' "$(flatpak --user list --app --columns=application)"
}
