// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-alliance-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-alliance-query.h"
#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-figure-strip.h"
#include "spil-goal-bars.h"
#include "spil-indicator-query.h"
#include "spil-norm-query.h"
#include "spil-number.h"
#include "spil-promise-rows.h"
#include "spil-row-group.h"

#define MAX_PROMISES 30

struct _SpilAlliancePage
{
  SpilRowPage parent_instance;

  GtkLabel *name;
  GtkLabel *goal;
  SpilFigureStrip *figures;
  GtkWidget *chart_box;
  SpilChartView *chart;
  SpilRowGroup *promises;
  SpilRowGroup *members;
  SpilRowGroup *statements;
};

G_DEFINE_FINAL_TYPE (SpilAlliancePage, spil_alliance_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *alliances; /**< of SpilAllianceRow: the one */
  GPtrArray *members; /**< of SpilMemberRow */
  GPtrArray *promises; /**< of SpilPromiseRow */
  GPtrArray *indicators; /**< of SpilIndicatorRow */
  const SpilIndicatorRow *indicator; /**< that measures the goal, in `indicators`; NULL: none */
  SpilNorms norms;
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->alliances, g_ptr_array_unref);
  g_clear_pointer (&data->members, g_ptr_array_unref);
  g_clear_pointer (&data->promises, g_ptr_array_unref);
  g_clear_pointer (&data->indicators, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  SpilDay today = spil_day_today ();
  const SpilPromiseFilter promises = { .alliance = *(const SpilId *) request,
                                       .today = today,
                                       .limit = MAX_PROMISES };
  const SpilAllianceRow *alliance;

  data->alliances = spil_alliance_query (store, promises.alliance, today, error);
  if (data->alliances == NULL || data->alliances->len == 0)
    return NULL;
  if ((data->members = spil_alliance_query_members (store, promises.alliance, error)) == NULL ||
      (data->promises = spil_promise_query (store, &promises, error)) == NULL ||
      (data->indicators = spil_indicator_query (store, today, error)) == NULL ||
      !spil_norm_query (store, &data->norms, error))
    return NULL;
  alliance = g_ptr_array_index (data->alliances, 0);
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *indicator = g_ptr_array_index (data->indicators, i);

    if (spil_id_equal (indicator->id, alliance->indicator))
      data->indicator = indicator;
  }
  return g_steal_pointer (&data);
}

static void
fill_figures (SpilAlliancePage *self, const Data *data, const SpilAllianceRow *alliance)
{
  int asked = spil_norms_get_whole (&data->norms, SPIL_NORM_ALLIANCE_VOICES);
  int late = alliance->promises[SPIL_PROMISE_OVERDUE];
  g_autofree char *members = spil_integer_format (alliance->n_members);
  g_autofree char *signed_by = g_strdup_printf (_ ("%d of %d"), alliance->n_signed, alliance->n_members);
  g_autofree char *highest = g_strdup_printf (_ ("%d by board or management"), alliance->n_highest);
  g_autofree char *voices = spil_integer_format (alliance->n_voices);
  g_autofree char *aim = asked > 0 ? g_strdup_printf (_ ("of %d a year: events of members with a government"),
                                                      asked)
                                   : g_strdup (_ ("events of members with a government in a year"));
  g_autofree char *kept = spil_integer_format (alliance->promises[SPIL_PROMISE_KEPT]);
  g_autofree char *overdue = g_strdup_printf (_ ("%d overdue"), late);

  spil_figure_strip_clear (self->figures);
  spil_figure_strip_add (self->figures, _ ("Members"), members, NULL, FALSE);
  spil_figure_strip_add (self->figures, _ ("Signed"), signed_by, highest, FALSE);
  spil_figure_strip_add (self->figures, _ ("One voice"), voices, aim,
                         asked > 0 && alliance->n_voices < asked);
  spil_figure_strip_add (self->figures, _ ("Promises kept"), kept, overdue, FALSE);
}

static void
fill_chart (SpilAlliancePage *self, const SpilIndicatorRow *indicator)
{
  gtk_widget_set_visible (self->chart_box, indicator != NULL);
  if (indicator != NULL) {
    SpilGoalBars *bars = spil_goal_bars_new ();
    g_autofree char *unit = indicator->per != NULL
                                ? g_strdup_printf (_ ("%s per %s"), indicator->unit, indicator->per)
                                : g_strdup (indicator->unit);
    const SpilIndicatorFigures *figures = &indicator->figures;
    const SpilGoalBar bar = {
      .label = indicator->name,
      .unit = unit,
      .value = figures->has_value ? spil_decimal_to_double (figures->value) : NAN,
      .target = figures->has_target ? spil_decimal_to_double (figures->target) : NAN,
      .falling = indicator->direction == SPIL_DIRECTION_DOWN,
    };
    g_autoptr (SpilChart) chart = NULL;

    spil_goal_bars_add (bars, &bar);
    chart = spil_goal_bars_to_chart (bars);
    spil_chart_view_set_chart (self->chart, chart);
  }
}

static void
fill_members (SpilAlliancePage *self, GPtrArray *members)
{
  static const int fields[] = { SPIL_MEMBERSHIP_ORGANISATION, SPIL_MEMBERSHIP_START, SPIL_MEMBERSHIP_END, 0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_MEMBERSHIP), spil_id_new ());

  spil_record_set_reference (preset, SPIL_MEMBERSHIP_ALLIANCE, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_day (preset, SPIL_MEMBERSHIP_START, spil_day_today ());
  spil_row_group_set_add (self->members, preset, fields);
  spil_row_group_begin (self->members);
  for (guint i = 0; i < members->len; i++) {
    const SpilMemberRow *member = g_ptr_array_index (members, i);
    g_autofree char *start = spil_day_format (member->start);
    g_autofree char *end = spil_day_format (member->end);
    g_autofree char *from = start[0] != '\0' ? g_strdup_printf (_ ("member from %s"), start) : g_strdup ("");
    g_autofree char *until = end[0] != '\0' ? g_strdup_printf (_ ("until %s"), end) : g_strdup ("");
    g_autofree char *about = spil_join_facts (
        from, until, spil_id_is_nil (member->statement) ? _ ("nothing signed") : "", NULL);
    GtkWidget *row = spil_text_row_new (member->organisation_name, about, NULL);

    spil_text_row_edit_by_id (row, SPIL_ENTITY_MEMBERSHIP, member->id);
    spil_row_group_append (self->members, row);
  }
  spil_row_group_end (self->members, _ ("No members yet"));
}

static void
fill_statements (SpilAlliancePage *self, GPtrArray *members)
{
  const SpilField *levels = spil_entity_field (spil_entity (SPIL_ENTITY_STATEMENT), SPIL_STATEMENT_LEVEL);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_STATEMENT), spil_id_new ());

  spil_record_set_reference (preset, SPIL_STATEMENT_ALLIANCE, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_day (preset, SPIL_STATEMENT_SIGNED_ON, spil_day_today ());
  spil_row_group_set_add (self->statements, preset, NULL);
  spil_row_group_begin (self->statements);
  for (guint i = 0; i < members->len; i++) {
    const SpilMemberRow *member = g_ptr_array_index (members, i);
    g_autofree char *date = spil_day_format (member->signed_on);
    g_autofree char *review = spil_day_format (member->review_date);
    g_autofree char *look = review[0] != '\0' ? g_strdup_printf (_ ("review on %s"), review) : g_strdup ("");
    g_autofree char *about = NULL;
    GtkWidget *row;

    if (spil_id_is_nil (member->statement))
      continue;
    about = spil_join_facts (member->level != 0 ? spil_field_choice_label (levels, member->level)
                                                : _ ("level not stated"),
                             date, look, NULL);
    row = spil_text_row_new (member->organisation_name, about, NULL);
    spil_text_row_edit_by_id (row, SPIL_ENTITY_STATEMENT, member->statement);
    spil_row_group_append (self->statements, row);
  }
  spil_row_group_end (self->statements, _ ("Nothing signed yet"));
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilAlliancePage *self = SPIL_ALLIANCE_PAGE (page);
  const Data *data = loaded;
  const SpilAllianceRow *alliance = g_ptr_array_index (data->alliances, 0);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), alliance->name);
  gtk_label_set_label (self->name, alliance->name);
  gtk_label_set_label (self->goal, alliance->goal != NULL ? alliance->goal : _ ("No shared goal is stated."));
  fill_figures (self, data, alliance);
  fill_chart (self, data->indicator);
  fill_members (self, data->members);
  fill_statements (self, data->members);
  spil_row_group_begin (self->promises);
  for (guint i = 0; i < data->promises->len; i++)
    spil_row_group_append (self->promises, spil_promise_row_new (g_ptr_array_index (data->promises, i),
                                                                 spil_day_today (), TRUE));
  spil_row_group_end (self->promises, _ ("Nothing promised yet"));
}

static void
on_edit_clicked_cb (SpilAlliancePage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_ALLIANCE_PAGE (page)->members);
}

static void
spil_alliance_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_ALLIANCE_PAGE);
  G_OBJECT_CLASS (spil_alliance_page_parent_class)->dispose (object);
}

static void
spil_alliance_page_class_init (SpilAlliancePageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_ALLIANCE,   SPIL_ENTITY_MEMBERSHIP,   SPIL_ENTITY_STATEMENT,   SPIL_ENTITY_PROMISE,
    SPIL_ENTITY_INDICATOR,  SPIL_ENTITY_GOAL,         SPIL_ENTITY_MEASUREMENT, SPIL_ENTITY_EVENT,
    SPIL_ENTITY_ATTENDANCE, SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_SETTING,     0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_alliance_page_dispose;
  page_class->entities = entities;
  page_class->help = "toolkit";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_ALLIANCE;
  row_class->fill_row = fill_row;
  page_class->add = add;

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-alliance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, goal);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, chart);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, promises);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, members);
  gtk_widget_class_bind_template_child (widget_class, SpilAlliancePage, statements);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_alliance_page_init (SpilAlliancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_alliance_page_new (SpilWorker *worker, SpilId id)
{
  return spil_row_page_new (SPIL_TYPE_ALLIANCE_PAGE, worker, _ ("Alliance"), id);
}
