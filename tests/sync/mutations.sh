#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Spil developers
# SPDX-License-Identifier: EUPL-1.2
# Takes one safeguard at a time out of a copy of Spil and demands that a test of synchronisation fails:
#   ./dev shell tests/sync/mutations.sh [NAME...]
# A tool for developers, not part of ./dev test: it builds and runs for each of them. It ends with those that nothing noticed.
set -euo pipefail

top=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..
copy=${SPIL_MUTATIONS_DIR:-${TMPDIR:-/tmp}/spil-mutations}
log=$copy/log
unnoticed=()
stale=()

# Which tests stand for "the tests of synchronisation": where each safeguard is seen best is named first with it.
export SPIL_SIM_COUNT=${SPIL_SIM_COUNT:-400} SPIL_VAULT=file
export G_TEST_SRCDIR=$copy/tests G_TEST_BUILDDIR=$copy/build/tests TZ=Europe/Amsterdam

prepare() {
  mkdir -p "$copy"
  (cd "$top" && tar -cf - --exclude=./build --exclude='./build-*' --exclude=./out --exclude=./.git .) | tar -xf - -C "$copy"
  [ -e "$copy/build/build.ninja" ] || meson setup "$copy/build" "$copy" >"$log"
}

# replace FILE FROM TO: exactly one place of FILE, literally.
replace() {
  python3 - "$@" <<'END'
import sys
path, old, new = sys.argv[1:4]
text = open(path).read()
if text.count(old) != 1:
    sys.exit(1)
open(path, "w").write(text.replace(old, new))
END
}

# Whether one of the tests fails, or cannot even be built: what was taken out is missed.
is_noticed() {
  local test target
  for test in "$@"; do
    target=$(cd "$copy/build" && ninja -t targets all | sed -n "s/^\(tests\/[a-z/]*test-$test\): .*/\1/p" | head -1)
    [ -n "$target" ] || { echo "there is no test $test" >&2; exit 1; }
    ninja -C "$copy/build" "$target" >"$log" 2>&1 || return 0
    timeout 900 "$copy/build/$target" >"$log" 2>&1 || return 0
  done
  return 1
}

# mutation NAME FILE FROM TO TEST...
mutation() {
  local name=$1 file=$2 from=$3 to=$4
  shift 4
  [ ${#chosen[@]} = 0 ] || [[ " ${chosen[*]} " == *" $name "* ]] || return 0
  cp "$copy/$file" "$copy/kept"
  if ! replace "$copy/$file" "$from" "$to"; then
    echo "stale      $name: $file is no longer what it was"
    stale+=("$name")
  elif is_noticed "$@"; then
    echo "noticed    $name: $(grep -aE '^not ok|error:' "$log" | head -1 | cut -c1-110)"
  else
    echo "UNNOTICED  $name"
    unnoticed+=("$name")
  fi
  cp "$copy/kept" "$copy/$file"
}

chosen=("$@")
prepare
merger=src/store/merge/spil-merger.c

mutation base-check $merger \
  'if (*holds && !replaces && !add_rival (self, write, &held, error))' \
  'if (FALSE && !add_rival (self, write, &held, error))' sync-simulator
mutation loser-is-kept $merger \
  'if (!*holds && !add_rival (self, write, write->stamp, error))' \
  'if (FALSE && !add_rival (self, write, write->stamp, error))' sync-simulator
mutation equal-times src/store/merge/spil-rivals.c \
  'return spil_id_compare (device, other) > 0;' 'return TRUE;' sync-simulator
mutation later-than-seen src/store/change/spil-clock.c \
  'if (seen >= time)' 'if (FALSE && seen >= time)' sync-simulator
mutation clamp src/store/change/spil-clock.c \
  'clock->time = MIN (time, highest);' 'clock->time = time;' store-clock
mutation settled-rivals $merger \
  'if (!spil_rivals_remove (self->tables, entity, &id, write->cell, &named, error))' \
  'if (i == 0 && !spil_rivals_remove (self->tables, entity, &id, write->cell, &named, error))' sync-simulator
mutation undone-settlement $merger \
  'return spil_rivals_reopen (self->store, self->tables, write->row, write->cell, error);' 'return TRUE;' sync-simulator
mutation rivals-that-return $merger \
  '  g_hash_table_add (self->rivalled, g_memdup2 (&id, sizeof id));
  return spil_rivals_reopen' '  return spil_rivals_reopen' sync-simulator
mutation unseen-by-deletion src/store/merge/spil-rivals.c \
  'if (!is_seen (store, deletion, author, head) &&' 'if (FALSE &&' sync-simulator
mutation circles src/store/merge/spil-circles.c \
  'gboolean broken = reaches (next, &edge->to, &edge->from);' 'gboolean broken = FALSE;' sync-simulator
mutation orphans src/store/merge/spil-links.c \
  '*nowhere = step == SPIL_STEP_ROW;' '*nowhere = FALSE;' sync-simulator
mutation duplicates src/store/merge/spil-import.c \
  'if (entry->sequence <= device->last)' 'if (FALSE)' sync-simulator
mutation keys-are-destroyed src/store/merge/spil-merger.c \
  'spil_row_erase (self->tables, row, error) &&' 'TRUE &&' sync-simulator sync-erasure
mutation scrub src/sync/engine/spil-run.c \
  'return !run->erased || spil_store_scrub (run->store, error);' 'return TRUE;' sync-erasure
mutation fsync src/store/database/spil-connection.c \
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL' 'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF' sync-power
mutation all-or-nothing src/store/merge/spil-import.c \
  'spil_connection_rollback (self->store->connection);' 'spil_connection_commit (self->store->connection, NULL);' sync-import-faults store-import
mutation signature src/sync/wire/spil-wire.c \
  'if (crypto_sign_verify_detached (data + length, message->data, message->len, author->sign) != 0)' \
  'if (crypto_sign_verify_detached (data + length, message->data, message->len, author->sign) > 0)' sync-wire sync-segment
mutation name-is-content src/sync/engine/spil-run-fetch.c \
  '*taken = spil_hash_equal (&hash, &one->name.hash);' '*taken = TRUE;' sync-carried sync-sync
mutation previous-hash src/sync/engine/spil-ready.c \
  ': memcmp (before->hash, head->previous.bytes, sizeof before->hash) == 0)' ': TRUE)' sync-sync sync-identity
mutation causal-order src/sync/engine/spil-ready.c \
  'if (there < MIN (item->sequence, cut)) {' 'if (FALSE) {' sync-sync sync-carried
mutation no-gap src/sync/engine/spil-ready.c \
  'if (peer == NULL || packet->first > there + 1) {' 'if (peer == NULL) {' sync-sync sync-carried
mutation cut-off src/sync/engine/spil-run-judge.c \
  'if (packet->last > judgement->cut)' 'if (FALSE)' sync-space sync-carried
mutation readers-write-nothing src/sync/engine/spil-run-judge.c \
  'if (peer->role == SPIL_ROLE_READER) {' 'if (FALSE) {' sync-space
mutation truth src/sync/report/spil-sync-report.c \
  'self->up_to_date = complete &&' 'self->up_to_date = complete ||' sync-sync sync-carried
mutation whose-carrier src/sync/engine/spil-run-open.c \
  '  run->lost = TRUE;' '  run->lost = FALSE;' sync-sync sync-carried
mutation keys-come-again src/sync/engine/spil-run-send.c \
  'return own != NULL && own->version > 0' 'return FALSE && own->version > 0' sync-mend
mutation capitals src/sync/engine/spil-run-carrier.c \
  'if (spil_carrier_remove (run->carrier, name, run->cancellable, &fault) &&' 'if (FALSE &&' sync-mend
mutation never-overwrite src/sync/carriers/spil-folder-put.c \
  'writing->folder, writing->base, RENAME_NOREPLACE) != 0)' 'writing->folder, writing->base, 0) != 0)' \
  sync-folder-carrier sync-folder-faults
mutation double src/sync/engine/spil-run-identity.c \
  'spil_shelf_find (run->shelf, &name.hash) == NULL && !take_unknown' 'FALSE && !take_unknown' sync-identity
mutation high-water-mark src/sync/engine/spil-run-identity.c \
  'return found && (!spil_id_equal (mark.device, session->device) || mark.sequence > packed);' 'return FALSE;' \
  sync-identity

mutation snapshot-two-members src/sync/snapshot/spil-snapshot-shelf.c \
  'return alone && maker->role == SPIL_ROLE_LEADER;' 'return alone || maker->role == SPIL_ROLE_LEADER;' sync-snapshot
mutation snapshot-witness src/sync/snapshot/spil-snapshot-shelf.c \
  'return bytes != NULL && spil_snapshot_is_witness (' 'return bytes != NULL || spil_snapshot_is_witness (' sync-snapshot
mutation snapshot-digest src/sync/snapshot/spil-snapshot-fetch.c \
  'if (fault == NULL)' 'if (fault == NULL || fault != NULL)' sync-snapshot
mutation snapshot-history src/sync/snapshot/spil-snapshot-fetch.c \
  'if (copy != NULL)' 'if (copy == NULL)' sync-snapshot
mutation snapshot-tables src/store/sync/spil-snapshot-open.c \
  '!check_schema (connection, path, error) ||' '(!check_schema (connection, path, NULL) && FALSE) ||' sync-snapshot
mutation snapshot-erased src/sync/snapshot/spil-run-snapshots.c \
  'gboolean erased = known->head.n_erased < n_erased;' 'gboolean erased = FALSE;' sync-snapshot
mutation snapshot-bare src/sync/engine/spil-run-rescue.c '!packet->bare && ' '' sync-snapshot
mutation snapshot-numbers src/store/change/spil-transaction.c \
  'self->stamp.device == self->store->device_number ||' 'TRUE ||' sync-snapshot
mutation snapshot-pieces src/sync/snapshot/spil-run-snapshots.c \
  'if (!belongs (shelf, &peer->device, name.number))' 'if (!belongs (shelf, &peer->device, name.number) && FALSE)' sync-snapshot-share
mutation snapshot-goes-on src/sync/snapshot/spil-snapshot-fetch.c \
  'place = count_fetched (fd, head)' 'place = 0 * count_fetched (fd, head)' sync-snapshot
mutation snapshot-blank src/store/sync/spil-snapshot-adopt.c '*blank = n == 0;' '*blank = TRUE;' sync-snapshot

[ ${#stale[@]} = 0 ] || echo "to be renewed: ${stale[*]}"
[ ${#unnoticed[@]} = 0 ] || { echo "nothing noticed: ${unnoticed[*]}"; exit 1; }
