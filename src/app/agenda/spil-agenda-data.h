// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-agenda-span.h"
#include "spil-rhythm-query.h"

G_BEGIN_DECLS

/** Everybody's actions, or those of one. */
typedef enum
{
  SPIL_AGENDA_MINE_OR_ALL, /**< mine where this laptop's user is a broker, else everybody's: how it begins */
  SPIL_AGENDA_CHOSEN,
} SpilAgendaWhose;

/** What the agenda shows. */
typedef struct
{
  SpilAgendaSpan span;
  SpilDay today;
  char *owner; /**< whose; NULL: everybody's */
  GPtrArray *owners; /**< of char *: who can be chosen */
  GPtrArray *late; /**< of SpilPlanned, before today */
  GPtrArray *planned; /**< of SpilPlanned, in the span, from today on */
} SpilAgendaData;

/** Whose actions are this laptop's: those of its user where that is a broker, else everybody's (NULL). Free with g_free(). */
char *spil_agenda_data_dup_own (SpilStore *store);

/** What spil_agenda_data_load() is asked. @owner counts for SPIL_AGENDA_CHOSEN. */
gpointer spil_agenda_request_new (SpilAgendaSpan span, SpilAgendaWhose whose, const char *owner);
void spil_agenda_request_free (gpointer request);

/** A SpilJobFunc. */
gpointer
spil_agenda_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_agenda_data_free (SpilAgendaData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAgendaData, spil_agenda_data_free)

/** The one with that id, late or planned; NULL: it is gone. */
const SpilPlanned *spil_agenda_data_find (const SpilAgendaData *self, const char *id);

G_END_DECLS
