// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-timeline-bar.h"

#include <glib/gi18n-lib.h>

#include "spil-chips.h"
#include "spil-number.h"

struct _SpilTimelineBar
{
  GtkBox parent_instance;

  GtkWidget *search;
  SpilChips *kinds;
  GtkDropDown *broker;
  GtkStringList *brokers; /**< the first one: everybody */
  char *chosen_broker; /**< NULL: everybody */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilTimelineBar, spil_timeline_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const kind_names[SPIL_N_TIMELINE_KINDS] = {
  [SPIL_TIMELINE_CONTACT] = N_ ("Contact moments"),
  [SPIL_TIMELINE_STAGE] = N_ ("Stages"),
  [SPIL_TIMELINE_ACTION] = N_ ("Actions"),
  [SPIL_TIMELINE_OFFER] = N_ ("Offers"),
  [SPIL_TIMELINE_APPLICATION] = N_ ("Applications"),
  [SPIL_TIMELINE_STATEMENT] = N_ ("Statements"),
  [SPIL_TIMELINE_SCAN] = N_ ("Scans"),
};

static void
on_changed_cb (SpilTimelineBar *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_broker_chosen_cb (SpilTimelineBar *self)
{
  guint at = gtk_drop_down_get_selected (self->broker);

  if (self->setting)
    return;
  g_set_str (&self->chosen_broker, at == 0 || at == GTK_INVALID_LIST_POSITION
                                       ? NULL
                                       : gtk_string_list_get_string (self->brokers, at));
  on_changed_cb (self);
}

static void
spil_timeline_bar_finalize (GObject *object)
{
  g_free (SPIL_TIMELINE_BAR (object)->chosen_broker);
  G_OBJECT_CLASS (spil_timeline_bar_parent_class)->finalize (object);
}

static void
spil_timeline_bar_class_init (SpilTimelineBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_timeline_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_TIMELINE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
make_first_line (SpilTimelineBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search in the timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in the timeline"), -1);
  self->brokers = gtk_string_list_new ((const char *const[]) { _ ("Everybody"), NULL });
  self->broker = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->brokers), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->broker), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("By whom"),
                                  -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 8);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->broker));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->broker, "notify::selected", G_CALLBACK (on_broker_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return line;
}

static void
spil_timeline_bar_init (SpilTimelineBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
  gtk_box_append (GTK_BOX (self), make_first_line (self));
  self->kinds = SPIL_CHIPS (spil_chips_new (_ ("What is shown"), TRUE));
  for (int i = 0; i < SPIL_N_TIMELINE_KINDS; i++)
    spil_chips_add (self->kinds, _ (kind_names[i]));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->kinds));
  g_signal_connect_object (self->kinds, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
spil_timeline_bar_new (void)
{
  return g_object_new (SPIL_TYPE_TIMELINE_BAR, NULL);
}

void
spil_timeline_bar_set_counts (SpilTimelineBar *self, const int64_t counts[SPIL_N_TIMELINE_KINDS])
{
  int n_kinds = 0;

  g_return_if_fail (SPIL_IS_TIMELINE_BAR (self));

  for (int i = 0; i < SPIL_N_TIMELINE_KINDS; i++) {
    g_autofree char *count = spil_integer_format (counts[i]);
    g_autofree char *label = g_strdup_printf ("%s %s", _ (kind_names[i]), count);
    gboolean shown = counts[i] > 0 || spil_chips_get_chosen (self->kinds, i);

    spil_chips_set_label (self->kinds, i, label);
    spil_chips_set_shown (self->kinds, i, shown);
    n_kinds += shown;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), n_kinds > 1 || spil_timeline_bar_is_filtering (self));
}

static void
add_broker (SpilTimelineBar *self, const char *broker)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->brokers));

  if (broker == NULL || gtk_string_list_find (self->brokers, broker) != G_MAXUINT)
    return;
  gtk_string_list_append (self->brokers, broker);
  if (g_strcmp0 (broker, self->chosen_broker) == 0)
    gtk_drop_down_set_selected (self->broker, n);
}

void
spil_timeline_bar_set_brokers (SpilTimelineBar *self, const SpilVisits *visits)
{
  g_return_if_fail (SPIL_IS_TIMELINE_BAR (self));

  self->setting = TRUE;
  gtk_string_list_splice (self->brokers, 1, g_list_model_get_n_items (G_LIST_MODEL (self->brokers)) - 1,
                          NULL);
  add_broker (self, visits->brokers[0]);
  add_broker (self, visits->brokers[1]);
  for (guint i = 0; i < visits->meetings->len; i++)
    add_broker (self, ((const SpilMeeting *) visits->meetings->pdata[i])->broker);
  add_broker (self, self->chosen_broker);
  gtk_widget_set_visible (GTK_WIDGET (self->broker),
                          g_list_model_get_n_items (G_LIST_MODEL (self->brokers)) > 1);
  self->setting = FALSE;
}

void
spil_timeline_bar_get_filter (SpilTimelineBar *self, SpilTimelineFilter *filter)
{
  g_return_if_fail (SPIL_IS_TIMELINE_BAR (self));

  filter->kinds = 0;
  for (int i = 0; i < SPIL_N_TIMELINE_KINDS; i++)
    if (spil_chips_get_chosen (self->kinds, i))
      filter->kinds |= INT64_C (1) << i;
  filter->broker = self->chosen_broker;
  filter->words = gtk_editable_get_text (GTK_EDITABLE (self->search));
}

gboolean
spil_timeline_bar_is_filtering (SpilTimelineBar *self)
{
  SpilTimelineFilter filter = { 0 };

  g_return_val_if_fail (SPIL_IS_TIMELINE_BAR (self), FALSE);

  spil_timeline_bar_get_filter (self, &filter);
  return filter.kinds != 0 || filter.broker != NULL || filter.words[0] != '\0';
}
