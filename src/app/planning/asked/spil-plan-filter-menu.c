// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-filter-menu.h"

#include "spil-accessible.h"

#include <glib/gi18n-lib.h>

/* So many quarters of the plan can be chosen. */
#define MAX_QUARTERS 40

/* The rows, from top to bottom: lists, then switches. */
typedef enum
{
  OWNER,
  PERIOD,
  AREA,
  ACTION_LINE,
  LATE,
  CRITICAL,
  UNDATED,
  N_ROWS,
  N_LISTS = LATE
} RowNumber;

/* One thing to choose: @text is shown, the rest says what it is. */
typedef struct
{
  char *text;
  SpilId id;
  SpilPeriod period;
} Choice;

struct _SpilPlanFilterMenu
{
  GtkPopover parent_instance;

  SpilPlanFilter *filter; /**< borrowed */
  GPtrArray *choices[N_LISTS]; /**< of Choice; the first asks nothing */
  gboolean updating; /**< the rows are set by the program */
  GtkWidget *rows[N_ROWS]; /**< NULL until it is first shown */
};

G_DEFINE_FINAL_TYPE (SpilPlanFilterMenu, spil_plan_filter_menu, GTK_TYPE_POPOVER)

static guint changed;

static const char *const titles[N_ROWS] = {
  N_ ("Owner"),
  N_ ("Period"),
  N_ ("Area"),
  N_ ("Action line"),
  N_ ("Only what is late"),
  N_ ("Only the critical path"),
  N_ ("Only what is yet to be planned"),
};

/* What can be chosen */

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->text);
  g_free (choice);
}

static Choice *
add_choice (GPtrArray *choices, const char *text)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->text = g_strdup (text);
  g_ptr_array_add (choices, choice);
  return choice;
}

static void
add_period (GPtrArray *choices, SpilPeriod period, const char *text)
{
  g_autofree char *name = spil_period_format (period);

  add_choice (choices, text != NULL ? text : name)->period = period;
}

static void
add_periods (GPtrArray *choices, const SpilPlan *plan)
{
  SpilPeriod now = spil_period_of (SPIL_PERIOD_QUARTER, plan->day);
  SpilPeriod next = spil_period_step (now, 1);
  SpilPeriod quarter = spil_period_of (SPIL_PERIOD_QUARTER, plan->first);

  add_period (choices, now, _ ("This quarter"));
  add_period (choices, next, _ ("Next quarter"));
  add_period (choices, spil_period_of (SPIL_PERIOD_MONTH, plan->day), _ ("This month"));
  add_period (choices, spil_period_of (SPIL_PERIOD_YEAR, plan->day), _ ("This year"));
  for (int i = 0; i < MAX_QUARTERS && spil_day_is_known (plan->first) &&
                  spil_day_compare (quarter.first, plan->last) <= 0;
       i++) {
    if (spil_day_compare (quarter.first, now.first) != 0 && spil_day_compare (quarter.first, next.first) != 0)
      add_period (choices, quarter, NULL);
    quarter = spil_period_step (quarter, 1);
  }
}

static gint
compare_choices (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(Choice *const *) a)->text, (*(Choice *const *) b)->text);
}

/* The areas, or the action lines, that tasks have. */
static void
add_places (GPtrArray *choices, const SpilPlan *plan, RowNumber row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];
    const SpilId *id = row == AREA ? &task->area : &task->action_line;
    const char *name = row == AREA ? task->area_name : task->action_line_name;

    if (name == NULL || spil_id_is_nil (*id) || !g_hash_table_add (seen, (gpointer) id))
      continue;
    add_choice (found, name)->id = *id;
  }
  g_ptr_array_sort (found, compare_choices);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (choices, found->pdata[i]);
}

static GPtrArray *
make_choices (const SpilPlan *plan, RowNumber row)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  g_auto (GStrv) owners = row == OWNER ? spil_plan_owners (plan) : NULL;

  add_choice (choices, _ ("All"));
  for (char **owner = owners; owner != NULL && *owner != NULL; owner++)
    add_choice (choices, *owner);
  if (row == PERIOD)
    add_periods (choices, plan);
  if (row == AREA || row == ACTION_LINE)
    add_places (choices, plan, row);
  return choices;
}

/* What the filter asks */

static gboolean
is_asked (const SpilPlanFilter *filter, RowNumber row, const Choice *choice)
{
  switch (row) {
  case OWNER:
    return g_strcmp0 (filter->owner, choice->text) == 0;
  case PERIOD:
    return filter->period.kind == choice->period.kind &&
           spil_day_compare (filter->period.first, choice->period.first) == 0;
  default:
    return spil_id_equal (row == AREA ? filter->area : filter->action_line, choice->id);
  }
}

static guint
find_asked (SpilPlanFilterMenu *self, RowNumber row)
{
  GPtrArray *choices = self->choices[row];

  for (guint i = 1; i < choices->len; i++)
    if (is_asked (self->filter, row, choices->pdata[i]))
      return i;
  return 0;
}

static gboolean *
flag_of (SpilPlanFilter *filter, RowNumber row)
{
  return row == LATE ? &filter->late : row == CRITICAL ? &filter->critical : &filter->undated;
}

static void
ask (SpilPlanFilterMenu *self, RowNumber row, guint position)
{
  const Choice *choice = self->choices[row]->pdata[position];

  switch (row) {
  case OWNER:
    g_set_str (&self->filter->owner, position > 0 ? choice->text : NULL);
    break;
  case PERIOD:
    self->filter->period = choice->period;
    break;
  case AREA:
    self->filter->area = choice->id;
    break;
  default:
    self->filter->action_line = choice->id;
  }
}

static RowNumber
number_of (SpilPlanFilterMenu *self, GtkWidget *row)
{
  int number = 0;

  while (number < N_ROWS - 1 && self->rows[number] != row)
    number++;
  return (RowNumber) number;
}

static void
on_selected_cb (SpilPlanFilterMenu *self, GParamSpec *pspec, GtkWidget *row)
{
  RowNumber number = number_of (self, row);
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (self->updating || position == GTK_INVALID_LIST_POSITION)
    return;
  ask (self, number, position);
  g_signal_emit (self, changed, 0);
}

static void
on_switched_cb (SpilPlanFilterMenu *self, GParamSpec *pspec, GtkWidget *row)
{
  if (self->updating)
    return;
  *flag_of (self->filter, number_of (self, row)) = adw_switch_row_get_active (ADW_SWITCH_ROW (row));
  g_signal_emit (self, changed, 0);
}

/* The rows */

static void
fill_list (SpilPlanFilterMenu *self, RowNumber row)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices[row]->len; i++)
    gtk_string_list_append (list, ((Choice *) self->choices[row]->pdata[i])->text);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[row]), G_LIST_MODEL (list));
  gtk_widget_set_visible (self->rows[row], self->choices[row]->len > 1);
}

static GtkWidget *
make_row (SpilPlanFilterMenu *self, RowNumber number)
{
  GtkWidget *row = number < N_LISTS ? adw_combo_row_new () : adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[number]));
  if (number < N_LISTS) {
    g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

    adw_combo_row_set_expression (ADW_COMBO_ROW (row), text);
    adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), number != PERIOD);
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  } else {
    g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched_cb), self, G_CONNECT_SWAPPED);
  }
  return row;
}

static void
make_rows (SpilPlanFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = NULL;

  for (int row = 0; row < N_ROWS; row++) {
    if (row == OWNER || row == N_LISTS) {
      group = adw_preferences_group_new ();
      gtk_box_append (GTK_BOX (box), group);
    }
    self->rows[row] = make_row (self, (RowNumber) row);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[row]);
  }
  gtk_widget_set_size_request (box, 310, -1);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
fill_lists (SpilPlanFilterMenu *self)
{
  self->updating = TRUE;
  for (int row = 0; row < N_LISTS; row++)
    if (self->choices[row] != NULL)
      fill_list (self, (RowNumber) row);
  self->updating = FALSE;
}

static void
spil_plan_filter_menu_show (GtkWidget *widget)
{
  SpilPlanFilterMenu *self = SPIL_PLAN_FILTER_MENU (widget);

  if (self->rows[0] == NULL) {
    make_rows (self);
    fill_lists (self);
    spil_accessible_name_containers (widget, _ ("Filter"));
  }
  spil_plan_filter_menu_update (self);
  GTK_WIDGET_CLASS (spil_plan_filter_menu_parent_class)->show (widget);
}

static void
spil_plan_filter_menu_dispose (GObject *object)
{
  SpilPlanFilterMenu *self = SPIL_PLAN_FILTER_MENU (object);

  self->updating = TRUE;
  for (int row = 0; row < N_LISTS; row++)
    g_clear_pointer (&self->choices[row], g_ptr_array_unref);
  G_OBJECT_CLASS (spil_plan_filter_menu_parent_class)->dispose (object);
}

static void
spil_plan_filter_menu_class_init (SpilPlanFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_plan_filter_menu_dispose;
  GTK_WIDGET_CLASS (klass)->show = spil_plan_filter_menu_show;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DIALOG);
  changed = g_signal_new ("changed", SPIL_TYPE_PLAN_FILTER_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                          G_TYPE_NONE, 0);
}

static void
spil_plan_filter_menu_init (SpilPlanFilterMenu *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
}

void
spil_plan_filter_menu_set_filter (SpilPlanFilterMenu *self, SpilPlanFilter *filter)
{
  g_return_if_fail (SPIL_IS_PLAN_FILTER_MENU (self));

  self->filter = filter;
}

void
spil_plan_filter_menu_set_plan (SpilPlanFilterMenu *self, const SpilPlan *plan)
{
  g_return_if_fail (SPIL_IS_PLAN_FILTER_MENU (self));

  for (int row = 0; row < N_LISTS; row++) {
    g_clear_pointer (&self->choices[row], g_ptr_array_unref);
    self->choices[row] = make_choices (plan, (RowNumber) row);
  }
  if (self->rows[0] == NULL)
    return;
  fill_lists (self);
  spil_plan_filter_menu_update (self);
}

void
spil_plan_filter_menu_update (SpilPlanFilterMenu *self)
{
  g_return_if_fail (SPIL_IS_PLAN_FILTER_MENU (self));

  if (self->filter == NULL || self->rows[0] == NULL || self->choices[0] == NULL)
    return;
  self->updating = TRUE;
  for (int row = 0; row < N_ROWS; row++)
    if (row < N_LISTS)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[row]), find_asked (self, (RowNumber) row));
    else
      adw_switch_row_set_active (ADW_SWITCH_ROW (self->rows[row]), *flag_of (self->filter, (RowNumber) row));
  self->updating = FALSE;
}
