// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-facts.h"

#include <glib/gi18n-lib.h>

static void
clear (gpointer data)
{
  SpilSyncFacts *self = data;

  g_clear_pointer (&self->state, spil_space_state_free);
  g_clear_pointer (&self->report, spil_sync_report_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_free (self->failure);
}

SpilSyncFacts *
spil_sync_facts_ref (SpilSyncFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
spil_sync_facts_unref (SpilSyncFacts *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

SpilSyncFacts *
spil_sync_facts_new_alone (void)
{
  SpilSyncFacts *self = g_atomic_rc_box_new0 (SpilSyncFacts);

  self->state = g_new0 (SpilSpaceState, 1);
  self->members = g_ptr_array_new ();
  self->requests = g_ptr_array_new ();
  return self;
}

static gboolean
is_shared (const SpilSyncFacts *self)
{
  return self->state->standing != SPIL_SPACE_NONE;
}

SpilSyncFacts *
spil_sync_facts_new (SpilStore *store, GPtrArray *requests, GError **error)
{
  SpilSpaceState *state = spil_space_get_state (store, error);
  g_autoptr (SpilSyncFacts) self = NULL;

  if (state == NULL)
    return NULL;
  self = spil_sync_facts_new_alone ();
  spil_space_state_free (self->state);
  self->state = state;
  if (requests != NULL) {
    g_ptr_array_unref (self->requests);
    self->requests = g_ptr_array_ref (requests);
  }
  if (!is_shared (self))
    return g_steal_pointer (&self);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  if ((self->members = spil_space_members (store, error)) == NULL ||
      (self->report = spil_sync_get_report (store, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
spil_sync_facts_is_active (const SpilSyncFacts *self)
{
  return self->state->standing == SPIL_SPACE_MEMBER || self->state->standing == SPIL_SPACE_ASKED;
}

gboolean
spil_sync_facts_is_leader (const SpilSyncFacts *self)
{
  return self->state->standing == SPIL_SPACE_MEMBER && self->state->role == SPIL_ROLE_LEADER;
}

// Whether it goes on by itself once another laptop or the folder has been there.
static gboolean
is_patient (SpilProblemKind kind)
{
  return kind == SPIL_PROBLEM_GAP || kind == SPIL_PROBLEM_KEYS || kind == SPIL_PROBLEM_WAITING_FOR_LEADER;
}

SpilSyncLevel
spil_sync_facts_get_level (const SpilSyncFacts *self)
{
  SpilSyncLevel level = SPIL_SYNC_CURRENT;

  if (self->state->standing == SPIL_SPACE_REVOKED)
    return SPIL_SYNC_ENDED;
  if (self->failure != NULL)
    return SPIL_SYNC_TROUBLE;
  if (!is_shared (self))
    return SPIL_SYNC_ALONE;
  if (self->state->standing == SPIL_SPACE_ASKED || !self->report->up_to_date)
    level = SPIL_SYNC_WAITING;
  if (spil_sync_facts_count_to_do (self) > 0)
    level = SPIL_SYNC_TO_DO;
  for (guint i = 0; i < self->report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (self->report->problems, i);

    if (!is_patient (problem->kind))
      return SPIL_SYNC_TROUBLE;
  }
  return level;
}

gboolean
spil_sync_facts_is_away (const SpilSyncFacts *self)
{
  if (!is_shared (self) || self->report == NULL)
    return FALSE;
  for (guint i = 0; i < self->report->problems->len; i++)
    if (((const SpilProblem *) g_ptr_array_index (self->report->problems, i))->kind == SPIL_PROBLEM_CARRIER)
      return TRUE;
  return FALSE;
}

static char *
dup_requests_sentence (const SpilSyncFacts *self)
{
  const SpilJoinRequest *first = g_ptr_array_index (self->requests, 0);

  if (self->requests->len == 1)
    // Translators: %s is a person.
    return g_strdup_printf (_ ("%s asks to take part"), first->person);
  return g_strdup_printf (
      ngettext ("%u laptop asks to take part", "%u laptops ask to take part", self->requests->len),
      self->requests->len);
}

char *
spil_sync_facts_dup_sentence (const SpilSyncFacts *self)
{
  if (self->failure != NULL)
    return g_strdup (self->failure);
  switch (self->state->standing) {
  case SPIL_SPACE_NONE:
    return g_strdup (_ ("Only on this laptop"));
  case SPIL_SPACE_ASKED:
    return g_strdup (_ ("Waits until the project leader lets this laptop in"));
  case SPIL_SPACE_REVOKED:
    return g_strdup (_ ("This laptop takes no part any more"));
  case SPIL_SPACE_MEMBER:
    break;
  }
  // Why, and what to do about it, is told with the problem.
  if (spil_sync_facts_is_away (self))
    return g_strdup (_ ("The shared folder cannot be reached now"));
  if (self->report->up_to_date && self->requests->len > 0)
    return dup_requests_sentence (self);
  if (self->report->up_to_date && self->report->conflicts > 0)
    return g_strdup_printf (ngettext ("%d contradiction to choose in", "%d contradictions to choose in",
                                      (gulong) self->report->conflicts),
                            (int) MIN (self->report->conflicts, G_MAXINT));
  return spil_sync_report_dup_sentence (self->report);
}

int64_t
spil_sync_facts_count_to_do (const SpilSyncFacts *self)
{
  return (self->report != NULL ? self->report->conflicts : 0) + self->requests->len;
}

const SpilMember *
spil_sync_facts_find_member (const SpilSyncFacts *self, const SpilId *device)
{
  for (guint i = 0; i < self->members->len; i++) {
    const SpilMember *member = g_ptr_array_index (self->members, i);

    if (spil_id_equal (member->device, *device))
      return member;
  }
  return NULL;
}
