// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-fact-row.h"
#include "spil-record-dialog.h"
#include "spil-risk-data.h"
#include "spil-risk-rows.h"
#include "spil-risk-words.h"
#include "spil-row-group.h"

struct _SpilRiskPage
{
  SpilRowPage parent_instance;

  GtkLabel *event;
  GtkLabel *score;
  GtkLabel *factors;
  SpilRowGroup *facts;
  SpilRowGroup *actions;
  SpilRowGroup *scores;
};

G_DEFINE_FINAL_TYPE (SpilRiskPage, spil_risk_page, SPIL_TYPE_ROW_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_risk_data_load (store, *(const SpilId *) request, error);
}

static void
fill_head (SpilRiskPage *self, const SpilRiskRow *risk)
{
  g_autofree char *title = risk->number > 0 ? g_strdup_printf (_ ("Risk %d"), risk->number)
                                            : g_strdup (_ ("Risk"));
  g_autofree char *score = spil_risk_dup_score (&risk->now);
  g_autofree char *now = spil_risk_dup_factors (&risk->now);
  g_autofree char *before = risk->before.score > 0 ? g_strdup_printf (_ ("was %d"), risk->before.score)
                                                   : g_strdup ("");
  g_autofree char *factors = spil_join_facts (
      now != NULL ? now : _ ("Add a score to place it in the matrix."), before, NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->event, risk->event);
  gtk_label_set_label (self->score, score);
  gtk_label_set_label (self->factors, factors);
}

static void
fill_facts (SpilRiskPage *self, const SpilRiskData *data)
{
  // What is written, and the number beside it.
  static const int fields[][2] = {
    { SPIL_RISK_THEME, 0 },
    { SPIL_RISK_CAUSE, 0 },
    { SPIL_RISK_EFFECT, SPIL_RISK_IMPACT_SCORE },
    { SPIL_RISK_CHANCE_TEXT, SPIL_RISK_CHANCE_SCORE },
    { SPIL_RISK_TIME_TEXT, SPIL_RISK_TIME_DAYS },
    { SPIL_RISK_MONEY_TEXT, SPIL_RISK_MONEY_AMOUNT },
    { SPIL_RISK_OWNER, 0 },
    { SPIL_RISK_REVIEW_DATE, 0 },
    { SPIL_RISK_STATE, 0 },
  };

  spil_row_group_begin (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_row_group_append (self->facts, spil_risk_fact_row_new (data->record, fields[i][0], fields[i][1]));
  spil_row_group_append (
      self->facts, spil_fact_row_new (spil_field_label (spil_entity_field (spil_entity (SPIL_ENTITY_RISK),
                                                                           SPIL_RISK_TRIGGER)),
                                      data->trigger));
  spil_row_group_end (self->facts, NULL);
}

static void
fill_actions (SpilRiskPage *self, const SpilRiskData *data)
{
  static const int fields[] = {
    SPIL_RISK_ACTION_TEXT,
    SPIL_RISK_ACTION_OWNER,
    SPIL_RISK_ACTION_DUE,
    0,
  };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_RISK_ACTION), spil_id_new ());

  spil_record_set_reference (preset, SPIL_RISK_ACTION_RISK, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_integer (preset, SPIL_RISK_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_row_group_set_add (self->actions, preset, fields);
  spil_row_group_begin (self->actions);
  for (guint i = 0; i < data->actions->len; i++)
    spil_row_group_append (self->actions, spil_risk_action_row_new (g_ptr_array_index (data->actions, i)));
  spil_row_group_end (self->actions, _ ("No control measures yet"));
}

static void
fill_scores (SpilRiskPage *self, const SpilRiskData *data)
{
  static const int fields[] = {
    SPIL_RISK_SCORE_DATE,   SPIL_RISK_SCORE_KIND,   SPIL_RISK_SCORE_CHANCE,
    SPIL_RISK_SCORE_IMPACT, SPIL_RISK_SCORE_REASON, 0,
  };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_RISK_SCORE), spil_id_new ());

  spil_record_set_reference (preset, SPIL_RISK_SCORE_RISK, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_day (preset, SPIL_RISK_SCORE_DATE, spil_day_today ());
  spil_record_set_integer (preset, SPIL_RISK_SCORE_KIND, SPIL_RISK_SCORE_KIND_RESIDUAL);
  spil_row_group_set_add (self->scores, preset, fields);
  spil_row_group_set_add_label (self->scores, _ ("Add score"));
  spil_row_group_begin (self->scores);
  for (guint i = data->scores->len; i > 0; i--)
    spil_row_group_append (self->scores, spil_risk_score_row_new (g_ptr_array_index (data->scores, i - 1)));
  spil_row_group_end (self->scores, _ ("No scores yet"));
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilRiskPage *self = SPIL_RISK_PAGE (page);
  const SpilRiskData *data = loaded;

  fill_head (self, data->risk);
  fill_facts (self, data);
  fill_actions (self, data);
  fill_scores (self, data);
}

// A score that is changed in the form is also a score in the history: else an older one there would still count.
static void
extend_edit (SpilAction *action, SpilRecord *record, gpointer user_data)
{
  const SpilChange *change = action->changes->len > 0 ? g_ptr_array_index (action->changes, 0) : NULL;
  g_autoptr (SpilRecord) score = NULL;

  if (change == NULL || spil_record_is_null (record, SPIL_RISK_CHANCE_SCORE) ||
      spil_record_is_null (record, SPIL_RISK_IMPACT_SCORE) ||
      (spil_change_get (change, SPIL_RISK_CHANCE_SCORE) == NULL &&
       spil_change_get (change, SPIL_RISK_IMPACT_SCORE) == NULL))
    return;
  score = spil_record_new (spil_entity (SPIL_ENTITY_RISK_SCORE), spil_id_new ());
  spil_record_set_reference (score, SPIL_RISK_SCORE_RISK, spil_record_get_id (record));
  spil_record_set_day (score, SPIL_RISK_SCORE_DATE, spil_day_today ());
  spil_record_set_integer (score, SPIL_RISK_SCORE_KIND, SPIL_RISK_SCORE_KIND_RESIDUAL);
  spil_record_set (score, SPIL_RISK_SCORE_CHANCE, spil_record_get (record, SPIL_RISK_CHANCE_SCORE));
  spil_record_set (score, SPIL_RISK_SCORE_IMPACT, spil_record_get (record, SPIL_RISK_IMPACT_SCORE));
  spil_action_add (action, score);
}

static void
on_edit_clicked_cb (SpilRiskPage *self)
{
  const SpilRiskData *data = spil_page_get_data (SPIL_PAGE (self));
  g_autoptr (SpilRecord) record = NULL;
  SpilRecordDialog *dialog;

  if (data == NULL)
    return;
  // The form begins with the score that counts now.
  record = spil_record_copy (data->record);
  if (data->risk->now.score > 0) {
    spil_record_set_integer (record, SPIL_RISK_CHANCE_SCORE, data->risk->now.chance);
    spil_record_set_integer (record, SPIL_RISK_IMPACT_SCORE, data->risk->now.impact);
  }
  dialog = spil_record_dialog_new_edit (spil_page_get_worker (SPIL_PAGE (self)), record);
  spil_record_dialog_set_extend_func (dialog, extend_edit, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
spil_risk_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_RISK_PAGE);
  G_OBJECT_CLASS (spil_risk_page_parent_class)->dispose (object);
}

static void
spil_risk_page_class_init (SpilRiskPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_RISK,    SPIL_ENTITY_RISK_SCORE, SPIL_ENTITY_RISK_ACTION,
    SPIL_ENTITY_SETTING, SPIL_ENTITY_INDICATOR,  0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_risk_page_dispose;
  page_class->entities = entities;
  page_class->help = "risks";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_risk_data_free;
  row_class->entity = SPIL_ENTITY_RISK;
  row_class->fill_row = fill_row;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-risk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, event);
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, score);
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, factors);
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, actions);
  gtk_widget_class_bind_template_child (widget_class, SpilRiskPage, scores);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_risk_page_init (SpilRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_risk_page_new (SpilWorker *worker, SpilId risk)
{
  return spil_row_page_new (SPIL_TYPE_RISK_PAGE, worker, _ ("Risk"), risk);
}
