// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-form.h"
#include "spil-booking-page.h"
#include "spil-export-list.h"
#include "spil-filter-line.h"
#include "spil-forecast-page.h"
#include "spil-list-search.h"
#include "spil-periods-page.h"
#include "spil-register-data.h"
#include "spil-register-filter.h"
#include "spil-register-item.h"
#include "spil-register-table.h"
#include "spil-register-words.h"
#include "spil-store-list-model.h"

struct _SpilRegisterPage
{
  SpilPage parent_instance;

  SpilBookingFilter *filter; /**< what is asked */
  SpilStoreListModel *model; /**< NULL until the page is first filled */

  GtkSearchEntry *search;
  GtkToggleButton *filter_toggle;
  GtkRevealer *filters;
  SpilRegisterFilter *conditions;
  SpilFilterLine *state;
  GtkStack *stack;
  SpilListTable *table;
  AdwWrapBox *sums;
};

G_DEFINE_FINAL_TYPE (SpilRegisterPage, spil_register_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return spil_register_filter_copy (SPIL_REGISTER_PAGE (page)->filter);
}

/* Showing */

static void
add_sum (SpilRegisterPage *self, const char *caption, SpilMoney money)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (caption);
  g_autofree char *text = spil_money_format (money.cents, SPIL_MONEY_CENTS);
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  adw_wrap_box_append (self->sums, box);
}

// A sum that is told where it is not nothing.
static void
add_aside (SpilRegisterPage *self, const char *caption, int64_t cents)
{
  if (cents != 0)
    add_sum (self, caption, spil_money (cents, SPIL_VAT_UNKNOWN));
}

// One sum for each kind that is asked: amounts of different kinds say nothing together.
static void
fill_sums (SpilRegisterPage *self, const SpilRegisterData *data)
{
  int64_t outside = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums))) != NULL)
    adw_wrap_box_remove (self->sums, child);
  for (int i = 0; i < SPIL_BOOKING_N_KINDS; i++) {
    g_autofree char *open = NULL;

    if (self->filter->kinds != 0 && (self->filter->kinds & (1u << i)) == 0)
      continue;
    add_sum (self, spil_booking_plural ((SpilBookingKind) i), data->sums.amount[i]);
    outside += data->sums.outside[i].cents;
    // Translators: %s is a kind of booking, such as "Commitments".
    open = g_strdup_printf (_ ("%s, still open"), spil_booking_plural ((SpilBookingKind) i));
    if (i == SPIL_BOOKING_COMMITMENT || i == SPIL_BOOKING_RESERVATION)
      add_aside (self, open, data->open[i]);
  }
  add_aside (self, _ ("Outside the budget, not counted"), outside);
}

static void
show_conditions (SpilRegisterPage *self)
{
  spil_filter_line_begin (self->state);
  for (int i = 0; i < SPIL_REGISTER_N_CONDITIONS; i++) {
    g_autofree char *text = spil_register_filter_dup_text (self->conditions, (SpilRegisterCondition) i);

    // What is seen above needs not be told again.
    if (text != NULL && !gtk_toggle_button_get_active (self->filter_toggle))
      spil_filter_line_add (self->state, i, text);
  }
  spil_filter_line_end (self->state);
}

static void
ask (SpilRegisterPage *self, const SpilRegisterData *data)
{
  SpilBookingFilter *query = spil_register_filter_copy (self->filter);

  if (self->model == NULL) {
    self->model = spil_store_list_model_new (spil_page_get_worker (SPIL_PAGE (self)),
                                             spil_register_item_fetch);
    spil_list_table_set_model (self->table, G_LIST_MODEL (self->model));
  }
  query->version = data->version->id;
  spil_store_list_model_set_query (self->model, query, (GDestroyNotify) spil_register_filter_free);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilRegisterPage *self = SPIL_REGISTER_PAGE (page);
  const SpilRegisterData *data = loaded;
  g_autofree char *count = NULL;

  if (data->version == NULL) {
    spil_page_set_empty (page, _ ("No budget yet"), _ ("Bookings are made on the lines of a budget."), NULL,
                         NULL);
    return;
  }
  if (data->n_all == 0) {
    spil_page_set_empty (
        page, _ ("No bookings yet"),
        _ ("A reservation, a commitment, an expense or a forecast: each is a booking on a line of the budget."),
        _ ("Book an expense"), "win.add-here");
    return;
  }
  spil_register_filter_set_choices (self->conditions, data->lines, data->first, data->last);
  count = spil_register_dup_count (data->sums.n, data->n_all);
  spil_filter_line_set_count (self->state, count, TRUE);
  show_conditions (self);
  fill_sums (self, data);
  gtk_stack_set_visible_child_name (self->stack, data->sums.n > 0 ? "list" : "nothing");
  ask (self, data);
}

/* Asking */

static void
changed (SpilRegisterPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free ((char *) self->filter->text);
  self->filter->text = text[0] != '\0' ? g_strdup (text) : NULL;
  spil_register_filter_get (self->conditions, self->filter);
  spil_list_table_scroll_to_top (self->table);
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_search_changed_cb (SpilRegisterPage *self)
{
  changed (self);
}

static void
on_filters_shown_cb (SpilRegisterPage *self)
{
  if (spil_page_get_data (SPIL_PAGE (self)) != NULL)
    show_conditions (self);
}

static void
on_conditions_changed_cb (SpilRegisterPage *self)
{
  changed (self);
}

static void
on_condition_dropped_cb (SpilRegisterPage *self, int number)
{
  spil_register_filter_drop (self->conditions, (SpilRegisterCondition) number);
}

static void
on_clear_cb (SpilRegisterPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  spil_register_filter_clear (self->conditions);
}

static void
on_search_activated_cb (SpilRegisterPage *self)
{
  spil_list_table_focus_first (self->table);
}

static void
on_search_stopped_cb (SpilRegisterPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Doing */

static void
on_opened_cb (SpilRegisterPage *self, const SpilBudgetBookingRow *row)
{
  spil_booking_page_open (SPIL_PAGE (self), row->kind, row->id);
}

static void
book (SpilRegisterPage *self, SpilBookingKind kind)
{
  spil_booking_form_present (GTK_WIDGET (self), spil_page_get_worker (SPIL_PAGE (self)), kind,
                             self->filter->line, SPIL_ID_NIL, SPIL_VAT_UNKNOWN);
}

static void
book_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRegisterPage *self = SPIL_REGISTER_PAGE (widget);

  if (g_str_equal (name, "register.reserve"))
    book (self, SPIL_BOOKING_RESERVATION);
  else if (g_str_equal (name, "register.commit"))
    book (self, SPIL_BOOKING_COMMITMENT);
  else
    book (self, SPIL_BOOKING_ACTUAL);
}

static void
forecasts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_forecast_page_open (SPIL_PAGE (widget), SPIL_REGISTER_PAGE (widget)->filter->version);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SpilRegisterPage *self = SPIL_REGISTER_PAGE (widget);

  gtk_widget_activate_action_variant (widget, "win.export-list",
                                      spil_export_list_new_bookings_parameter (self->filter));
}

static void
periods_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_periods_page_open (SPIL_PAGE (widget));
}

static void
add (SpilPage *page)
{
  book (SPIL_REGISTER_PAGE (page), SPIL_BOOKING_ACTUAL);
}

static void
search (SpilPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SPIL_REGISTER_PAGE (page)->search));
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  SpilBookingKind kind;

  if (!spil_booking_kind_of (entity, &kind))
    return FALSE;
  spil_booking_page_open (page, kind, id);
  return TRUE;
}

/* Narrow windows: the conditions are behind a button */

static void
set_narrow (SpilRegisterPage *self, gboolean narrow)
{
  spil_list_table_set_narrow (self->table, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_toggle), narrow);
  gtk_toggle_button_set_active (self->filter_toggle, !narrow);
}

static void
on_narrow_cb (SpilRegisterPage *self)
{
  set_narrow (self, TRUE);
}

static void
on_wide_cb (SpilRegisterPage *self)
{
  set_narrow (self, FALSE);
}

/* The class */

static void
spil_register_page_dispose (GObject *object)
{
  SpilRegisterPage *self = SPIL_REGISTER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_REGISTER_PAGE);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (spil_register_page_parent_class)->dispose (object);
}

static void
spil_register_page_finalize (GObject *object)
{
  spil_register_filter_free (SPIL_REGISTER_PAGE (object)->filter);
  G_OBJECT_CLASS (spil_register_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, search);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, filter_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, state);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilRegisterPage, sums);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_conditions_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_register_page_class_init (SpilRegisterPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_BUDGET_VERSION,
                                  SPIL_ENTITY_BUDGET_LINE,
                                  SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST,
                                  SPIL_ENTITY_RESERVATION,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_register_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_register_page_finalize;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = (GDestroyNotify) spil_register_filter_free;
  page_class->help = "bookings";
  page_class->load = spil_register_data_load;
  page_class->free_data = (GDestroyNotify) spil_register_data_free;
  page_class->fill = fill;
  page_class->icon = "spil-budget-symbolic";
  page_class->add = add;
  page_class->search = search;
  page_class->open_record = open_record;
  gtk_widget_class_install_action (widget_class, "register.spend", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "register.commit", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "register.reserve", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "register.forecasts", NULL, forecasts_action);
  gtk_widget_class_install_action (widget_class, "register.periods", NULL, periods_action);
  gtk_widget_class_install_action (widget_class, "register.export", NULL, export_action);

  g_type_ensure (SPIL_TYPE_FILTER_LINE);
  g_type_ensure (SPIL_TYPE_REGISTER_FILTER);
  g_type_ensure (SPIL_TYPE_REGISTER_TABLE);
  bind_template (widget_class);
}

static void
spil_register_page_init (SpilRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_list_search_listen (self->search, GTK_WIDGET (self->stack));
}

void
spil_register_page_open (SpilPage *from, const SpilBookingFilter *filter)
{
  const SpilBookingFilter all = SPIL_BOOKING_FILTER_ALL;
  SpilRegisterPage *self;

  g_return_if_fail (SPIL_IS_PAGE (from));

  self = g_object_new (SPIL_TYPE_REGISTER_PAGE, "worker", spil_page_get_worker (from), NULL);
  self->filter = spil_register_filter_copy (filter != NULL ? filter : &all);
  spil_register_filter_set (self->conditions, self->filter);
  if (self->filter->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), self->filter->text);
  spil_page_push (from, SPIL_PAGE (self));
}
