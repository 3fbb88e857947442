// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Holds the place of what is being built; see the headers.
#include "spil-sync.h"

G_DEFINE_QUARK (spil - space - error - quark, spil_space_error)

static void
not_yet (GError **error)
{
  g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED, "Not yet.");
}

#define STUB(type, name, args, value) \
  type name args { not_yet (error); return value; }

const char *
spil_role_name (SpilRole role)
{
  return role == SPIL_ROLE_LEADER ? "leader" : role == SPIL_ROLE_BROKER ? "broker" : "reader";
}
gboolean
spil_role_parse (const char *name, SpilRole *role)
{
  return FALSE;
}
const char *
spil_role_label (SpilRole role)
{
  return spil_role_name (role);
}
void
spil_space_state_free (SpilSpaceState *self)
{
  g_free (self);
}
SpilSpaceState *
spil_space_get_state (SpilStore *store, GError **error)
{
  return g_new0 (SpilSpaceState, 1);
}
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
void
spil_join_request_free (SpilJoinRequest *self)
{
  g_free (self);
}
STUB (GPtrArray *, spil_space_requests, (SpilStore * store, GCancellable *cancellable, GError **error), NULL)
STUB (gboolean, spil_space_approve,
      (SpilStore * store, const char *code, GCancellable *cancellable, GError **error), FALSE)
void
spil_member_free (SpilMember *self)
{
  g_free (self);
}
STUB (GPtrArray *, spil_space_members, (SpilStore * store, GError **error), NULL)
STUB (gboolean, spil_space_revoke,
      (SpilStore * store, const SpilId *device, GCancellable *cancellable, GError **error), FALSE)
STUB (gboolean, spil_space_accept_refused,
      (SpilStore * store, const SpilId *device, GCancellable *cancellable, GError **error), FALSE)
STUB (gboolean, spil_space_set_carrier,
      (SpilStore * store, const char *uri, GCancellable *cancellable, GError **error), FALSE)
const char *
spil_problem_name (SpilProblemKind kind)
{
  return "carrier";
}
void
spil_problem_free (SpilProblem *self)
{
  g_free (self);
}
void
spil_sync_report_free (SpilSyncReport *self)
{
  g_free (self);
}
STUB (SpilSyncReport *, spil_sync_run,
      (SpilStore * store, SpilSyncProgressFunc progress, gpointer user_data, GCancellable *cancellable,
       GError **error),
      NULL)
STUB (SpilSyncReport *, spil_sync_get_report, (SpilStore * store, GError **error), NULL)
char *
spil_sync_report_dup_sentence (const SpilSyncReport *self)
{
  return g_strdup ("");
}
char *
spil_sync_probe (const char *carrier, GCancellable *cancellable)
{
  return NULL;
}
