// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risks-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-record-dialog.h"
#include "spil-report-charts.h"
#include "spil-risk-page.h"
#include "spil-risk-words.h"
#include "spil-row-group.h"

struct _SpilRisksPage
{
  SpilPage parent_instance;

  SpilChartView *matrix;
  SpilRowGroup *open;
  SpilRowGroup *closed;
};

G_DEFINE_FINAL_TYPE (SpilRisksPage, spil_risks_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *open; /**< of SpilRiskRow: those in the matrix */
  GPtrArray *all; /**< of SpilRiskRow: closed ones too */
  SpilChart *matrix;
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->open, g_ptr_array_unref);
  g_clear_pointer (&data->all, g_ptr_array_unref);
  g_clear_pointer (&data->matrix, spil_chart_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  SpilDay today = spil_day_today ();

  if ((data->open = spil_risk_query (store, today, FALSE, error)) == NULL ||
      (data->all = spil_risk_query (store, today, TRUE, error)) == NULL ||
      (data->matrix = spil_report_chart_risks (store, today, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static const char *
or_not_stated (const char *text)
{
  return text != NULL ? text : _ ("not stated");
}

static char *
dup_facts (const SpilRiskRow *risk)
{
  g_autofree char *chance = g_strdup_printf (_ ("Chance: %s"), or_not_stated (risk->chance_text));
  g_autofree char *effect = g_strdup_printf (_ ("Effect: %s"), or_not_stated (risk->effect));
  g_autofree char *owner = g_strdup_printf (_ ("Owner: %s"), or_not_stated (risk->owner));
  g_autofree char *day = spil_day_format (risk->review_date);
  g_autofree char *review = g_strdup_printf (_ ("Review: %s"), or_not_stated (day[0] != '\0' ? day : NULL));
  g_autofree char *actions = spil_risk_dup_actions (risk);
  g_autofree char *first = spil_join_facts (risk->theme != NULL ? risk->theme : "", chance, NULL);
  g_autofree char *last = spil_join_facts (review, actions, NULL);

  return g_strjoin ("\n", first, effect, owner, last, NULL);
}

static char *
dup_scores (const SpilRiskRow *risk)
{
  g_autofree char *now = spil_risk_dup_score (&risk->now);

  if (risk->before.score == 0)
    return g_steal_pointer (&now);
  // Translators: the score now, and the one before it.
  return g_strdup_printf (_ ("%s\nwas %d"), now, risk->before.score);
}

static GtkWidget *
make_row (const SpilRiskRow *risk)
{
  g_autofree char *title = risk->number > 0 ? g_strdup_printf ("%d. %s", risk->number, risk->event)
                                            : g_strdup (risk->event);
  g_autofree char *facts = dup_facts (risk);
  g_autofree char *scores = dup_scores (risk);
  GtkWidget *row = spil_text_row_new (title, facts, scores);

  spil_text_row_open (row, SPIL_ENTITY_RISK, risk->id);
  return row;
}

static void
fill_group (SpilRowGroup *group, GPtrArray *risks, gboolean closed, const char *nothing)
{
  spil_row_group_begin (group);
  for (guint i = 0; i < risks->len; i++) {
    const SpilRiskRow *risk = g_ptr_array_index (risks, i);

    if ((risk->state == SPIL_RISK_STATE_CLOSED) == closed)
      spil_row_group_append (group, make_row (risk));
  }
  spil_row_group_end (group, nothing);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilRisksPage *self = SPIL_RISKS_PAGE (page);
  const Data *data = loaded;

  spil_chart_view_set_chart (self->matrix, data->matrix);
  fill_group (self->open, data->open, FALSE, _ ("No open risks"));
  fill_group (self->closed, data->all, TRUE, NULL);
  if (data->all->len == 0)
    spil_page_set_empty (
        page, _ ("No risks yet"),
        _ ("Write down what could keep the programme from its goals, and what is done about it."),
        _ ("Add a risk"), "win.add::risk");
}

static void
on_part_activated_cb (SpilPage *page, const SpilChartBox *box)
{
  const Data *data = spil_page_get_data (page);
  const SpilRiskRow *risk;

  if (data == NULL || box->part != SPIL_CHART_PART_TOKEN || (guint) box->index >= data->open->len)
    return;
  risk = g_ptr_array_index (data->open, box->index);
  spil_page_push (page, spil_risk_page_new (spil_page_get_worker (page), risk->id));
}

static void
add (SpilPage *page)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_RISK), spil_id_new ());

  spil_record_set_integer (preset, SPIL_RISK_STATE, SPIL_RISK_STATE_OPEN);
  adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_add (spil_page_get_worker (page),
                                                              spil_entity (SPIL_ENTITY_RISK), preset)),
                      GTK_WIDGET (page));
}

static void
on_add_clicked_cb (SpilPage *page)
{
  add (page);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_RISK)
    return FALSE;
  spil_page_push (page, spil_risk_page_new (spil_page_get_worker (page), id));
  return TRUE;
}

static void
spil_risks_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_RISKS_PAGE);
  G_OBJECT_CLASS (spil_risks_page_parent_class)->dispose (object);
}

static void
spil_risks_page_class_init (SpilRisksPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_RISK,        SPIL_ENTITY_RISK_SCORE, SPIL_ENTITY_RISK_ACTION,
    SPIL_ENTITY_SCALE_LEVEL, SPIL_ENTITY_SETTING,    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_risks_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-risks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRisksPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, SpilRisksPage, open);
  gtk_widget_class_bind_template_child (widget_class, SpilRisksPage, closed);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
spil_risks_page_init (SpilRisksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
