// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/** What many employers get at once. All zero bytes: nothing. Nothing in it is owned. */
typedef struct
{
  int tier; /**< SPIL_TIER_*; 0: as it is; -1: none any more */
  const char *mobility_broker; /**< NULL: as it is; "": none any more */
  const char *sustainability_broker; /**< as @mobility_broker */
  int cadence; /**< contact every so many days; 0: as it is; -1: what the tier says */
  const char *add_tag; /**< NULL: none */
  const char *remove_tag; /**< in any letter case; NULL: none */
  int64_t add_urgency; /**< bits 1 << SPIL_URGENCY_* */
  int64_t remove_urgency; /**< as @add_urgency */
  const char *action_text; /**< a next action for each; NULL: none */
  SpilDay action_due; /**< only with @action_text; may be SPIL_DAY_NONE */
  const char *action_owner; /**< only with @action_text; NULL: its mobility broker, else its sustainability broker */
} SpilEmployerEdit;

/** Whether @edit would change anything of anybody. */
gboolean spil_employer_edit_is_empty (const SpilEmployerEdit *edit);

/**
 * One action that carries out @edit for the organisations @ids: only what differs is changed. @n_changed (nullable) gets how many of
 * them change; an organisation that is gone is passed over. NULL with @error on failure, also when it is cancelled. Free with
 * spil_action_free().
 */
SpilAction *spil_employer_bulk_action (SpilStore *store, const SpilId *ids, gsize n_ids, const SpilEmployerEdit *edit,
                                       const char *label, int64_t *n_changed, GCancellable *cancellable,
                                       GError **error);

/** @tags ("zorg, bouw"; nullable) with @add and without @remove (both nullable). NULL: none are left. Free with g_free(). */
char *spil_employer_dup_tags (const char *tags, const char *add, const char *remove);

G_END_DECLS
