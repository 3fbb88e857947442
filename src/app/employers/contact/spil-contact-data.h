// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"
#include "spil-visit-section.h"

G_BEGIN_DECLS

/** What the dialog of a contact moment has to know of the employer. */
typedef struct
{
  SpilRecord *organisation;
  GPtrArray *persons; /**< of SpilRecord */
  GPtrArray *actions; /**< open next actions, of SpilRecord, the one that is due first in front */
  char *broker; /**< who is proposed as the broker; NULL: nobody */
  SpilRecord *corrected; /**< the contact moment that is corrected; NULL: none */
  GArray *corrected_persons; /**< of SpilId, who were at it */
  int cadence; /**< days between contacts; 0: none */
  int usual_days; /**< till the next action where there is no cadence; 0: not set */
  SpilVisits *visits; /**< of both brokers; NULL: not known */
  char *draft; /**< what was typed before and not saved; NULL: nothing */
} SpilContactData;

/**
 * What spil_contact_data_load() is asked, with the draft that the folder @dir may hold for a new contact moment. @corrected nil: a new one. Free
 * with g_free().
 */
gpointer spil_contact_request_new_with_draft (SpilId organisation, SpilId corrected, const char *dir);

/** A SpilJobFunc; gives SpilContactData. */
gpointer
spil_contact_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_contact_data_free (SpilContactData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilContactData, spil_contact_data_free)

/**
 * Who writes down: @actor when that is one of the @brokers (of char *), else the broker of the relation, else @actor. Free with
 * g_free().
 */
char *spil_contact_propose_broker (const char *actor, GPtrArray *brokers, const char *relation_broker);

G_END_DECLS
