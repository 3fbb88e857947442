#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Makes what an administrator installs Spil from, in out/flatpak: `./dev flatpak [OPTION...]`.
set -euo pipefail

top=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
readonly top
readonly app=nl.regiozwolle.Spil
readonly branch=stable
readonly collection=nl.regiozwolle
# Where the real runtime comes from; the stand-in comes from nowhere
readonly flathub=https://dl.flathub.org/repo/flathub.flatpakrepo
cd "$top"

say() { printf 'flatpak: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

. "$top/tools/dev/root.sh"
for part in runtime build key publish; do . "$top/tools/flatpak/$part.sh"; done

help() {
  cat <<'END'
./dev flatpak [OPTION...]: the Flatpak of Spil, in out/flatpak:
  repo/                        a signed repository, to be served by any web server
  spil.flatpakrepo             the repository in one file, for `flatpak remote-add`
  spil.flatpakref              Spil and its repository in one file, for `flatpak install`
  spil.flatpak                 Spil itself in one file, with the address of its updates
  usb/                         what goes on an USB stick, for laptops without a network
  SHA256SUMS, SHA256SUMS.asc   the checksums of all but repo/, signed; spil.gpg: the public key

  --url URL      where repo/ will be served; without it: as a folder, where it is now
  --stand-in     build on a stand-in of the runtime, made from this environment, and without a network:
                 to try all of this, never to hand out
  --test         test it, on the stand-in

SPIL_FLATPAK_KEY names the GPG key that signs (in GNUPGHOME or ~/.gnupg). Without it a key is made that
is thrown away afterwards: good for a trial only.
END
}

main() {
  local url='' trial='' runtimes=$flathub out=$top/out/flatpak
  while [ $# -gt 0 ]; do
    case $1 in
      --url) url=${2:?--url needs an address}; shift ;;
      --stand-in) trial=yes ;;
      --test) exec "$top/tools/test.sh" flatpak ;;
      -h | --help) help; return ;;
      *) help >&2; die "'$1' is no option of ./dev flatpak" ;;
    esac
    shift
  done
  rm -rf "$out"
  mkdir -p "$out"
  # Beside what flatpak-builder keeps: it moves files between them
  state=$(cache_folder)/flatpak-builder
  mkdir -p "$state"
  work=$(mktemp -d "$(cache_folder)/flatpak-work-XXXXXX")
  trap 'rm -rf "$work"' EXIT

  [ -z "$(git status --porcelain)" ] || say "what is not committed is not in it"
  key_prepare "$work"
  if [ -n "$trial" ]; then
    stand_in_prepare
    runtimes=''
    keep_interfaces
    manifest "$of_commit | $of_stand_in" >"$work/manifest.json"
    say "this is built on the stand-in runtime: it runs here only"
  else
    real_runtime_or_die
    manifest "$of_commit" >"$work/manifest.json"
  fi
  build_export "$work/manifest.json" "$work/build" "$out/repo"
  publish "$out" "${url:-file://$out/repo}" "$runtimes"
  say "made in $out:"
  (cd "$out" && du -sh -- *)
}

main "$@"
