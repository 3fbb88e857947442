// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-row-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-import-words.h"
#include "spil-fact-row.h"

/* One row; the widgets belong to the page, which it is kept by. */
typedef struct
{
  SpilBookingImport *import;
  guint index;
  SpilBookingChosenFunc chosen;
  gpointer chosen_data;
  AdwActionRow *outcome;
  AdwComboRow *line;
  AdwComboRow *commitment; /* NULL in a list of commitments */
  AdwSwitchRow *skip;
  AdwSwitchRow *keep;
  gboolean filling;
} RowPage;

static SpilBookingRow *
get_row (RowPage *self)
{
  return self->import->rows->pdata[self->index];
}

/* Lines */

GtkStringList *
spil_booking_line_choices (const SpilBookingImport *import, const char *none)
{
  GtkStringList *words = gtk_string_list_new ((const char *const[]) { none, NULL });

  for (guint i = 0; i < import->lines->len; i++) {
    const SpilBudgetLineFigures *line = import->lines->pdata[i];

    gtk_string_list_take (words, g_strdup_printf ("%d · %s", line->number, line->name));
  }
  return words;
}

guint
spil_booking_line_place (const SpilBookingImport *import, SpilId line)
{
  for (guint i = 0; i < import->lines->len; i++)
    if (spil_id_equal (((const SpilBudgetLineFigures *) import->lines->pdata[i])->id, line))
      return i + 1;
  return 0;
}

SpilId
spil_booking_line_at (const SpilBookingImport *import, guint place)
{
  if (place == 0 || place > import->lines->len)
    return SPIL_ID_NIL;
  return ((const SpilBudgetLineFigures *) import->lines->pdata[place - 1])->id;
}

/* Commitments */

static GtkStringList *
commitment_choices (const SpilBookingImport *import)
{
  GtkStringList *words = gtk_string_list_new ((const char *const[]) { _ ("Without a commitment"), NULL });

  for (guint i = 0; i < import->commitments->len; i++) {
    const SpilBookingCommitment *commitment = import->commitments->pdata[i];
    g_autofree char *open = spil_money_format (commitment->open, SPIL_MONEY_BRIEF);

    gtk_string_list_take (words, g_strdup_printf (_ ("%s (open: %s)"), commitment->name, open));
  }
  return words;
}

static guint
commitment_place (const SpilBookingImport *import, SpilId id)
{
  for (guint i = 0; i < import->commitments->len; i++)
    if (spil_id_equal (((const SpilBookingCommitment *) import->commitments->pdata[i])->id, id))
      return i + 1;
  return 0;
}

/* Showing and choosing */

static void
show (RowPage *self)
{
  const SpilBookingRow *row = get_row (self);

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->outcome), spil_booking_state_label (row->state));
  adw_action_row_set_subtitle (self->outcome,
                               row->why != NULL ? row->why : spil_booking_state_explanation (row->state));
  adw_combo_row_set_selected (self->line, spil_booking_line_place (self->import, row->line));
  if (self->commitment != NULL)
    adw_combo_row_set_selected (self->commitment, commitment_place (self->import, row->commitment));
  adw_switch_row_set_active (self->skip, row->skip);
  adw_switch_row_set_active (self->keep, row->keep);
  gtk_widget_set_visible (GTK_WIDGET (self->keep), row->keep || row->state == SPIL_BOOKING_ROW_DUPLICATE);
  self->filling = FALSE;
}

static void
choose (RowPage *self)
{
  spil_booking_import_judge (self->import);
  show (self);
  self->chosen (self->chosen_data);
}

static void
on_line_cb (RowPage *self)
{
  if (self->filling)
    return;
  spil_booking_import_set_line (self->import, self->index,
                                spil_booking_line_at (self->import, adw_combo_row_get_selected (self->line)));
  choose (self);
}

static void
on_commitment_cb (RowPage *self)
{
  const guint place = adw_combo_row_get_selected (self->commitment);

  if (self->filling || place > self->import->commitments->len)
    return;
  spil_booking_import_set_commitment (
      self->import, self->index,
      place == 0 ? SPIL_ID_NIL
                 : ((const SpilBookingCommitment *) self->import->commitments->pdata[place - 1])->id);
  choose (self);
}

static void
on_switch_cb (RowPage *self)
{
  SpilBookingRow *row = get_row (self);

  if (self->filling)
    return;
  row->skip = adw_switch_row_get_active (self->skip);
  row->keep = adw_switch_row_get_active (self->keep);
  choose (self);
}

/* Making it */

static void
add_fact (GtkWidget *group, const char *title, const char *value)
{
  if (value != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), spil_fact_row_new (title, value));
}

static GtkWidget *
make_facts (RowPage *self)
{
  const SpilBookingRow *row = get_row (self);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_strdup_printf (_ ("Row %d of the list"), (int) row->number);
  g_autofree char *day = spil_day_is_known (row->date) ? spil_day_format (row->date) : NULL;
  g_autofree char *amount = spil_booking_row_dup_amount (row);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  add_fact (group, _ ("Date"), day);
  add_fact (group, _ ("Amount"), amount);
  add_fact (group, _ ("Counterpart"), row->counterpart);
  add_fact (group, _ ("Description"), row->description);
  add_fact (group, _ ("Reference"), row->reference);
  add_fact (group, _ ("Number of the commitment"), row->commitment_number);
  add_fact (group, _ ("Cost code"), row->code);
  return group;
}

static AdwComboRow *
add_combo (GtkWidget *group, const char *title, GtkStringList *words, GCallback callback, RowPage *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), text);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_signal_connect_swapped (row, "notify::selected", callback, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (words);
  return ADW_COMBO_ROW (row);
}

static AdwSwitchRow *
add_switch (GtkWidget *group, const char *title, const char *subtitle, RowPage *self)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (on_switch_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_SWITCH_ROW (row);
}

static GtkWidget *
make_choices (RowPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What becomes of it"));
  self->outcome = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->outcome), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->outcome));
  self->filling = TRUE;
  self->line = add_combo (group, _ ("Budget line"),
                          spil_booking_line_choices (self->import, _ ("By the cost code")),
                          G_CALLBACK (on_line_cb), self);
  if (self->import->entity->number == SPIL_ENTITY_ACTUAL)
    self->commitment = add_combo (group, _ ("Draws down commitment"), commitment_choices (self->import),
                                  G_CALLBACK (on_commitment_cb), self);
  self->keep = add_switch (group, _ ("Book it after all"),
                           _ ("It is another booking than the one it looks like"), self);
  self->skip = add_switch (group, _ ("Leave it out"), _ ("This row is not booked"), self);
  show (self);
  return group;
}

AdwNavigationPage *
spil_booking_row_page_new (SpilBookingImport *import, guint index, SpilBookingChosenFunc chosen,
                           gpointer user_data)
{
  RowPage *self = g_new0 (RowPage, 1);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *content = adw_preferences_page_new ();
  g_autofree char *title = NULL;
  AdwNavigationPage *page;

  self->import = import;
  self->index = index;
  self->chosen = chosen;
  self->chosen_data = user_data;
  title = spil_booking_row_dup_title (get_row (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), ADW_PREFERENCES_GROUP (make_choices (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), ADW_PREFERENCES_GROUP (make_facts (self)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), content);
  page = adw_navigation_page_new (toolbar, title);
  g_object_set_data_full (G_OBJECT (page), "spil-row-page", self, g_free);
  return page;
}
