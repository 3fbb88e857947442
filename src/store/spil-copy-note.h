// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-backup.h"
#include "spil-copy-rule.h"

G_BEGIN_DECLS

/*
 * What this laptop remembers of the copies that were made of its database: when and where the last one was made, and whether an attempt failed
 * since. It is a note of the store: nothing of it travels.
 */

typedef struct
{
  SpilTime begun; /**< when the database was made: its first audit line; 0: unknown */
  SpilTime made; /**< 0: never */
  char *path; /**< of the last copy; "" when there is none */
  SpilTime failed; /**< of an attempt after it; 0: none */
  char *failure; /**< what was amiss then, for people; "" */
} SpilCopyNote;

SpilCopyNote *spil_copy_note_read (SpilStore *store, GError **error);
void spil_copy_note_free (SpilCopyNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCopyNote, spil_copy_note_free)

/** For spil_copy_rule_judge(). */
SpilCopyState spil_copy_note_get_state (const SpilCopyNote *self);

/**
 * As spil_store_backup(), and remembers that it was made, or that it failed; what was stopped by hand is neither. A database that may only be read is
 * copied without a note. Adds a line to the audit table.
 */
gboolean spil_copy_make (SpilStore *store, const char *path, SpilBackupFunc progress, gpointer user_data,
                         GError **error);

/**
 * As spil_backup_restore(); then the database that was put back remembers the copy that it came from, and has a line of it in its audit
 * table.
 */
gboolean spil_copy_put_back (const char *path, const char *dir, char **replaced, GError **error);

G_END_DECLS
