# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Runs a command in the root: in namespaces of its own, where this machine's /usr, /etc, /var/lib and
# /var/cache are the root's, and every other file stays what it is. Sourced by dev.

readonly replaced=(/etc /var/lib /var/cache /usr)
# These stay this machine's own.
readonly kept=(/etc/passwd /etc/group /etc/hosts /etc/hostname /etc/resolv.conf /etc/localtime /etc/machine-id)

inside() {
  [ "${SPIL_ENV_INSIDE:-}" = 1 ]
}

# Folders that the replaced ones would hide, and that are needed all the same. An empty folder in the
# root is the place where such a one was put before.
hidden() {
  local path folder
  for path in "$top" "$PWD" "${HOME:-/}"; do
    for folder in "${replaced[@]}"; do
      case $path in "$folder"/*) [ -n "$(ls -A "$root$path" 2>/dev/null)" ] || printf '%s\n' "$path" ;; esac
    done
  done
}

# The kernel's own way: the command takes this process's place, so signals, job control and the exit
# status need no help. An ordinary user needs a user namespace for the mounts and a second one to be
# oneself again.
enter_by_unshare() {
  local namespaces=(--mount)
  [ "$(id -u)" = 0 ] || namespaces+=(--user --map-root-user)
  unshare "${namespaces[@]}" mount --rbind /etc /etc 2>/dev/null || return 1
  exec unshare "${namespaces[@]}" "$BASH" "$top/tools/dev/mounts.sh" "$root" "$(id -u)" "$(id -g)" \
    "${#replaced[@]}" "${replaced[@]}" "${#kept[@]}" "${kept[@]}" "${#hide[@]}" "${hide[@]}" "$@"
}

enter_by_bwrap() {
  local options=(--die-with-parent --dev-bind / /) path
  for path in "${replaced[@]}"; do options+=(--bind "$root$path" "$path"); done
  for path in "${kept[@]}"; do [ ! -s "$path" ] || options+=(--ro-bind "$path" "$path"); done
  for path in "${hide[@]}"; do options+=(--bind "$path" "$path"); done
  bwrap "${options[@]}" true 2>/dev/null || return 1
  exec bwrap "${options[@]}" --chdir "$PWD" -- "$@"
}

# SPIL_DEV_ENTER=unshare|bwrap chooses the way.
enter() {
  local hide=() path way
  export SPIL_ENV_INSIDE=1 SPIL_ENV_ROOT=$root
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  # These name files of the machine's own /usr, or ones made for it
  unset CPATH C_INCLUDE_PATH LIBRARY_PATH LD_LIBRARY_PATH PKG_CONFIG_PATH PYTHONHOME PYTHONPATH
  while IFS= read -r path; do hide+=("$path"); mkdir -p "$root$path"; done < <(hidden)
  for way in ${SPIL_DEV_ENTER:-unshare bwrap}; do "enter_by_$way" "$@" || true; done
  die "this machine lets nobody enter $root: neither unshare nor bwrap may make namespaces"
}
