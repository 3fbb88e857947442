// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-next-actions.h"

#include <glib/gi18n-lib.h>

#include "spil-follow-up-rule.h"
#include "spil-next-step.h"
#include "spil-page.h"
#include "spil-record-dialog.h"
#include "spil-record-words.h"
#include "spil-row-group.h"

struct _SpilNextActions
{
  AdwBin parent_instance;

  const SpilEmployerData *data; /**< borrowed; NULL: nothing yet */
  gboolean asks; /**< the last one was closed here: what is next? */

  SpilRowGroup *next;
  SpilRowGroup *others;
  GtkWidget *planner; /**< NULL: not needed yet */
  SpilNextStep *step; /**< in it */
};

G_DEFINE_FINAL_TYPE (SpilNextActions, spil_next_actions, ADW_TYPE_BIN)

#define RECORD_OF(widget) (SPIL_RECORD (g_object_get_data (G_OBJECT (widget), "spil-record")))

static const int fields[] = { SPIL_NEXT_ACTION_TEXT, SPIL_NEXT_ACTION_DUE, SPIL_NEXT_ACTION_KIND,
                              SPIL_NEXT_ACTION_OWNER, 0 };

static SpilWorker *
find_worker (SpilNextActions *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

/* Closing one */

static void
on_done_clicked_cb (SpilNextActions *self, GtkWidget *button)
{
  SpilRecord *before = RECORD_OF (button);
  SpilAction *action = spil_action_new (_ ("Next action done"));
  g_autoptr (SpilRecord) after = spil_record_copy (before);

  self->asks = self->data->actions->len == 1;
  spil_record_set_integer (after, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_DONE);
  spil_action_set (action, before, after);
  spil_worker_commit (find_worker (self), action, NULL, NULL);
}

static char *
dup_subtitle (SpilRecord *action, SpilDay today)
{
  SpilDay due = spil_record_get_day (action, SPIL_NEXT_ACTION_DUE);
  const char *kind = spil_follow_up_kind_label (
      (int) spil_record_get_integer (action, SPIL_NEXT_ACTION_KIND));
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
  return spil_join_facts (when, kind != NULL ? kind : "", owner != NULL ? owner : "", NULL);
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
  SpilDay due = spil_record_get_day (action, SPIL_NEXT_ACTION_DUE);
  gboolean late = spil_day_is_known (due) && spil_day_compare (due, today) < 0;
  GtkWidget *icon = gtk_image_new_from_icon_name (late ? "dialog-warning-symbolic"
                                                       : "x-office-calendar-symbolic");
  g_autofree char *title = spil_record_dup_one_line (action);
  g_autofree char *subtitle = dup_subtitle (action, today);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);

  if (late)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done_button (self, action));
  spil_text_row_edit (row, action, NULL);
  return row;
}

/* Planning one */

static const char *
planned_by (SpilNextActions *self)
{
  const SpilEmployerRow *row = self->data->row;

  return row->mobility_broker != NULL ? row->mobility_broker : row->sustainability_broker;
}

static void
plan (SpilNextActions *self)
{
  g_autoptr (SpilRecord) next = NULL;
  SpilAction *action;

  if (self->data == NULL || !spil_next_step_make (self->step, self->data->id, planned_by (self), &next, NULL))
    return;
  if (next == NULL) {
    gtk_widget_grab_focus (spil_next_step_get_input (self->step));
    return;
  }
  action = spil_action_new (_ ("Next action planned"));
  spil_action_add (action, next);
  spil_worker_commit (find_worker (self), action, NULL, NULL);
}

static void
make_planner (SpilNextActions *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Plan"));

  self->planner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->step = SPIL_NEXT_STEP (spil_next_step_new (find_worker (self)));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->step), _ ("No next action: what is next?"));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_tooltip_text (button, _ ("Plan this next action (Enter)"));
  g_signal_connect_object (self->step, "activated", G_CALLBACK (plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (plan), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->planner), GTK_WIDGET (self->step));
  gtk_box_append (GTK_BOX (self->planner), button);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->planner);
}

static int
last_kind (const SpilEmployerData *data)
{
  for (guint i = 0; i < data->timeline->len; i++) {
    const SpilTimelineEntry *entry = data->timeline->pdata[i];

    if (entry->kind == SPIL_TIMELINE_CONTACT && !entry->reversed)
      return entry->choice;
  }
  return 0;
}

static void
show_planner (SpilNextActions *self)
{
  const SpilEmployerRow *row = self->data->row;
  gboolean needed = self->data->actions->len == 0 && find_worker (self) != NULL &&
                    !spil_worker_get_read_only (find_worker (self));

  if (needed && self->planner == NULL)
    make_planner (self);
  if (self->planner == NULL)
    return;
  if (needed && !gtk_widget_get_visible (self->planner))
    spil_next_step_begin (self->step);
  gtk_widget_set_visible (self->planner, needed);
  if (!needed)
    return;
  spil_next_step_set_contact (self->step, last_kind (self->data),
                              row->contacted ? spil_time_day (row->last_contact) : self->data->today);
  spil_next_step_set_rhythm (self->step, self->data->cadence, self->data->usual_days);
  if (self->asks)
    gtk_widget_grab_focus (spil_next_step_get_input (self->step));
}

static void
set_add (SpilNextActions *self)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_NEXT_ACTION), spil_id_new ());

  spil_record_set_reference (preset, SPIL_NEXT_ACTION_ORGANISATION, self->data->id);
  spil_record_set_integer (preset, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_record_set_text (preset, SPIL_NEXT_ACTION_OWNER, planned_by (self));
  spil_row_group_set_add (self->next, preset, fields);
  spil_row_group_set_add_label (self->next, _ ("Plan another action"));
}

/* The widget */

static void
spil_next_actions_class_init (SpilNextActionsClass *klass)
{
}

static void
spil_next_actions_init (SpilNextActions *self)
{
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->next = SPIL_ROW_GROUP (spil_row_group_new (_ ("Next action")));
  self->others = SPIL_ROW_GROUP (spil_row_group_new (_ ("Also open")));
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->others));
  adw_bin_set_child (ADW_BIN (self), groups);
}

void
spil_next_actions_show (SpilNextActions *self, const SpilEmployerData *data)
{
  const GPtrArray *actions = data->actions;

  g_return_if_fail (SPIL_IS_NEXT_ACTIONS (self));

  self->data = data;
  set_add (self);
  spil_row_group_begin (self->next);
  if (actions->len > 0)
    spil_row_group_append (self->next, make_row (self, actions->pdata[0], data->today));
  spil_row_group_end (self->next, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next), actions->len > 0);
  spil_row_group_begin (self->others);
  for (guint i = 1; i < actions->len; i++)
    spil_row_group_append (self->others, make_row (self, actions->pdata[i], data->today));
  spil_row_group_end (self->others, NULL);
  show_planner (self);
  self->asks = FALSE;
}
