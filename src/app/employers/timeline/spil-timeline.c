// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-timeline.h"

#include <glib/gi18n-lib.h>

#include "spil-timeline-bar.h"
#include "spil-timeline-words.h"

struct _SpilTimeline
{
  AdwPreferencesGroup parent_instance;

  SpilTimelineBar *bar;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SpilTimeline, spil_timeline, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  OPENED,
  CORRECT,
  MORE,
  FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (SpilTimeline *self, GtkListBoxRow *row)
{
  SpilTimelineEntry *entry = g_object_get_data (G_OBJECT (row), "spil-entry");

  if (entry != NULL)
    g_signal_emit (self, signals[OPENED], 0, entry);
}

static void
on_correct_clicked_cb (SpilTimeline *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[CORRECT], 0, g_object_get_data (G_OBJECT (row), "spil-entry"));
}

static void
on_bar_changed_cb (SpilTimeline *self)
{
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
on_more_activated_cb (SpilTimeline *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

/* A row */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
strike_through (GtkWidget *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, "dimmed");
}

static GtkWidget *
make_heading (const SpilTimelineEntry *entry)
{
  GtkWidget *box = adw_wrap_box_new ();
  g_autofree char *heading = spil_timeline_dup_heading (entry);
  g_autofree char *when = spil_timeline_dup_when (entry);
  GtkWidget *time = make_label (when, "dimmed");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 9);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (time, "numeric");
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_label (heading, "heading"));
  adw_wrap_box_append (ADW_WRAP_BOX (box), time);
  if (entry->reversed)
    adw_wrap_box_append (ADW_WRAP_BOX (box), make_label (_ ("Corrected"), "caption-heading"));
  return box;
}

static GtkWidget *
make_correct_button (SpilTimeline *self, const SpilTimelineEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *when = spil_timeline_dup_when (entry);
  // Translators: %s is the day and hour of a contact moment.
  g_autofree char *name = g_strdup_printf (_ ("Correct the contact moment of %s"), when);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Correct this contact moment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_correct_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_lines (const SpilTimelineEntry *entry)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *body = spil_timeline_dup_body (entry);
  g_autofree char *details = spil_timeline_dup_details (entry);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_heading (entry));
  if (body != NULL) {
    GtkWidget *label = make_label (body, NULL);

    if (entry->reversed)
      strike_through (label);
    gtk_box_append (GTK_BOX (lines), label);
  }
  if (details != NULL && !entry->reversed) {
    GtkWidget *label = make_label (details, "dimmed");

    gtk_widget_add_css_class (label, "caption");
    gtk_box_append (GTK_BOX (lines), label);
  }
  return lines;
}

static void
name_row (GtkWidget *row, const SpilTimelineEntry *entry)
{
  g_autofree char *heading = spil_timeline_dup_heading (entry);
  g_autofree char *when = spil_timeline_dup_when (entry);
  g_autofree char *body = spil_timeline_dup_body (entry);
  g_autofree char *name = g_strjoin (", ", heading, when,
                                     entry->reversed ? _ ("Corrected") : (body != NULL ? body : ""),
                                     entry->reversed ? body : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
can_be_opened (const SpilTimelineEntry *entry)
{
  return entry->kind != SPIL_TIMELINE_CONTACT && entry->kind != SPIL_TIMELINE_STAGE;
}

static GtkWidget *
make_row (SpilTimeline *self, SpilTimelineEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (spil_timeline_icon (entry));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_widget_add_css_class (box, "timeline-row");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_lines (entry));
  if (entry->kind == SPIL_TIMELINE_CONTACT && !entry->reversed)
    gtk_box_append (GTK_BOX (box), make_correct_button (self, entry));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_be_opened (entry));
  g_object_set_data (G_OBJECT (row), "spil-entry", entry);
  name_row (row, entry);
  return row;
}

static GtkWidget *
make_empty_row (gboolean filtering)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 filtering ? _ ("Nothing found: choose less, or other words")
                                           : _ ("No contact moments yet"));
  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

static GtkWidget *
make_more_row (SpilTimeline *self, int64_t n_left)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("Show more (%d)"), (int) n_left);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_more_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
spil_timeline_class_init (SpilTimelineClass *klass)
{
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CORRECT] = g_signal_new ("correct", SPIL_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MORE] = g_signal_new ("more", SPIL_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", SPIL_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
spil_timeline_init (SpilTimeline *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->bar = SPIL_TIMELINE_BAR (spil_timeline_bar_new ());
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (on_bar_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->bar));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Timeline"));
}

// The row that has the keyboard, or -1.
static int
focused_index (SpilTimeline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

void
spil_timeline_get_filter (SpilTimeline *self, SpilTimelineFilter *filter)
{
  g_return_if_fail (SPIL_IS_TIMELINE (self));
  spil_timeline_bar_get_filter (self->bar, filter);
}

void
spil_timeline_set_brokers (SpilTimeline *self, const SpilVisits *visits)
{
  g_return_if_fail (SPIL_IS_TIMELINE (self));
  spil_timeline_bar_set_brokers (self->bar, visits);
}

void
spil_timeline_set_entries (SpilTimeline *self, GPtrArray *entries,
                           const int64_t counts[SPIL_N_TIMELINE_KINDS], int64_t total)
{
  int focused;
  GtkListBoxRow *row;

  g_return_if_fail (SPIL_IS_TIMELINE (self));

  spil_timeline_bar_set_counts (self->bar, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), total > 0 || spil_timeline_bar_is_filtering (self->bar));
  focused = focused_index (self);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, entries->pdata[i]));
  if (entries->len == 0)
    gtk_list_box_append (self->list, make_empty_row (spil_timeline_bar_is_filtering (self->bar)));
  else if (entries->len < total)
    gtk_list_box_append (self->list, make_more_row (self, total - entries->len));
  // Of more entries the first new one stands where the button was.
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->list, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
