// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-cards.h"

#include <glib/gi18n-lib.h>

struct _SpilBudgetCards
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SpilBudgetCards, spil_budget_cards, ADW_TYPE_BIN)

enum
{
  LINE_ACTIVATED,
  FIGURE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// What stands on a card whatever it is, and what only when there is any.
static const struct
{
  SpilBudgetCell cell;
  gboolean always;
} figures[] = {
  { SPIL_BUDGET_CELL_BUDGET, TRUE },    { SPIL_BUDGET_CELL_FREE, TRUE },
  { SPIL_BUDGET_CELL_ACTUAL, TRUE },    { SPIL_BUDGET_CELL_OPEN, TRUE },
  { SPIL_BUDGET_CELL_RESERVED, FALSE }, { SPIL_BUDGET_CELL_FORECAST, FALSE },
};

static void
on_title_clicked_cb (GtkWidget *button, SpilBudgetCards *self)
{
  SpilBudgetItem *item = g_object_get_data (G_OBJECT (button), "spil-item");
  SpilId id = spil_budget_item_get_id (item);

  g_signal_emit (self, signals[LINE_ACTIVATED], 0, &id);
}

static void
on_figure_clicked_cb (GtkWidget *button, SpilBudgetCards *self)
{
  SpilBudgetItem *item = g_object_get_data (G_OBJECT (button), "spil-item");
  int cell = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-cell"));
  SpilId id = spil_budget_item_get_id (item);

  g_signal_emit (self, signals[FIGURE_ACTIVATED], 0, &id, cell, button);
}

static GtkWidget *
make_label (const char *text, float xalign, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static void
keep_item (GtkWidget *widget, SpilBudgetItem *item, SpilBudgetCell cell)
{
  g_object_set_data_full (G_OBJECT (widget), "spil-item", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (widget), "spil-cell", GINT_TO_POINTER (cell));
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

// A small caption and under it the amount; pressed, the amount tells what is behind it.
static GtkWidget *
make_figure (SpilBudgetCards *self, SpilBudgetItem *item, SpilBudgetCell cell)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = spil_budget_item_dup_label (item, cell);
  GtkWidget *amount = make_label (spil_budget_item_get_text (item, cell), 0, "numeric", NULL);

  gtk_box_append (GTK_BOX (box), make_label (spil_budget_cell_title (cell), 0, "caption", "dimmed"));
  gtk_box_append (GTK_BOX (box), amount);
  if (cell == SPIL_BUDGET_CELL_FREE && spil_budget_item_is_short (item))
    gtk_widget_add_css_class (amount, "error");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "amount");
  gtk_widget_set_can_target (button, spil_budget_item_has_figure (item, cell));
  gtk_widget_set_can_focus (button, spil_budget_item_has_figure (item, cell));
  keep_item (button, item, cell);
  name_button (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_title (SpilBudgetCards *self, SpilBudgetItem *item)
{
  const char *number = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NUMBER);
  g_autofree char *text = g_strdup_printf ("%s%s%s", number, number[0] != '\0' ? ". " : "",
                                           spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME));
  g_autofree char *name = g_strdup_printf ("%s: %s", text, spil_budget_item_get_summary (item));
  GtkWidget *label = make_label (text, 0, "heading", NULL);
  GtkWidget *button;

  if (spil_budget_item_is_total (item)) {
    gtk_widget_set_margin_start (label, 6);
    return label;
  }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "amount");
  keep_item (button, item, SPIL_BUDGET_CELL_NAME);
  name_button (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_title_clicked_cb), self, 0);
  return button;
}

// "65 % · 15 ahead"
static GtkWidget *
make_used (SpilBudgetItem *item)
{
  const char *used = spil_budget_item_get_text (item, SPIL_BUDGET_CELL_USED);
  const char *pace = spil_budget_item_get_pace (item);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (used[0] == '\0')
    return NULL;
  // Translators: a share of the budget, and how it compares with the time that is gone: "65 % used, 15 ahead of time".
  text = pace != NULL ? g_strdup_printf (_ ("%s used (against time: %s)"), used, pace)
                      // Translators: %s is a share in per cent.
                      : g_strdup_printf (_ ("%s used"), used);
  label = make_label (text, 0, "caption", "dimmed");
  gtk_widget_set_margin_start (label, 6);
  return label;
}

static GtkWidget *
make_card (SpilBudgetCards *self, SpilBudgetItem *item)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = NULL;
  GtkWidget *used = make_used (item);
  int n = 0;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "budget-card");
  gtk_box_append (GTK_BOX (card), make_title (self, item));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++) {
    if (!figures[i].always && !spil_budget_item_has_figure (item, figures[i].cell))
      continue;
    if (n++ % 2 == 0) {
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
      gtk_box_append (GTK_BOX (card), row);
    }
    gtk_box_append (GTK_BOX (row), make_figure (self, item, figures[i].cell));
  }
  if (used != NULL)
    gtk_box_append (GTK_BOX (card), used);
  return card;
}

static void
spil_budget_cards_class_init (SpilBudgetCardsClass *klass)
{
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", SPIL_TYPE_BUDGET_CARDS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIGURE_ACTIVATED] = g_signal_new ("figure-activated", SPIL_TYPE_BUDGET_CARDS, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT,
                                            GTK_TYPE_WIDGET);
}

static void
spil_budget_cards_init (SpilBudgetCards *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
spil_budget_cards_new (void)
{
  return g_object_new (SPIL_TYPE_BUDGET_CARDS, NULL);
}

void
spil_budget_cards_set_items (SpilBudgetCards *self, GPtrArray *items)
{
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_BUDGET_CARDS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < items->len; i++) {
    SpilBudgetItem *item = items->pdata[i];

    if (spil_budget_item_get_kind (item) == SPIL_BUDGET_ROW_HEADING)
      gtk_box_append (self->box, make_label (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME), 0,
                                             "heading", NULL));
    else
      gtk_box_append (self->box, make_card (self, item));
  }
}
