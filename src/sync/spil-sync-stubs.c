// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Holds the place of what is being built; see the headers.
#include "spil-sync.h"

static void
not_yet (GError **error)
{
  g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED, "Not yet.");
}

#define STUB(type, name, args, value) \
  type name args { not_yet (error); return value; }

STUB (gboolean, spil_space_create,
      (SpilStore * store, const char *uri, const char *person, SpilId *space, char **recovery,
       GCancellable *cancellable, GError **error),
      FALSE)
STUB (char *, spil_space_dup_recovery, (SpilStore * store, GError **error), NULL)
STUB (char *, spil_space_invite, (SpilStore * store, SpilRole role, GError **error), NULL)
STUB (gboolean, spil_space_join,
      (SpilStore * store, const char *invitation, const char *uri, const char *person, char **code,
       GCancellable *cancellable, GError **error),
      FALSE)
STUB (gboolean, spil_space_leave, (SpilStore * store, GError **error), FALSE)
STUB (gboolean, spil_space_recover,
      (SpilStore * store, const char *recovery, const char *uri, const char *person,
       GCancellable *cancellable, GError **error),
      FALSE)
STUB (GPtrArray *, spil_space_requests, (SpilStore * store, GCancellable *cancellable, GError **error), NULL)
STUB (gboolean, spil_space_approve,
      (SpilStore * store, const char *code, GCancellable *cancellable, GError **error), FALSE)
STUB (GPtrArray *, spil_space_members, (SpilStore * store, GError **error), NULL)
STUB (gboolean, spil_space_revoke,
      (SpilStore * store, const SpilId *device, GCancellable *cancellable, GError **error), FALSE)
STUB (gboolean, spil_space_accept_refused,
      (SpilStore * store, const SpilId *device, GCancellable *cancellable, GError **error), FALSE)
STUB (gboolean, spil_space_set_carrier,
      (SpilStore * store, const char *uri, GCancellable *cancellable, GError **error), FALSE)
