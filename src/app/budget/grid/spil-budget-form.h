// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-deed.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_FORM (spil_budget_form_get_type ())

/**
 * A dialog in which something about the budget is worked out and then kept in one step. What is refused is said at the top and the dialog stays; nothing typed
 * is lost without a question. Signal `done` after the commit.
 */
G_DECLARE_DERIVABLE_TYPE (SpilBudgetForm, spil_budget_form, SPIL, BUDGET_FORM, AdwDialog)

struct _SpilBudgetFormClass
{
  AdwDialogClass parent_class;

  /** The window became narrow, or is that no longer. May be NULL. */
  void (*set_narrow) (SpilBudgetForm *self, gboolean narrow);
};

/** Once, before anything else: @title, and how wide the dialog is where there is room. */
void spil_budget_form_set_up (SpilBudgetForm *self, SpilWorker *worker, const char *title, int width);

SpilWorker *spil_budget_form_get_worker (SpilBudgetForm *self);
/** What the form holds, from top to bottom; it scrolls. */
GtkBox *spil_budget_form_get_box (SpilBudgetForm *self);
/** Adds a button to the foot; the first stands left. */
GtkWidget *
spil_budget_form_add_button (SpilBudgetForm *self, const char *label, gboolean suggested, GCallback clicked);
/** A line over the buttons, said as it changes: what would come of it. @warns: it may not be. */
void spil_budget_form_set_sentence (SpilBudgetForm *self, const char *sentence, gboolean warns);

/** Something was typed. */
void spil_budget_form_touch (SpilBudgetForm *self);
/** Says why it may not be; NULL: nothing. */
void spil_budget_form_refuse (SpilBudgetForm *self, const char *sentence);
/** Commits @action, which is taken, and closes the dialog when that succeeded. */
void spil_budget_form_commit (SpilBudgetForm *self, SpilAction *action);
/** The same with what @make makes of it on the worker's thread. As spil_deed_do(). */
void spil_budget_form_do (SpilBudgetForm *self, SpilDeedFunc make, gpointer data, GDestroyNotify free_data);

G_END_DECLS
