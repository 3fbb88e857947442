// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-periods-page.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-action.h"
#include "spil-deed.h"
#include "spil-periods-data.h"
#include "spil-periods-words.h"
#include "spil-reason-dialog.h"
#include "spil-register-page.h"
#include "spil-row-group.h"

struct _SpilPeriodsPage
{
  SpilPage parent_instance;

  SpilRowGroup *differences;
  SpilRowGroup *quarters;
};

G_DEFINE_FINAL_TYPE (SpilPeriodsPage, spil_periods_page, SPIL_TYPE_PAGE)

#define QUARTER_KEY "spil-quarter"
#define DIFFERENCE_KEY "spil-difference"

/* Closing and opening */

typedef struct
{
  SpilPeriod period;
  SpilId closed; /* nil: it is closed now */
  char *reason;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->reason);
  g_free (deed);
}

static SpilAction *
make_action (SpilStore *store, gconstpointer data, GError **error)
{
  const Deed *deed = data;

  if (spil_id_is_nil (deed->closed))
    return spil_period_close_action (store, deed->period, SPIL_DAY_NONE, deed->reason, SPIL_ID_NIL, error);
  return spil_period_reopen_action (store, deed->closed, SPIL_DAY_NONE, deed->reason, error);
}

static void
on_reason_given_cb (const char *reason, gpointer object)
{
  Deed *deed = g_object_steal_data (object, "spil-deed");

  deed->reason = g_strdup (reason);
  spil_deed_do (g_object_get_data (object, "spil-worker"), make_action, deed, deed_free, NULL, NULL);
}

static void
ask (SpilPeriodsPage *self, const SpilQuarterRow *row, const SpilReasonQuestion *question)
{
  g_autoptr (GObject) holder = g_object_new (G_TYPE_OBJECT, NULL);
  Deed *deed = g_new0 (Deed, 1);

  deed->period = row->period;
  deed->closed = row->closed;
  g_object_set_data_full (holder, "spil-worker", g_object_ref (spil_page_get_worker (SPIL_PAGE (self))),
                          g_object_unref);
  g_object_set_data_full (holder, "spil-deed", deed, deed_free);
  spil_reason_ask (GTK_WIDGET (self), question, on_reason_given_cb, holder);
}

static void
ask_close (SpilPeriodsPage *self, const SpilQuarterRow *row)
{
  g_autofree char *period = spil_period_format (row->period);
  g_autofree char *unsettled = spil_periods_dup_unsettled (row);
  // Translators: %s is a quarter.
  g_autofree char *heading = g_strdup_printf (_ ("Close the %s"), period);
  g_autofree char *text = g_strjoin (
      "\n\n",
      _ ("What belongs to it and comes later is booked in the next open period, and marked as come in late."),
      unsettled != NULL ? unsettled : _ ("Nothing in it is left to settle."), NULL);
  SpilReasonQuestion question = { heading, text, _ ("_Close period"), FALSE };

  ask (self, row, &question);
}

static void
ask_reopen (SpilPeriodsPage *self, const SpilQuarterRow *row)
{
  g_autofree char *period = spil_period_format (row->period);
  // Translators: %s is a quarter.
  g_autofree char *heading = g_strdup_printf (_ ("Open the %s again"), period);
  SpilReasonQuestion question = { heading,
                                  _ ("Bookings can be dated in it again. The figures at closing are kept."),
                                  _ ("_Open again"), TRUE };

  ask (self, row, &question);
}

static void
on_button_clicked_cb (SpilPeriodsPage *self, GtkWidget *button)
{
  const SpilPeriodsData *data = spil_page_get_data (SPIL_PAGE (self));
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), QUARTER_KEY));
  const SpilQuarterRow *row;

  if (data == NULL || at >= data->quarters->len)
    return;
  row = data->quarters->pdata[at];
  if (spil_id_is_nil (row->closed))
    ask_close (self, row);
  else
    ask_reopen (self, row);
}

/* Showing */

static void
on_quarter_activated_cb (SpilPeriodsPage *self, GtkWidget *widget)
{
  const SpilPeriodsData *data = spil_page_get_data (SPIL_PAGE (self));
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), QUARTER_KEY));
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  const SpilQuarterRow *row;

  if (data == NULL || at >= data->quarters->len)
    return;
  row = data->quarters->pdata[at];
  filter.first = row->period.first;
  filter.last = row->period.last;
  spil_register_page_open (SPIL_PAGE (self), &filter);
}

static GtkWidget *
make_button (SpilPeriodsPage *self, const SpilQuarterRow *row, guint at)
{
  gboolean closed = !spil_id_is_nil (row->closed);
  GtkWidget *button = gtk_button_new_with_label (closed ? _ ("Open again") : C_ ("quarter", "Close"));
  g_autofree char *period = spil_period_format (row->period);
  // Translators: %s is a quarter.
  g_autofree char *name = g_strdup_printf (closed ? _ ("Open the %s again") : _ ("Close the %s"), period);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), QUARTER_KEY, GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_quarter (SpilPeriodsPage *self, const SpilQuarterRow *row, guint at)
{
  gboolean closed = !spil_id_is_nil (row->closed);
  gboolean fixed = spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self)));
  g_autofree char *title = spil_period_format (row->period);
  g_autofree char *state = spil_periods_dup_state (row);
  g_autofree char *unsettled = closed || !row->over ? NULL : spil_periods_dup_unsettled (row);
  g_autofree char *subtitle = unsettled != NULL ? g_strjoin ("\n", state, unsettled, NULL) : g_strdup (state);
  GtkWidget *widget = spil_text_row_new (title, subtitle, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_object_set_data (G_OBJECT (widget), QUARTER_KEY, GUINT_TO_POINTER (at));
  g_signal_connect_object (widget, "activated", G_CALLBACK (on_quarter_activated_cb), self,
                           G_CONNECT_SWAPPED);
  if (closed)
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget),
                               gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  if (!fixed && (closed || row->over))
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), make_button (self, row, at));
  return widget;
}

static const SpilClosedPeriod *
find_period (const SpilPeriodsData *data, SpilId id)
{
  for (guint i = 0; i < data->closed->len; i++)
    if (spil_id_equal (g_array_index (data->closed, SpilClosedPeriod, i).id, id))
      return &g_array_index (data->closed, SpilClosedPeriod, i);
  return NULL;
}

// The bookings behind it.
static void
on_difference_activated_cb (SpilPeriodsPage *self, GtkWidget *widget)
{
  const SpilPeriodsData *data = spil_page_get_data (SPIL_PAGE (self));
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), DIFFERENCE_KEY));
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  const SpilClosingDifference *difference;
  const SpilClosedPeriod *period;

  if (data == NULL || at >= data->differences->len)
    return;
  difference = data->differences->pdata[at];
  period = find_period (data, difference->period);
  filter.line = difference->line;
  filter.last = period != NULL ? period->last : SPIL_DAY_NONE;
  spil_register_page_open (SPIL_PAGE (self), &filter);
}

static GtkWidget *
make_difference (SpilPeriodsPage *self, const SpilPeriodsData *data, guint at)
{
  const SpilClosingDifference *difference = data->differences->pdata[at];
  const SpilClosedPeriod *period = find_period (data, difference->period);
  g_autofree char *title = g_strdup_printf ("%d. %s", difference->number, difference->line_name);
  g_autofree char *figures = spil_periods_dup_difference (difference);
  g_autofree char *subtitle = g_strjoin ("\n", period != NULL ? period->name : figures,
                                         period != NULL ? figures : NULL, NULL);
  GtkWidget *widget = spil_text_row_new (title, subtitle, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (widget),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_object_set_data (G_OBJECT (widget), DIFFERENCE_KEY, GUINT_TO_POINTER (at));
  g_signal_connect_object (widget, "activated", G_CALLBACK (on_difference_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return widget;
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilPeriodsPage *self = SPIL_PERIODS_PAGE (page);
  const SpilPeriodsData *data = loaded;

  if (data->version == NULL) {
    spil_page_set_empty (page, _ ("No budget yet"), _ ("Periods are the quarters of a budget."), NULL, NULL);
    return;
  }
  spil_row_group_begin (self->differences);
  for (guint i = 0; i < data->differences->len; i++)
    spil_row_group_append (self->differences, make_difference (self, data, i));
  spil_row_group_end (self->differences, NULL);
  spil_row_group_begin (self->quarters);
  for (guint i = 0; i < data->quarters->len; i++)
    spil_row_group_append (self->quarters, make_quarter (self, data->quarters->pdata[i], i));
  spil_row_group_end (self->quarters, NULL);
}

/* The class */

static void
spil_periods_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PERIODS_PAGE);
  G_OBJECT_CLASS (spil_periods_page_parent_class)->dispose (object);
}

static void
spil_periods_page_class_init (SpilPeriodsPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_BUDGET_VERSION, SPIL_ENTITY_BUDGET_LINE, SPIL_ENTITY_COMMITMENT,
    SPIL_ENTITY_ACTUAL,         SPIL_ENTITY_FORECAST,    SPIL_ENTITY_RESERVATION,
    SPIL_ENTITY_CLOSED_PERIOD,  SPIL_ENTITY_CLOSED_LINE, 0
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_periods_page_dispose;
  page_class->entities = entities;
  page_class->help = "bookings";
  page_class->load = spil_periods_data_load;
  page_class->free_data = (GDestroyNotify) spil_periods_data_free;
  page_class->fill = fill;
  page_class->icon = "spil-budget-symbolic";

  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-periods-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPeriodsPage, differences);
  gtk_widget_class_bind_template_child (widget_class, SpilPeriodsPage, quarters);
}

static void
spil_periods_page_init (SpilPeriodsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
spil_periods_page_open (SpilPage *from)
{
  g_return_if_fail (SPIL_IS_PAGE (from));
  spil_page_push (from, g_object_new (SPIL_TYPE_PERIODS_PAGE, "worker", spil_page_get_worker (from), NULL));
}
