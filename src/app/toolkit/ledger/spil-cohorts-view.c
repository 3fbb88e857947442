// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cohorts-view.h"

#include <glib/gi18n-lib.h>

#include "spil-cohort-add.h"
#include "spil-row-group.h"
#include "spil-toolkit-query.h"
#include "spil-toolkit-rows.h"
#include "spil-trial-figures.h"

// Where a period stands among its kind.
enum
{
  TO_DECIDE,
  RUNNING,
  PAST,
  N_GROUPS
};

struct _SpilCohortsView
{
  SpilSection parent_instance;

  SpilFigureStrip *figures;
  SpilRowGroup *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (SpilCohortsView, spil_cohorts_view, SPIL_TYPE_SECTION)

// What the view shows.
typedef struct
{
  GPtrArray *cohorts; /**< of SpilCohortRow */
  SpilTrialNorms norms;
} Data;

static void
data_free (gpointer loaded)
{
  Data *data = loaded;

  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  spil_trial_norms_clear (&data->norms);
  g_free (data);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  Data *data = g_new0 (Data, 1);

  if ((data->cohorts = spil_toolkit_query_cohorts (store, SPIL_ID_NIL, error)) != NULL &&
      spil_trial_norms_load (&data->norms, store, error))
    return data;
  data_free (data);
  return NULL;
}

static int
group_of (const SpilCohortRow *cohort)
{
  if (cohort->stake == SPIL_STAKE_NOW)
    return cohort->ledger.n_at_stake[SPIL_STAKE_NOW] > 0 ? TO_DECIDE : PAST;
  return cohort->stake == SPIL_STAKE_LAPSED ? PAST : RUNNING;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilCohortsView *self = SPIL_COHORTS_VIEW (section);
  const Data *data = loaded;
  SpilTrialLedger total = { 0 };

  for (int i = 0; i < N_GROUPS; i++)
    spil_row_group_begin (self->groups[i]);
  for (guint i = 0; i < data->cohorts->len; i++) {
    const SpilCohortRow *cohort = g_ptr_array_index (data->cohorts, i);

    spil_trial_ledger_join (&total, &cohort->ledger);
    spil_row_group_append (self->groups[group_of (cohort)], spil_cohort_row_new (cohort));
  }
  spil_row_group_end (self->groups[TO_DECIDE], NULL);
  spil_row_group_end (self->groups[RUNNING], _ ("No trial period runs or is planned"));
  spil_row_group_end (self->groups[PAST], NULL);
  spil_trial_show_figures (self->figures, &total, &data->norms);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), data->cohorts->len > 0);
  if (data->cohorts->len == 0)
    spil_section_set_empty (section, "spil-planning-symbolic", _ ("No trial periods yet"),
                            _ ("In a trial period people try out for some weeks what was offered to them."),
                            _ ("Plan a trial period"));
}

static void
add (SpilSection *section)
{
  spil_cohort_add_present (spil_section_get_worker (section), GTK_WIDGET (spil_section_get_page (section)),
                           SPIL_ID_NIL);
}

static void
spil_cohorts_view_class_init (SpilCohortsViewClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_COHORT,       SPIL_ENTITY_PARTICIPATION, SPIL_ENTITY_OFFER,   SPIL_ENTITY_INSTRUMENT,
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_AREA,          SPIL_ENTITY_SETTING, 0,
  };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = data_free;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_cohorts_view_init (SpilCohortsView *self)
{
  const char *titles[] = { _ ("To decide on"), _ ("Running and planned"), _ ("Ended") };
  GtkBox *column = spil_section_make_column (SPIL_SECTION (self), 860);

  self->figures = SPIL_FIGURE_STRIP (spil_figure_strip_new ());
  gtk_box_append (column, GTK_WIDGET (self->figures));
  for (int i = 0; i < N_GROUPS; i++) {
    self->groups[i] = SPIL_ROW_GROUP (spil_row_group_new (titles[i]));
    gtk_box_append (column, GTK_WIDGET (self->groups[i]));
  }
}
