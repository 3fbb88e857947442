// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-history-row.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"

struct _SpilHistoryRow
{
  GtkBox parent_instance;

  int64_t step;

  GtkLabel *day;
  GtkLabel *time;
  GtkLabel *label;
  GtkLabel *detail;
  GtkButton *turn;
};

G_DEFINE_FINAL_TYPE (SpilHistoryRow, spil_history_row, GTK_TYPE_BOX)

// "14:02"; the day stands above.
static char *
dup_clock (SpilTime time)
{
  g_autofree char *whole = spil_time_format (time);
  const char *space = strchr (whole, ' ');

  return g_strdup (space != NULL ? space + 1 : whole);
}

static char *
dup_day (SpilTime time)
{
  SpilDay day = spil_time_day (time);
  int ago = spil_day_between (day, spil_day_today ());

  if (ago == 0)
    return g_strdup (_ ("Today"));
  if (ago == 1)
    return g_strdup (_ ("Yesterday"));
  return spil_day_format_long (day);
}

static char *
dup_detail (const SpilDone *done)
{
  return spil_join_facts (done->actor, done->state == SPIL_DONE_TAKEN_BACK ? _ ("can be done again") : NULL,
                          NULL);
}

static void
on_turn_clicked_cb (SpilHistoryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.turn", "x", self->step);
}

static void
show_turn (SpilHistoryRow *self, const SpilDone *done, gboolean can_turn)
{
  gboolean back = done->state == SPIL_DONE_STANDS;
  g_autofree char *name = NULL;

  self->step = done->step;
  gtk_widget_set_visible (GTK_WIDGET (self->turn), can_turn && done->state != SPIL_DONE_PAST);
  gtk_button_set_icon_name (self->turn, back ? "edit-undo-symbolic" : "edit-redo-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->turn),
                               back ? _ ("Take back up to here") : _ ("Do again up to here"));
  // Translators: %s is what was done, such as "Risk added".
  name = g_strdup_printf (back ? _ ("Take back up to here: %s") : _ ("Do again up to here: %s"), done->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->turn), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
spil_history_row_set_item (SpilHistoryRow *self, SpilHistoryItem *item, gboolean can_turn)
{
  const SpilDone *done = item != NULL ? spil_history_item_get_done (item) : NULL;
  g_autofree char *day = done != NULL ? dup_day (done->time) : NULL;
  g_autofree char *time = done != NULL ? dup_clock (done->time) : NULL;
  g_autofree char *detail = done != NULL ? dup_detail (done) : NULL;

  g_return_if_fail (SPIL_IS_HISTORY_ROW (self));

  gtk_label_set_label (self->day, day != NULL ? day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day), item != NULL && spil_history_item_begins_day (item));
  gtk_label_set_label (self->time, time != NULL ? time : "");
  gtk_label_set_label (self->label, done != NULL ? done->label : "");
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  // Not hidden in between: it would lose the keyboard.
  if (done != NULL)
    show_turn (self, done, can_turn);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->turn), FALSE);
  if (done != NULL && done->state != SPIL_DONE_STANDS)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dimmed");
}

static void
spil_history_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_HISTORY_ROW);
  G_OBJECT_CLASS (spil_history_row_parent_class)->dispose (object);
}

static void
spil_history_row_class_init (SpilHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_history_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryRow, time);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SpilHistoryRow, turn);
  gtk_widget_class_bind_template_callback (widget_class, on_turn_clicked_cb);
}

static void
spil_history_row_init (SpilHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
spil_history_row_new (void)
{
  return g_object_new (SPIL_TYPE_HISTORY_ROW, NULL);
}
