# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# The runtime that Spil is built on and runs on. Where the real one cannot be had, a stand-in: the /usr
# and /etc of the environment that Spil is developed in. Sourced by tools/flatpak.sh and its test.

readonly stand_in=nl.regiozwolle.StandIn
readonly stand_in_branch=13

# What neither a build nor a running Spil needs, in /usr.
readonly left_out=(
  bin/gdb 'bin/*lto-dump*' 'bin/gtk4-encode*' 'lib/*/libclang*' lib/debug lib/llvm-19 lib32 'lib/*/valgrind'
  libexec/valgrind 'libexec/gcc/*/*/lto1' 'libexec/gcc/*/*/cc1plus' share/doc share/man share/vulkan
)
stand_in_folder() {
  local id
  id=$({
    packages
    dpkg-query -W
    printf '%s\n' "${left_out[@]}"
    # How it is made
    declare -f stand_in_tree stand_in_make
  } | sha256sum)
  printf '%s/flatpak-%s\n' "$(cache_folder)" "${id:0:12}"
}

# stand_in_tree FOLDER: the files of the runtime, hard links where that can be.
stand_in_tree() {
  local tree=$1 path
  local usr=${SPIL_ENV_ROOT:-}/usr etc=${SPIL_ENV_ROOT:-}/etc
  mkdir -p "$tree"
  cp -al "$usr" "$tree/usr" 2>/dev/null || {
    rm -rf "$tree/usr"
    cp -a --reflink=auto "$usr" "$tree/usr"
  }
  # shellcheck disable=SC2086 # they are patterns
  for path in "${left_out[@]}"; do rm -rf "$tree/usr/"$path; done
  # Static libraries, but for the C library's own part of every program
  find "$tree/usr/lib" -maxdepth 2 -name 'lib*.a' ! -name libc_nonshared.a -delete
  cp -a "$etc" "$tree/usr/etc"
  rm -f "$tree/usr/etc/resolv.conf" "$tree/usr/etc/"{shadow,gshadow}*
}

# stand_in_make FOLDER: an installation in FOLDER with the stand-in, which serves as SDK too.
stand_in_make() {
  local folder=$1 tree=$1/tree arch compiler
  arch=$(flatpak --default-arch)
  rm -rf "$folder"
  stand_in_tree "$tree"
  printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' \
    "$stand_in" "$stand_in/$arch/$stand_in_branch" "$stand_in/$arch/$stand_in_branch" >"$tree/metadata"
  mkdir -p "$tree/files"
  # Objects that an installation can take over as they are
  ostree init --repo="$folder/repo" --mode=bare-user-only
  flatpak build-export --runtime "$folder/repo" "$tree" "$stand_in_branch" >/dev/null
  rm -rf "$tree"
  FLATPAK_USER_DIR=$folder/installation flatpak --user remote-add --no-gpg-verify stand-in "$folder/repo"
  FLATPAK_USER_DIR=$folder/installation flatpak --user install -y --noninteractive stand-in "$stand_in//$stand_in_branch" >/dev/null
  rm -rf "$folder/repo"
  # ccache knows a compiler by its size and time, which Flatpak forgets. So it knows this one for the
  # environment's, and need not compile again what was compiled there.
  compiler=$(readlink -f /usr/bin/cc)
  touch -r "$compiler" "$folder/installation/runtime/$stand_in/$arch/$stand_in_branch/active/files${compiler#/usr}"
}

# Sets FLATPAK_SYSTEM_DIR: Flatpak finds the stand-in there, and installs nothing else in it.
stand_in_prepare() {
  local folder
  folder=$(stand_in_folder)
  mkdir -p "${folder%/*}"
  exec 7>"$folder.lock"
  flock 7
  if [ ! -e "$folder.made" ]; then
    say "making the stand-in runtime in $folder (once; about a minute and 1 GB)"
    stand_in_make "$folder" 7>&-
    : >"$folder.made"
    stand_in_remove_old
  fi
  exec 7>&-
  touch "$folder.made"
  export FLATPAK_SYSTEM_DIR=$folder/installation
}

# Stand-ins that nobody used for two weeks.
stand_in_remove_old() {
  local old
  find "$(cache_folder)" -maxdepth 1 -name 'flatpak-*.made' -mtime +14 | while IFS= read -r old; do
    rm -rf "${old%.made}" "$old" "${old%.made}.lock"
  done
}

real_runtime_or_die() {
  local ref
  for ref in runtime sdk; do
    ref=$(jq -r ".$ref + \"//\" + .[\"runtime-version\"]" "flatpak/$app.json")
    flatpak info "$ref" >/dev/null 2>&1 ||
      die "$ref is not installed here: install it ('flatpak install $ref'), or try with --stand-in"
  done
}
