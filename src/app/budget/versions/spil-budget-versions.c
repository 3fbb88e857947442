// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-versions.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"
#include "spil-row-group.h"
#include "spil-version-words.h"

struct _SpilBudgetVersions
{
  AdwBin parent_instance;

  SpilRowGroup *changes;
  SpilRowGroup *versions;
};

G_DEFINE_FINAL_TYPE (SpilBudgetVersions, spil_budget_versions, ADW_TYPE_BIN)

enum
{
  VERSION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What changed */

// "€ 200.000,00 becomes € 195.000,00"
static char *
dup_from_to (const SpilBudgetChangeRow *row)
{
  g_autofree char *before = spil_money_format (row->before.cents, SPIL_MONEY_CENTS);
  g_autofree char *after = row->pm ? g_strdup (_ ("PM"))
                                   : spil_money_format (row->after.cents, SPIL_MONEY_CENTS);

  if (row->only_after)
    // Translators: %s is an amount.
    return g_strdup_printf (_ ("New line: %s"), after);
  if (row->only_before)
    // Translators: %s is an amount.
    return g_strdup_printf (_ ("Was %s, and is no longer there"), before);
  // Translators: both are amounts.
  return g_strdup_printf (_ ("%s becomes %s"), before, after);
}

static gboolean
is_changed (const SpilBudgetChangeRow *row)
{
  return row->only_before || row->only_after || row->before.cents != row->after.cents;
}

static void
add_change (SpilBudgetVersions *self, const SpilBudgetChangeRow *row)
{
  g_autofree char *title = g_strdup_printf ("%d. %s", row->number, row->name);
  g_autofree char *from_to = dup_from_to (row);
  g_autofree char *outside = row->outside ? g_strdup_printf ("%s (%s)", from_to, _ ("outside this budget"))
                                          : NULL;
  g_autofree char *change = spil_budget_dup_change (row->after.cents - row->before.cents);

  spil_row_group_append (self->changes,
                         spil_text_row_new (title, outside != NULL ? outside : from_to, change));
}

static void
add_total (SpilBudgetVersions *self, SpilMoney before, SpilMoney after, int n_same)
{
  g_autofree char *was = spil_money_format (before.cents, SPIL_MONEY_CENTS);
  g_autofree char *is = spil_money_format (after.cents, SPIL_MONEY_CENTS);
  g_autofree char *change = spil_budget_dup_change (after.cents - before.cents);
  g_autofree char *same = n_same > 0 ? g_strdup_printf (ngettext ("%d line stays as it is.",
                                                                  "%d lines stay as they are.", n_same),
                                                        n_same)
                                     : g_strdup ("");
  g_autofree char *kept = before.cents == after.cents
                              // Translators: %s is an amount.
                              ? g_strdup_printf (_ ("The total stays %s."), is)
                              // Translators: both are amounts.
                              : g_strdup_printf (_ ("The total changes: %s becomes %s."), was, is);
  g_autofree char *subtitle = spil_join_facts (kept, same, NULL);
  GtkWidget *row = spil_text_row_new (_ ("Total"), subtitle, change);

  gtk_widget_add_css_class (row, "total-row");
  spil_row_group_append (self->changes, row);
}

static void
fill_changes (SpilBudgetVersions *self, const SpilBudgetData *data)
{
  SpilMoney before = spil_money (0, data->version->vat), after = before;
  int n_same = 0;
  // Translators: %s is the name of a budget version.
  g_autofree char *title = data->replaced != NULL
                               ? g_strdup_printf (_ ("What changes against “%s”"), data->replaced->name)
                               : NULL;

  spil_row_group_begin (self->changes);
  for (guint i = 0; title != NULL && i < data->changes->len; i++) {
    const SpilBudgetChangeRow *row = data->changes->pdata[i];

    if (!row->outside) {
      before.cents += row->before.cents;
      after.cents += row->after.cents;
    }
    if (is_changed (row))
      add_change (self, row);
    else
      n_same++;
  }
  if (title != NULL) {
    add_total (self, before, after, n_same);
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->changes), title);
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->changes), data->version->reason);
  }
  spil_row_group_end (self->changes, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), title != NULL);
}

/* All versions */

static void
on_version_activated_cb (GtkWidget *row, SpilBudgetVersions *self)
{
  const SpilId *id = g_object_get_data (G_OBJECT (row), "spil-id");
  SpilId chosen = *id;

  g_signal_emit (self, signals[VERSION_CHOSEN], 0, &chosen);
}

static void
add_version (SpilBudgetVersions *self, const SpilBudgetData *data, const SpilBudgetVersionRow *version)
{
  SpilBudgetState state = spil_budget_version_state (version, data->current, data->today);
  g_autofree char *standing = spil_version_dup_standing (version, state);
  g_autofree char *total = spil_money_format (version->total.cents, SPIL_MONEY_CENTS);
  g_autofree char *subtitle = spil_join_facts (standing, version == data->version ? _ ("shown now") : "",
                                               NULL);
  GtkWidget *row = spil_text_row_new (version->name, subtitle, total);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spil-id", g_memdup2 (&version->id, sizeof (SpilId)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_version_activated_cb), self, 0);
  spil_row_group_append (self->versions, row);
}

void
spil_budget_versions_fill (SpilBudgetVersions *self, const SpilBudgetData *data)
{
  g_return_if_fail (SPIL_IS_BUDGET_VERSIONS (self));

  fill_changes (self, data);
  spil_row_group_begin (self->versions);
  for (guint i = 0; i < data->versions->len; i++)
    add_version (self, data, data->versions->pdata[i]);
  spil_row_group_end (self->versions, NULL);
}

static void
spil_budget_versions_class_init (SpilBudgetVersionsClass *klass)
{
  signals[VERSION_CHOSEN] = g_signal_new ("version-chosen", SPIL_TYPE_BUDGET_VERSIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_budget_versions_init (SpilBudgetVersions *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->changes = SPIL_ROW_GROUP (spil_row_group_new (""));
  self->versions = SPIL_ROW_GROUP (spil_row_group_new (_ ("Versions of the budget")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->changes));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->versions));
  adw_bin_set_child (ADW_BIN (self), page);
}
