// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chips.h"
#include "spil-contact-form.h"
#include "spil-field-editor.h"
#include "spil-next-step.h"

G_BEGIN_DECLS

/* What the files of the form share. */

struct _SpilContactForm
{
  AdwBin parent_instance;

  SpilWorker *worker;
  SpilRecord *corrected; /**< NULL: a new contact moment */
  gboolean correction;
  GArray *persons; /**< of SpilId, as the chips stand */

  GPtrArray *editors; /**< of SpilFieldEditor */
  SpilFieldEditor *note;
  SpilFieldEditor *broker;
  SpilFieldEditor *time;
  gboolean kind_touched; /**< a person chose */
  gboolean setting; /**< the program fills in */
  GHashTable *marks; /**< of the note, that were looked at (char *) */
  const SpilContactData *data; /**< NULL: not read yet */
  SpilChips *kind;
  SpilChips *needs;
  GtkWidget *warning; /**< about a visit that is planned; NULL for a correction */
  GtkWidget *persons_row;
  SpilChips *person_chips;
  SpilNextStep *next; /**< NULL for a correction */
};

/** SPIL_CONTACT_KIND_*. */
int spil_contact_form_chosen_kind (SpilContactForm *self);
void spil_contact_form_choose_kind (SpilContactForm *self, int kind);
/** Bits 1 << SPIL_NEED_*. */
int64_t spil_contact_form_chosen_needs (SpilContactForm *self);
void spil_contact_form_choose_needs (SpilContactForm *self, int64_t bits);

/** Puts back what spil_contact_form_dup_draft() gave; what cannot be read is left aside. */
void spil_contact_form_restore_draft (SpilContactForm *self, const char *text);

G_END_DECLS
