// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cohort-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-fact-row.h"
#include "spil-number.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"
#include "spil-toolkit-rows.h"
#include "spil-toolkit-words.h"

struct _SpilCohortPage
{
  SpilPage parent_instance;

  SpilId id;
  GtkLabel *at_stake;
  GtkLabel *outcomes;
  SpilRowGroup *facts;
  SpilRowGroup *participations;
};

G_DEFINE_FINAL_TYPE (SpilCohortPage, spil_cohort_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *cohorts; /**< of SpilCohortRow */
  const SpilCohortRow *cohort; /**< in `cohorts` */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_COHORT_PAGE (page)->id, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilId *id = request;

  data->cohorts = spil_toolkit_query_cohorts (store, SPIL_ID_NIL, error);
  if (data->cohorts == NULL)
    return NULL;
  for (guint i = 0; i < data->cohorts->len; i++) {
    const SpilCohortRow *cohort = g_ptr_array_index (data->cohorts, i);

    if (spil_id_equal (cohort->id, *id))
      data->cohort = cohort;
  }
  return data->cohort != NULL ? g_steal_pointer (&data) : NULL;
}

static void
add_fact (SpilCohortPage *self, const char *label, const char *value)
{
  spil_row_group_append (self->facts, spil_fact_row_new (label, value));
}

static void
fill_facts (SpilCohortPage *self, const SpilCohortRow *cohort)
{
  g_autofree char *start = spil_day_format (cohort->start);
  g_autofree char *decide = spil_day_format (cohort->decide_on);
  g_autofree char *places = cohort->places >= 0 ? spil_integer_format (cohort->places) : NULL;
  g_autofree char *rules = spil_trial_dup_rules (&cohort->rules);
  g_autofree char *spent = spil_money_format (cohort->spent.cents, SPIL_MONEY_CENTS);
  g_autofree char *keeps = g_strdup_printf (_ ("%d of %d"), cohort->n_keeps, cohort->n_asked);

  spil_row_group_begin (self->facts);
  add_fact (self, _ ("Instrument"), cohort->instrument_name);
  add_fact (self, _ ("Organisation"), cohort->organisation_name);
  add_fact (self, _ ("Start"), start);
  add_fact (self, _ ("Decide on extension"), decide);
  add_fact (self, _ ("Rules"), rules);
  add_fact (self, _ ("Places"), places);
  add_fact (self, _ ("Credit spent"), spent);
  add_fact (self, _ ("Keeps travelling so"), cohort->n_asked > 0 ? keeps : NULL);
  spil_row_group_end (self->facts, NULL);
}

static void
fill_participations (SpilCohortPage *self, const SpilCohortRow *cohort)
{
  static const int fields[] = {
    SPIL_PARTICIPATION_PSEUDONYM, SPIL_PARTICIPATION_WEEK_1, SPIL_PARTICIPATION_WEEK_2,
    SPIL_PARTICIPATION_WEEK_3,    SPIL_PARTICIPATION_WEEK_4, 0,
  };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PARTICIPATION), spil_id_new ());

  spil_record_set_reference (preset, SPIL_PARTICIPATION_COHORT, self->id);
  spil_row_group_set_add (self->participations, preset, fields);
  spil_row_group_begin (self->participations);
  for (guint i = 0; i < cohort->participations->len; i++)
    spil_row_group_append (
        self->participations,
        spil_participation_row_new (g_ptr_array_index (cohort->participations, i), &cohort->rules));
  spil_row_group_end (self->participations, _ ("No participants yet"));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilCohortPage *self = SPIL_COHORT_PAGE (page);
  const Data *data = loaded;
  g_autofree char *title = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *at_stake = NULL;
  g_autofree char *outcomes = NULL;

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_COHORT, self->id }, 1);
  title = spil_cohort_dup_title (data->cohort);
  amount = spil_money_format (data->cohort->at_stake.cents, SPIL_MONEY_CENTS);
  at_stake = g_strdup_printf (_ ("%s at stake"), amount);
  outcomes = spil_cohort_dup_outcomes (data->cohort);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), title);
  gtk_label_set_label (self->at_stake, at_stake);
  gtk_label_set_label (self->outcomes, outcomes);
  fill_facts (self, data->cohort);
  fill_participations (self, data->cohort);
}

static void
on_edit_clicked_cb (SpilCohortPage *self)
{
  spil_record_dialog_present_edit (spil_page_get_worker (SPIL_PAGE (self)), spil_entity (SPIL_ENTITY_COHORT),
                                   self->id, GTK_WIDGET (self));
}

static void
spil_cohort_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_COHORT_PAGE);
  G_OBJECT_CLASS (spil_cohort_page_parent_class)->dispose (object);
}

static void
spil_cohort_page_class_init (SpilCohortPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_COHORT,     SPIL_ENTITY_PARTICIPATION, SPIL_ENTITY_OFFER,
    SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_ORGANISATION,  0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_cohort_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-cohort-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, at_stake);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, participations);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_cohort_page_init (SpilCohortPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_cohort_page_new (SpilWorker *worker, SpilId cohort)
{
  SpilCohortPage *self = g_object_new (SPIL_TYPE_COHORT_PAGE, "worker", worker, "title",
                                       _ ("Trial period"), NULL);

  self->id = cohort;
  return SPIL_PAGE (self);
}
