// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-field-editor.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SHORT_FORM (spil_short_form_get_type ())

/**
 * A dialog with a few fields for one step, such as offering something: Enter in an entry goes on, Ctrl+Enter saves. It closes when saving has
 * succeeded, and stays with the reason when it was refused. Nothing typed is lost without a question.
 *
 * Signal: `saved` after the commit, while the user data is still there.
 */
G_DECLARE_FINAL_TYPE (SpilShortForm, spil_short_form, SPIL, SHORT_FORM, AdwDialog)

/** What saving does, or NULL when something is missing: then it was said with spil_short_form_refuse() or at a field. */
typedef SpilAction *(*SpilShortFormSave) (SpilShortForm *self, gpointer user_data);

SpilShortForm *spil_short_form_new (SpilWorker *worker, const char *title, SpilShortFormSave save,
                                    gpointer user_data, GDestroyNotify free_user_data);

/** What is said over the fields. */
void spil_short_form_set_description (SpilShortForm *self, const char *text);

/** Adds the editor of a field, filled with @value (nullable). Owned by the form. */
SpilFieldEditor *
spil_short_form_add_field (SpilShortForm *self, SpilEntityNumber entity, int field, const SpilValue *value);
/** Adds a row of any kind. */
void spil_short_form_add_row (SpilShortForm *self, GtkWidget *row);
/** Adds a field for a few lines of words, with that label. Owned by the form. */
GtkTextView *spil_short_form_add_note (SpilShortForm *self, const char *label);

/** What was typed there, without white space around it; NULL when nothing was. Free with g_free(). */
char *spil_short_form_dup_note (GtkTextView *note);

/** Sets the field of @change to what @editor holds (NULL: nothing to do); FALSE when that is wrong, which is shown there. */
gboolean spil_short_form_assign (SpilShortForm *self, SpilFieldEditor *editor, SpilChange *change);

/** Says why it cannot be saved, and moves the keyboard to @widget (nullable). */
void spil_short_form_refuse (SpilShortForm *self, const char *message, GtkWidget *widget);

/** For rows added by hand: something was typed. */
void spil_short_form_touch (SpilShortForm *self);

G_END_DECLS
