// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-glance-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-indicator-query.h"
#include "spil-number.h"
#include "spil-risk-words.h"

// How many of the highest risks are shown.
#define MAX_RISKS 3

// A row that opens @page: what it is about, what is said of it, and the figure at the end.
static GtkWidget *
make_row (const char *title, const char *subtitle, const char *figure, const char *page)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (figure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
  return row;
}

static GtkWidget *
make_budget_row (const SpilBudgetTotal *total)
{
  g_autofree char *budget = spil_money_format (total->budget.cents, SPIL_MONEY_WHOLE);
  g_autofree char *spent = spil_money_format (total->actual.cents, SPIL_MONEY_WHOLE);
  g_autofree char *open = spil_money_format (total->open.cents, SPIL_MONEY_WHOLE);
  g_autofree char *free_amount = spil_money_format (total->free.cents, SPIL_MONEY_WHOLE);
  g_autofree char *figure = g_strdup_printf (_ ("%s free"), free_amount);
  // Translators: the budget, what is spent, what is committed.
  g_autofree char *subtitle = g_strdup_printf (_ ("Of %s, %s is spent and %s committed"), budget, spent,
                                               open);

  return make_row (_ ("Budget"), subtitle, figure, "budget");
}

static GtkWidget *
make_risk_row (const SpilRiskRow *risk)
{
  g_autofree char *figure = spil_risk_dup_score (&risk->now);

  return make_row (risk->event, risk->theme != NULL ? risk->theme : "", figure, "risks");
}

static char *
dup_quantity (int64_t value)
{
  return value % SPIL_DECIMAL_ONE == 0 ? spil_integer_format (value / SPIL_DECIMAL_ONE)
                                       : spil_decimal_format (value);
}

static GtkWidget *
make_indicator_row (const SpilIndicatorRow *indicator)
{
  const SpilIndicatorFigures *figures = &indicator->figures;
  g_autofree char *value = figures->has_value ? dup_quantity (figures->value) : g_strdup (_ ("not measured"));
  g_autofree char *target = figures->has_target ? dup_quantity (figures->target) : NULL;
  // Translators: %s is what was measured, and what it should become; or only the latter.
  g_autofree char *figure = target == NULL       ? g_strdup (value)
                            : figures->has_value ? g_strdup_printf (_ ("%s of %s"), value, target)
                                                 : g_strdup_printf (_ ("goal %s"), target);
  g_autofree char *unit = indicator->per != NULL
                              ? g_strdup_printf (_ ("%s per %s"), indicator->unit, indicator->per)
                              : g_strdup (indicator->unit);

  return make_row (indicator->name, unit, figure, "effects");
}

GPtrArray *
spil_glance_rows_new (const SpilHomeData *data)
{
  GPtrArray *rows = g_ptr_array_new ();

  if (data->budget != NULL)
    g_ptr_array_add (rows, make_budget_row (data->budget));
  for (guint i = 0; i < data->indicators->len; i++)
    g_ptr_array_add (rows, make_indicator_row (g_ptr_array_index (data->indicators, i)));
  for (guint i = 0; i < MIN (data->risks->len, MAX_RISKS); i++)
    g_ptr_array_add (rows, make_risk_row (g_ptr_array_index (data->risks, i)));
  return rows;
}
