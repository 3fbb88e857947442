// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cohort-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-view.h"
#include "spil-figure-strip.h"
#include "spil-goal-bars.h"
#include "spil-ledger.h"
#include "spil-number.h"
#include "spil-registration.h"
#include "spil-row-group.h"
#include "spil-toolkit-words.h"
#include "spil-trial-figures.h"

struct _SpilCohortPage
{
  SpilRowPage parent_instance;

  gboolean seen; /**< it was filled before */
  GtkLabel *whom;
  GtkLabel *rules;
  AdwBanner *rule_banner;
  SpilFigureStrip *figures;
  GtkWidget *ledger_box;
  GtkLabel *outcomes;
  GtkButton *extend_button;
  SpilLedger *ledger;
  GtkLabel *hint;
  SpilRegistration *registration;
  GtkWidget *chart_box;
  SpilChartView *chart;
};

G_DEFINE_FINAL_TYPE (SpilCohortPage, spil_cohort_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *cohorts; /**< of SpilCohortRow: the one */
  GPtrArray *taken; /**< of char *: pseudonyms of the instrument */
  SpilTrialNorms norms;
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->cohorts, g_ptr_array_unref);
  g_clear_pointer (&data->taken, g_ptr_array_unref);
  spil_trial_norms_clear (&data->norms);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  SpilCohortFilter filter = { .cohort = *(const SpilId *) request };
  const SpilCohortRow *cohort;

  data->cohorts = spil_toolkit_query_periods (store, &filter, error);
  if (data->cohorts == NULL || data->cohorts->len == 0)
    return NULL;
  cohort = g_ptr_array_index (data->cohorts, 0);
  data->taken = spil_toolkit_query_pseudonyms (store, cohort->instrument, error);
  if (data->taken == NULL || !spil_trial_norms_load (&data->norms, store, error))
    return NULL;
  return g_steal_pointer (&data);
}

static const SpilCohortRow *
cohort_of (SpilCohortPage *self)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));

  return data != NULL ? g_ptr_array_index (data->cohorts, 0) : NULL;
}

static void
fill_header (SpilCohortPage *self, const SpilCohortRow *cohort)
{
  g_autofree char *title = spil_cohort_dup_title (cohort);
  g_autofree char *start = spil_day_format (cohort->start);
  g_autofree char *decide = spil_day_format (cohort->decide_on);
  g_autofree char *from = g_strdup_printf (_ ("from %s"), start);
  g_autofree char *on = decide[0] != '\0' ? g_strdup_printf (_ ("decide on extension on %s"), decide)
                                          : g_strdup ("");
  g_autofree char *whom = spil_join_facts (cohort->instrument_name != NULL ? cohort->instrument_name : "",
                                           spil_cohort_whom (cohort), NULL);
  g_autofree char *words = spil_trial_dup_rules (&cohort->rules);
  g_autofree char *rules = spil_join_facts (from, on, words, NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->whom, whom);
  gtk_label_set_label (self->rules, rules);
  adw_banner_set_revealed (self->rule_banner, cohort->rules.uses_a_week > 0 && cohort->rules.use_rule == 0);
}

static void
fill_ledger (SpilCohortPage *self, const SpilCohortRow *cohort)
{
  g_autofree char *outcomes = spil_cohort_dup_outcomes (cohort);
  g_autofree char *extend = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Extend the %d that earned it",
                                                          "Extend all %d that earned it",
                                                          (gulong) cohort->n_to_decide),
                                             cohort->n_to_decide);

  gtk_widget_set_visible (self->ledger_box, cohort->participations->len > 0);
  gtk_label_set_label (self->outcomes, outcomes);
  gtk_button_set_label (self->extend_button, extend);
  gtk_widget_set_visible (GTK_WIDGET (self->extend_button), cohort->n_to_decide > 0);
  spil_ledger_set_cohort (self->ledger, cohort);
}

// Uses per card in a week, as far as they are filled in; NaN: none are.
static double
average_uses (const SpilCohortRow *cohort, int week)
{
  int n = 0, uses = 0;

  for (guint i = 0; i < cohort->participations->len; i++) {
    const SpilParticipationRow *row = g_ptr_array_index (cohort->participations, i);

    n += row->uses[week] >= 0;
    uses += MAX (0, row->uses[week]);
  }
  return n > 0 ? (double) uses / n : NAN;
}

static void
fill_chart (SpilCohortPage *self, const SpilCohortRow *cohort)
{
  SpilGoalBars *bars = spil_goal_bars_new ();
  int weeks = CLAMP (cohort->rules.weeks + cohort->rules.extension_weeks, 0, SPIL_TRIAL_MAX_WEEKS);
  gboolean any = FALSE;

  for (int week = 0; week < weeks; week++) {
    g_autofree char *label = g_strdup_printf (_ ("Week %d"), week + 1);
    SpilGoalBar bar = {
      .label = label,
      .unit = _ ("uses per card"),
      .value = average_uses (cohort, week),
      .target = cohort->rules.uses_a_week > 0 ? cohort->rules.uses_a_week : NAN,
    };

    any = any || !isnan (bar.value);
    spil_goal_bars_add (bars, &bar);
  }
  gtk_widget_set_visible (self->chart_box, any);
  if (any) {
    g_autoptr (SpilChart) chart = spil_goal_bars_to_chart (bars);

    spil_chart_view_set_chart (self->chart, chart);
  } else
    spil_goal_bars_free (bars);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilCohortPage *self = SPIL_COHORT_PAGE (page);
  const Data *data = loaded;
  const SpilCohortRow *cohort = g_ptr_array_index (data->cohorts, 0);

  fill_header (self, cohort);
  spil_trial_show_figures (self->figures, &cohort->ledger, &data->norms);
  fill_ledger (self, cohort);
  spil_registration_set_cohort (self->registration, cohort, data->taken);
  // An empty one was planned just now, mostly: the participants come next.
  if (!self->seen && cohort->participations->len == 0)
    spil_registration_start (self->registration);
  self->seen = TRUE;
  fill_chart (self, cohort);
}

static void
on_edit_clicked_cb (SpilCohortPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
on_choose_rule_cb (SpilCohortPage *self)
{
  const SpilCohortRow *cohort = cohort_of (self);

  if (cohort != NULL)
    spil_trial_choose_rule (SPIL_PAGE (self), cohort->instrument);
}

static void
on_extend_clicked_cb (SpilCohortPage *self)
{
  spil_ledger_extend_earned (self->ledger);
}

static void
add (SpilPage *page)
{
  spil_registration_start (SPIL_COHORT_PAGE (page)->registration);
}

static void
spil_cohort_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_COHORT_PAGE);
  G_OBJECT_CLASS (spil_cohort_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, whom);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, rules);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, rule_banner);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, ledger_box);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, extend_button);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, ledger);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, hint);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, registration);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, SpilCohortPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_rule_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_extend_clicked_cb);
}

static void
spil_cohort_page_class_init (SpilCohortPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_COHORT,       SPIL_ENTITY_PARTICIPATION, SPIL_ENTITY_OFFER,   SPIL_ENTITY_INSTRUMENT,
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_AREA,          SPIL_ENTITY_SETTING, 0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_cohort_page_dispose;
  page_class->entities = entities;
  page_class->help = "trials";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_COHORT;
  row_class->fill_row = fill_row;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_LEDGER);
  g_type_ensure (SPIL_TYPE_REGISTRATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-cohort-page.ui");
  bind_children (widget_class);
}

static void
spil_cohort_page_init (SpilCohortPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_cohort_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_COHORT_PAGE, worker, _ ("Trial period"), id);
}
