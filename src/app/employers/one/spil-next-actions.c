// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-next-actions.h"

#include <glib/gi18n-lib.h>

#include "spil-record-words.h"

struct _SpilNextActions
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /**< borrowed */
};

G_DEFINE_FINAL_TYPE (SpilNextActions, spil_next_actions, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  OPENED,
  DONE,
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define RECORD_OF(widget) (SPIL_RECORD (g_object_get_data (G_OBJECT (widget), "spil-record")))

static void
on_row_activated_cb (SpilNextActions *self, GtkWidget *row)
{
  g_signal_emit (self, signals[OPENED], 0, RECORD_OF (row));
}

static void
on_done_clicked_cb (SpilNextActions *self, GtkWidget *button)
{
  g_signal_emit (self, signals[DONE], 0, RECORD_OF (button));
}

static void
on_plan_activated_cb (SpilNextActions *self)
{
  g_signal_emit (self, signals[PLAN], 0);
}

static char *
dup_subtitle (SpilRecord *action, SpilDay today)
{
  SpilDay due = spil_record_get_day (action, SPIL_NEXT_ACTION_DUE);
  const char *owner = spil_record_get_text (action, SPIL_NEXT_ACTION_OWNER);
  g_autofree char *day = spil_day_format (due);
  g_autofree char *when = NULL;

  if (!spil_day_is_known (due))
    when = g_strdup (_ ("No day planned"));
  else if (spil_day_compare (due, today) < 0)
    when = g_strdup_printf (_ ("Should have been done on %s"), day);
  else if (spil_day_compare (due, today) == 0)
    when = g_strdup (_ ("Today"));
  else
    when = g_strdup_printf (_ ("Planned for %s"), day);
  return owner != NULL ? g_strconcat (when, " · ", owner, NULL) : g_steal_pointer (&when);
}

static GtkWidget *
make_done_button (SpilNextActions *self, SpilRecord *action)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Done"));
  g_autofree char *title = spil_record_dup_one_line (action);
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Mark this action as done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "spil-record", g_object_ref (action), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_done_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_row (SpilNextActions *self, SpilRecord *action, SpilDay today)
{
  GtkWidget *row = adw_action_row_new ();
  SpilDay due = spil_record_get_day (action, SPIL_NEXT_ACTION_DUE);
  gboolean late = spil_day_is_known (due) && spil_day_compare (due, today) < 0;
  GtkWidget *icon = gtk_image_new_from_icon_name (late ? "dialog-warning-symbolic"
                                                       : "x-office-calendar-symbolic");
  g_autofree char *title = spil_record_dup_one_line (action);
  g_autofree char *subtitle = dup_subtitle (action, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done_button (self, action));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spil-record", g_object_ref (action), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_plan_row (SpilNextActions *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Plan a next action"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (on_plan_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (SpilNextActions *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
spil_next_actions_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_NEXT_ACTIONS (object)->rows);
  G_OBJECT_CLASS (spil_next_actions_parent_class)->finalize (object);
}

static void
spil_next_actions_class_init (SpilNextActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_next_actions_finalize;
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_NEXT_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  signals[DONE] = g_signal_new ("done", SPIL_TYPE_NEXT_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  signals[PLAN] = g_signal_new ("plan", SPIL_TYPE_NEXT_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
spil_next_actions_init (SpilNextActions *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Next action"));
}

void
spil_next_actions_set_actions (SpilNextActions *self, GPtrArray *actions, SpilDay today)
{
  g_return_if_fail (SPIL_IS_NEXT_ACTIONS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < actions->len; i++)
    add_row (self, make_row (self, actions->pdata[i], today));
  if (actions->len == 0)
    add_row (self, make_plan_row (self));
}
