// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-form.h"
#include "spil-budget-data.h"
#include "spil-budget-line-page.h"
#include "spil-budget-table.h"
#include "spil-chart-view.h"
#include "spil-figure-strip.h"

struct _SpilBudgetPage
{
  SpilPage parent_instance;

  SpilId version; /**< the one that was chosen; nil: the one in force */
  gboolean filling;

  GtkDropDown *versions;
  GtkLabel *version_label;
  GtkLabel *facts;
  GtkLabel *notes;
  SpilFigureStrip *strip;
  SpilBudgetTable *table;
  GtkLabel *left_out;
  GtkLabel *fault;
  SpilChartView *bars;
  SpilChartView *burn;
};

G_DEFINE_FINAL_TYPE (SpilBudgetPage, spil_budget_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_BUDGET_PAGE (page)->version, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *version = request;

  return spil_budget_data_load (store, *version, spil_day_today (), error);
}

/* Showing */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static const char *
vat_words (SpilVat vat)
{
  return vat == SPIL_VAT_EXCLUDED ? _ ("excl. VAT") : vat == SPIL_VAT_INCLUDED ? _ ("incl. VAT") : "";
}

// "Decided on 31-07-2018. Total € 951.500,00 excl. VAT. Costs count from 01-07-2018."
static char *
dup_facts (const SpilBudgetVersionRow *version)
{
  GString *text = g_string_new (NULL);
  g_autofree char *total = spil_money_format (version->total.cents, SPIL_MONEY_CENTS);
  g_autofree char *date = spil_day_format (version->date);
  g_autofree char *from = spil_day_format (version->from);

  // Translators: %s is a date.
  g_string_append_printf (text, _ ("Decided on %s."), date[0] != '\0' ? date : _ ("not stated"));
  g_string_append_c (text, ' ');
  // Translators: an amount and "excl. VAT".
  g_string_append_printf (text, _ ("Total %s %s."), total, vat_words (version->total.vat));
  if (from[0] != '\0') {
    g_string_append_c (text, ' ');
    // Translators: %s is a date.
    g_string_append_printf (text, _ ("Costs count from %s."), from);
  }
  return g_string_free_and_steal (text);
}

static void
fill_versions (SpilBudgetPage *self, const SpilBudgetData *data)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < data->versions->len; i++) {
    const SpilBudgetVersionRow *version = g_ptr_array_index (data->versions, i);

    gtk_string_list_append (names, version->name);
    if (version == data->version)
      selected = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->versions, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->versions, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->versions), data->versions->len > 1);
  set_text (self->version_label, data->versions->len > 1 ? NULL : data->version->name);
}

static void
add_figure (SpilBudgetPage *self, const char *caption, SpilMoney money)
{
  g_autofree char *text = spil_money_format (money.cents, SPIL_MONEY_CENTS);

  spil_figure_strip_add (self->strip, caption, text, NULL, FALSE);
}

static void
fill_strip (SpilBudgetPage *self, const SpilBudgetTotal *total)
{
  g_autofree char *free = spil_money_format (total->free.cents, SPIL_MONEY_CENTS);

  spil_figure_strip_clear (self->strip);
  add_figure (self, _ ("Budgeted"), total->budget);
  add_figure (self, _ ("Spent"), total->actual);
  add_figure (self, _ ("Committed, open"), total->open);
  spil_figure_strip_add (self->strip,
                         total->free.cents < 0 ? _ ("Short") : _ ("Free"), free, NULL, total->free.cents < 0);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilBudgetPage *self = SPIL_BUDGET_PAGE (page);
  const SpilBudgetData *data = loaded;
  g_autofree char *facts = NULL;

  if (data->version == NULL) {
    spil_page_set_empty (page,
                         _ ("No budget yet"),
                           _ ("A budget is a version that was decided on, with its total and then its lines."),
                             _ ("Add a budget version"), "win.add::budget_version");
    return;
  }
  if (data->lines->len == 0) {
    spil_page_set_empty (page, data->version->name,
                         _ ("This budget has no lines yet."), _ ("Add a budget line"), "win.add::budget_line");
    return;
  }
  facts = dup_facts (data->version);
  fill_versions (self, data);
  set_text (self->facts, facts);
  set_text (self->notes, data->notes);
  fill_strip (self, data->total);
  spil_budget_table_set_items (self->table, data->items);
  set_text (self->left_out, data->left_out);
  set_text (self->fault, data->fault);
  spil_chart_view_set_chart (self->bars, data->bars);
  spil_chart_view_set_chart (self->burn, data->burn);
}

/* Doing */

static void
book (SpilPage *page)
{
  const SpilBudgetData *data = spil_page_get_data (page);

  if (data == NULL || data->version == NULL)
    return;
  spil_booking_form_present (GTK_WIDGET (page), spil_page_get_worker (page), SPIL_BOOKING_ACTUAL, SPIL_ID_NIL,
                             SPIL_ID_NIL, data->version->total.vat);
}

static void
on_book_clicked_cb (SpilBudgetPage *self)
{
  book (SPIL_PAGE (self));
}

static void
on_version_selected_cb (SpilBudgetPage *self)
{
  const SpilBudgetData *data = spil_page_get_data (SPIL_PAGE (self));
  guint selected = gtk_drop_down_get_selected (self->versions);

  if (self->filling || data == NULL || selected >= data->versions->len)
    return;
  self->version = ((const SpilBudgetVersionRow *) g_ptr_array_index (data->versions, selected))->id;
  spil_page_reload (SPIL_PAGE (self));
}

static void
open_line (SpilPage *page, SpilId line)
{
  spil_page_push (page, spil_budget_line_page_new (spil_page_get_worker (page), line));
}

static void
on_line_activated_cb (SpilBudgetPage *self, const SpilId *line)
{
  open_line (SPIL_PAGE (self), *line);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_BUDGET_LINE)
    return FALSE;
  open_line (page, id);
  return TRUE;
}

/* The class */

static void
spil_budget_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BUDGET_PAGE);
  G_OBJECT_CLASS (spil_budget_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-budget-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, versions);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, version_label);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, notes);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, fault);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, bars);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, burn);
  gtk_widget_class_bind_template_callback (widget_class, on_book_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_version_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated_cb);
}

static void
spil_budget_page_class_init (SpilBudgetPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_BUDGET_VERSION,
                                  SPIL_ENTITY_BUDGET_LINE,
                                  SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST,
                                  SPIL_ENTITY_RESERVATION,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_budget_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_budget_data_free;
  page_class->fill = fill;
  page_class->add = book;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_BUDGET_TABLE);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_budget_page_init (SpilBudgetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
