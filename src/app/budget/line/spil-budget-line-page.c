// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-line-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-form.h"
#include "spil-booking-list.h"
#include "spil-budget-amounts.h"
#include "spil-budget-line-data.h"
#include "spil-chart-view.h"
#include "spil-fund-query.h"
#include "spil-figure-strip.h"
#include "spil-record-dialog.h"
#include "spil-record-list.h"
#include "spil-row-group.h"

// How many bookings are shown at first, and how many more each time.
#define BOOKINGS_STEP 50

struct _SpilBudgetLinePage
{
  SpilPage parent_instance;

  SpilId line;
  int limit;

  GtkLabel *name;
  SpilFigureStrip *strip;
  GtkLabel *sentence;
  SpilBookingList *bookings;
  SpilRecordList *allocations;
  SpilRowGroup *open;
  SpilRowGroup *schemes;
  SpilRowGroup *versions;
  SpilChartView *burn;
};

G_DEFINE_FINAL_TYPE (SpilBudgetLinePage, spil_budget_line_page, SPIL_TYPE_PAGE)

/* Loading */

typedef struct
{
  SpilId line;
  int limit;
} Request;

static gpointer
prepare (SpilPage *page)
{
  SpilBudgetLinePage *self = SPIL_BUDGET_LINE_PAGE (page);
  Request *request = g_new0 (Request, 1);

  request->line = self->line;
  request->limit = self->limit;
  return request;
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return spil_budget_line_data_load (store, request->line, request->limit, error);
}

/* Showing */

static char *
dup_money (SpilMoney money)
{
  return spil_money_format (money.cents, SPIL_MONEY_CENTS);
}

static void
fill_strip (SpilBudgetLinePage *self, const SpilBudgetLineFigures *line)
{
  g_autofree char *budget = spil_budget_dup_amount (line);
  g_autofree char *reserved = dup_money (line->reserved);
  g_autofree char *actual = dup_money (line->actual);
  g_autofree char *open = dup_money (line->open);
  g_autofree char *forecast = dup_money (line->forecast);
  g_autofree char *free = spil_budget_dup_free (line);
  SpilMoney left;
  gboolean is_short = spil_budget_line_get_free (line, &left) && left.cents < 0;

  spil_figure_strip_clear (self->strip);
  spil_figure_strip_add (self->strip, _ ("Budgeted"), budget, NULL, FALSE);
  // In the order of the table of all lines; six fill their rows, at any width.
  spil_figure_strip_add (self->strip, _ ("Reserved"), reserved, NULL, FALSE);
  spil_figure_strip_add (self->strip, _ ("Committed, open"), open, NULL, FALSE);
  spil_figure_strip_add (self->strip, _ ("Spent"), actual, NULL, FALSE);
  spil_figure_strip_add (self->strip, _ ("Forecast"), forecast, NULL, FALSE);
  spil_figure_strip_add (self->strip, _ ("Free"), free, NULL, is_short);
}

// What the line is worth, what became of it and what it will cost.
static char *
dup_sentence (const SpilBudgetLineFigures *line)
{
  g_autofree char *budget = spil_budget_dup_amount (line);
  g_autofree char *actual = dup_money (line->actual);
  g_autofree char *open = dup_money (line->open);
  g_autofree char *expected = dup_money (spil_budget_line_get_expected (line));
  g_autofree char *reserved = dup_money (line->reserved);
  GString *text = g_string_new (NULL);
  SpilMoney free;

  if (spil_budget_line_get_free (line, &free)) {
    g_autofree char *left = dup_money (spil_money (ABS (free.cents), free.vat));

    // Translators: all are amounts: the budget, spent, committed, and what is left or short.
    g_string_append_printf (text,
                            free.cents < 0
                                ? _ ("Of %s, %s is spent and %s is committed: that is %s too much.")
                                : _ ("Of %s, %s is spent and %s is committed; %s is free."),
                            budget, actual, open, left);
  } else
    // Translators: the first %s is "PM" or "not stated", the others are amounts.
    g_string_append_printf (text, _ ("Budget: %s; %s is spent and %s is committed."), budget, actual, open);
  // Translators: %s is an amount.
  g_string_append_printf (text, _ (" With the forecast the line comes to %s."), expected);
  if (line->reserved.cents != 0)
    // Translators: %s is an amount.
    g_string_append_printf (text, _ (" Reserved: %s."), reserved);
  if (line->left_out > 0)
    g_string_append_printf (text,
                            ngettext (" %d booking with another VAT note is not counted.",
                                      " %d bookings with another VAT note are not counted.", line->left_out),
                            line->left_out);
  return g_string_free_and_steal (text);
}

static char *
dup_source (SpilRecord *allocation, gpointer user_data)
{
  const SpilBudgetLineData *data = spil_page_get_data (SPIL_PAGE (user_data));
  SpilId source = spil_record_get_reference (allocation, SPIL_ALLOCATION_SOURCE);
  const char *name = data != NULL ? g_hash_table_lookup (data->sources, &source) : NULL;

  return g_strdup (name != NULL ? name : _ ("not stated"));
}

static char *
dup_nothing (SpilRecord *allocation, gpointer user_data)
{
  return NULL;
}

static char *
dup_allocated (SpilRecord *allocation, gpointer user_data)
{
  return spil_record_format (allocation, SPIL_ALLOCATION_AMOUNT);
}

// How many of the commitments that are open longest are told.
#define OPEN_SHOWN 5

static void
fill_open (SpilBudgetLinePage *self, const SpilBudgetLineData *data)
{
  spil_row_group_begin (self->open);
  for (guint i = 0; i < MIN (data->open->len, OPEN_SHOWN); i++) {
    const SpilBudgetBookingRow *row = data->open->pdata[i];
    g_autofree char *date = spil_day_format (row->date);
    // Translators: %s is a date.
    g_autofree char *since = g_strdup_printf (_ ("since %s"), date);
    g_autofree char *subtitle = spil_join_facts (row->counterpart != NULL ? row->counterpart : "", since,
                                                 NULL);
    g_autofree char *open = dup_money (row->open);
    GtkWidget *widget = spil_text_row_new (row->description, subtitle, open);

    spil_text_row_open (widget, SPIL_ENTITY_COMMITMENT, row->id);
    spil_row_group_append (self->open, widget);
  }
  spil_row_group_end (self->open, _ ("Nothing is committed that is still open"));
}

static void
fill_schemes (SpilBudgetLinePage *self, const SpilBudgetLineData *data)
{
  spil_row_group_begin (self->schemes);
  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *row = data->schemes->pdata[i];
    g_autofree char *ceiling = dup_money (row->terms.ceiling);
    g_autofree char *room = dup_money (row->room);
    // Translators: %s is an amount.
    g_autofree char *subtitle = row->terms.has_ceiling ? g_strdup_printf (_ ("ceiling %s"), ceiling) : NULL;
    // Translators: %s is an amount.
    g_autofree char *end = row->has_room ? g_strdup_printf (_ ("room %s"), room) : NULL;
    GtkWidget *widget = spil_text_row_new (row->name, subtitle, end);

    spil_text_row_open (widget, SPIL_ENTITY_SCHEME, row->id);
    spil_row_group_append (self->schemes, widget);
  }
  spil_row_group_end (self->schemes, NULL);
}

// The amount that the line had in each version, latest first.
static void
fill_versions (SpilBudgetLinePage *self, const SpilBudgetLineData *data)
{
  spil_row_group_begin (self->versions);
  for (guint i = 0; i < data->versions->len; i++) {
    const SpilBudgetVersionRow *version = data->versions->pdata[i];
    g_autofree char *date = spil_day_format (version->date);
    // Translators: %s is a date.
    g_autofree char *decided = date[0] != '\0' ? g_strdup_printf (_ ("Decided on %s"), date) : NULL;
    g_autofree char *amount = spil_budget_dup_amount (data->of_versions->pdata[i]);
    GtkWidget *widget = spil_text_row_new (version->name, decided != NULL ? decided : _ ("Proposal"), amount);

    spil_text_row_open (widget, SPIL_ENTITY_BUDGET_VERSION, version->id);
    spil_row_group_append (self->versions, widget);
  }
  spil_row_group_end (self->versions, NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilBudgetLinePage *self = SPIL_BUDGET_LINE_PAGE (page);
  const SpilBudgetLineData *data = loaded;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_BUDGET_LINE, self->line }, 1);
  // Translators: %d is the number of a budget line.
  title = g_strdup_printf (_ ("Budget line %d"), data->figures->number);
  sentence = dup_sentence (data->figures);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_text (self->name, data->figures->name);
  gtk_label_set_text (self->sentence, sentence);
  fill_strip (self, data->figures);
  spil_booking_list_set_bookings (self->bookings, data->bookings, data->more);
  spil_record_list_set_records (self->allocations, data->allocations);
  fill_open (self, data);
  fill_schemes (self, data);
  fill_versions (self, data);
  spil_chart_view_set_chart (self->burn, data->burn);
}

/* Doing */

static void
book (SpilBudgetLinePage *self, SpilBookingKind kind, SpilId commitment)
{
  const SpilBudgetLineData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_booking_form_present (GTK_WIDGET (self), spil_page_get_worker (SPIL_PAGE (self)), kind, self->line,
                               commitment, data->figures->budget.vat);
}

static void
add (SpilPage *page)
{
  book (SPIL_BUDGET_LINE_PAGE (page), SPIL_BOOKING_ACTUAL, SPIL_ID_NIL);
}

static void
on_expense_clicked_cb (SpilBudgetLinePage *self)
{
  book (self, SPIL_BOOKING_ACTUAL, SPIL_ID_NIL);
}

static void
on_commitment_clicked_cb (SpilBudgetLinePage *self)
{
  book (self, SPIL_BOOKING_COMMITMENT, SPIL_ID_NIL);
}

static void
on_forecast_clicked_cb (SpilBudgetLinePage *self)
{
  book (self, SPIL_BOOKING_FORECAST, SPIL_ID_NIL);
}

static void
on_reservation_clicked_cb (SpilBudgetLinePage *self)
{
  book (self, SPIL_BOOKING_RESERVATION, SPIL_ID_NIL);
}

static void
on_commitment_expense_cb (SpilBudgetLinePage *self, const SpilId *commitment)
{
  book (self, SPIL_BOOKING_ACTUAL, *commitment);
}

static void
on_more_cb (SpilBudgetLinePage *self)
{
  self->limit += BOOKINGS_STEP;
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_edit_clicked_cb (SpilBudgetLinePage *self)
{
  const SpilBudgetLineData *data = spil_page_get_data (SPIL_PAGE (self));
  SpilWorker *worker = spil_page_get_worker (SPIL_PAGE (self));

  if (data != NULL)
    adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_edit (worker, data->record)), GTK_WIDGET (self));
}

/* The class */

static void
spil_budget_line_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BUDGET_LINE_PAGE);
  G_OBJECT_CLASS (spil_budget_line_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-budget-line-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, bookings);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, allocations);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, open);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, schemes);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, versions);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetLinePage, burn);
  gtk_widget_class_bind_template_callback (widget_class, on_expense_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forecast_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reservation_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_expense_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_budget_line_page_class_init (SpilBudgetLinePageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_BUDGET_LINE,
                                  SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST,
                                  SPIL_ENTITY_RESERVATION,
                                  SPIL_ENTITY_FUNDING_SOURCE,
                                  SPIL_ENTITY_ALLOCATION,
                                  SPIL_ENTITY_BUDGET_VERSION,
                                  SPIL_ENTITY_SCHEME,
                                  SPIL_ENTITY_APPLICATION,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_budget_line_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "budget";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_budget_line_data_free;
  page_class->fill = fill;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_BOOKING_LIST);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_budget_line_page_init (SpilBudgetLinePage *self)
{
  self->limit = BOOKINGS_STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_record_list_set_empty_text (self->allocations, _ ("Not stated who pays this line"));
  spil_record_list_set_texts (self->allocations, dup_source, dup_nothing, dup_allocated, self);
}

SpilPage *
spil_budget_line_page_new (SpilWorker *worker, SpilId line)
{
  SpilBudgetLinePage *self = g_object_new (SPIL_TYPE_BUDGET_LINE_PAGE, "worker", worker, NULL);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_ALLOCATION), spil_id_new ());

  self->line = line;
  spil_record_set_reference (preset, SPIL_ALLOCATION_LINE, line);
  spil_record_list_set_preset (self->allocations, preset);
  return SPIL_PAGE (self);
}
