// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-sources.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-record-list.h"
#include "spil-row-group.h"
#include "spil-source-matrix.h"

struct _SpilBudgetSources
{
  AdwBin parent_instance;

  gboolean narrow;
  const SpilBudgetData *data; /**< of the page */

  SpilSourceMatrix *matrix;
  SpilRecordList *sources;
  SpilRowGroup *cofinancing;
  SpilChartView *flow;
};

G_DEFINE_FINAL_TYPE (SpilBudgetSources, spil_budget_sources, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The sources */

// "Receiver: Province · Distributor: Province"
static char *
dup_parties (SpilRecord *source, gpointer user_data)
{
  const char *receiver = spil_record_get_text (source, SPIL_FUNDING_SOURCE_RECEIVER);
  const char *distributor = spil_record_get_text (source, SPIL_FUNDING_SOURCE_DISTRIBUTOR);
  // Translators: who receives the money of a funding source.
  g_autofree char *first = g_strdup_printf (_ ("Receiver: %s"),
                                            receiver != NULL ? receiver : _ ("not stated"));
  // Translators: who distributes the money of a funding source.
  g_autofree char *second = g_strdup_printf (_ ("Distributor: %s"),
                                             distributor != NULL ? distributor : _ ("not stated"));

  return spil_join_facts (first, second, NULL);
}

// What the source pays of the version that is shown.
static char *
dup_paid (SpilRecord *source, gpointer user_data)
{
  const SpilBudgetData *data = SPIL_BUDGET_SOURCES (user_data)->data;
  int64_t cents = 0;

  for (guint i = 0; data != NULL && i < data->allocations->len; i++) {
    const SpilBudgetAllocationRow *row = data->allocations->pdata[i];

    if (spil_id_equal (row->source, spil_record_get_id (source)))
      cents += row->amount.cents;
  }
  return spil_money_format (cents, SPIL_MONEY_CENTS);
}

/* Co-financing */

static char *
dup_cofinancing (const SpilCofinancingRow *row)
{
  // Translators: %d is the number of a budget line.
  g_autofree char *line = g_strdup_printf (_ ("Line %d"), row->number);
  g_autofree char *received = spil_money_format (row->received.cents, SPIL_MONEY_CENTS);
  // Translators: %s is an amount.
  g_autofree char *brought = g_strdup_printf (_ ("brought in %s"), received);
  const char *from = spil_id_is_nil (row->application) ? "" : _ ("from an application");

  return spil_join_facts (row->organisation_name != NULL ? row->organisation_name : "", line, brought, from,
                          NULL);
}

static void
add_cofinancing (SpilBudgetSources *self, const SpilCofinancingRow *row)
{
  g_autofree char *subtitle = dup_cofinancing (row);
  g_autofree char *promised = spil_money_format (row->promised.cents, SPIL_MONEY_CENTS);
  GtkWidget *widget = spil_text_row_new (row->name != NULL ? row->name : _ ("not stated"), subtitle,
                                         promised);

  if (spil_id_is_nil (row->application))
    spil_text_row_edit_by_id (widget, SPIL_ENTITY_COFINANCING, row->id);
  else
    spil_text_row_open (widget, SPIL_ENTITY_APPLICATION, row->application);
  spil_row_group_append (self->cofinancing, widget);
}

/* Of the fund only the first have a row of their own: thousands of them would keep the page waiting. */
#define MAX_APPLICATIONS 25

static void
add_rest (SpilBudgetSources *self, int n, int64_t cents)
{
  g_autofree char *promised = spil_money_format (cents, SPIL_MONEY_CENTS);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%d more application", "%d more applications", (gulong) n), n);

  if (n > 0)
    spil_row_group_append (self->cofinancing,
                           spil_text_row_new (title, _ ("They stand on the page of the fund."), promised));
}

static void
fill_cofinancing (SpilBudgetSources *self)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_COFINANCING), spil_id_new ());
  g_autofree char *promised_text = NULL;
  g_autofree char *received_text = NULL;
  g_autofree char *description = NULL;
  int64_t promised = 0, received = 0, rest = 0;
  int n_applications = 0;

  if (self->data->version->vat != SPIL_VAT_UNKNOWN)
    spil_record_set_integer (preset, SPIL_COFINANCING_VAT, (int) self->data->version->vat);
  spil_row_group_set_add (self->cofinancing, preset, NULL);
  spil_row_group_begin (self->cofinancing);
  for (guint i = 0; i < self->data->cofinancing->len; i++) {
    const SpilCofinancingRow *row = self->data->cofinancing->pdata[i];

    promised += row->promised.cents;
    received += row->received.cents;
    if (spil_id_is_nil (row->application) || n_applications++ < MAX_APPLICATIONS)
      add_cofinancing (self, row);
    else
      rest += row->promised.cents;
  }
  add_rest (self, n_applications - MAX_APPLICATIONS, rest);
  promised_text = spil_money_format (promised, SPIL_MONEY_CENTS);
  received_text = spil_money_format (received, SPIL_MONEY_CENTS);
  // Translators: both are amounts.
  description = g_strdup_printf (
      _ ("What employers and others pay themselves, beside the budget and never in it. Promised %s, brought in %s."),
      promised_text, received_text);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->cofinancing), description);
  spil_row_group_end (self->cofinancing, _ ("No co-financing yet"));
}

void
spil_budget_sources_fill (SpilBudgetSources *self, const SpilBudgetData *data)
{
  g_return_if_fail (SPIL_IS_BUDGET_SOURCES (self));

  self->data = data;
  spil_source_matrix_fill (self->matrix, data);
  spil_record_list_set_records (self->sources, data->sources);
  fill_cofinancing (self);
  spil_chart_view_set_chart (self->flow, data->flow);
}

/* The widget */

static void
spil_budget_sources_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SPIL_BUDGET_SOURCES (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_sources_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilBudgetSources *self = SPIL_BUDGET_SOURCES (object);

  switch (prop_id) {
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    spil_source_matrix_set_narrow (self->matrix, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_budget_sources_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BUDGET_SOURCES);
  G_OBJECT_CLASS (spil_budget_sources_parent_class)->dispose (object);
}

static void
spil_budget_sources_class_init (SpilBudgetSourcesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_budget_sources_get_property;
  object_class->set_property = spil_budget_sources_set_property;
  object_class->dispose = spil_budget_sources_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_SOURCE_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-budget-sources.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetSources, matrix);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetSources, sources);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetSources, cofinancing);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetSources, flow);
}

static void
spil_budget_sources_init (SpilBudgetSources *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_record_list_set_texts (self->sources, NULL, dup_parties, dup_paid, self);
  spil_record_list_set_empty_text (self->sources, _ ("Not stated who pays"));
}
