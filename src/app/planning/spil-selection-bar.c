// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-plan-table.h"

struct _SpilSelectionBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *one;
  GtkWidget *several;
};

G_DEFINE_FINAL_TYPE (SpilSelectionBar, spil_selection_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One activity in words */

static char *
dup_days (const SpilPlan *plan, const SpilPlanTaskRow *task)
{
  int days = spil_work_calendar_count (plan->calendar, task->task.start, task->task.end);

  if (task->task.milestone || !spil_day_is_known (task->task.start) || !spil_day_is_known (task->task.end))
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", (gulong) days),
                          days);
}

static char *
dup_float (const SpilPlanTaskRow *task)
{
  int days = task->slack.total_float;

  if (!task->slack.known || task->status == SPIL_TASK_STATUS_DONE)
    return NULL;
  if (task->slack.critical)
    return g_strdup (_ ("no float: on the critical path"));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d working day of float", "%d working days of float", (gulong) days),
      days);
}

/* "12 days later than in the baseline". */
static char *
dup_against (const SpilPlanTaskRow *task)
{
  g_autofree char *slip = spil_plan_dup_slip (task);
  int days = 0;

  spil_schedule_slip (&task->task, task->baseline_start, task->baseline_end, &days);
  /* Translators: %s is "12 days later". */
  return days != 0 ? g_strdup_printf (_ ("%s than in the baseline"), slip) : NULL;
}

/* "40 % done". */
static char *
dup_progress (const SpilPlanTaskRow *task)
{
  g_autofree char *progress = spil_plan_dup_progress (task);

  return progress != NULL && task->status != SPIL_TASK_STATUS_DONE ? g_strdup_printf (_ ("%s done"), progress)
                                                                   : NULL;
}

/* "Amber: waits for the province". */
static char *
dup_light (const SpilPlanTaskRow *task)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_TASK_JOURNAL),
                                              SPIL_TASK_JOURNAL_LIGHT);

  for (int i = 0; task->light != 0 && i < field->choices->n_items; i++)
    if (field->choices->items[i].number == task->light)
      return g_strdup_printf ("%s: %s", spil_choice_label (&field->choices->items[i]),
                              task->headline != NULL ? task->headline : "");
  return NULL;
}

static void
append (GPtrArray *parts, char *text)
{
  if (text != NULL)
    g_ptr_array_add (parts, text);
}

static void
show (SpilSelectionBar *self, const char *title, GPtrArray *parts, gboolean several)
{
  g_autofree char *text = parts->len > 0 ? g_strjoinv (" · ", (char **) parts->pdata) : g_strdup ("");

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, text);
  gtk_widget_set_visible (self->one, !several);
  gtk_widget_set_visible (self->several, several);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
spil_selection_bar_set_task (SpilSelectionBar *self, const SpilPlan *plan, const SpilPlanTaskRow *task)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  g_return_if_fail (SPIL_IS_SELECTION_BAR (self));

  if (task == NULL) {
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
    return;
  }
  append (parts, spil_plan_dup_dates (task));
  append (parts, dup_days (plan, task));
  append (parts, task->status == SPIL_TASK_STATUS_NOT_PLANNED
                     ? g_strdup (_ ("draw it in the time area, or type its start and end"))
                     : g_strdup (spil_task_status_label (task->status)));
  append (parts, dup_progress (task));
  append (parts, dup_float (task));
  append (parts, dup_against (task));
  append (parts, dup_light (task));
  show (self, task->name, parts, FALSE);
}

/* Several */

static void
span (const SpilPlan *plan, GArray *tasks, SpilDay *first, SpilDay *last)
{
  g_autofree SpilScheduleTask *rows = g_new (SpilScheduleTask, tasks->len + 1);

  for (guint i = 0; i < tasks->len; i++)
    rows[i] = spil_plan_get_task (plan, g_array_index (tasks, int, i))->task;
  *first = *last = SPIL_DAY_NONE;
  spil_schedule_span (rows, tasks->len, first, last);
}

void
spil_selection_bar_set_tasks (SpilSelectionBar *self, const SpilPlan *plan, GArray *tasks)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d activity selected", "%d activities selected", (gulong) tasks->len),
      (int) tasks->len);
  SpilPlanTaskRow all = { .task = { .milestone = FALSE } };

  g_return_if_fail (SPIL_IS_SELECTION_BAR (self));

  span (plan, tasks, &all.task.start, &all.task.end);
  append (parts, spil_plan_dup_dates (&all));
  append (parts, dup_days (plan, &all));
  show (self, title, parts, TRUE);
}

static gboolean
is_narrow (SpilSelectionBar *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) == GTK_ORIENTATION_VERTICAL;
}

static void
spil_selection_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, is_narrow (SPIL_SELECTION_BAR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_selection_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    gtk_orientable_set_orientation (GTK_ORIENTABLE (SPIL_SELECTION_BAR (object)->box),
                                    g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_selection_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_SELECTION_BAR);
  G_OBJECT_CLASS (spil_selection_bar_parent_class)->dispose (object);
}

static void
spil_selection_bar_class_init (SpilSelectionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_selection_bar_get_property;
  object_class->set_property = spil_selection_bar_set_property;
  object_class->dispose = spil_selection_bar_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, title);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, one);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, several);
}

static void
spil_selection_bar_init (SpilSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
