// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-pace.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-amounts.h"

typedef struct
{
  GtkProgressBar *bar;
  GtkLabel *share;
} Line;

struct _SpilBudgetPace
{
  AdwBin parent_instance;

  Line used;
  Line time;
  GtkLabel *sentence;
  GtkLabel *until;
};

G_DEFINE_FINAL_TYPE (SpilBudgetPace, spil_budget_pace, ADW_TYPE_BIN)

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

// What it is, the bar, the share: so that both bars begin and end at the same place.
static Line
add_line (GtkWidget *box, GtkSizeGroup *captions, const char *caption, const char *class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();
  Line line = { .bar = GTK_PROGRESS_BAR (bar) };

  gtk_size_group_add_widget (captions, GTK_WIDGET (add_label (row, caption, "caption")));
  gtk_widget_add_css_class (bar, "pace");
  gtk_widget_add_css_class (bar, class);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), bar);
  line.share = add_label (row, NULL, "numeric");
  gtk_label_set_width_chars (line.share, 6);
  gtk_label_set_xalign (line.share, 1);
  gtk_box_append (GTK_BOX (box), row);
  return line;
}

static void
spil_budget_pace_class_init (SpilBudgetPaceClass *klass)
{
}

static void
spil_budget_pace_init (SpilBudgetPace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GtkSizeGroup) captions = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->sentence = add_label (box, NULL, "heading");
  gtk_label_set_wrap (self->sentence, TRUE);
  self->used = add_line (box, captions, _ ("Used"), "used");
  self->time = add_line (box, captions, _ ("Time gone"), "time");
  self->until = add_label (box, NULL, "caption");
  gtk_label_set_wrap (self->until, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->until), "dimmed");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
set_line (const Line *line, const char *caption, int per_mille)
{
  g_autofree char *share = spil_budget_dup_share (per_mille);
  // Translators: title of a column and what stands in it.
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), caption, share);

  gtk_progress_bar_set_fraction (line->bar, CLAMP (per_mille, 0, 1000) / 1000.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (line->share, share);
}

// "Used is what was spent and what is committed. Today is 15-11-2018; the budget runs until 31-12-2018."
static char *
dup_until (const SpilBudgetData *data)
{
  g_autofree char *ends = spil_day_format (data->ends);
  g_autofree char *today = spil_day_format (data->today);

  // Translators: both are dates: today, and the last day of the budget's time.
  return g_strdup_printf (_ ("Used: spent and committed. Today is %s; the budget runs until %s."), today,
                          ends);
}

void
spil_budget_pace_fill (SpilBudgetPace *self, const SpilBudgetData *data)
{
  int used = spil_budget_total_per_mille (data->total, spil_budget_total_get_used (data->total));
  g_autofree char *sentence = spil_budget_dup_pace_sentence (used, data->elapsed);
  g_autofree char *until = dup_until (data);

  g_return_if_fail (SPIL_IS_BUDGET_PACE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence == NULL)
    return;
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->until, until);
  set_line (&self->used, _ ("Used"), used);
  set_line (&self->time, _ ("Time gone"), data->elapsed);
}
