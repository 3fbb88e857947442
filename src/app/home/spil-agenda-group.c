// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-group.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-page.h"

static const char *
title_of (SpilAgendaKind kind)
{
  switch (kind) {
  case SPIL_AGENDA_ACTION:
    return _ ("Next actions");
  case SPIL_AGENDA_CONTACT:
    return _ ("Contacts owed");
  case SPIL_AGENDA_TRIAL:
  default:
    return _ ("Trial cards to decide on");
  }
}

static const char *
nothing_of (SpilAgendaKind kind)
{
  switch (kind) {
  case SPIL_AGENDA_ACTION:
    return _ ("Nothing due in the coming week");
  case SPIL_AGENDA_CONTACT:
    return _ ("Every employer has been contacted in time");
  case SPIL_AGENDA_TRIAL:
  default:
    return _ ("No extension to decide on");
  }
}

// "3 days late", "today", "in 2 days"; for a contact how long it is owed.
static char *
dup_when (const SpilAgendaItem *item)
{
  if (!spil_day_is_known (item->due))
    return g_strdup (_ ("never contacted"));
  if (item->days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) item->days),
                            item->days);
  if (item->days == 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong) -item->days),
                          -item->days);
}

static char *
dup_title (const SpilAgendaItem *item)
{
  if (item->kind == SPIL_AGENDA_CONTACT || item->text == NULL)
    return g_strdup (item->organisation_name != NULL ? item->organisation_name : "");
  return g_strdup (item->text);
}

static char *
dup_subtitle (const SpilAgendaItem *item)
{
  const char *where = item->kind == SPIL_AGENDA_CONTACT ? NULL : item->organisation_name;
  g_autofree char *count = NULL;

  if (item->kind == SPIL_AGENDA_TRIAL)
    count = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d participant", "%d participants", (gulong) item->count),
        item->count);
  if (where == NULL)
    where = count;
  else if (count != NULL)
    return g_strjoin (" · ", where, count, NULL);
  if (where == NULL || item->who == NULL)
    return g_strdup (where != NULL ? where : item->who);
  return g_strjoin (" · ", where, item->who, NULL);
}

static SpilWorker *
find_worker (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

static void
on_done_clicked_cb (GtkWidget *button, gpointer data)
{
  const SpilId *id = data;
  SpilAction *action = spil_action_new (_ ("Next action done"));
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_NEXT_ACTION), *id);
  SpilValue done = spil_value_integer (SPIL_ACTION_STATE_DONE);

  gtk_widget_set_sensitive (button, FALSE);
  spil_change_assign (change, SPIL_NEXT_ACTION_STATE, &done);
  spil_worker_commit (find_worker (button), action, NULL, NULL);
}

static GtkWidget *
make_done_button (const SpilAgendaItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), item->text != NULL ? item->text : "");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_done_clicked_cb),
                         g_memdup2 (&item->id, sizeof item->id), (GClosureNotify) (void (*) (void)) g_free,
                         0);
  return button;
}

static void
open_from (GtkWidget *row, const SpilAgendaItem *item)
{
  gboolean trial = item->kind == SPIL_AGENDA_TRIAL;
  g_autofree char *id = spil_id_dup_text (trial ? item->id : item->organisation);
  g_autofree char *target = g_strjoin (" ", trial ? "cohort" : "organisation", id, NULL);

  if (!trial && spil_id_is_nil (item->organisation))
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
}

static GtkWidget *
make_row (const SpilAgendaItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (item);
  g_autofree char *subtitle = dup_subtitle (item);
  g_autofree char *when = dup_when (item);
  GtkWidget *label = gtk_label_new (when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, item->days > 0 || !spil_day_is_known (item->due) ? "warning" : "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (item->kind == SPIL_AGENDA_ACTION)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done_button (item));
  open_from (row, item);
  return row;
}

static GtkWidget *
make_nothing_row (SpilAgendaKind kind)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nothing_of (kind));
  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

// How many there are, when more than are shown.
static void
describe_rest (GtkWidget *group, int shown, int64_t count)
{
  g_autofree char *all = spil_integer_format (count);
  g_autofree char *text = NULL;

  if (count <= shown)
    return;
  // Translators: how many rows of a longer list are shown, and how many there are.
  text = g_strdup_printf (_ ("The first %d of %s"), shown, all);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

GtkWidget *
spil_agenda_group_new (SpilAgendaKind kind, GPtrArray *agenda, int64_t count)
{
  GtkWidget *group = adw_preferences_group_new ();
  int shown = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title_of (kind));
  for (guint i = 0; i < agenda->len; i++) {
    const SpilAgendaItem *item = g_ptr_array_index (agenda, i);

    if (item->kind != kind)
      continue;
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (item));
    shown++;
  }
  if (shown == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_nothing_row (kind));
  describe_rest (group, shown, count);
  return group;
}
