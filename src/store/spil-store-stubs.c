// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Holds the place of what is being built; see the headers.
#include "spil-conflict-query.h"
#include "spil-privacy.h"
#include "spil-sync-store.h"

static void
not_yet (GError **error)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED, "Not yet.");
}

#define STUB(type, name, args, value) \
  type name args { not_yet (error); return value; }

void
spil_conflict_free (SpilConflict *self)
{
  g_free (self);
}
GPtrArray *
spil_store_conflicts (SpilStore *self, int limit, GError **error)
{
  return g_ptr_array_new ();
}
GPtrArray *
spil_store_conflicts_of (SpilStore *self, const SpilEntity *entity, SpilId row, GError **error)
{
  return g_ptr_array_new ();
}
STUB (SpilConflict *, spil_store_conflict, (SpilStore * self, const char *id, GError **error), NULL)
gboolean
spil_store_count_conflicts (SpilStore *self, int64_t *count, GError **error)
{
  *count = 0;
  return TRUE;
}
gboolean
spil_conflict_takes_value (const SpilConflict *self)
{
  return FALSE;
}
STUB (gboolean, spil_conflict_settle,
      (const SpilConflict *self, guint side, SpilAction *action, GError **error), FALSE)
STUB (gboolean, spil_conflict_settle_with,
      (const SpilConflict *self, const SpilChange *values, SpilAction *action, GError **error), FALSE)

STUB (gboolean, spil_store_each_entry,
      (SpilStore * self, const SpilId *device, int64_t first, int64_t last, SpilLogEntryFunc func,
       gpointer user_data, GError **error),
      FALSE)
STUB (GArray *, spil_store_row_keys,
      (SpilStore * self, const SpilId *device, int64_t first, int64_t last, GError **error), NULL)
STUB (gboolean, spil_store_get_last_sequence, (SpilStore * self, int64_t *sequence, GError **error), FALSE)
STUB (GArray *, spil_store_get_vector, (SpilStore * self, GError **error), NULL)
STUB (SpilImport *, spil_import_begin, (SpilStore * store, GError **error), NULL)
void
spil_import_free (SpilImport *self)
{
}
STUB (gboolean, spil_import_entry,
      (SpilImport * self, const SpilId *device, const SpilLogEntry *entry, GHashTable *keys, GError **error),
      FALSE)
STUB (gboolean, spil_import_finish, (SpilImport * self, SpilImportResult *result, GError **error), FALSE)
STUB (gboolean, spil_store_cut_device, (SpilStore * self, const SpilId *device, int64_t last, GError **error),
      FALSE)
STUB (gboolean, spil_store_renew_device,
      (SpilStore * self, const SpilId *device, int64_t keep, GError **error), FALSE)
char *
spil_store_dup_device_name (SpilStore *self, const SpilId *device)
{
  return g_strdup ("");
}
STUB (gboolean, spil_store_set_device_name,
      (SpilStore * self, const SpilId *device, const char *name, GError **error), FALSE)
STUB (gboolean, spil_store_set_reader, (SpilStore * self, gboolean reader, GError **error), FALSE)
gboolean
spil_store_is_reader (SpilStore *self)
{
  return FALSE;
}
STUB (GBytes *, spil_store_get_note, (SpilStore * self, const char *name, GError **error), NULL)
STUB (gboolean, spil_store_set_note, (SpilStore * self, const char *name, GBytes *note, GError **error),
      FALSE)
void
spil_packet_free (SpilPacket *self)
{
}
STUB (gboolean, spil_store_keep_packet,
      (SpilStore * self, const SpilPacket *packet, GBytes *bytes, GError **error), FALSE)
STUB (gboolean, spil_store_drop_packet, (SpilStore * self, const SpilPacket *packet, GError **error), FALSE)
STUB (GPtrArray *, spil_store_list_packets, (SpilStore * self, GError **error), NULL)
STUB (GBytes *, spil_store_get_packet, (SpilStore * self, const SpilPacket *packet, GError **error), NULL)

void
spil_erasure_free (SpilErasure *self)
{
}
STUB (SpilErasure *, spil_store_survey_person, (SpilStore * self, SpilId person, GError **error), NULL)
STUB (SpilErasure *, spil_store_erase_person, (SpilStore * self, SpilId person, GError **error), NULL)
STUB (gboolean, spil_store_scrub, (SpilStore * self, GError **error), FALSE)
