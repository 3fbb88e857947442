// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-table.h"

#include <glib/gi18n-lib.h>

#include "spil-baseline-words.h"
#include "spil-column.h"
#include "spil-plan-action.h"

struct _SpilPlanTable
{
  GtkWidget parent_instance;

  const SpilPlan *plan; /* of whoever set it */
  GPtrArray *rows; /* of SpilPlanShownRow, of the same */
  gboolean narrow;

  GtkStack *stack;
  GtkColumnView *table;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SpilPlanTable, spil_plan_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint row_activated;

/* Words */

static char *
day_or_not_stated (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format (day) : g_strdup (_ ("not stated"));
}

char *
spil_plan_dup_dates (const SpilPlanTaskRow *task)
{
  gboolean start_known = spil_day_is_known (task->task.start);
  gboolean end_known = spil_day_is_known (task->task.end);
  g_autofree char *start = spil_day_format (task->task.start);
  g_autofree char *end = spil_day_format (task->task.end);

  if (!start_known && !end_known)
    return g_strdup (_ ("yet to be planned"));
  if (task->task.milestone)
    return g_strdup_printf (_ ("milestone on %s"), end_known ? end : start);
  if (!end_known)
    return g_strdup_printf (_ ("from %s, end not stated"), start);
  if (!start_known)
    return g_strdup_printf (_ ("until %s, start not stated"), end);
  return g_strdup_printf (_ ("from %s until %s"), start, end);
}

char *
spil_plan_dup_slip (const SpilPlanTaskRow *task)
{
  int days;

  if (!spil_schedule_slip (&task->task, task->baseline_start, task->baseline_end, &days))
    return NULL;
  if (days == 0)
    return g_strdup (C_ ("baseline", "no difference"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later", "%d days later", (gulong) days),
                            days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day earlier", "%d days earlier", (gulong) -days),
                          -days);
}

char *
spil_plan_dup_progress (const SpilPlanTaskRow *task)
{
  /* Translators: a percentage. */
  return task->task.progress >= 0 ? g_strdup_printf (_ ("%d %%"), task->task.progress) : NULL;
}

/* Columns: an item is the place of a row */

static const SpilPlanShownRow *
shown_of (gpointer item, gpointer user_data)
{
  SpilPlanTable *self = user_data;
  gint64 place = g_ascii_strtoll (gtk_string_object_get_string (item), NULL, 10);

  return g_ptr_array_index (self->rows, place);
}

/* NULL: the heading of a group. */
static const SpilPlanTaskRow *
task_of (gpointer item, gpointer user_data)
{
  SpilPlanTable *self = user_data;

  return spil_plan_get_task (self->plan, shown_of (item, user_data)->task);
}

static char *
cell_text (gpointer item, gpointer user_data, SpilPlanCell cell)
{
  SpilPlanTable *self = user_data;
  const SpilPlanShownRow *row = shown_of (item, user_data);

  return row->task >= 0 ? spil_plan_cell_text (self->plan, row->task, cell) : NULL;
}

/* The same, where nothing is known of an activity. */
static char *
stated_text (gpointer item, gpointer user_data, SpilPlanCell cell)
{
  char *text = cell_text (item, user_data, cell);

  if (text == NULL || text[0] != '\0')
    return text;
  g_free (text);
  return g_strdup (_ ("not stated"));
}

static char *
number_text (gpointer item, gpointer user_data)
{
  return cell_text (item, user_data, SPIL_PLAN_CELL_NUMBER);
}

static char *
name_text (gpointer item, gpointer user_data)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);

  return g_strdup (task != NULL ? task->name : shown_of (item, user_data)->heading);
}

static char *
day_text (gpointer item, gpointer user_data, gboolean end)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);

  return task != NULL ? day_or_not_stated (end ? task->task.end : task->task.start) : NULL;
}

static char *
start_text (gpointer item, gpointer user_data)
{
  return day_text (item, user_data, FALSE);
}

static char *
end_text (gpointer item, gpointer user_data)
{
  return day_text (item, user_data, TRUE);
}

static char *
days_text (gpointer item, gpointer user_data)
{
  return cell_text (item, user_data, SPIL_PLAN_CELL_DAYS);
}

static char *
owner_text (gpointer item, gpointer user_data)
{
  return stated_text (item, user_data, SPIL_PLAN_CELL_OWNER);
}

static char *
before_text (gpointer item, gpointer user_data)
{
  return cell_text (item, user_data, SPIL_PLAN_CELL_BEFORE);
}

static char *
float_text (gpointer item, gpointer user_data)
{
  return cell_text (item, user_data, SPIL_PLAN_CELL_FLOAT);
}

static char *
status_text (gpointer item, gpointer user_data)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);

  return task != NULL ? g_strdup (spil_task_status_label (task->status)) : NULL;
}

static char *
progress_text (gpointer item, gpointer user_data)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);
  char *text = task != NULL ? spil_plan_dup_progress (task) : NULL;

  return text != NULL || task == NULL ? text : g_strdup (_ ("not stated"));
}

static char *
slip_text (gpointer item, gpointer user_data)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);
  int days = 0;

  if (task == NULL)
    return NULL;
  if (!spil_schedule_slip (&task->task, task->baseline_start, task->baseline_end, &days))
    return g_strdup ("–");
  return g_strdup_printf ("%d", days);
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  const SpilPlanTaskRow *task = task_of (item, user_data);
  g_autofree char *dates = task != NULL ? spil_baseline_dup_span (task->task.start, task->task.end) : NULL;

  // As short as can be: in a narrow window what comes after the dates may be cut off.
  if (task == NULL)
    return NULL;
  return task->owner != NULL ? g_strdup_printf ("%s · %s", dates, task->owner) : g_steal_pointer (&dates);
}

static void
add_columns (SpilPlanTable *self)
{
  const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
    SpilCellFunc text;
  } columns[] = {
    { _ ("No."), 4, SPIL_COLUMN_NUMERIC, number_text },
    { _ ("Activity"), 30, SPIL_COLUMN_EXPAND | SPIL_COLUMN_WRAP, name_text },
    { _ ("Start"), 10, SPIL_COLUMN_NUMERIC, start_text },
    { _ ("End"), 10, SPIL_COLUMN_NUMERIC, end_text },
    { _ ("Working days"), 7, SPIL_COLUMN_NUMERIC, days_text },
    { _ ("Owner"), 12, SPIL_COLUMN_WRAP, owner_text },
    { _ ("Status"), 9, 0, status_text },
    { _ ("Progress"), 7, SPIL_COLUMN_NUMERIC, progress_text },
    { _ ("Comes after"), 9, SPIL_COLUMN_FIRM, before_text },
    { _ ("Float"), 5, SPIL_COLUMN_NUMERIC, float_text },
    { _ ("Days later"), 8, SPIL_COLUMN_NUMERIC, slip_text },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = spil_column_new (columns[i].title, columns[i].n_chars,
                                                              columns[i].flags, columns[i].text, self, NULL);

    gtk_column_view_append_column (self->table, column);
  }
  spil_column_view_align_titles (self->table);
}

/* The widget */

static void
on_activated_cb (SpilPlanTable *self, guint position)
{
  g_signal_emit (self, row_activated, 0, (int) position);
}

void
spil_plan_table_set_rows (SpilPlanTable *self, const SpilPlan *plan, GPtrArray *rows)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (SPIL_IS_PLAN_TABLE (self));

  gtk_column_view_set_model (self->table, NULL);
  gtk_list_view_set_model (self->list, NULL);
  self->plan = plan;
  self->rows = plan != NULL ? rows : NULL;
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_string_list_take (places, g_strdup_printf ("%u", i));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&places))));
  if (self->narrow)
    gtk_list_view_set_model (self->list, model);
  else
    gtk_column_view_set_model (self->table, model);
}

static void
set_narrow (SpilPlanTable *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_stack_set_visible_child_name (self->stack, narrow ? "list" : "table");
  if (self->plan != NULL)
    spil_plan_table_set_rows (self, self->plan, self->rows);
}

static void
spil_plan_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SPIL_PLAN_TABLE (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_plan_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    set_narrow (SPIL_PLAN_TABLE (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_plan_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PLAN_TABLE);
  G_OBJECT_CLASS (spil_plan_table_parent_class)->dispose (object);
}

static void
spil_plan_table_class_init (SpilPlanTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_plan_table_get_property;
  object_class->set_property = spil_plan_table_set_property;
  object_class->dispose = spil_plan_table_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  row_activated = g_signal_new ("row-activated", SPIL_TYPE_PLAN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-plan-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPlanTable, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanTable, table);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanTable, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
}

static void
spil_plan_table_init (SpilPlanTable *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  factory = spil_two_line_factory_new (name_text, subtitle_text, status_text, self);
  gtk_list_view_set_factory (self->list, factory);
}
