// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-comparison-page.h"

#include <glib/gi18n-lib.h>

#include "spil-baseline-words.h"
#include "spil-column.h"
#include "spil-comparison-list.h"
#include "spil-entity.h"
#include "spil-export-list.h"
#include "spil-figure-strip.h"

/* The last columns are about cost. */
#define N_COSTS 3

struct _SpilComparisonPage
{
  SpilPage parent_instance;

  SpilId id;
  SpilFigureStrip *figures;
  GtkStack *stack;
  GtkColumnView *table;
  GtkListView *list;
  GtkColumnViewColumn *costs[N_COSTS]; /**< borrowed */
};

G_DEFINE_FINAL_TYPE (SpilComparisonPage, spil_comparison_page, SPIL_TYPE_PAGE)

static guint chosen;

/* What the page shows. */
typedef struct
{
  SpilPlan *plan;
  SpilPlanComparison *comparison;
  char *name;
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->plan, spil_plan_free);
  g_clear_pointer (&data->comparison, spil_plan_comparison_free);
  g_free (data->name);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_COMPARISON_PAGE (page)->id, sizeof (SpilId));
}

/* NULL without an error: the baseline is gone, its making was undone. */
static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *id = request;
  g_autoptr (Data) data = g_new0 (Data, 1);

  data->plan = spil_plan_query (store, *id, spil_day_today (), error);
  if (data->plan == NULL)
    return NULL;
  for (guint i = 0; i < data->plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = data->plan->baselines->pdata[i];

    if (spil_id_equal (baseline->id, *id))
      data->name = g_strdup (baseline->name);
  }
  if (data->name == NULL)
    return NULL;
  data->comparison = spil_plan_compare (data->plan);
  return g_steal_pointer (&data);
}

/* Rows: an item is a place in the comparison */

static const SpilPlanDifference *
row_of (gpointer item, gpointer user_data)
{
  const Data *data = spil_page_get_data (user_data);
  guint place = (guint) g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10);

  return data->comparison->rows->pdata[place];
}

static char *
or_dash (char *text)
{
  return text != NULL ? text : g_strdup ("–");
}

static char *
name_text (gpointer item, gpointer user_data)
{
  return g_strdup (row_of (item, user_data)->name);
}

static char *
then_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);

  return row->since == SPIL_PLAN_SINCE_ADDED ? g_strdup ("–")
                                             : spil_baseline_dup_span (row->then_start, row->then_end);
}

static char *
now_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);

  return row->since == SPIL_PLAN_SINCE_GONE ? g_strdup ("–")
                                            : spil_baseline_dup_span (row->now_start, row->now_end);
}

static char *
slip_text (gpointer item, gpointer user_data)
{
  return or_dash (spil_difference_dup_slip (row_of (item, user_data)));
}

static char *
then_cost_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);

  return or_dash (spil_baseline_dup_amount (row->then_cost_known, row->then_cost));
}

static char *
now_cost_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);

  return or_dash (spil_baseline_dup_amount (row->now_cost_known, row->now_cost));
}

static char *
more_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);

  return or_dash (spil_baseline_dup_more (row->more_known, row->more));
}

/* In a narrow window the difference comes first: what follows may be cut off. */
static char *
subtitle_text (gpointer item, gpointer user_data)
{
  const SpilPlanDifference *row = row_of (item, user_data);
  g_autofree char *slip = slip_text (item, user_data);
  g_autofree char *then = then_text (item, user_data);
  g_autofree char *now = now_text (item, user_data);

  return g_strdup_printf ("%s · %s", slip, row->since == SPIL_PLAN_SINCE_GONE ? then : now);
}

static void
add_columns (SpilComparisonPage *self)
{
  const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
    SpilCellFunc text;
  } columns[] = {
    { _ ("Activity"), 26, SPIL_COLUMN_EXPAND | SPIL_COLUMN_WRAP, name_text },
    { C_ ("baseline", "Then"), 22, SPIL_COLUMN_NUMERIC | SPIL_COLUMN_FIRM, then_text },
    { C_ ("baseline", "Now"), 22, SPIL_COLUMN_NUMERIC | SPIL_COLUMN_FIRM, now_text },
    { C_ ("baseline", "Difference"), 14, SPIL_COLUMN_NUMERIC, slip_text },
    { _ ("Cost then"), 10, SPIL_COLUMN_NUMERIC, then_cost_text },
    { _ ("Cost now"), 10, SPIL_COLUMN_NUMERIC, now_cost_text },
    { _ ("Difference in cost"), 12, SPIL_COLUMN_NUMERIC, more_text },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = spil_column_new (columns[i].title, columns[i].n_chars,
                                                              columns[i].flags, columns[i].text, self, NULL);

    gtk_column_view_append_column (self->table, column);
    if (i + N_COSTS >= G_N_ELEMENTS (columns))
      self->costs[i + N_COSTS - G_N_ELEMENTS (columns)] = column;
  }
  spil_column_view_align_titles (self->table);
}

/* The figures over the table */

static char *
dup_becomes (const char *then, const char *now)
{
  /* Translators: the days of an activity, before and after. */
  return g_strdup_printf (_ ("%s becomes %s"), then, now);
}

static void
add_end (SpilFigureStrip *figures, const SpilPlanComparison *comparison)
{
  g_autofree char *then = spil_day_format (comparison->then_end);
  g_autofree char *now = spil_day_format (comparison->now_end);
  g_autofree char *days = spil_baseline_dup_days (comparison->end_slip);
  g_autofree char *note = dup_becomes (then, now);

  if (comparison->end_known)
    spil_figure_strip_add (figures, _ ("End of the planning"), days, comparison->end_slip != 0 ? note : now,
                           comparison->end_slip > 0);
}

static void
add_counts (SpilFigureStrip *figures, const SpilPlanComparison *comparison)
{
  g_autofree char *later = g_strdup_printf (C_ ("count of activities", "%d later"), comparison->n_later);
  g_autofree char *rest = g_strdup_printf (_ ("%d earlier, %d the same"), comparison->n_earlier,
                                           comparison->n_same);
  g_autofree char *added = g_strdup_printf (C_ ("count of activities", "%d new"), comparison->n_added);
  g_autofree char *gone = g_strdup_printf (C_ ("count of activities", "%d gone"), comparison->n_gone);

  spil_figure_strip_add (figures, _ ("Activities"), later, rest, comparison->n_later > 0);
  spil_figure_strip_add (figures, _ ("New and gone since"), added, gone, FALSE);
}

static void
add_cost (SpilFigureStrip *figures, const SpilPlanComparison *comparison)
{
  g_autofree char *then = spil_baseline_dup_amount (TRUE, comparison->then_cost);
  g_autofree char *now = spil_baseline_dup_amount (TRUE, comparison->now_cost);
  g_autofree char *note = dup_becomes (then, now);
  SpilMoney more = spil_money (comparison->now_cost.cents - comparison->then_cost.cents, SPIL_VAT_UNKNOWN);
  g_autofree char *text = spil_baseline_dup_more (TRUE, more);

  if (comparison->cost_known)
    spil_figure_strip_add (figures, _ ("Cost"), text, more.cents != 0 ? note : now, more.cents > 0);
}

static void
show_rows (SpilComparisonPage *self, const SpilPlanComparison *comparison)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;
  gboolean with_cost = FALSE;

  for (guint i = 0; comparison != NULL && i < comparison->rows->len; i++) {
    with_cost |= ((SpilPlanDifference *) comparison->rows->pdata[i])->then_cost_known;
    gtk_string_list_take (places, g_strdup_printf ("%u", i));
  }
  for (int i = 0; i < N_COSTS; i++)
    gtk_column_view_column_set_visible (self->costs[i], with_cost);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (places))));
  gtk_column_view_set_model (self->table, comparison != NULL ? model : NULL);
  gtk_list_view_set_model (self->list, comparison != NULL ? model : NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilComparisonPage *self = SPIL_COMPARISON_PAGE (page);
  const Data *data = loaded;

  show_rows (self, NULL);
  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), data->name);
  spil_figure_strip_clear (self->figures);
  add_end (self->figures, data->comparison);
  add_counts (self->figures, data->comparison);
  add_cost (self->figures, data->comparison);
  show_rows (self, data->comparison);
}

static void
on_activated_cb (SpilComparisonPage *self, guint position)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  const SpilPlanDifference *row = data->comparison->rows->pdata[position];
  const SpilPlanTaskRow *task = spil_plan_get_task (data->plan, row->task);
  char id[SPIL_ID_TEXT_LENGTH + 1];
  g_autofree char *target = NULL;

  if (task == NULL)
    return;
  spil_id_to_text (task->id, id);
  target = g_strdup_printf ("task %s", id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", target);
}

static void
on_chosen_cb (SpilComparisonPage *self)
{
  g_signal_emit (self, chosen, 0, &self->id);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilComparisonPage *self = SPIL_COMPARISON_PAGE (widget);
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (self->id, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-list", SPIL_EXPORT_LIST_TYPE, "comparison", id,
                              TRUE, NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilComparisonPage *self = SPIL_COMPARISON_PAGE (widget);
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  g_autofree char *text = data != NULL ? spil_comparison_copy (data->comparison) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  spil_page_toast (SPIL_PAGE (self), _ ("Copied: paste it into a spreadsheet or a text"));
}

static void
on_narrow_cb (SpilComparisonPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
on_wide_cb (SpilComparisonPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
spil_comparison_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_COMPARISON_PAGE);
  G_OBJECT_CLASS (spil_comparison_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilComparisonPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilComparisonPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilComparisonPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_install_action (widget_class, "comparison.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "comparison.copy", NULL, copy_action);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_comparison_page_class_init (SpilComparisonPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_TASK, SPIL_ENTITY_BASELINE, SPIL_ENTITY_BASELINE_TASK, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_comparison_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  chosen = g_signal_new ("chosen", SPIL_TYPE_COMPARISON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 1, G_TYPE_POINTER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_comparison_page_init (SpilComparisonPage *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  factory = spil_two_line_factory_new (name_text, subtitle_text, NULL, self);
  gtk_list_view_set_factory (self->list, factory);
}

SpilPage *
spil_comparison_page_new (SpilWorker *worker, SpilId baseline)
{
  SpilComparisonPage *self = g_object_new (SPIL_TYPE_COMPARISON_PAGE, "worker", worker, NULL);

  self->id = baseline;
  return SPIL_PAGE (self);
}
