// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-contact-dialog.h"
#include "spil-draft.h"
#include "spil-number.h"
#include "spil-page.h"
#include "spil-rhythm-query.h"
#include "spil-rhythm-rows.h"
#include "spil-row-group.h"

static GtkWidget *
begin (const char *title)
{
  GtkWidget *group = spil_row_group_new (title);

  spil_row_group_begin (SPIL_ROW_GROUP (group));
  return group;
}

static GtkWidget *
make_step (const char *title, const char *icon, const char *action, const char *target)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  /* The other way round the action would lack what it needs for a moment, and GTK warns. */
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

GtkWidget *
spil_begin_group_new (void)
{
  GtkWidget *group = begin (_ ("Begin with the employers"));

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("When there are employers, what there is to do and whom to call stands here."));
  spil_row_group_append (SPIL_ROW_GROUP (group),
                         make_step (_ ("Add an employer"), "list-add-symbolic", "win.add", "organisation"));
  spil_row_group_append (SPIL_ROW_GROUP (group),
                         make_step (_ ("Read in a list…"), "document-open-symbolic", "win.import", NULL));
  spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
  return group;
}

GtkWidget *
spil_double_visits_group_new (const SpilHomeData *data)
{
  GtkWidget *group;

  if (data->double_visits->len == 0)
    return NULL;
  group = begin (_ ("Two brokers, one employer"));
  for (guint i = 0; i < data->double_visits->len; i++) {
    const SpilDoubleVisit *visit = data->double_visits->pdata[i];
    GtkWidget *row = spil_text_row_new (visit->organisation_name, visit->text, NULL);
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    spil_text_row_open (row, SPIL_ENTITY_ORGANISATION, visit->organisation);
    spil_row_group_append (SPIL_ROW_GROUP (group), row);
  }
  spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
  return group;
}

GtkWidget *
spil_unplanned_group_new (const SpilHomeData *data)
{
  GtkWidget *group = begin (_ ("Without a next action"));

  for (guint i = 0; i < data->unplanned->len; i++) {
    const SpilUnplanned *unplanned = data->unplanned->pdata[i];
    GtkWidget *row = spil_text_row_new (
        unplanned->organisation_name, unplanned->broker != NULL ? unplanned->broker : _ ("no broker"), NULL);

    spil_text_row_open (row, SPIL_ENTITY_ORGANISATION, unplanned->organisation);
    spil_row_group_append (SPIL_ROW_GROUP (group), row);
  }
  spil_row_group_end (SPIL_ROW_GROUP (group), _ ("Every relation has a next action"));
  if (data->n_unplanned > data->unplanned->len) {
    g_autofree char *all = spil_integer_format (data->n_unplanned);
    // Translators: how many rows of a longer list are shown, and how many there are.
    g_autofree char *text = g_strdup_printf (_ ("The first %d of %s"), (int) data->unplanned->len, all);

    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  }
  return group;
}

static void
on_draft_activated_cb (GtkWidget *row, gpointer data)
{
  GtkWidget *page = gtk_widget_get_ancestor (row, SPIL_TYPE_PAGE);
  const SpilId *organisation = data;

  if (page != NULL)
    adw_dialog_present (spil_contact_dialog_new (spil_page_get_worker (SPIL_PAGE (page)), *organisation),
                        page);
}

GtkWidget *
spil_drafts_group_new (const SpilHomeData *data)
{
  GtkWidget *group;

  if (data->drafts->len == 0)
    return NULL;
  group = begin (_ ("Not saved yet"));
  for (guint i = 0; i < data->drafts->len; i++) {
    const SpilDraft *draft = data->drafts->pdata[i];
    g_autofree char *time = spil_time_format (draft->time);
    // Translators: %s is a day and hour.
    g_autofree char *typed = g_strdup_printf (_ ("Typed on %s"), time);
    g_autofree char *subtitle = spil_join_facts (draft->note, typed, NULL);
    GtkWidget *row = spil_text_row_new (draft->organisation_name, subtitle, NULL);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_data (row, "activated", G_CALLBACK (on_draft_activated_cb),
                           g_memdup2 (&draft->organisation, sizeof draft->organisation),
                           (GClosureNotify) (void (*) (void)) g_free, 0);
    spil_row_group_append (SPIL_ROW_GROUP (group), row);
  }
  spil_row_group_end (SPIL_ROW_GROUP (group), NULL);
  return group;
}
