#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Within a new mount namespace: puts the root's folders over the machine's, then becomes the command.
# mounts.sh ROOT UID GID N REPLACED... N KEPT... N HIDDEN... COMMAND...
set -euo pipefail

root=$1 uid=$2 gid=$3
shift 3
replaced=("${@:2:$1}")
shift $((1 + $1))
kept=("${@:2:$1}")
shift $((1 + $1))
hidden=("${@:2:$1}")
shift $((1 + $1))

for path in "${kept[@]}"; do
  if [ -s "$path" ]; then mount --bind "$path" "$root$path"; fi
done
for path in "${hidden[@]}"; do mount --rbind "$path" "$root$path"; done
# /usr is the last one: from there on every program is the root's
for path in "${replaced[@]}"; do mount --rbind "$root$path" "$path"; done
cd "$PWD"

if [ "$uid" = 0 ]; then exec "$@"; fi
exec unshare --user --map-user="$uid" --map-group="$gid" -- "$@"
