// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-overview.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-booking-form.h"
#include "spil-forecast-page.h"
#include "spil-periods-page.h"
#include "spil-budget-amounts.h"
#include "spil-budget-drill.h"
#include "spil-budget-line-page.h"
#include "spil-budget-pace.h"
#include "spil-budget-table.h"
#include "spil-chart-view.h"
#include "spil-figure-strip.h"
#include "spil-proposal-editor.h"

struct _SpilBudgetOverview
{
  AdwBin parent_instance;

  const SpilBudgetData *data; /**< of the page */
  GtkWidget *popover; /**< on an amount that was decided; NULL: none */

  GtkLabel *facts;
  GtkButton *decision;
  GtkLabel *notes;
  SpilFigureStrip *strip;
  SpilBudgetPace *pace;
  GtkWidget *book;
  GtkWidget *forecasts;
  GtkWidget *reallocate;
  GtkLabel *unit;
  SpilBudgetTable *table;
  SpilProposalEditor *editor;
  GtkLabel *left_out;
  GtkLabel *fault;
  SpilChartView *bars;
};

G_DEFINE_FINAL_TYPE (SpilBudgetOverview, spil_budget_overview, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ROOM,
  N_PROPS
};

enum
{
  REALLOCATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static SpilPage *
find_page (SpilBudgetOverview *self)
{
  return SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* The head */

// "Decided on 31-07-2018. Total € 951.500,00 excl. VAT. Costs count from 01-07-2018."
static char *
dup_facts (const SpilBudgetData *data)
{
  const SpilBudgetVersionRow *version = data->version;
  GString *text = g_string_new (NULL);
  g_autofree char *total = spil_money_format (version->total.cents, SPIL_MONEY_CENTS);
  g_autofree char *date = spil_day_format (version->date);
  g_autofree char *from = spil_day_format (version->from);

  if (data->state == SPIL_BUDGET_PROPOSED || data->state == SPIL_BUDGET_WITHDRAWN)
    g_string_append (text, _ ("A proposal: not decided yet."));
  else if (date[0] == '\0')
    g_string_append (text, _ ("When it was decided is not stated."));
  else
    // Translators: %s is a date.
    g_string_append_printf (text, _ ("Decided on %s."), date);
  g_string_append_c (text, ' ');
  if (version->total.vat == SPIL_VAT_UNKNOWN)
    // Translators: %s is an amount.
    g_string_append_printf (text, _ ("Total %s; whether with or without VAT is not stated."), total);
  else
    // Translators: an amount and "excl. VAT".
    g_string_append_printf (text, _ ("Total %s %s."), total, spil_budget_vat_words (version->total.vat));
  if (from[0] != '\0') {
    g_string_append_c (text, ' ');
    // Translators: %s is a date.
    g_string_append_printf (text, _ ("Costs count from %s."), from);
  }
  return g_string_free_and_steal (text);
}

static void
fill_decision (SpilBudgetOverview *self)
{
  // Translators: %s is the title of a decision.
  g_autofree char *label = self->data->decision != NULL
                               ? g_strdup_printf (_ ("By decision: %s"), self->data->decision)
                               : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->decision), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->decision, label);
}

static void
on_tile_clicked_cb (GtkWidget *tile, SpilBudgetOverview *self)
{
  int cell = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), "spil-cell"));

  spil_budget_drill (find_page (self), self->data->version->id, SPIL_ID_NIL, cell);
}

static void
add_tile (SpilBudgetOverview *self, const char *caption, SpilMoney money, const char *note,
          SpilBudgetCell cell)
{
  g_autofree char *text = spil_money_format (money.cents, SPIL_MONEY_CENTS);
  GtkWidget *tile;

  if (cell == SPIL_BUDGET_CELL_BUDGET || money.cents == 0) {
    spil_figure_strip_add (self->strip, caption, text, note, money.cents < 0);
    return;
  }
  tile = spil_figure_strip_add_button (self->strip, caption, text, note, money.cents < 0);
  gtk_widget_set_tooltip_text (tile, _ ("Show the bookings behind this figure"));
  g_object_set_data (G_OBJECT (tile), "spil-cell", GINT_TO_POINTER (cell));
  g_signal_connect_object (tile, "clicked", G_CALLBACK (on_tile_clicked_cb), self, 0);
}

static char *
dup_part (SpilMoney part, const SpilBudgetTotal *total)
{
  g_autofree char *share = spil_budget_dup_share (spil_budget_total_per_mille (total, part));

  // Translators: %s is a share in per cent.
  return share[0] != '\0' ? g_strdup_printf (_ ("%s of the budget"), share) : NULL;
}

static void
fill_strip (SpilBudgetOverview *self)
{
  const SpilBudgetTotal *total = self->data->total;
  g_autofree char *spent = dup_part (total->actual, total);
  g_autofree char *open = dup_part (total->open, total);
  g_autofree char *free = dup_part (total->free, total);

  spil_figure_strip_clear (self->strip);
  add_tile (self, _ ("Budgeted"), total->budget, spil_budget_vat_words (total->budget.vat),
            SPIL_BUDGET_CELL_BUDGET);
  add_tile (self, _ ("Spent"), total->actual, spent, SPIL_BUDGET_CELL_ACTUAL);
  add_tile (self, _ ("Committed, open"), total->open, open, SPIL_BUDGET_CELL_OPEN);
  add_tile (self, total->free.cents < 0 ? _ ("Short") : _ ("Free"), total->free, free, SPIL_BUDGET_CELL_FREE);
}

void
spil_budget_overview_fill (SpilBudgetOverview *self, const SpilBudgetData *data)
{
  g_autofree char *facts = NULL;
  g_autofree char *unit = NULL;

  g_return_if_fail (SPIL_IS_BUDGET_OVERVIEW (self));

  self->data = data;
  facts = dup_facts (data);
  // Translators: %s is "excl. VAT".
  unit = g_strdup_printf (_ ("Amounts in euro, %s"), spil_budget_vat_words (data->version->total.vat));
  set_text (self->facts, facts);
  fill_decision (self);
  set_text (self->notes, data->notes);
  fill_strip (self);
  spil_budget_pace_fill (self->pace, data);
  gtk_widget_set_visible (self->book, data->state == SPIL_BUDGET_IN_FORCE);
  gtk_widget_set_visible (self->forecasts, data->state == SPIL_BUDGET_IN_FORCE);
  gtk_widget_set_visible (self->reallocate, data->state == SPIL_BUDGET_IN_FORCE);
  set_text (self->unit, data->version->total.vat != SPIL_VAT_UNKNOWN ? unit : _ ("Amounts in euro"));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), spil_budget_data_is_open (data));
  gtk_widget_set_visible (GTK_WIDGET (self->table), !spil_budget_data_is_open (data));
  if (spil_budget_data_is_open (data))
    spil_proposal_editor_fill (self->editor, data);
  spil_budget_table_set_items (self->table, data->items);
  set_text (self->left_out, data->left_out);
  set_text (self->fault, data->fault);
  spil_chart_view_set_chart (self->bars, data->bars);
}

/* Doing */

static void
on_decision_clicked_cb (SpilBudgetOverview *self)
{
  g_autofree char *id = spil_id_dup_text (self->data->version->decision);
  g_autofree char *target = g_strconcat ("decision ", id, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", target);
}

static void
on_book_clicked_cb (SpilBudgetOverview *self)
{
  spil_booking_form_present (GTK_WIDGET (self), spil_page_get_worker (find_page (self)), SPIL_BOOKING_ACTUAL,
                             SPIL_ID_NIL, SPIL_ID_NIL, self->data->version->total.vat);
}

static void
on_bookings_clicked_cb (SpilBudgetOverview *self)
{
  spil_budget_drill (find_page (self), self->data->version->id, SPIL_ID_NIL, SPIL_BUDGET_CELL_NAME);
}

static void
on_forecasts_clicked_cb (SpilBudgetOverview *self)
{
  spil_forecast_page_open (find_page (self), self->data->version->id);
}

static void
on_periods_clicked_cb (SpilBudgetOverview *self)
{
  spil_periods_page_open (find_page (self));
}

static void
on_reallocate_clicked_cb (SpilBudgetOverview *self)
{
  g_signal_emit (self, signals[REALLOCATE], 0);
}

static void
on_line_activated_cb (SpilBudgetOverview *self, const SpilId *line)
{
  SpilPage *page = find_page (self);

  spil_page_push (page, spil_budget_line_page_new (spil_page_get_worker (page), *line));
}

static void
on_popover_closed_cb (SpilBudgetOverview *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
on_popover_reallocate_cb (SpilBudgetOverview *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[REALLOCATE], 0);
}

static GtkWidget *
make_popover_content (SpilBudgetOverview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("This amount was decided on. Another one takes a re-allocation."));
  GtkWidget *button = gtk_button_new_with_label (_ ("Make a re-allocation"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_popover_reallocate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "hint");
  return box;
}

// What was decided is not typed over: the amount says how it is changed.
static void
present_popover (SpilBudgetOverview *self, GtkWidget *origin)
{
  graphene_rect_t bounds;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (!gtk_widget_compute_bounds (origin, GTK_WIDGET (self), &bounds))
    return;
  self->popover = spil_accessible_popover_new (_ ("Budget"));
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_popover_content (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_figure_activated_cb (SpilBudgetOverview *self, const SpilId *line, int cell, GtkWidget *origin)
{
  if (cell == SPIL_BUDGET_CELL_BUDGET && self->data->state == SPIL_BUDGET_IN_FORCE)
    present_popover (self, origin);
  else
    spil_budget_drill (find_page (self), self->data->version->id, *line, cell);
}

/* The widget */

static void
spil_budget_overview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ROOM:
    g_object_get_property (G_OBJECT (SPIL_BUDGET_OVERVIEW (object)->table), "room", value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_overview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ROOM:
    g_object_set_property (G_OBJECT (SPIL_BUDGET_OVERVIEW (object)->table), "room", value);
    spil_proposal_editor_set_narrow (SPIL_BUDGET_OVERVIEW (object)->editor, g_value_get_int (value) >= 2);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_overview_dispose (GObject *object)
{
  SpilBudgetOverview *self = SPIL_BUDGET_OVERVIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_BUDGET_OVERVIEW);
  G_OBJECT_CLASS (spil_budget_overview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-budget-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, decision);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, notes);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, pace);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, book);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, forecasts);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, reallocate);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, unit);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, table);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, editor);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, left_out);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, fault);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetOverview, bars);
  gtk_widget_class_bind_template_callback (widget_class, on_decision_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_book_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bookings_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forecasts_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_periods_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reallocate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_figure_activated_cb);
}

static void
spil_budget_overview_class_init (SpilBudgetOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_budget_overview_get_property;
  object_class->set_property = spil_budget_overview_set_property;
  object_class->dispose = spil_budget_overview_dispose;
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, 3, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REALLOCATE] = g_signal_new ("reallocate", SPIL_TYPE_BUDGET_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_BUDGET_PACE);
  g_type_ensure (SPIL_TYPE_BUDGET_TABLE);
  g_type_ensure (SPIL_TYPE_PROPOSAL_EDITOR);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_budget_overview_init (SpilBudgetOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
