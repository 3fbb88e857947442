// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-entity.h"
#include "spil-fund-query.h"
#include "spil-programme-query.h"

G_BEGIN_DECLS

/** All that a letter about an application can say, as of a day. Refers to the store no longer. */
typedef struct
{
  SpilDay today;
  SpilTime made;
  SpilProgrammeRow *programme;
  SpilRecord *application;
  SpilRecord *scheme;
  SpilRecord *organisation;
  SpilRecord *contact; /**< NULL: none is named, or the person was erased */
  SpilRecord *refusal; /**< ground; NULL: none */
  char
      *arithmetic; /**< behind the highest award, as it was assessed, else worked out anew; NULL: not known */
  SpilMoney paid; /**< advances and final payments less refunds */
  SpilMoney advance; /**< advances less refunds */
  SpilMoney left; /**< still to be paid of what was settled; below 0: to be paid back */
  GPtrArray *wanting; /**< of char *: what the application must contain and does not */
  char *subject; /**< the text for letters of the kind asked, with its fields */
  char *body;
  SpilId text; /**< the row that holds it; nil: the text that comes with Spil */
} SpilLetterData;

/** Gathers it for a letter of @kind (SPIL_LETTER_KIND_*). NULL with SPIL_STORE_ERROR_NOT_FOUND when there is no such application. */
SpilLetterData *
spil_letter_data_new (SpilStore *store, SpilId application, int kind, SpilDay today, GError **error);
void spil_letter_data_free (SpilLetterData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLetterData, spil_letter_data_free)

/** The kind of letter that an application in that state (SPIL_APPLICATION_STATE_*) asks for: once it is complete, the award. */
int spil_letter_usual_kind (int state);

G_END_DECLS
