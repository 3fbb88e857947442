# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Makes a place with Debian 13's packages: this machine itself, or a root folder of its own.
# Sourced by dev.

readonly suite=trixie
readonly suite_version=13
readonly locales=(nl_NL en_US)
readonly space_needed=2500 # MB, while it is made

# The part of mmdebstrap's command that decides what is in the root; the name of the root depends on it.
readonly recipe=(
  --variant=apt
  --aptopt='APT::Install-Recommends "false"'
  --aptopt='Acquire::Languages "none"'
  --dpkgopt=force-unsafe-io
  --dpkgopt='path-exclude=/usr/share/doc/*'
  --dpkgopt='path-exclude=/usr/share/man/*'
  --dpkgopt='path-exclude=/usr/share/locale/*'
  --dpkgopt='path-include=/usr/share/locale/locale.alias'
  --dpkgopt='path-include=/usr/share/locale/nl*'
  --customize-hook='for l in '"${locales[*]}"'; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done'
  --customize-hook='cd "$1/etc" && rm -f localtime resolv.conf && touch localtime resolv.conf hosts hostname'
  --customize-hook='test -s "$1/etc/machine-id" || chroot "$1" dbus-uuidgen >"$1/etc/machine-id"'
)

packages() {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$top/tools/packages.txt" | sort -u
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    die "'$*' has to be done as root, and there is no sudo here"
  fi
}

# Installs what is missing of the given packages on this machine.
install_packages() {
  local missing
  missing=$(comm -13 \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u) \
    <(printf '%s\n' "$@" | sort -u))
  [ -n "$missing" ] || return 0
  say "installing" $missing
  as_root apt-get update -qq >&2 || die "apt-get update failed: is the network there?"
  # shellcheck disable=SC2086 # one word a package
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 ||
    die "apt-get could not install: $missing"
}

# Debian 13 or later: the machine itself is the environment.
prepare_machine() {
  local name
  mapfile -t list < <(packages)
  install_packages "${list[@]}"
  for name in "${locales[@]}"; do
    if ! locale -a | grep -qix "$name.utf-\?8"; then
      as_root localedef -i "$name" -f UTF-8 "$name.UTF-8" || die "could not make the locale $name.UTF-8"
    fi
  done
}

debian_version() {
  (
    . /etc/os-release
    [ "${ID:-}" = debian ] || exit 1
    # testing and unstable have no VERSION_ID
    printf '%s\n' "${VERSION_ID:-99}"
  )
}

cache_folder() {
  printf '%s/spil\n' "${XDG_CACHE_HOME:-$HOME/.cache}"
}

root_folder() {
  local id
  id=$({ packages; printf '%s\n' "$suite" "$(uname -m)" "${recipe[@]}"; } | sha256sum)
  printf '%s/root-%s\n' "$(cache_folder)" "${id:0:12}"
}

# apt's lines for Debian 13, from wherever this machine gets its own Debian.
sources() {
  local codename site release component origin mirror='' security=''
  codename=$(. /etc/os-release; printf '%s' "${VERSION_CODENAME:-}")
  while IFS='|' read -r site release component origin; do
    [ "$component" = main ] || continue
    case $origin in Debian | '') ;; *) continue ;; esac
    case $release in
      "$codename-security" | stable-security | oldstable-security) security=${security:-$site} ;;
      "$codename" | stable | oldstable) mirror=${mirror:-$site} ;;
    esac
  done < <(apt-get indextargets --format '$(SITE)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)' 'Created-By: Packages')
  [ -n "$mirror" ] || die "apt's configuration names no mirror of Debian ($codename main)"
  local options=''
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ ! -r "$keyring" ] || options="[signed-by=$keyring] "
  printf 'deb %s%s %s main\n' "$options" "$mirror" "$suite"
  printf 'deb %s%s %s-updates main\n' "$options" "$mirror" "$suite"
  [ -z "$security" ] || printf 'deb %s%s %s-security main\n' "$options" "$security" "$suite"
}

# This machine's proxies and other settings of fetching, for the making only.
fetch_options() {
  apt-config dump --format '%F "%v";%n' Acquire |
    grep -E '^Acquire::(https?|ftp|Check-|Retries|ForceIPv|Max-)' | grep -v ' "";$' || true
}

make_root() {
  local root=$1 new=$1.new options mode=root
  local helpers=(mmdebstrap bubblewrap)
  [ "$(id -u)" = 0 ] || { mode=unshare; helpers+=(uidmap); }
  install_packages "${helpers[@]}"
  mapfile -t list < <(packages)
  options=(--mode="$mode" "${recipe[@]}" --include="$(IFS=,; printf '%s' "${list[*]}")")
  while IFS= read -r line; do options+=(--aptopt="$line"); done < <(fetch_options)

  local lines free
  lines=$(sources)
  free=$(df --output=avail -m "${root%/*}" | tail -n 1)
  [ "$free" -ge "$space_needed" ] ||
    die "the environment needs $space_needed MB in ${root%/*}, and there are $((free)) MB; XDG_CACHE_HOME moves it"
  say "making a Debian $suite_version environment in $root (once; about a minute and 1.5 GB)"
  remove_root "$new"
  if [ "$mode" = root ]; then
    mmdebstrap "${options[@]}" --format=directory "$suite" "$new" - <<<"$lines" >"$root.log" 2>&1
  else
    # Unpacked by hand, so that all of it belongs to the user
    mkdir -p "$new"
    mmdebstrap "${options[@]}" --format=tar "$suite" - - <<<"$lines" 2>"$root.log" |
      tar -C "$new" -x --no-same-owner --exclude='./dev/*' 2>>"$root.log"
  fi || {
    tail -n 25 "$root.log" >&2
    remove_root "$new"
    die "the environment could not be made: see above (no network? disk full?), all of it is in $root.log"
  }
  mv -T "$new" "$root"
}

remove_root() {
  [ ! -e "$1" ] || rm -rf --one-file-system "$1"
}

# Roots of older package lists that nobody entered for two weeks.
remove_old_roots() {
  local old
  find "$(cache_folder)" -maxdepth 1 -name 'root-*.used' -mtime +14 2>/dev/null | while IFS= read -r old; do
    remove_root "${old%.used}"
    rm -f "$old" "${old%.used}.log" "${old%.used}.lock"
  done
}

# Sets `root`: the root's folder, made if need be.
prepare_root() {
  root=$(root_folder)
  if [ ! -d "$root" ]; then
    mkdir -p "$(dirname "$root")" || die "no cache folder"
    exec 8>"$root.lock"
    flock -n 8 || { say "waiting: somebody else is making the environment"; flock 8; }
    [ -d "$root" ] || make_root "$root" 8>&-
    exec 8>&-
    : >"$root.used"
    remove_old_roots
  fi
  : >"$root.used"
}
