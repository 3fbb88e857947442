// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-audit.h"
#include "spil-snapshot-private.h"
#include "spil-store-private.h"

// Pages that are moved at a time.
#define STEP_PAGES 4096

// What this laptop keeps when the rest is replaced: it knows of other numbers for devices.
static const char *const own_content[] = {
  "INSERT INTO device (id, name) SELECT id, name FROM own.device WHERE id NOT IN (SELECT id FROM main.device)",
  "UPDATE device SET name = (SELECT o.name FROM own.device AS o WHERE o.id = device.id) "
  "WHERE id IN (SELECT id FROM own.device WHERE name <> '')",
  "UPDATE meta SET device = (SELECT d.number FROM main.device AS d JOIN own.device AS o ON o.id = d.id "
  "WHERE o.number = (SELECT device FROM own.meta)), reader = (SELECT reader FROM own.meta), "
  "clock = max (clock, (SELECT clock FROM own.meta))",
  "INSERT INTO note SELECT * FROM own.note",
  "INSERT INTO audit SELECT * FROM own.audit",
  "INSERT OR REPLACE INTO packet (device, first, last, hash, state, reason, content) "
  "SELECT d.number, p.first, p.last, p.hash, "
  "CASE WHEN EXISTS (SELECT 1 FROM main.packet AS m WHERE m.device = d.number AND m.hash = p.hash) THEN 1 "
  "ELSE p.state END, p.reason, p.content "
  "FROM own.packet AS p JOIN own.device AS o ON o.number = p.device JOIN main.device AS d ON d.id = o.id",
};

#define VERSION_SQL "PRAGMA own.data_version"

gboolean
spil_store_is_blank (SpilStore *self, gboolean *blank, GError **error)
{
  int64_t n;

  spil_store_assert_thread (self);
  *blank = FALSE;
  if (!spil_connection_read_integer (self->connection,
                                     "SELECT sequence + EXISTS (SELECT 1 FROM log) + "
                                     "EXISTS (SELECT 1 FROM packet WHERE state = 1) FROM meta",
                                     &n, error))
    return FALSE;
  *blank = n == 0;
  return TRUE;
}

static gboolean
attach (SpilConnection *copy, const char *path, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (copy, "ATTACH ?1 AS own", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, path);
  return spil_statement_run (statement, error);
}

static gboolean
refuse_busy (SpilStore *self, GError **error)
{
  spil_connection_set_error (self->connection, SQLITE_BUSY, error);
  return FALSE;
}

// The copy becomes that of this laptop. Its audit lines go on where they were.
static gboolean
take_identity (SpilStore *self, SpilConnection *copy, GError **error)
{
  SpilStore in_copy = {
    .thread = self->thread, .connection = copy, .actor = self->actor, .device = self->device
  };
  gboolean ok = spil_connection_begin (copy, error);

  for (gsize i = 0; ok && i < G_N_ELEMENTS (own_content); i++)
    ok = spil_connection_execute (copy, own_content[i], error);
  if (ok && spil_audit_write (&in_copy, "snapshot", "database", "ok", error) &&
      spil_connection_commit (copy, error))
    return TRUE;
  spil_connection_rollback (copy);
  return FALSE;
}

static gboolean
check_step (SpilStore *self, int code, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_DONE)
    return TRUE;
  spil_connection_set_error (self->connection, code, error);
  return FALSE;
}

// The first page takes the lock: what was changed before that is seen, and nothing is after.
static gboolean
move_pages (SpilStore *self, SpilConnection *copy, sqlite3_backup *backup, int64_t version, GError **error)
{
  int64_t now;
  int code = sqlite3_backup_step (backup, 1);

  if (!check_step (self, code, error) || !spil_connection_read_integer (copy, VERSION_SQL, &now, error))
    return FALSE;
  if (now != version)
    return refuse_busy (self, error);
  while (code == SQLITE_OK)
    code = sqlite3_backup_step (backup, STEP_PAGES);
  return check_step (self, code, error);
}

// In one change of the database that is open, so that it has the old content or the new, and others that have it open see that it changed.
static gboolean
take_place (SpilStore *self, SpilConnection *copy, int64_t version, GError **error)
{
  sqlite3 *to = spil_connection_get_handle (self->connection);
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", spil_connection_get_handle (copy), "main");
  gboolean ok;
  int code;

  if (backup == NULL)
    return check_step (self, sqlite3_extended_errcode (to), error);
  ok = move_pages (self, copy, backup, version, error);
  code = sqlite3_backup_finish (backup);
  return ok && check_step (self, code, error);
}

gboolean
spil_store_adopt_snapshot (SpilStore *self, const char *path, GError **error)
{
  g_autoptr (SpilConnection) copy = NULL;
  gboolean blank;
  int64_t version;

  spil_store_assert_thread (self);
  copy = spil_connection_open_copy (path, path, error);
  if (copy == NULL ||
      !spil_connection_execute (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error) ||
      !attach (copy, spil_store_get_path (self), error) ||
      !spil_connection_read_integer (copy, VERSION_SQL, &version, error) ||
      !spil_store_is_blank (self, &blank, error))
    return FALSE;
  if (!blank)
    return refuse_busy (self, error);
  if (!take_identity (self, copy, error) || !take_place (self, copy, version, error) ||
      !spil_store_read_device (self, error))
    return FALSE;
  memset (&self->touched, 0xff, sizeof self->touched);
  // All of it stands in the write-ahead log; somebody who reads only puts off that it goes.
  spil_connection_execute (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return TRUE;
}
