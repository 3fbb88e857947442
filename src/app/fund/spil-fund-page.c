// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-page.h"

#include <glib/gi18n-lib.h>

#include "spil-application-board.h"
#include "spil-application-filter.h"
#include "spil-application-form.h"
#include "spil-application-page.h"
#include "spil-application-table.h"
#include "spil-chart-view.h"
#include "spil-fact-grid.h"
#include "spil-fund-data.h"
#include "spil-fund-head.h"
#include "spil-fund-words.h"
#include "spil-report-charts.h"
#include "spil-scheme-page.h"
#include "spil-window-state.h"

struct _SpilFundPage
{
  SpilPage parent_instance;

  SpilId scheme; /**< the one that was chosen; nil: the first */
  gboolean filling;
  GListStore *items; /**< of SpilFundItem: the applications of the scheme */
  GtkFilterListModel *found;

  GtkDropDown *schemes;
  GtkLabel *scheme_label;
  SpilFundHead *head;
  AdwToggleGroup *views;
  SpilApplicationFilter *filter;
  GtkWidget *count_line;
  GtkLabel *count;
  GtkWidget *all_button;
  GtkStack *stack;
  SpilApplicationTable *table;
  SpilApplicationBoard *board;
  SpilChartView *chart;
  SpilFactGrid *effects;
};

G_DEFINE_FINAL_TYPE (SpilFundPage, spil_fund_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_FUND_PAGE (page)->scheme, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *scheme = request;

  return spil_fund_data_load (store, *scheme, spil_day_today (), error);
}

/* The views */

static gboolean
is_view (SpilFundPage *self, const char *name)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), name) == 0;
}

// "14 of 26 applications, asked € 120.000,00, awarded € 90.000,00"
static char *
dup_count (SpilFundPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *asked = NULL;
  g_autofree char *awarded = NULL;
  int64_t asked_cents = 0, awarded_cents = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SpilFundItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);
    const SpilFundApplicationRow *row = spil_fund_item_get_row (item);

    asked_cents += row->asked.cents;
    awarded_cents += row->has_settled ? row->settled.cents : row->awarded.cents;
  }
  asked = spil_money_format (asked_cents, SPIL_MONEY_CENTS);
  awarded = spil_money_format (awarded_cents, SPIL_MONEY_CENTS);
  if (n == all)
    return g_strdup_printf (
        // Translators: a number of applications and two amounts.
        ngettext ("%u application: asked %s, awarded %s", "%u applications: asked %s, awarded %s", all), all,
        asked, awarded);
  return g_strdup_printf (
      // Translators: two numbers of applications and two amounts.
      ngettext ("%u of %u application: asked %s, awarded %s", "%u of %u applications: asked %s, awarded %s",
                all),
      n, all, asked, awarded);
}

static void
update_views (SpilFundPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean room = is_view (self, "room");
  g_autofree char *count = dup_count (self);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->all_button, spil_application_filter_is_set (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->filter), !room && all > 0);
  gtk_widget_set_visible (self->count_line, !room && all > 0);
  gtk_stack_set_visible_child_name (self->stack, room                      ? "room"
                                                 : all == 0                ? "empty"
                                                 : n == 0                  ? "none"
                                                 : is_view (self, "board") ? "board"
                                                                           : "list");
}

static void
on_view_chosen_cb (SpilFundPage *self)
{
  if (self->found != NULL)
    update_views (self);
}

static void
on_filter_changed_cb (SpilFundPage *self)
{
  update_views (self);
}

static void
on_all_clicked_cb (SpilFundPage *self)
{
  spil_application_filter_clear (self->filter);
}

static void
on_narrow_cb (SpilFundPage *self)
{
  g_object_set (self->table, "narrow", TRUE, NULL);
  spil_board_set_narrow (SPIL_BOARD (self->board), TRUE);
}

static void
on_wide_cb (SpilFundPage *self)
{
  g_object_set (self->table, "narrow", FALSE, NULL);
  spil_board_set_narrow (SPIL_BOARD (self->board), FALSE);
}

/* Showing */

static void
fill_schemes (SpilFundPage *self, const SpilFundData *data)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (data->schemes, i);

    gtk_string_list_append (names, scheme->name);
    if (scheme == data->scheme)
      selected = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->schemes, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->schemes, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->schemes), data->schemes->len > 1);
  gtk_label_set_text (self->scheme_label, data->scheme->name);
}

static void
add_effect (SpilFundPage *self, const char *label, char *text)
{
  g_autofree char *owned = text;

  spil_fact_grid_add (self->effects, label, owned);
}

static void
fill_room (SpilFundPage *self, const SpilFundData *data)
{
  const SpilFundSchemeRow *scheme = data->scheme;
  g_autoptr (SpilChart) chart = spil_report_chart_of_fund (scheme, data->day);

  spil_chart_view_set_chart (self->chart, chart);
  spil_fact_grid_clear (self->effects);
  add_effect (self, _ ("Avoidances expected, of what was awarded"),
              spil_fund_dup_avoidances (&scheme->expected_avoidances));
  add_effect (self, _ ("Avoidances realised, of what was settled"),
              spil_fund_dup_avoidances (&scheme->realised_avoidances));
  add_effect (self, _ ("CO₂ saved expected, of what was awarded"), spil_fund_dup_co2 (&scheme->expected_co2));
  add_effect (self, _ ("CO₂ saved realised, of what was settled"), spil_fund_dup_co2 (&scheme->realised_co2));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilFundPage *self = SPIL_FUND_PAGE (page);
  const SpilFundData *data = loaded;
  gboolean on_board;

  if (data->scheme == NULL) {
    spil_page_set_empty (page, _ ("No fund yet"),
                         _ ("A scheme says how much money there is and what an employer pays itself; "
                            "applications come after it."),
                         _ ("Add a scheme"), "win.add::scheme");
    return;
  }
  fill_schemes (self, data);
  spil_fund_head_set_data (self->head, data);
  fill_room (self, data);
  if (self->found == NULL) {
    self->found = gtk_filter_list_model_new (
        g_object_ref (G_LIST_MODEL (self->items)),
        g_object_ref (spil_application_filter_get_filter (self->filter)));
    spil_application_table_set_model (self->table, G_LIST_MODEL (self->found));
    spil_application_board_set_model (self->board, spil_page_get_worker (page), G_LIST_MODEL (self->found));
  }
  on_board = spil_application_board_has_focus (self->board);
  spil_application_filter_set_items (self->filter, data->items);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       data->items->pdata, data->items->len);
  update_views (self);
  if (on_board)
    spil_application_board_focus_last (self->board);
}

/* Doing */

static void
add (SpilPage *page)
{
  const SpilFundData *data = spil_page_get_data (page);

  if (data != NULL && data->scheme != NULL)
    spil_application_form_add (spil_page_get_worker (page), GTK_WIDGET (page), data->scheme->id, SPIL_ID_NIL);
}

static gboolean
add_record (SpilPage *page, const SpilEntity *entity)
{
  if (entity->number != SPIL_ENTITY_APPLICATION)
    return FALSE;
  add (page);
  return TRUE;
}

static void
on_add_clicked_cb (SpilFundPage *self)
{
  add (SPIL_PAGE (self));
}

static void
on_edit_clicked_cb (SpilFundPage *self)
{
  const SpilFundData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL && data->scheme != NULL)
    spil_page_push (SPIL_PAGE (self),
                    spil_scheme_page_new (spil_page_get_worker (SPIL_PAGE (self)), data->scheme->id));
}

static void
choose_scheme (SpilFundPage *self, SpilId scheme)
{
  self->scheme = scheme;
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_scheme_selected_cb (SpilFundPage *self)
{
  const SpilFundData *data = spil_page_get_data (SPIL_PAGE (self));
  guint selected = gtk_drop_down_get_selected (self->schemes);

  if (!self->filling && data != NULL && selected < data->schemes->len)
    choose_scheme (self, ((const SpilFundSchemeRow *) g_ptr_array_index (data->schemes, selected))->id);
}

static void
open_application (SpilPage *page, SpilId application)
{
  spil_page_push (page, spil_application_page_new (spil_page_get_worker (page), application));
}

static void
on_application_activated_cb (SpilFundPage *self, const SpilId *application)
{
  open_application (SPIL_PAGE (self), *application);
}

static void
on_card_opened_cb (SpilFundPage *self, SpilFundItem *item)
{
  open_application (SPIL_PAGE (self), spil_fund_item_get_row (item)->id);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number == SPIL_ENTITY_SCHEME)
    choose_scheme (SPIL_FUND_PAGE (page), id);
  else if (entity->number == SPIL_ENTITY_APPLICATION)
    open_application (page, id);
  else
    return FALSE;
  return TRUE;
}

static void
search (SpilPage *page)
{
  SpilFundPage *self = SPIL_FUND_PAGE (page);

  if (is_view (self, "room"))
    adw_toggle_group_set_active_name (self->views, "list");
  spil_application_filter_search (self->filter);
}

/* The class */

static void
spil_fund_page_dispose (GObject *object)
{
  SpilFundPage *self = SPIL_FUND_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_FUND_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (spil_fund_page_parent_class)->dispose (object);
}

// Enter in the search field goes on to what was found.
static void
on_filter_entered_cb (SpilFundPage *self)
{
  if (is_view (self, "list"))
    spil_application_table_focus_first (self->table);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-fund-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, schemes);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, scheme_label);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, head);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, views);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, count_line);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, count);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, board);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, effects);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_application_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_card_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (SPIL_TYPE_FUND_HEAD);
  g_type_ensure (SPIL_TYPE_APPLICATION_FILTER);
  g_type_ensure (SPIL_TYPE_APPLICATION_TABLE);
  g_type_ensure (SPIL_TYPE_APPLICATION_BOARD);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
}

static void
spil_fund_page_class_init (SpilFundPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_SCHEME,
                                  SPIL_ENTITY_APPLICATION,
                                  SPIL_ENTITY_PAYMENT,
                                  SPIL_ENTITY_COST_ITEM,
                                  SPIL_ENTITY_REQUIREMENT,
                                  SPIL_ENTITY_REQUIREMENT_CHECK,
                                  SPIL_ENTITY_SETTING,
                                  SPIL_ENTITY_RISK,
                                  SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ORGANISATION,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_fund_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_fund_data_free;
  page_class->fill = fill;
  page_class->search = search;
  page_class->add = add;
  page_class->add_record = add_record;
  page_class->open_record = open_record;
  ensure_types ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_fund_page_init (SpilFundPage *self)
{
  self->items = g_list_store_new (SPIL_TYPE_FUND_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_window_state_bind ("fund-view", self->views, "active-name");
}
